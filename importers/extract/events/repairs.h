// What the parser gets wrong where a date, a bracket or an unknown name stands in its way.
#pragma once

#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <string_view>
#include <vector>

namespace annals {

/// Gives verbs the subjects that they lost, verbs of saying what was said, and the sentence the verb that it tells. `resolutions` are those of
/// the sentence, which is parsed.
void repair(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions);

}  // namespace annals
