// Feasts and world days, computed.
#pragma once

#include "core/time/day.h"

#include <optional>

namespace annals {

/// Days of a feast (namespace feast in meaning.h) in a year; none if it does not fall into it.
std::optional<DayRange> feast_days(int feast, int year);

}  // namespace annals
