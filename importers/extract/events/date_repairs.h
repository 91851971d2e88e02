// What the parser gets wrong around expressions of time.
#pragma once

#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <string_view>
#include <vector>

namespace annals {

/// Hangs dates on the verbs that they date, and gives these the subjects that a date took from them. `resolutions` are those of the sentence,
/// which is parsed.
void repair_dates(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions);

}  // namespace annals
