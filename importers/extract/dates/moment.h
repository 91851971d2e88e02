// A place on the calendar, as finely as it is known: the day, the ISO week, the summer, the decade.
#pragma once

#include "core/time/calendar.h"
#include "core/time/date.h"
#include "importers/extract/matching/meaning.h"

#include <string>

namespace annals {

struct Moment {
    Edtf edtf;
    DayRange days;
    int grain = unit::day;  // of namespace unit
    std::string timex;      // TIMEX3 value: "1998-W05", "1998-SU", "BC0490"
};

/// TIMEX3 value of a date: "1998-02-13T14:00", "1998-Q2", "1998-H1", "199", "19".
std::string timex_value(const EdtfDate& date);

Moment moment_of(const EdtfDate& date);
Moment moment_of_day(Day day);
Moment moment_of_year(int year);
/// Days that are no unit of the calendar; `grain` is how finely they are known.
Moment moment_of_days(DayRange days, int grain, std::string timex);

/// The day, ISO week, weekend, month, quarter, season, half, year, decade or century that holds a day.
Moment enclosing(Day day, int unit);
/// The unit n units after (before, if negative) the one that holds the day; days and weeks exactly so.
Moment unit_from(Day day, int unit, int n);
/// The day n units from a day, clamped to the month's end.
Day moved(Day day, int unit, int n);

/// "early", "mid", "late" of a year, season, month, decade or century; the moment itself for other parts or grains.
Moment part_of(const Moment& whole, int part);

EdtfDate edtf_month(int year, int month);
Edtf edtf_interval(const EdtfDate& start, const EdtfDate& end);
/// First and last date of a moment's expression.
EdtfDate first_date(const Moment& moment);
EdtfDate last_date(const Moment& moment);

}  // namespace annals
