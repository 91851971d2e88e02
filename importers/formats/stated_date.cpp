#include "importers/formats/stated_date.h"

#include "core/text/ascii.h"
#include "core/time/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>

namespace annals {
namespace {

struct MonthNames {
    std::map<std::string_view, int> months;
    std::array<std::uint32_t, 256> lengths{};  // by first byte: bit n = a name has n bytes

    /// 0 for none.
    int find(std::string_view folded) const {
        if (folded.empty() || !(lengths[static_cast<unsigned char>(folded[0])] >> folded.size() % 32 & 1)) return 0;
        const auto found = months.find(folded);
        return found == months.end() ? 0 : found->second;
    }
};

const MonthNames& month_names() {
    static const MonthNames names = [] {
        // English, German, French, Spanish, Italian, Dutch, Portuguese, Scandinavian, Polish, Russian, Ukrainian.
        constexpr std::array<std::string_view, 12> rows{
            "january jan januar jänner jaenner janvier janv enero ene gennaio gen januari janeiro stycznia января січня",
            "february feb febr februar feber février fevrier févr fevr fév febrero febbraio februari fevereiro fev lutego февраля лютого",
            "march mar märz maerz mär mrz mars marzo maart mrt março marco marts marca марта березня",
            "april apr avril avr abril abr aprile kwietnia апреля квітня",
            "may mai mayo maggio mag mei maio maj maja мая травня",
            "june jun juni juin junio giugno giu junho czerwca июня червня",
            "july jul juli juillet juil julio luglio lug julho lipca июля липня",
            "august aug août aout agosto ago augustus augusti sierpnia августа серпня",
            "september sep sept septembre septiembre settembre set setembro september września сентября вересня",
            "october oct oktober okt octobre octubre ottobre ott outubro out oktober października октября жовтня",
            "november nov novembre noviembre novembro listopada ноября листопада",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro dezember grudnia декабря грудня",
        };
        MonthNames result;
        for (int month = 1; month <= 12; ++month)
            for (std::string_view row = rows[month - 1]; !row.empty();) {
                const std::size_t end = std::min(row.find(' '), row.size());
                result.months.emplace(row.substr(0, end), month);
                result.lengths[static_cast<unsigned char>(row[0])] |= 1u << end % 32;
                row.remove_prefix(std::min(end + 1, row.size()));
            }
        return result;
    }();
    return names;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Reads from left to right; a step that does not fit leaves the place where it was.
class Scanner {
public:
    Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    void back_to(std::size_t at) { at_ = at; }
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    bool take(std::string_view exact) {
        if (text_.substr(at_, exact.size()) != exact) return false;
        at_ += exact.size();
        return true;
    }
    bool take_any(std::string_view of) {
        if (at_ >= text_.size() || of.find(text_[at_]) == std::string_view::npos) return false;
        ++at_;
        return true;
    }
    void skip_spaces() {
        for (std::size_t n = 0; n < 8; ++n)
            if (!take(" ") && !take("\t") && !take("\n") && !take("\xc2\xa0")) return;
    }
    /// A run of `least` to `most` digits that no further digit follows.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t n = 0;
        while (n <= most && is_ascii_digit(peek(n))) ++n;
        if (n < least || n > most) return {};
        int value = 0;
        std::from_chars(text_.data() + at_, text_.data() + at_ + n, value);
        at_ += n;
        return value;
    }
    /// A run of letters, lower case; empty when there is none or it is longer than any that is known. Lives until the next call.
    std::string_view word() {
        std::size_t size = 0;
        while (size < word_.size() && is_letter(peek()) && peek() != '\xc2') word_[size++] = ascii_lower(text_[at_++]);
        return is_letter(peek()) && peek() != '\xc2' ? std::string_view() : std::string_view(word_.data(), size);
    }

private:
    std::string_view text_;
    std::size_t at_;
    std::array<char, 24> word_;
};

struct Parts {
    Civil civil;
    std::optional<int> minute, offset;
};

int century(int year) { return year < 70 ? 2000 + year : 1900 + year; }

/// Any of these words (lower case) at the place.
bool take_word(Scanner& scan, std::initializer_list<std::string_view> words) {
    const std::size_t begin = scan.at();
    const std::string_view word = scan.word();
    if (!word.empty() && std::find(words.begin(), words.end(), word) != words.end()) return true;
    scan.back_to(begin);
    return false;
}

std::optional<int> read_offset(Scanner& scan) {
    const std::size_t begin = scan.at();
    scan.skip_spaces();
    if (scan.take("Z")) return 0;
    const bool named = take_word(scan, {"gmt", "utc", "ut"});
    const char sign = scan.peek();
    if (sign == '+' || sign == '-') {
        scan.take_any("+-");
        const auto hours = scan.number(1, 4);
        if (hours) {
            int minutes = *hours > 99 ? *hours / 100 * 60 + *hours % 100 : *hours * 60;
            const std::size_t rest = scan.at();
            if (*hours <= 99 && scan.take(":")) {
                if (const auto more = scan.number(2, 2)) minutes += *more;
                else scan.back_to(rest);
            }
            if (minutes <= 14 * 60) return sign == '-' ? -minutes : minutes;
        }
        if (named) return 0;
    } else if (named) {
        return 0;
    } else {
        for (const auto& [name, minutes] : {std::pair{"cest", 120}, {"cet", 60}, {"bst", 60}, {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420},
                                            {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"mesz", 120}, {"mez", 60}})
            if (take_word(scan, {name})) return minutes;
    }
    scan.back_to(begin);
    return {};
}

/// "T06:45:00+01:00", ", 6.45 Uhr", " at 6:45 am": what may follow a day.
void read_time(Scanner& scan, Parts& parts) {
    const std::size_t begin = scan.at();
    if (!(scan.peek() == 'T' && is_ascii_digit(scan.peek(1)) && scan.take("T"))) {
        scan.skip_spaces();
        while (scan.take_any(",|-@/") || scan.take("\xc2\xb7") || scan.take("\xe2\x80\x93") || scan.take("\xe2\x80\xa2")) scan.skip_spaces();
        if (take_word(scan, {"at", "um", "a", "alle", "om", "kl", "le"}) || scan.take("\xc3\xa0")) scan.skip_spaces();
    }
    const auto hour = scan.number(1, 2);
    if (!hour || *hour > 24) return scan.back_to(begin);
    int minute = 0;
    const bool parted = scan.take_any(":.h");
    if (parted) {
        const auto read = scan.number(2, 2);
        if (!read || *read > 59) return scan.back_to(begin);
        minute = *read;
        if (scan.peek() == ':' && is_ascii_digit(scan.peek(1))) {
            scan.take(":");
            scan.number(2, 2);
            if (scan.peek() == '.' && is_ascii_digit(scan.peek(1))) {
                scan.take(".");
                scan.number(1, 9);
            }
        }
    }
    const std::size_t after = scan.at();
    scan.skip_spaces();
    int hours = *hour;
    bool half_named = false;
    if (take_word(scan, {"am"}) || scan.take("a.m.")) {
        half_named = true;
        if (hours == 12) hours = 0;
    } else if (take_word(scan, {"pm"}) || scan.take("p.m.")) {
        half_named = true;
        if (hours < 12) hours += 12;
    } else if (take_word(scan, {"uhr"})) {
        half_named = true;
    } else {
        scan.back_to(after);
    }
    if ((!parted && !half_named) || hours > 23) return scan.back_to(begin);
    parts.minute = hours * 60 + minute;
    parts.offset = read_offset(scan);
}

/// The "year" that stands behind day and month, also "de 2019", "'19" is none.
std::optional<int> read_year(Scanner& scan) {
    const std::size_t begin = scan.at();
    scan.take_any(".,");
    scan.skip_spaces();
    scan.take(",");
    if (take_word(scan, {"de", "del", "of"})) scan.skip_spaces();
    const auto year = scan.number(4, 4);
    if (!year) scan.back_to(begin);
    return year;
}

std::optional<Parts> read_from_number(Scanner& scan, DayOrder order) {
    const std::size_t begin = scan.at();
    if (const auto year = scan.number(4, 4)) {  // 2019-06-14, 2019/6/14, 2019年6月14日
        const char mark = scan.peek();
        if (scan.take_any("-/.") || scan.take("\xe5\xb9\xb4")) {
            const auto month = scan.number(1, 2);
            const bool same = month && (scan.peek() == mark ? scan.take_any("-/.") : scan.take("\xe6\x9c\x88"));
            const auto day = same ? scan.number(1, 2) : std::nullopt;
            if (day) {
                scan.take("\xe6\x97\xa5");
                return Parts{{*year, *month, *day}, {}, {}};
            }
        }
        scan.back_to(begin);
        return {};
    }
    const auto first = scan.number(1, 2);
    if (!first) return {};
    const char mark = scan.peek();
    if (mark == '.' || mark == '/' || mark == '-') {
        const std::size_t here = scan.at();
        scan.take_any("./-");
        if (mark == '.') scan.skip_spaces();
        const auto second = scan.number(1, 2);
        if (second && scan.peek() == mark) {
            scan.take_any("./-");
            if (mark == '.') scan.skip_spaces();
            auto year = scan.number(4, 4);
            if (!year && mark != '-') {
                year = scan.number(2, 2);
                if (year) year = century(*year);
            }
            if (year) {
                const bool day_first = mark == '.' || *first > 12 || (*second <= 12 && order == DayOrder::day_first);
                const bool month_first = !day_first && (*second > 12 || order == DayOrder::month_first);
                if (day_first) return Parts{{*year, *second, *first}, {}, {}};
                if (month_first) return Parts{{*year, *first, *second}, {}, {}};
                scan.back_to(begin);
                return {};
            }
        }
        scan.back_to(here);
    }
    // 14 June 2019, 14. Juni 2019, 14th of June, 2019, 14-Jun-2019
    if (!take_word(scan, {"st", "nd", "rd", "th", "er"})) scan.take_any(".-") || scan.take("\xc2\xba");
    scan.skip_spaces();
    if (take_word(scan, {"of", "de", "di"})) scan.skip_spaces();
    const int month = month_of_name(scan.word());
    if (month) {
        scan.take("-");
        if (const auto year = read_year(scan)) return Parts{{*year, month, *first}, {}, {}};
    }
    scan.back_to(begin);
    return {};
}

/// June 14, 2019; Jun 14 06:45:00 +0100 2019
std::optional<Parts> read_from_name(Scanner& scan) {
    const std::size_t begin = scan.at();
    const int month = month_of_name(scan.word());
    if (month) {
        scan.take(".");
        scan.skip_spaces();
        if (const auto day = scan.number(1, 2)) {
            const std::size_t after = scan.at();
            take_word(scan, {"st", "nd", "rd", "th"});
            if (const auto year = read_year(scan)) return Parts{{*year, month, *day}, {}, {}};
            scan.back_to(after);
            Parts parts{{0, month, *day}, {}, {}};
            read_time(scan, parts);
            scan.skip_spaces();
            if (const auto year = parts.minute ? scan.number(4, 4) : std::nullopt) {
                parts.civil.year = *year;
                return parts;
            }
        }
    }
    scan.back_to(begin);
    return {};
}

std::string edtf_of(const Parts& parts) {
    EdtfDate date;
    date.year = parts.civil.year;
    date.month = parts.civil.month;
    date.day = parts.civil.day;
    date.minute = parts.minute;
    if (parts.minute) date.utc_offset = parts.offset;
    return format_edtf(date);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view space = " \t\n\r\"'";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit); }

/// 20190614, 1560494700, 1560494700000
std::optional<std::string> read_digits(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() == 8 || text.size() == 14) {
        if (text.size() == 14) value /= 1000000;
        const Civil civil{static_cast<int>(value / 10000), static_cast<int>(value / 100 % 100), static_cast<int>(value % 100)};
        if (civil.year >= 1000 && is_valid(civil)) return edtf_of({civil, {}, {}});
    } else if (text.size() == 10 || text.size() == 13) {
        if (text.size() == 13) value /= 1000;
        return edtf_of({to_civil(static_cast<Day>(value / 86400)), static_cast<int>(value / 60 % 1440), 0});
    }
    return {};
}

}  // namespace

int month_of_name(std::string_view word) {
    std::array<char, 24> folded;  // no name is as long
    if (word.size() > folded.size()) return 0;
    std::transform(word.begin(), word.end(), folded.begin(), [](char c) { return ascii_lower(c); });
    return month_names().find({folded.data(), word.size()});
}

DayOrder day_order_of(std::string_view language) {
    std::string folded;
    for (char c : language.substr(0, 5)) folded += c == '_' ? '-' : ascii_lower(c);
    if (folded == "en-us" || folded == "en-ph") return DayOrder::month_first;
    return folded.empty() || folded == "en" ? DayOrder::unknown : DayOrder::day_first;
}

std::optional<FoundDate> find_date(std::string_view text, DayOrder order, std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        if (i > 0 && (is_ascii_digit(text[i - 1]) || (is_letter(text[i - 1]) && static_cast<unsigned char>(text[i - 1]) < 0x80))) continue;
        if (!is_ascii_digit(text[i]) && !is_letter(text[i])) continue;
        Scanner scan(text, i);
        auto parts = is_ascii_digit(text[i]) ? read_from_number(scan, order) : read_from_name(scan);
        if (!parts || !is_valid(parts->civil) || is_ascii_digit(scan.peek())) continue;
        if (!parts->minute) read_time(scan, *parts);
        return FoundDate{edtf_of(*parts), {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(scan.at())}};
    }
    return {};
}

std::optional<std::string> read_stated_date(std::string_view text, DayOrder order) {
    text = trim(text);
    if (text.empty() || text.size() > 100) return {};
    if (all_digits(text) && text.size() != 4) return read_digits(text);
    if (const EdtfResult edtf = parse_edtf(text); edtf.edtf) return format_edtf(*edtf.edtf);
    const auto found = find_date(text, order);
    if (!found) return {};
    // Before it a weekday, behind it a time zone at most: else it is a text with a date in it.
    const std::string_view before = text.substr(0, found->span.begin), behind = text.substr(found->span.end);
    const auto harmless = [](std::string_view rest) { return rest.size() <= 16 && std::none_of(rest.begin(), rest.end(), is_ascii_digit); };
    if (!harmless(before) || behind.size() > 12) return {};
    return found->edtf;
}

}  // namespace annals
