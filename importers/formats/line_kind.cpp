#include "importers/formats/line_kind.h"

#include "core/text/ascii.h"
#include "core/text/bytes.h"
#include "core/text/fixed_words.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace annals {
namespace {

constexpr bool is_one_of(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

constexpr auto marks = [] {  // that part words; find_first_of looks each letter up by a call
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_one_of(" \t\n|:,;/()[]\"", static_cast<char>(c));
    return table;
}();
bool is_mark(char c) { return marks[static_cast<unsigned char>(c)]; }

/// The next word from `at` on without the marks around it, empty when there is none; `at` moves behind it.
std::string_view next_word(std::string_view line, std::size_t& at) {
    while (at < line.size()) {
        while (at < line.size() && (is_mark(line[at]) || line[at] == '.')) ++at;
        const std::size_t begin = at;
        while (at < line.size() && !is_mark(line[at])) ++at;
        std::string_view word = line.substr(begin, at - begin);
        while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.remove_suffix(1);
        if (!word.empty()) return word;
    }
    return {};
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> result;
    std::size_t at = 0;
    for (std::string_view word = next_word(line, at); !word.empty(); word = next_word(line, at)) result.push_back(word);
    return result;
}

bool has_at_most(std::size_t words, std::string_view line) {
    std::size_t at = 0;
    while (!next_word(line, at).empty())
        if (words-- == 0) return false;
    return true;
}

constexpr std::size_t longest_stamp = 120, reserved_limit = 160, credit_length = 120, dateline_reach = 110;  // bytes that are looked at

constexpr FixedWords bar_words{
    "share", "save", "print", "email", "e-mail", "tweet", "twitter", "facebook", "whatsapp", "linkedin", "reddit", "pinterest", "copy", "link", "follow", "subscribe", "comment", "comments",
    "advertisement", "listen", "bookmark", "like", "pin", "telegram", "teilen", "drucken", "merken", "twittern", "mailen", "anzeige", "werbung", "kommentare", "xing", "flipboard", "messenger",
    "partager", "imprimer", "compartir", "menu", "search", "home", "next", "previous", "close", "loading", "mail", "+1", "google", "sms", "rss"};
constexpr FixedWords bar_fillers{"this", "on", "to", "via", "article"};
constexpr FixedWords labels{
    "news", "opinion", "analysis", "explainer", "feature", "features", "world", "politics", "business", "sport", "sports", "culture", "comment", "editorial", "interview", "live", "breaking", "science",
    "technology", "tech", "health", "climate", "environment", "education", "arts", "travel", "economy", "markets", "local", "national", "international", "video", "podcast", "review", "reviews",
    "profile", "obituary", "obituaries", "column", "letters", "special", "report", "investigation", "exclusive"};
constexpr FixedWords stamp_words{
    "posted", "published", "publish", "first", "date", "on", "at", "written", "created", "issued", "by", "the", "am", "pm", "um", "uhr", "gmt", "utc", "veröffentlicht", "erschienen", "datum", "stand",
    "vom", "am", "den", "von", "publié", "le", "publicado", "el", "pubblicato", "il", "geplaatst", "online", "release", "released", "filed", "added"};
constexpr FixedWords weekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag",
    "freitag", "samstag", "sonntag", "sonnabend", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "mo",
    "di", "mi", "do", "fr", "sa"};

constexpr FixedWords updates{"updated", "last", "modified"};

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

/// Whether the word stands in the text, found by a letter of it that is rare in prose and occurs in it once.
bool contains(std::string_view text, std::string_view word, char rare) {
    const std::size_t before = word.find(rare);
    for (std::size_t at = text.find(rare, before); at < text.size(); at = text.find(rare, at + 1))
        if (text.substr(at - before, word.size()) == word) return true;
    return false;
}

bool has_digit(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x80 * ones;
    for (; text.size() >= 8; text.remove_prefix(8)) {  // eight bytes at once: '0' + 0x50 = ':' + 0x46 = 0x80
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        const std::uint64_t low = bytes & ~tops;
        if ((low + 0x50 * ones) & ~(low + 0x46 * ones) & ~bytes & tops) return true;
    }
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_capital(std::string_view word) { return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) == 0xc3); }

bool ends_sentence(std::string_view line) { return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?'); }

/// No lower-case letter of ASCII; at least two letters.
bool is_shouted(std::string_view text) {
    std::size_t letters = 0;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        letters += (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xc0;
    }
    return letters >= 2;
}

/// Length of a dash that has a space or the end of the text behind it; 0 for none.
std::size_t dash_at(std::string_view text, std::size_t at) {
    if (text[at] != '-' && text[at] != '\xe2') return 0;
    for (std::string_view dash : {"\xe2\x80\x94", "\xe2\x80\x93", "--", "-"})
        if (text.substr(at).starts_with(dash)) return dash.size();
    return 0;
}

/// At most twelve words, all of them such as stand in a share bar. Most lines are prose: their first word tells.
bool is_share_bar(std::string_view line) {
    bool named = false;
    std::size_t count = 0, at = 0;
    for (std::string_view word = next_word(line, at); !word.empty(); word = next_word(line, at)) {
        if (++count > 12) return false;
        const bool known = bar_words.has_in_any_case(word);
        if (!known && !bar_fillers.has_in_any_case(word) && has_letter(word)) return false;
        named |= known;
    }
    return named;
}

bool is_of_stamp(std::string_view word) {
    return word.size() <= 3 || stamp_words.has_in_any_case(word) || weekdays.has_in_any_case(word) || !has_letter(word) || updates.has_in_any_case(word) || month_of_name(word);
}

/// A word that stands in no stamp: what a date takes of a text is a month, figures, or shorter.
bool has_strange_word(std::string_view line) {
    constexpr std::size_t longer_than_any_zone = 6;
    std::size_t at = 0;
    for (std::string_view word = next_word(line, at); !word.empty(); word = next_word(line, at))
        if (word.size() >= longer_than_any_zone && word[0] != 'Z' && std::all_of(word.begin(), word.end(), is_ascii_letter) && !is_of_stamp(word)) return true;
    return false;
}

/// What tells that a line may be more than prose, sixteen bytes at once.
class Glance {
public:
    static constexpr std::size_t ahead = 3, shortest = sizeof(Bytes) + ahead;

    /// Of a line that is not shorter. Some bytes are looked at twice.
    explicit Glance(std::string_view line) {
        const std::size_t last = line.size() - shortest;
        for (std::size_t at = 0; at < last; at += sizeof(Bytes)) take(line.data() + at);
        take(line.data() + last);
        for (const char c : line.substr(line.size() - ahead)) {
            colons_[0] |= c == ':';
            digits_[0] += is_ascii_digit(c);
        }
    }
    bool has_dash() const { return has_any(dashes_); }        // as behind a dateline
    bool has_colon() const { return has_any(colons_); }       // as in a photo credit
    bool has_reserved() const { return has_any(reserved_); }  // "reserved"
    bool has_digits(int more_than) const {
        if (!has_any(digits_)) return false;
        for (std::size_t i = 0; i < sizeof(Bytes); ++i) more_than -= digits_[i];
        return more_than < 0;
    }

private:
    void take(const char* at) {
        const Bytes a = bytes_at(at), b = bytes_at(at + 1), c = bytes_at(at + 2), d = bytes_at(at + 3);
        dashes_ |= reinterpret_cast<Bytes>(((a == ' ') & (b == '-')) | ((a == 0xe2) & (b == 0x80) & ((c | 7) == 0x97)));  // of the three-byte ones: 0x90 to 0x97
        reserved_ |= reinterpret_cast<Bytes>(((a | 0x20) == 'r') & ((b | 0x20) == 'v') & ((d | 0x20) == 'd'));
        colons_ |= reinterpret_cast<Bytes>((a == ':') & (b == ' '));
        digits_ -= reinterpret_cast<Bytes>((a - '0') < 10);
    }
    Bytes dashes_{}, colons_{}, reserved_{}, digits_{};
};

bool begins_copyright(std::string_view line) { return (line[0] | 0x20) == 'c' && (line[1] | 0x20) == 'o' && (line[2] | 0x20) == 'p'; }

/// "5 min read", "4 Min. Lesezeit".
bool is_reading_time(std::string_view part) {
    const auto words = words_of(part);
    return words.size() >= 2 && words.size() <= 4 && !has_letter(words[0]) && ascii_lower(words[1]).starts_with("min");
}

/// "Ada Quist | 3 May 2019", "Ada Quist, staff writer \u2022 Published May 3, 2019, 5 p.m. \u2022 Updated May 4, 2019": names and stamps between bars or points.
bool is_parted_byline(std::string_view line) {
    constexpr std::size_t longest_name = 8;
    bool stamped = false, parted = false;
    while (!line.empty()) {
        std::size_t end = 0, mark = 0;
        for (; end < line.size() && !mark; ++end)
            mark = line[end] == '|' ? 1 : line.substr(end).starts_with("\xc2\xb7") ? 2 : line.substr(end).starts_with("\xe2\x80\xa2") ? 3 : 0;
        const std::string_view part = trimmed(line.substr(0, mark ? end - 1 : end));
        line.remove_prefix(mark ? end - 1 + mark : end);
        parted = parted || mark;
        if (part.empty()) continue;
        if (is_stamp(part)) stamped = true;
        else if (!is_reading_time(part) && (!is_capital(part) || !has_at_most(longest_name, part) || part.back() == '.' || has_digit(part))) return false;
    }
    return parted && stamped;
}

}  // namespace

LineGlance glance_at(std::string_view line) {
    if (line.size() < Glance::shortest || (!is_ascii_letter(line[0]) && line[0] != '"' && line[0] != '`') || begins_copyright(line) || line.back() <= ' ') return {};
    LineGlance told;
    if (line.size() < reserved_limit) {
        const Glance seen(line);
        if (seen.has_reserved() || (line.size() <= longest_stamp && seen.has_digits(3))) return {};
        told.may_open_with_dateline = seen.has_dash();
        told.may_have_credit = seen.has_colon();
    } else {
        told.may_open_with_dateline = Glance(line.substr(0, dateline_reach + Glance::ahead)).has_dash();
        told.may_have_credit = Glance(line.substr(line.size() - credit_length)).has_colon();
    }
    told.may_have_credit = told.may_have_credit || line.back() == ')';
    std::size_t at = 0;
    std::string_view first = next_word(line, at);
    while (!first.empty() && !has_letter(first)) first = next_word(line, at);
    told.plain = !first.empty() && !bar_words.has_in_any_case(first) && !bar_fillers.has_in_any_case(first);
    return told;
}

bool is_stamp(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > longest_stamp || !has_digit(line)) return false;
    if (std::count_if(line.begin(), line.end(), is_ascii_digit) < 4) return false;  // 1.2.19 is the shortest date
    if (has_strange_word(line)) return false;
    const auto found = find_date(line, DayOrder::day_first);
    if (!found) return false;
    for (std::string_view rest : {line.substr(0, found->span.begin), line.substr(found->span.end)}) {
        const auto words = words_of(rest);
        if (!std::all_of(words.begin(), words.end(), is_of_stamp)) return false;
    }
    return true;
}

namespace {

/// "From the magazine, 3 May 2014", "Spring issue, 3 March 2012".
bool is_of_issue(std::string_view line, const std::vector<std::string_view>& words) {
    constexpr std::size_t most_words = 9;
    static constexpr FixedWords issues{"magazine", "issue", "edition", "weekly", "supplement", "paper"};
    const std::size_t comma = line.rfind(',');
    if (words.size() > most_words || comma == std::string_view::npos || !is_stamp(line.substr(comma + 1))) return false;
    const auto before = words_of(line.substr(0, comma));
    return !before.empty() && issues.has_in_any_case(before.back());
}

}  // namespace

bool is_byline(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 160 || !has_letter(line)) return false;
    if (is_stamp(line)) return true;
    const auto words = words_of(line);
    if (words.empty()) return false;
    const std::string first = ascii_lower(words[0]);
    if (line.size() <= 120 && (first == "by" || first == "von" || first == "par") && words.size() >= 2 && words.size() <= 14 && is_capital(words[1]) && line.back() != '.') return true;
    const std::size_t colon = line.find(':');
    const std::string opening = ascii_lower(words.size() > 1 && (first == "last" || first == "first") ? words[1] : words[0]);
    const bool stamped = opening == "posted" || opening == "published" || opening == "updated" || opening == "modified" || opening == "by" || opening == "written" || opening == "issued" || opening == "circulated" || opening == "veröffentlicht" || opening == "aktualisiert";
    if (stamped && words.size() <= 16 && (find_date(line, DayOrder::day_first) || (colon != std::string_view::npos && colon < 20))) return true;
    return is_parted_byline(line) || is_of_issue(line, words);
}

bool has_photo_credit(std::string_view line) {
    line = trimmed(line);
    if (line.size() > 1000) return false;
    if (line.ends_with(')')) {
        const std::size_t open = line.rfind('(');
        const std::string inside = open == std::string_view::npos ? std::string() : ascii_lower(line.substr(open + 1));
        for (std::string_view word : {"photo by", "photo:", "photograph", "photos by", "image:", "image by", "picture:", "credit:", "ap photo", "foto:", "file photo", "getty images", "reuters/"})
            if (inside.find(word) != std::string::npos) return true;
    }
    const std::string_view tail = line.substr(line.size() - std::min(line.size(), credit_length));
    if (tail.find(": ") == std::string_view::npos) return false;
    const std::string folded = ascii_lower(tail);
    for (std::string_view credit : {". photo: ", ". photograph: ", ". image: ", ". picture: ", ". credit: "})
        if (folded.find(credit) != std::string::npos) return true;
    return false;
}

bool is_boilerplate(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 600) return false;
    if (line[0] == '\xc2' || line[0] == '(' || line[0] == 'c' || line[0] == 'C') {
        const std::string opening = ascii_lower(line.substr(0, 10));
        if (opening.starts_with("\xc2\xa9") || opening.starts_with("(c) ") || opening == "copyright ") return true;
    }
    const bool reserved = line.size() < reserved_limit && (contains(line, "eserved", 'v') || contains(line, "ESERVED", 'V'));
    if (reserved && ascii_lower(line).find("all rights reserved") != std::string::npos) return true;
    if (!has_letter(line) && !has_digit(line)) return true;  // marks only: a rule
    return is_share_bar(line);
}

bool is_section_label(std::string_view line) {
    if (!has_at_most(3, line)) return false;
    const std::string folded = ascii_lower(trimmed(line));
    const auto words = words_of(folded);
    return !words.empty() && words.size() <= 3 && std::all_of(words.begin(), words.end(), [](std::string_view word) { return labels.has_in_any_case(word) || word == "and" || word == "&"; });
}

bool is_dateline(std::string_view line) {
    line = trimmed(line);
    const std::size_t comma = line.find(',');
    if (line.size() > 100 || comma == std::string_view::npos || ends_sentence(line)) return false;
    const auto found = find_date(line, DayOrder::day_first);
    if (!found || found->span.end < line.size()) return false;
    const std::string_view place = trimmed(line.substr(0, found->span.begin));
    if (place.find(':') != std::string_view::npos) return false;
    const auto words = words_of(place);
    return !words.empty() && words.size() <= 6 && std::all_of(words.begin(), words.end(), [](std::string_view word) { return is_capital(word) || weekdays.has_in_any_case(word); });
}

bool is_standfirst(std::string_view paragraph) {
    constexpr std::size_t longest = 200;
    constexpr std::string_view sentence_ends = ".!?:;,\")";
    paragraph = trimmed(paragraph);
    return !paragraph.empty() && paragraph.size() <= longest && sentence_ends.find(paragraph.back()) == std::string_view::npos && !paragraph.ends_with("\xe2\x80\x9d");
}

std::size_t dateline_length(std::string_view paragraph) {
    // PLACE[, Region][, Oct 7][ (Agency)] - text: the place is in capitals or an agency stands in brackets before the dash.
    const std::string_view head = paragraph.substr(0, dateline_reach);
    for (std::size_t i = std::min(head.find('-', 3), head.find('\xe2', 3)); i < head.size(); ++i) {
        const std::size_t dash = dash_at(head, i);
        if (!dash || (head[i - 1] != ' ' && dash != 3) || i + dash >= paragraph.size() || paragraph[i + dash] != ' ') continue;
        const std::string_view opening = trimmed(head.substr(0, i));
        std::size_t count = 0, at = 0;
        const std::string_view names = opening.substr(0, std::min(opening.find('('), opening.size()));
        for (std::string_view word = next_word(names, at); !word.empty(); word = next_word(names, at))
            if (++count > 9 || !(is_capital(word) || !has_letter(word))) return 0;
        const std::string_view place = opening.substr(0, std::min(opening.find_first_of(",("), opening.size()));
        const bool agency = opening.ends_with(')') && opening.find('(') != std::string_view::npos && has_at_most(4, place);
        if (count > 0 && (agency || (is_shouted(trimmed(place)) && place.size() <= 60))) return i + dash;
        return 0;
    }
    return 0;
}

bool is_heading_like(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 120 || line.find('\n') != std::string_view::npos || !has_letter(line)) return false;
    if (line.back() == '?' || line.back() == '!') return has_at_most(12, line);
    constexpr std::string_view closing = ".,;:)\"";
    if (closing.find(line.back()) != std::string_view::npos) return false;
    if (line.ends_with("\xe2\x80\x9d")) return false;  // ends a quotation
    return has_at_most(16, line);
}

}  // namespace annals
