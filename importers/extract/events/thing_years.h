// Figures and years that only tell one thing from others: "a 1957 car", "the 1918 strain", "flight VE 1927", "the prize for 1922".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// "1962", "1970s".
bool is_bare_year(std::string_view text, const Sentence& sentence, TokenRange expression);

/// Whether the expression says which thing is meant, not when the trigger happened.
bool tells_of_thing(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger);

}  // namespace annals
