// What the parser gets wrong where a date, a bracket or an unknown name stands in its way.
#pragma once

#include "importers/extract/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// Gives verbs the subjects that they lost, and verbs of saying what was said. `expressions` are the expressions of time of the
/// sentence, which is parsed.
void repair(std::string_view text, Sentence& sentence, const std::vector<TokenRange>& expressions);

}  // namespace annals
