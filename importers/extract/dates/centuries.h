// Centuries and millennia, whole and in part: "the first half of the fifth century BC".
#pragma once

#include "importers/extract/dates/moment.h"

#include <optional>

namespace annals {

/// The century or millennium of a meaning, its half or quarter where one is said; none beyond the calendar.
std::optional<Moment> read_century(const Meaning& meaning);

}  // namespace annals
