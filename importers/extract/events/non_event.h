// Dates that date nothing: stamps, citations, names and things with a year.
#pragma once

#include "core/model/document.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// True for words that look like a dated event and are none: stamps ("updated", "retrieved"), names that hold a year
/// ("the Act of 1934"), a year alone in brackets, a heading that is only a date.
bool is_non_event(std::string_view text, const Tree& tree, BlockKind block, TokenRange expression, std::uint32_t trigger);

}  // namespace annals
