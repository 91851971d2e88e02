// Calendar arithmetic that dates in prose need: periods as ranges of days, and movable days.
// Every function is pure. A result that would leave min_day..max_day is clamped to it.
#pragma once

#include "core/time/day.h"

namespace annals {

enum class Season { spring = 21, summer = 22, autumn = 23, winter = 24 };  // EDTF's numbers

DayRange year_range(int year);
DayRange month_range(int year, int month);
DayRange season_range(int year, Season season);   // northern: spring Mar-May ... winter Dec-Feb of the next year
DayRange quarter_range(int year, int quarter);    // 1..4
DayRange half_range(int year, int half);          // 1..2
DayRange third_range(int year, int third);        // 1..3: Jan-Apr, May-Aug, Sep-Dec
DayRange decade_range(int first_year);            // ten years from first_year (EDTF 185X: 1850)
DayRange century_range(int first_year);           // a hundred years from first_year (EDTF 18XX: 1800)
DayRange iso_week_range(Day day);                 // Monday..Sunday of the ISO week that holds day
DayRange weekend_range(Day day);                  // Saturday..Sunday of that week

struct IsoWeek { int year = 0; int week = 1; };
IsoWeek iso_week(Day day);
DayRange iso_week_range(IsoWeek week);            // week 1..53

/// Moves by months or years; a day past the month's end becomes its last day (31 January + 1 month = 28 February).
Civil add_months(Civil civil, int months);
Civil add_years(Civil civil, int years);

/// The day with that ISO weekday, strictly before / strictly after / latest not after / earliest not before `day`.
Day weekday_before(Day day, int weekday);
Day weekday_after(Day day, int weekday);
Day weekday_on_or_before(Day day, int weekday);
Day weekday_on_or_after(Day day, int weekday);
/// The nth (1..5, or -1 for the last) such weekday of a month; none if the month has no fifth.
std::optional<Day> nth_weekday(int year, int month, int weekday, int nth);

Day easter_sunday(int year);           // Western, Gregorian rule for every year
Day orthodox_easter_sunday(int year);  // Julian rule, given as a Gregorian day
/// Tabular Islamic calendar (civil epoch): first day of a month 1..12 of the given Hijri year.
Day islamic_month_start(int hijri_year, int month);
/// 1 Tishri of a year of the Hebrew calendar (5784 begins in 2023), by its fixed rule.
Day hebrew_new_year(int hebrew_year);

}  // namespace annals
