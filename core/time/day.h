// Days: the one unit in which dates are compared and indexed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are astronomical (44 BC is -43).
using Day = std::int32_t;

struct Civil {
    int year = 0;
    int month = 1;  // 1..12
    int day = 1;    // 1..days_in_month
    friend auto operator<=>(const Civil&, const Civil&) = default;
};

/// Both days inclusive, first <= last.
struct DayRange {
    Day first = 0;
    Day last = 0;
    friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

inline constexpr int min_year = -9999;
inline constexpr int max_year = 9999;
inline constexpr Day min_day = -4371587;  // -9999-01-01
inline constexpr Day max_day = 2932896;   // 9999-12-31

bool is_leap(int year);
int days_in_month(int year, int month);  // month 1..12
std::string_view month_name(int month);  // "January" .. "December"
bool is_valid(Civil civil);              // a day that exists, its year within min_year..max_year

Day to_day(Civil civil);  // civil must be valid
Civil to_civil(Day day);  // day must lie within min_day..max_day
int weekday(Day day);     // ISO: Monday 1 .. Sunday 7

/// "YYYY-MM-DD", with a leading minus for years before 0 ("-0043-03-15").
std::string format_day(Day day);
/// The reverse of format_day; none for anything else.
std::optional<Day> parse_day(std::string_view text);

}  // namespace annals
