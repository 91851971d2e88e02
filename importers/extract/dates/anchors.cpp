#include "importers/extract/dates/anchors.h"

#include "core/text/ascii.h"
#include "core/text/fixed_words.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

Anchor anchor_on(Day day, DateBasis basis, std::string_view text, Span span) {
    Anchor anchor;
    anchor.date = point_in(moment_of_day(day).edtf);
    anchor.basis = basis;
    anchor.words = std::string(words(text, span));
    anchor.span = span;
    return anchor;
}

// A date without a year: the year of the full date of the text that lies nearest.
std::optional<Day> with_nearest_year(const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& all,
                                     const Meaning& meaning, std::uint32_t at) {
    if (!said(meaning.month) || !said(meaning.day)) return std::nullopt;
    std::optional<Day> best;
    std::uint32_t nearest = 0;
    for (const SentenceMatches& in : all)
        for (const Match& match : in.matches) {
            const auto day = full_day(match.meaning);
            if (!day) continue;
            const std::uint32_t place = sentences[in.sentence].tokens[match.first].span.begin;
            const std::uint32_t distance = place > at ? place - at : at - place;
            const Civil wanted{to_civil(*day).year, meaning.month, meaning.day};
            if ((best && distance >= nearest) || !is_valid(wanted)) continue;
            best = to_day(wanted);
            nearest = distance;
        }
    return best;
}

// "/2023/09/27/" or "/20230927" or "2023-09-27" in an address.
std::optional<Day> day_in_url(std::string_view url) {
    const auto digits = [&](std::size_t at, std::size_t count) -> std::optional<int> {
        if (at + count > url.size()) return std::nullopt;
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (url[i] < '0' || url[i] > '9') return std::nullopt;
            value = value * 10 + (url[i] - '0');
        }
        return value;
    };
    for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
        if (i > 0 && url[i - 1] >= '0' && url[i - 1] <= '9') continue;
        const auto year = digits(i, 4);
        if (!year || *year < 1990 || *year > 2100) continue;
        const bool marked = url[i + 4] == '/' || url[i + 4] == '-';
        const auto month = digits(i + 4 + marked, 2);
        const std::size_t at_day = i + 6 + 2 * static_cast<std::size_t>(marked);
        if (!month || (marked && (at_day > url.size() || url[at_day - 1] != url[i + 4]))) continue;
        const auto day = digits(at_day, 2);
        if (!day || (at_day + 2 < url.size() && url[at_day + 2] >= '0' && url[at_day + 2] <= '9')) continue;
        if (is_valid({*year, *month, *day})) return to_day({*year, *month, *day});
    }
    return std::nullopt;
}

bool is_one_of(std::string_view set, char byte) { return set.find(byte) != std::string_view::npos; }

std::string_view stripped(std::string_view text) {
    constexpr std::string_view blank = " \n*_";
    while (!text.empty() && is_one_of(blank, text.front())) text.remove_prefix(1);
    while (!text.empty() && is_one_of(blank, text.back())) text.remove_suffix(1);
    return text;
}

constexpr std::size_t longest_line = 160;  // bytes of one that stands for a day

bool has_occasion(std::string_view line) {
    static constexpr FixedWords occasions{"meeting", "report", "talk", "lecture", "letter", "address", "speech", "sermon", "circular", "statement", "session", "conference"};
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (occasions.has_in_any_case(line.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

// "Annual meeting, Tuesday 7 May 2019, 7.30pm", "Date: 7 May 2019", "Report to the meeting of 7 May 2019": a line that stands for the day, no sentence.
bool is_line_of_day(std::string_view line, Span date, bool of_title) {
    if (line.size() > longest_line || line.empty() || is_one_of(".!?", line.back())) return false;
    const std::string_view before = stripped(line.substr(0, date.begin)), after = stripped(line.substr(date.end));
    if (!after.empty() && !is_one_of(",|)-", after.front())) return false;
    if (before.empty() || (is_one_of(",:|(\t", before.back()) && !of_title)) return true;
    if (!of_title && (!after.empty() || !(before.ends_with(" of") || before.ends_with(" on")))) return false;
    return has_occasion(before);
}

// "Compiled by the parish archive, 7 May 2019.": a sentence without a verb that says who made the page, and when.
bool is_line_of_makers(std::string_view sentence, Span date) {
    static constexpr FixedWords making{"assembled", "collated", "collected", "compiled", "drawn", "edited", "gathered", "prepared", "put", "researched", "told", "transcribed", "typed", "written"};
    constexpr std::size_t longest_opening = 40;  // "Researched, written and typed by"
    if (sentence.size() > longest_line || !making.has_in_any_case(sentence.substr(0, sentence.find_first_of(" ,")))) return false;
    const std::string_view before = stripped(sentence.substr(0, date.begin)), after = stripped(sentence.substr(date.end));
    const std::size_t by = before.find(" by ");
    return by < longest_opening && (after.empty() || after == ".") && is_one_of(",:|(-", before.back()) && before.find_first_of(";.!?") == std::string_view::npos;
}

// "Recorded on 7 May 2019 at her home", "This talk was given in the chapel on 7 May 2019": when the words below were said.
bool is_line_of_words(std::string_view line, Span date) {
    constexpr std::size_t longest = 160, most_words = 14;
    static constexpr FixedWords made{"recorded", "taped", "interviewed", "conducted", "delivered", "preached", "given", "spoken", "dictated", "written", "broadcast", "filed"};
    static constexpr FixedWords said_words{"interview", "conversation", "talk", "lecture", "sermon", "speech", "address", "letter", "recording", "homily", "transcript"};
    static constexpr FixedWords behind{"at", "in", "by", "for", "with", "from", "before", "to", "and"};
    if (line.size() > longest) return false;
    std::string_view before = stripped(line.substr(0, date.begin)), after = stripped(line.substr(date.end));
    if (!after.empty() && after.front() == ',') after = stripped(after.substr(1));
    if (!after.empty() && !is_one_of(".;)", after.front()) && !behind.has(after.substr(0, after.find(' ')))) return false;
    static constexpr FixedWords subjects{"the", "this", "it", "he", "she", "they", "we", "I", "his", "her", "its", "their", "our", "a", "an"};
    const std::string_view own = after.substr(0, after.find('.'));
    for (std::size_t comma = own.find(", "); comma != own.npos; comma = own.find(", ", comma + 1))  // "Recorded on 7 May in one take, the song ..."
        if (subjects.has(own.substr(comma + 2, own.find(' ', comma + 2) - comma - 2))) return false;
    bool of_words = false, first = true;
    std::size_t count = 0;
    for (std::size_t at = 0; at < before.size() && count < most_words; ++count) {
        const std::size_t end = std::min(before.find(' ', at), before.size());
        std::string_view word = before.substr(at, end - at);
        while (!word.empty() && is_one_of(",.:(", word.back())) word.remove_suffix(1);
        if (made.has_in_any_case(word)) return first || of_words;
        of_words = of_words || said_words.has_in_any_case(word);
        first = false;
        at = end + 1;
    }
    return false;
}

// "Ada Bell, secretary, 7 May 2019", as the last line.
bool is_signed(std::string_view line, Span date) {
    constexpr std::size_t longest = 80;
    if (line.size() > longest || !stripped(line.substr(date.end)).empty()) return false;
    const std::string_view before = stripped(line.substr(0, date.begin));
    return (before.empty() || before.back() == ',') && before.find_first_of(";:0123456789") == std::string_view::npos;
}

// The day that a line at the top stands for, or that the last line is signed with; not the day of a story that goes on behind it.
std::optional<std::pair<Day, Span>> day_of_line(const Document& document, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches) {
    constexpr std::uint32_t top = 4;  // blocks
    constexpr int our_time = 1990, first_tapes = 1900, most_later = 2;
    std::uint32_t last = static_cast<std::uint32_t>(document.blocks.size());
    while (last > 0 && document.blocks[last - 1].kind == BlockKind::boilerplate) --last;
    std::optional<std::pair<Day, Span>> found;
    bool names_occasion = false;
    for (const SentenceMatches& in : matches) {
        const Sentence& sentence = sentences[in.sentence];
        const Block& block = document.blocks[sentence.block];
        const bool is_last = sentence.block + 1 == last && sentence.block > 1;
        if ((sentence.block > top && !is_last) || block.kind == BlockKind::caption) continue;
        for (const Match& match : in.matches) {
            const auto day = full_day(match.meaning);
            if (!day || to_civil(*day).year < first_tapes || is_other_stamp(document.text, sentence, match.first)) continue;
            const Span span{sentence.tokens[match.first].span.begin, sentence.tokens[match.last - 1].span.end};
            const Span within{span.begin - block.span.begin, span.end - block.span.begin};
            const std::string_view line = words(document.text, block.span);
            if (!is_last) {
                const std::size_t begin = line.substr(0, within.begin).rfind('\n') + 1;  // of the block's line; 0 for none
                const std::string_view own = line.substr(begin, line.find('\n', within.end) - begin);
                const auto shift = static_cast<std::uint32_t>(begin);
                if (is_line_of_words(own, {within.begin - shift, within.end - shift})) {
                    found = {*day, span};
                    break;
                }
            }
            if (to_civil(*day).year < our_time) continue;
            const Span in_sentence{span.begin - sentence.span.begin, span.end - sentence.span.begin};
            if (is_last ? is_signed(line, within)
                        : is_line_of_day(line, within, block.kind == BlockKind::title) || is_line_of_makers(words(document.text, sentence.span), in_sentence)) {
                found = {*day, span};
                names_occasion = has_occasion(line.substr(0, within.begin));
                break;
            }
        }
        if (found) break;
    }
    int later = 0;
    for (const SentenceMatches& in : matches) {
        const BlockKind kind = document.blocks[sentences[in.sentence].block].kind;
        if (names_occasion && (kind == BlockKind::table_row || kind == BlockKind::list_item)) continue;  // a programme of what is to come
        for (const Match& match : in.matches)
            if (const auto day = full_day(match.meaning); found && day && *day > found->first) ++later;
    }
    return later > most_later ? std::nullopt : found;
}

// "Minutes of the meeting held on Thursday 29 June 2017": a record's head names the day that it is of.
bool is_record(std::string_view head) {
    if (head.size() > 200) return false;
    const WordList& records = word_list("record_nouns");
    std::string word;
    for (const char byte : ascii_lower(head) + " ") {
        if (is_ascii_letter(byte) || byte == '-') {
            word += byte;
        } else {
            if (records.has(word)) return true;
            word.clear();
        }
    }
    return false;
}

}  // namespace

std::optional<Day> full_day(const Meaning& meaning, bool day_first) {
    int year = meaning.year, month = meaning.month, day = meaning.day;
    if (said(meaning.iso) || said(meaning.numeric)) {
        const int packed = said(meaning.iso) ? meaning.iso : meaning.numeric;
        year = packed / 10000;
        month = packed / 100 % 100;
        day = packed % 100;
        if (said(meaning.numeric) && (month > 12 || (day_first && day <= 12))) std::swap(month, day);
    }
    if (meaning.kind != MeaningKind::date || !said(year) || !said(month) || !said(day) || said(meaning.era) ||
        !is_valid({year, month, day}))
        return std::nullopt;
    return to_day({year, month, day});
}

bool is_as_of_writing(std::string_view text, const Sentence& sentence, std::uint32_t first) {
    const std::uint32_t from = sentence.tokens[first > 8 ? first - 8 : 0].span.begin;
    const std::string before = ascii_lower(text.substr(from, sentence.tokens[first].span.begin - from));
    for (const std::string_view phrase :
         {"as of writing", "at the time of writing", "at time of writing", "as of this writing", "at this writing", "as we write"})
        if (before.find(phrase) != std::string::npos) return true;
    return false;
}

bool is_other_stamp(std::string_view text, const Sentence& sentence, std::uint32_t first) {
    const std::uint32_t from = sentence.tokens[first > 4 ? first - 4 : 0].span.begin;
    const std::string_view written = text.substr(from, sentence.tokens[first].span.begin - from);
    const auto ends_stamp = [](char a, char b) { return ((a | 0x20) == 'e' && (b | 0x20) == 'd') || ((a | 0x20) == 'h' && (b | 0x20) == 't'); };
    if (std::adjacent_find(written.begin(), written.end(), ends_stamp) == written.end()) return false;  // most prose
    const std::string before = ascii_lower(written);
    for (const std::string_view stamp : {"updated", "modified", "edited", "retrieved", "accessed", "saved", "archived", "copyright"})
        if (before.find(stamp) != std::string::npos) return true;
    return false;
}

bool is_caption(const Document& document, std::uint32_t block) {
    if (document.blocks[block].kind == BlockKind::caption) return true;
    const std::string_view text = words(document.text, document.blocks[block].span);
    if (document.blocks[block].kind != BlockKind::paragraph || text.size() > 800) return false;
    static constexpr std::string_view credits[] = {"(Photo",  "[Photo",    "(AP Photo", "Photo by", "Photo:",  "Photos:",  "Photo credit", "Photograph:",   "Photograph by",
                                                   "Picture:", "Pictures:", "Image:",    "Images:",  "Credit:", "/Getty",   "/AFP",         "/Reuters",      "/REUTERS",
                                                   "/EPA",     "/Alamy",    "/PA",       "/AP",      "EPA-EFE", "/Anadolu", "/Shutterstock", "/Bloomberg"};
    if (text.find(':') == text.npos && text.find('/') == text.npos && text.find("Photo") == text.npos && text.find("EPA-EFE") == text.npos)
        return false;  // most prose
    return std::any_of(std::begin(credits), std::end(credits), [&](std::string_view credit) { return text.find(credit) != text.npos; });
}

Anchor find_anchor(const Document& document, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches,
                   const std::string& published, Diagnostics& diagnostics) {
    const auto stated = [&](const std::string& edtf, DateBasis basis, const std::string& where) -> std::optional<Anchor> {
        DateResult parsed = parse_date(edtf);
        if (!parsed.date) {
            diagnostics.push_back(
                {"anchor.unreadable", Severity::warning, {}, std::nullopt, "the stated date is passed over: " + parsed.error});
            return std::nullopt;
        }
        Anchor anchor;
        anchor.date = *parsed.date;
        anchor.basis = basis;
        anchor.words = where;
        return anchor;
    };
    if (!published.empty())
        if (auto anchor = stated(published, DateBasis::user, "--published")) return *anchor;
    for (const StatedDate& date : document.stated)  // the format gives the best first
        if (date.basis < DateBasis::url)
            if (auto anchor = stated(date.edtf, date.basis, date.where)) return *anchor;

    std::optional<Anchor> caption;
    for (const SentenceMatches& in : matches) {
        const Sentence& sentence = sentences[in.sentence];
        const BlockKind kind = document.blocks[sentence.block].kind;
        for (const Match& match : in.matches) {
            const Span span{sentence.tokens[match.first].span.begin, sentence.tokens[match.last - 1].span.end};
            const auto day = full_day(match.meaning);
            if ((kind == BlockKind::byline || kind == BlockKind::dateline) && day && !is_other_stamp(document.text, sentence, match.first))
                return anchor_on(*day, kind == BlockKind::byline ? DateBasis::byline : DateBasis::dateline, document.text, span);
            if (is_as_of_writing(document.text, sentence, match.first)) {
                const auto written = day ? day : with_nearest_year(sentences, matches, match.meaning, span.begin);
                if (written) return anchor_on(*written, DateBasis::text, document.text, {sentence.span.begin, span.end});
            }
            if (day && !caption && is_caption(document, sentence.block)) caption = anchor_on(*day, DateBasis::caption, document.text, span);
        }
    }
    if (caption) return *caption;
    for (const StatedDate& date : document.stated)
        if (auto anchor = stated(date.edtf, date.basis, date.where)) return *anchor;
    constexpr std::uint32_t head = 2, below = 5;  // blocks
    constexpr std::size_t line = 250;             // bytes
    bool record = false;  // "Minutes" over "Held in the hall on 29 June 2017"
    for (std::uint32_t i = 0; i <= head && i < document.blocks.size(); ++i) record = record || is_record(words(document.text, document.blocks[i].span));
    for (const SentenceMatches& in : matches) {
        const Sentence& sentence = sentences[in.sentence];
        if (!record || sentence.block > below || document.blocks[sentence.block].span.size() > line) continue;
        for (const Match& match : in.matches)
            if (const auto day = full_day(match.meaning)) {
                const Span span{sentence.tokens[match.first].span.begin, sentence.tokens[match.last - 1].span.end};
                return anchor_on(*day, DateBasis::text, document.text, span);
            }
    }
    if (const auto day = day_in_url(document.url)) {
        Anchor anchor;
        anchor.date = point_in(moment_of_day(*day).edtf);
        anchor.basis = DateBasis::url;
        anchor.words = document.url;
        return anchor;
    }
    if (const auto found = day_of_line(document, sentences, matches)) return anchor_on(found->first, DateBasis::text, document.text, found->second);
    return {};
}

}  // namespace annals
