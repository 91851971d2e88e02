// What a page writes around its text: stamps, credits, notices, sources.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// "Updated 3 May", "(Holm, 1998)", "Photo 1903 by courtesy of the museum", "Prices correct on 3 May": the date is of the page or of a source, and of nothing
/// that happened.
bool is_page_matter(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger);

}  // namespace annals
