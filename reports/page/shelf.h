// Where an event stands in the page: under which year and month, and how long nothing happened before it.
#pragma once

#include "core/time/date.h"
#include "reports/silences.h"

#include <string>

namespace annals::page {

/// A heading is never finer than the date: what began somewhere in 1850 to 1859 stands under "From 1850", not under 1850.
struct Shelf {
    enum class Kind { year, from_year, up_to_year, undated };
    Kind kind = Kind::undated;
    int year = 0;   // astronomical
    int month = 0;  // 1..12; 0 when the month is not known
    bool same_year(const Shelf& other) const { return kind == other.kind && year == other.year; }
};

Shelf shelf_of(const Date& date);
std::string year_in_words(int year);               // "1994", "44 BC"
std::string year_heading(const Shelf& shelf);      // "1994", "From 1850", "Until 1909", "Undated"
std::string month_heading(const Shelf& shelf);     // "March", "Some time in the year"

std::string silence_in_words(const Silence& silence);  // "No event for 14 months", "Nothing new begins for 6 years" (while something lasts)
std::string days_in_words(Day days);  // "45 days", "14 months", "64 years": rounded down, but two days short of a month make one

}  // namespace annals::page
