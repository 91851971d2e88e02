// The days of a date for exports that can only draw days: calendars and timelines of other programs.
#pragma once

#include "core/time/date.h"

#include <optional>

namespace annals {

/// `days` reaches over every day on which it may have been. Where one end is not known it is what is known of the other:
/// no bound is made up. `certain`: it was on all of these days and no others.
struct KnownDays {
    DayRange days;
    bool certain = false;
};
/// None for an undated one.
std::optional<KnownDays> known_days(const Date& date);

}  // namespace annals
