// What comes every year, and which year's is meant: "27 September", "last May", "the third quarter", "at Easter".
#pragma once

#include "importers/extract/dates/reading.h"

#include <functional>
#include <optional>

namespace annals {

/// A year's instance of something that comes every year; none if it does not exist that year (29 February).
using EveryYear = std::function<std::optional<Moment>(int year)>;

/// The instance of a year; none beyond the calendar.
std::optional<Moment> in_year(const EveryYear& make, int year);

/// Its year unsaid, the instance that a meaning comes to in its setting: "in May", told in a story of 1912, is of that year, and "last
/// May", written in March 2001, is that of 2000. Sets what the reading leans on, and its alternative where another one is about as near.
/// None where there is no day to lean on.
std::optional<Moment> yearly(const EveryYear& make, const Meaning& meaning, const Setting& setting, Reading& reading);

}  // namespace annals
