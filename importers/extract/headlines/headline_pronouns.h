// Whom "he", "their", "whose" and "we" mean, for a headline that stands alone.
#pragma once

#include "importers/extract/grammar/referent.h"
#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// What is written for the pronoun in the subject of `trigger`'s clause, where it surely means that: for "he" "Anna Holm", for "whose"
/// "the gangs'". `before` is what the sentence before is about. Empty when there is no subject, no such pronoun or a doubt.
Replacements meanings_of_pronouns(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const ReferentBefore& before);

/// Who speaks in a headline that begins with "I" or "our crew": `speaker`, or if that is empty the label in front of `trigger`, "HOLM" of
/// "HOLM, HOST: We met on Friday." Empty when the headline begins otherwise, or when that is nobody who can speak.
std::string_view speaker_in(std::string_view headline, std::string_view text, const Sentence& sentence, std::uint32_t trigger, std::string_view speaker);

}  // namespace annals
