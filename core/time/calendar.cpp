#include "core/time/calendar.h"

#include <algorithm>
#include <cassert>

namespace annals {
namespace {

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

Day clamp_day(std::int64_t day) { return static_cast<Day>(std::clamp<std::int64_t>(day, min_day, max_day)); }

Day first_of_month(int year, int month) {
    if (year < min_year) return min_day;
    return year > max_year ? max_day : to_day({year, month, 1});
}

Day last_of_month(int year, int month) {
    if (year < min_year) return min_day;
    return year > max_year ? max_day : to_day({year, month, days_in_month(year, month)});
}

DayRange months_range(int year, int first_month, int last_month) {
    return {first_of_month(year, first_month), last_of_month(year, last_month)};
}

DayRange years_range(int first_year, int last_year) { return {first_of_month(first_year, 1), last_of_month(last_year, 12)}; }

/// Monday of ISO week 1: the week that holds 4 January. May lie outside min_day..max_day.
Day first_monday(int iso_year) {
    const Day fourth = iso_year > max_year ? max_day + 4 : to_day({iso_year, 1, 4});
    return fourth - (weekday(fourth) - 1);
}

}  // namespace

DayRange year_range(int year) { return years_range(year, year); }
DayRange month_range(int year, int month) { return months_range(year, month, month); }

DayRange season_range(int year, Season season) {
    if (season == Season::winter) return {first_of_month(year, 12), last_of_month(year + 1, 2)};
    const int first_month = 3 * (static_cast<int>(season) - static_cast<int>(Season::spring)) + 3;
    return months_range(year, first_month, first_month + 2);
}

DayRange quarter_range(int year, int quarter) { return months_range(year, 3 * quarter - 2, 3 * quarter); }
DayRange half_range(int year, int half) { return months_range(year, 6 * half - 5, 6 * half); }
DayRange third_range(int year, int third) { return months_range(year, 4 * third - 3, 4 * third); }
DayRange decade_range(int first_year) { return years_range(first_year, first_year + 9); }
DayRange century_range(int first_year) { return years_range(first_year, first_year + 99); }

DayRange iso_week_range(Day day) {
    const Day monday = day - (weekday(day) - 1);
    return {clamp_day(monday), clamp_day(monday + 6)};
}

DayRange weekend_range(Day day) {
    const Day saturday = day - (weekday(day) - 6);
    return {clamp_day(saturday), clamp_day(saturday + 1)};
}

IsoWeek iso_week(Day day) {
    const Day thursday = day - (weekday(day) - 4);  // a week belongs to the year of its Thursday
    const int year = to_civil(clamp_day(thursday)).year;
    return {year, (thursday - first_monday(year)) / 7 + 1};
}

DayRange iso_week_range(IsoWeek week) {
    if (week.year < min_year) return {min_day, min_day};
    if (week.year > max_year) return {max_day, max_day};
    const Day monday = first_monday(week.year) + 7 * (week.week - 1);
    return {clamp_day(monday), clamp_day(monday + 6)};
}

Civil add_months(Civil civil, int months) {
    const std::int64_t all = std::int64_t{civil.year} * 12 + (civil.month - 1) + months;
    if (all < std::int64_t{min_year} * 12) return to_civil(min_day);
    if (all >= (std::int64_t{max_year} + 1) * 12) return to_civil(max_day);
    const int year = floor_div(static_cast<int>(all), 12);
    const int month = static_cast<int>(all) - 12 * year + 1;
    return {year, month, std::min(civil.day, days_in_month(year, month))};
}

Civil add_years(Civil civil, int years) {
    const int most = max_year - min_year + 1;  // more always leaves the calendar, and must not overflow
    return add_months(civil, 12 * std::clamp(years, -most, most));
}

Day weekday_on_or_before(Day day, int weekday_wanted) { return clamp_day(day - (weekday(day) - weekday_wanted + 7) % 7); }
Day weekday_on_or_after(Day day, int weekday_wanted) { return clamp_day(day + (weekday_wanted - weekday(day) + 7) % 7); }
Day weekday_before(Day day, int weekday_wanted) { return weekday_on_or_before(day - 1, weekday_wanted); }
Day weekday_after(Day day, int weekday_wanted) { return weekday_on_or_after(day + 1, weekday_wanted); }

std::optional<Day> nth_weekday(int year, int month, int weekday_wanted, int nth) {
    const DayRange range = month_range(year, month);
    if (nth == -1) return weekday_on_or_before(range.last, weekday_wanted);
    const Day day = weekday_on_or_after(range.first, weekday_wanted) + 7 * (nth - 1);
    return nth >= 1 && day <= range.last ? std::optional(day) : std::nullopt;
}

// Meeus, Astronomical Algorithms, chapter 8. Both Easters return after whole cycles of years, by which a year before 1 is moved.
Day easter_sunday(int year) {
    const int y = year + 5700000;
    const int golden = y % 19, century = y / 100, rest = y % 100;
    const int moon_shift = (century + 8) / 25;
    const int epact = (19 * golden + century - century / 4 - (century - moon_shift + 1) / 3 + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int month_and_day = epact + to_sunday - 7 * late + 114;
    return to_day({year, month_and_day / 31, month_and_day % 31 + 1});
}

Day orthodox_easter_sunday(int year) {
    const int y = year + 532 * 20;
    const int moon = (19 * (y % 19) + 15) % 30;
    const int to_sunday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
    const int month_and_day = moon + to_sunday + 114;
    // A Julian day of March or April, as a Gregorian one: 0000-03-01 of the Julian calendar was 719470 days before 1970.
    const int day_of_year = (month_and_day / 31 == 4 ? 31 : 0) + month_and_day % 31;
    return clamp_day(365 * year + floor_div(year, 4) + day_of_year - 719470);
}

Day islamic_month_start(int hijri_year, int month) {
    assert(month >= 1 && month <= 12);
    constexpr std::int64_t epoch = 1948440 - 2440588;  // 1 Muharram 1: 16 July 622, Julian
    const std::int64_t year = hijri_year;
    const std::int64_t leap_days = 3 + 11 * year >= 0 ? (3 + 11 * year) / 30 : -((-(3 + 11 * year) + 29) / 30);
    return clamp_day(epoch + 354 * (year - 1) + leap_days + 29 * (month - 1) + month / 2);
}

Day hebrew_new_year(int hebrew_year) {
    constexpr std::int64_t epoch = -2092590;  // 1 Tishri 1: 7 October 3761 BCE, Julian
    // Days until the new moon of Tishri, moved so that it falls on no Sunday, Wednesday or Friday.
    const auto until = [](std::int64_t year) {
        const std::int64_t months = (235 * year - 234) / 19, parts = 12084 + 13753 * months, days = 29 * months + parts / 25920;
        return days + (3 * (days + 1) % 7 < 3 ? 1 : 0);
    };
    const std::int64_t year = std::clamp(hebrew_year, 2, 100'000), before = until(year - 1), at = until(year), behind = until(year + 1);
    const std::int64_t moved = behind - at == 356 ? 2 : at - before == 382 ? 1 : 0;  // no year has 356 or 382 days
    return clamp_day(epoch + at + moved);
}

}  // namespace annals
