// Reading EDTF. A text that is none gets a reason that names its first fault, and what may have been meant.
#include "core/time/edtf.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

/// Reads one EDTF date that is the whole of a text. The first fault is kept in `problem`, which stays empty when the
/// text does not even look like a date.
class DateReader {
public:
    DateReader(std::string_view text, std::string& problem) : text_(text), problem_(problem) {}

    bool read(EdtfDate& date) {
        if (!read_year(date)) return false;
        if (skip('-') && !read_month(date)) return false;
        if (skip('~')) {
            date.about = true;
        } else if (skip('?')) {
            date.doubtful = true;
        } else if (skip('%')) {
            date.about = date.doubtful = true;
        }
        if (at_ == text_.size()) return true;
        if (date.about || date.doubtful) return fail("~, ? and % stand at the end of a date and qualify the whole of it");
        return false;
    }

private:
    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool skip(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    /// Exactly two digits, none behind them; -1 otherwise.
    int two_digits() {
        if (!is_digit(peek()) || !is_digit(peek(1)) || is_digit(peek(2))) return -1;
        const int value = 10 * (peek() - '0') + (peek(1) - '0');
        at_ += 2;
        return value;
    }

    bool read_year(EdtfDate& date) {
        const bool negative = skip('-');
        int year = 0, digits = 0, unspecified = 0;
        while (is_digit(peek()) && digits < 10) {
            if (digits < 4) year = 10 * year + (peek() - '0');
            ++digits, ++at_;
        }
        while (peek() == 'X' && digits > 0 && digits + unspecified < 4) {
            year = 10 * year;
            ++unspecified, ++at_;
        }
        if (digits > 4) return peek() == '-' || at_ == text_.size() ? year_out_of_range(digits) : false;
        if (digits + unspecified < 4) return false;
        if (unspecified > 2) return fail("at most the last two digits of a year may be X: 185X, 18XX");
        if (unspecified > 0 && peek() == '-') return fail("a decade or a century has no months");
        if (negative && year == 0 && unspecified == 0) return fail("there is no year -0000; 1 BC is 0000");
        date.unspecified = unspecified;
        // The first year of the 8th century BC, -07XX, is -799.
        date.year = negative ? -(year + (unspecified == 2 ? 99 : unspecified == 1 ? 9 : 0)) : year;
        return true;
    }

    bool year_out_of_range(int digits) {
        if (digits == 8) return false;  // rather a day without its hyphens
        return fail("years go from -9999 to 9999 and have four digits");
    }

    bool read_month(EdtfDate& date) {
        if (peek() == 'X') return read_unspecified_month();
        int month = two_digits();
        if (month < 0) return false;
        if (month >= 25 && month <= 28) month -= 4;  // the northern seasons by name
        if (month < 1 || (month > 12 && month < 21) || month > 41) return fail("there is no month " + two(month));
        date.month = month;
        if (!skip('-')) return true;
        if (month > 12) return fail("only a month, 01 to 12, has days");
        if (peek() == 'X') return skip('X') && skip('X');  // some day in the month: the month
        const int day = two_digits();
        if (day < 0) return false;
        const int days = days_in_month(date.year, month);
        if (day == 0) return fail("there is no day 00");
        if (day > days) return fail(month_name_and_year(date) + " has " + std::to_string(days) + " days");
        date.day = day;
        return skip('T') ? read_time(date) : true;
    }

    /// YYYY-XX and YYYY-XX-XX: some month, some day of the year.
    bool read_unspecified_month() {
        if (!skip('X') || !skip('X')) return false;
        if (!skip('-')) return true;
        return (skip('X') && skip('X')) || fail("a day of an unknown month cannot be placed");
    }

    bool read_time(EdtfDate& date) {
        const int hour = two_digits();
        if (hour < 0 || !skip(':')) return fail("a time of day is written T20:47, T20:47Z or T20:47+01:00");
        const int minute = two_digits();
        if (minute < 0) return fail("a time of day is written T20:47, T20:47Z or T20:47+01:00");
        if (hour > 23) return fail("there is no hour " + two(hour));
        if (minute > 59) return fail("there is no minute " + two(minute));
        date.minute = 60 * hour + minute;
        return (!skip(':') || read_second()) && read_offset(date);
    }

    bool read_second() {  // read, checked and dropped: minutes are the finest unit
        const int second = two_digits();
        if (second < 0) return false;
        if (second > 60) return fail("there is no second " + two(second));
        if (!skip('.')) return true;
        if (!is_digit(peek())) return false;
        while (is_digit(peek())) ++at_;
        return true;
    }

    bool read_offset(EdtfDate& date) {
        if (skip('Z')) {
            date.utc_offset = 0;
            return true;
        }
        if (peek() != '+' && peek() != '-') return true;
        const bool west = text_[at_++] == '-';
        const int hours = two_digits();
        const int minutes = skip(':') ? two_digits() : 0;
        if (hours < 0 || minutes < 0) return fail("an offset is written +01:00, -05:00 or Z");
        if (hours > 18 || minutes > 59 || 60 * hours + minutes > 18 * 60) return fail("an offset is at most 18 hours");
        if (west && hours == 0 && minutes == 0) return fail("there is no offset -00:00; write Z");
        date.utc_offset = west ? -(60 * hours + minutes) : 60 * hours + minutes;
        return true;
    }

    static std::string month_name_and_year(const EdtfDate& date) {
        const std::string year = date.year > 0 ? std::to_string(date.year) : std::to_string(1 - date.year) + " BC";
        return std::string(month_name(*date.month)) + " " + year;
    }

    std::string_view text_;
    std::string& problem_;
    std::size_t at_ = 0;
};

bool read_end(std::string_view text, EdtfEnd& end, std::string& problem) {
    if (text.empty() || text == "..") {
        end.kind = text.empty() ? EdtfEnd::Kind::unknown : EdtfEnd::Kind::open;
        return true;
    }
    return DateReader(text, problem).read(end.date);
}

/// A beginning and an end in the wrong order of days, or of minutes of one day where they can be compared.
bool reversed(const EdtfEnd& start, const EdtfEnd& end) {
    if (start.kind != EdtfEnd::Kind::date || end.kind != EdtfEnd::Kind::date) return false;
    const DayRange first = days_of(start.date), last = days_of(end.date);
    if (first.first > last.last) return true;
    return start.date.minute && end.date.minute && first == last && start.date.utc_offset == end.date.utc_offset &&
           *start.date.minute > *end.date.minute;
}

bool read_interval(std::string_view text, Edtf& edtf, std::string& problem) {
    const std::size_t slash = text.find('/');
    edtf.kind = Edtf::Kind::interval;
    if (!read_end(text.substr(0, slash), edtf.start, problem) || !read_end(text.substr(slash + 1), edtf.end, problem)) return false;
    if (edtf.start.kind != EdtfEnd::Kind::date && edtf.end.kind != EdtfEnd::Kind::date) {
        problem = "an interval needs a date at one end";
    } else if (reversed(edtf.start, edtf.end)) {
        problem = "the interval ends before it begins";
    }
    return problem.empty();
}

/// One member of a set, as (first, last): a date, a range of dates, or one that is open on a side.
bool read_choice(std::string_view text, EdtfEnd& first, EdtfEnd& last, std::string& problem) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        if (!DateReader(text, problem).read(first.date)) return false;
        last = first;
        return true;
    }
    const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
    first.kind = from.empty() ? EdtfEnd::Kind::open : EdtfEnd::Kind::date;
    last.kind = to.empty() ? EdtfEnd::Kind::open : EdtfEnd::Kind::date;
    if (from.empty() && to.empty()) return false;
    if (!from.empty() && !DateReader(from, problem).read(first.date)) return false;
    if (!to.empty() && !DateReader(to, problem).read(last.date)) return false;
    if (reversed(first, last)) problem = "a range of the set ends before it begins";
    return problem.empty();
}

/// Order of the members of a set: by their days, an open side outermost, then by their text; each stands once.
void sort_choices(std::vector<EdtfEnd>& choices) {
    struct Choice {
        DayRange days;
        std::string text;
        EdtfEnd first, last;
    };
    std::vector<Choice> sorted;
    for (std::size_t at = 0; at < choices.size(); at += 2) {
        const EdtfEnd &first = choices[at], &last = choices[at + 1];
        Choice choice{{min_day - 1, max_day + 1}, format_edtf(Edtf{Edtf::Kind::one_of, {}, {}, {}, {first, last}}), first, last};
        choice.text.pop_back();  // "]" would sort behind "?"
        if (first.kind == EdtfEnd::Kind::date) choice.days.first = days_of(first.date).first;
        if (last.kind == EdtfEnd::Kind::date) choice.days.last = days_of(last.date).last;
        sorted.push_back(std::move(choice));
    }
    const auto before = [](const Choice& a, const Choice& b) { return a.days != b.days ? a.days < b.days : a.text < b.text; };
    const auto same = [](const Choice& a, const Choice& b) { return a.text == b.text; };
    std::sort(sorted.begin(), sorted.end(), before);
    sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
    choices.clear();
    for (const Choice& choice : sorted) choices.insert(choices.end(), {choice.first, choice.last});
}

bool read_one_of(std::string_view text, Edtf& edtf, std::string& problem) {
    if (text.back() != ']' || text.size() < 3) return false;
    text = text.substr(1, text.size() - 2);
    edtf.kind = Edtf::Kind::one_of;
    while (true) {
        const std::size_t comma = text.find(',');
        EdtfEnd first, last;
        if (!read_choice(text.substr(0, comma), first, last, problem)) return false;
        edtf.choices.insert(edtf.choices.end(), {first, last});
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    sort_choices(edtf.choices);
    if (edtf.choices.size() == 2 && edtf.choices[0] == edtf.choices[1]) {  // one of one
        const EdtfDate date = edtf.choices[0].date;
        edtf = {};
        edtf.date = date;
    }
    return true;
}

/// The value of one or two digits; 0 for anything else, which is no month and no day.
int small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 2) return 0;
    return digits.size() == 1 ? digits[0] - '0' : 10 * (digits[0] - '0') + (digits[1] - '0');
}

std::string day_if_valid(Civil civil) { return is_valid(civil) ? format_day(to_day(civil)) : std::string(); }

/// What the writer of three numbers, YYYYMMDD, D/M/Y, M/D/Y or Y/M/D, may have meant; empty when nothing fits.
std::string suggestion(std::string_view text) {
    std::array<std::string_view, 3> parts;
    if (text.size() == 8 && std::all_of(text.begin(), text.end(), is_digit)) {
        parts = {text.substr(0, 4), text.substr(4, 2), text.substr(6)};
    } else {
        std::size_t count = 0, at = 0;
        while (at < text.size() && count < 3) {
            std::size_t end = at;
            while (end < text.size() && is_digit(text[end])) ++end;
            parts[count++] = text.substr(at, end - at);
            if (end < text.size() && text[end] != '/' && text[end] != '.' && text[end] != '-') return {};
            at = end + 1;
        }
        if (count < 3 || at <= text.size()) return {};
    }
    const bool year_last = parts[2].size() == 4;
    if (year_last) std::swap(parts[0], parts[2]);
    if (parts[0].size() != 4) return {};
    const int year = 100 * small_number(parts[0].substr(0, 2)) + small_number(parts[0].substr(2));
    const int second = small_number(parts[1]), third = small_number(parts[2]);
    const std::string month_first = day_if_valid({year, second, third});
    const std::string day_first = year_last && second != third ? day_if_valid({year, third, second}) : std::string();
    return month_first + (month_first.empty() || day_first.empty() ? "" : " or ") + day_first;
}

std::string reason(std::string_view text, std::string problem) {
    if (text.empty()) return "empty: no date";
    constexpr std::size_t shown = 60;
    std::string message;
    for (const char c : text.substr(0, shown)) message += c >= ' ' && c <= '~' ? c : '?';
    if (text.size() > shown) message += "...";
    if (!problem.empty()) return message + ": " + problem;
    if (text.front() == '{') return message + ": sets of dates that all hold, {...}, are not read; write each date for itself";
    const std::string better = suggestion(text);
    return message + ": not EDTF; " + (better.empty() ? "a date is written 2023-09-26, 2023-09, 2023 or -0043" : "write " + better);
}

}  // namespace

EdtfResult parse_edtf(std::string_view text) {
    EdtfResult result;
    std::string problem;
    Edtf& edtf = result.edtf.emplace();
    const bool good = text.empty()                                  ? false
                      : text.front() == '['                         ? read_one_of(text, edtf, problem)
                      : text.find('/') != std::string_view::npos    ? read_interval(text, edtf, problem)
                                                                    : DateReader(text, problem).read(edtf.date);
    if (!good) {
        result.edtf.reset();
        result.error = reason(text, std::move(problem));
    }
    return result;
}

}  // namespace annals
