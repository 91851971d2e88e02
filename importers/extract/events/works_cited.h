// Dates of works that a text cites, lists or points to: "(Holm, 1998)", "see the report for 2018", "The Long Field, Harper, 1973.".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// Whether the expression only says of which year or day a work is, or is part of its title.
bool is_of_cited_work(std::string_view text, const Sentence& sentence, TokenRange expression);

}  // namespace annals
