// Dates that something is only measured against: "more than in 1990", "up from 3 a year earlier", "the worst storm since 1987".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// Whether the trigger tells nothing of that date, which is there to compare with what it tells.
bool is_only_compared(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger);

/// "The last fair of the year", "its worst spring of the decade": the time says among how many.
bool says_how_far(std::string_view text, const Tree& tree, TokenRange expression);

}  // namespace annals
