#include "core/time/day.h"

#include <array>

namespace annals {
namespace {

// Years are counted from March, so that the leap day ends one; 400 of them are an era of always the same length.
// Moving every year by 25 eras keeps all numbers positive.
constexpr int eras_before_zero = 25;
constexpr int days_in_era = 146097;
constexpr int epoch = 719468;  // days from 0000-03-01 to 1970-01-01

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string_view month_name(int month) {
    constexpr std::array names = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};
    return names[static_cast<std::size_t>(month - 1)];
}

bool is_valid(Civil civil) {
    return civil.year >= min_year && civil.year <= max_year && civil.month >= 1 && civil.month <= 12 && civil.day >= 1 &&
           civil.day <= days_in_month(civil.year, civil.month);
}

Day to_day(Civil civil) {
    const bool before_march = civil.month < 3;
    const auto year = static_cast<unsigned>(civil.year + 400 * eras_before_zero - (before_march ? 1 : 0));
    const auto month = static_cast<unsigned>(civil.month + (before_march ? 9 : -3));  // March 0 .. February 11
    const unsigned day_of_year = (153 * month + 2) / 5 + static_cast<unsigned>(civil.day) - 1;
    const unsigned days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
    return static_cast<Day>(days) - days_in_era * eras_before_zero - epoch;
}

Civil to_civil(Day day) {
    const auto days = static_cast<unsigned>(day + epoch + days_in_era * eras_before_zero);
    const unsigned era = days / days_in_era;
    const unsigned day_of_era = days % days_in_era;
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned month = (5 * day_of_year + 2) / 153;
    const bool before_march = month >= 10;
    return {static_cast<int>(era * 400 + year_of_era) - 400 * eras_before_zero + (before_march ? 1 : 0),
            static_cast<int>(month) + (before_march ? -9 : 3), static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1)};
}

int weekday(Day day) {
    const int from_monday = (day + 3) % 7;  // 1970-01-01 was a Thursday
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

std::string format_day(Day day) {
    const Civil civil = to_civil(day);
    char text[11];
    char* end = text;
    const auto put = [&](int value, int width) {
        for (int at = width - 1; at >= 0; --at, value /= 10) end[at] = static_cast<char>('0' + value % 10);
        end += width;
    };
    if (civil.year < 0) *end++ = '-';
    put(civil.year < 0 ? -civil.year : civil.year, 4);
    *end++ = '-';
    put(civil.month, 2);
    *end++ = '-';
    put(civil.day, 2);
    return {text, end};
}

std::optional<Day> parse_day(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day || (negative && *year == 0)) return std::nullopt;
    const Civil civil{negative ? -*year : *year, *month, *day};
    if (!is_valid(civil)) return std::nullopt;
    return to_day(civil);
}

}  // namespace annals
