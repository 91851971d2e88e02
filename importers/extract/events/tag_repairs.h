// What the rules and the words around know better than the tagger.
#pragma once

#include "importers/extract/matching/time_expression.h"
#include "importers/extract/words/sentence.h"

#include <string_view>
#include <vector>

namespace annals {

/// What follows "did not" is a verb: "did not open". WHO is a name. What the rules read as a date is one: "May" in it is no modal, "March" no verb, and a "that" behind it begins what was said.
void settle_tags(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions);

}  // namespace annals
