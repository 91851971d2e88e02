// Other verbs of the sentence that tell what a trigger alone does not.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// "Anyone who left in May [has] to pay": the main verb of a relative clause that tells of nobody who is known; else no_token.
std::int32_t verb_of_anyone(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject);

/// "Holm [told] us what she saw": the verb above, where what is seen is not told; else no_token.
std::int32_t verb_above_what(std::string_view text, const Tree& tree, std::uint32_t trigger);

/// "Holm [shut] the gate in May and waited": the verb that the date stands with, where they have the same subject and `trigger` alone would say
/// little, as it has no object but a pronoun; else no_token.
std::int32_t verb_of_date(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases);

/// "The panel will [weigh] the appeal on 3 May": what is done to it then; else no_token.
std::int32_t verb_ahead(std::string_view text, const Tree& tree, std::uint32_t noun);

/// "according to the paper, which was [printed] in May"
bool is_told_by_which(const Tree& tree, std::uint32_t verb);

}  // namespace annals
