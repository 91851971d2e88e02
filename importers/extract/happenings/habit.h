// What is told as happening again and again: "usually closed in February", "every year in May".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// Whether the clause of the trigger tells a habit, so that a month, a season or a weekday without its year is none in particular.
bool is_habit(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger);

}  // namespace annals
