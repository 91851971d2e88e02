// Who a headline is about, and the verbs that lead from there to the one that it tells.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// The subject of the verb, also where the sentence gives it none of its own: "those who lost it", "the hymn, written in a week, will be
/// sung", "Anna Holm, due to open the lock". no_token if there is none.
std::int32_t subject_of_headline(std::string_view text, const Tree& tree, std::uint32_t verb);

/// "[A man] who asked about tolls and prices was told": the subject where the parser gave
/// the verb to the last noun of the relative clause before it; else no_token.
std::int32_t subject_before_relative(std::string_view text, const Tree& tree, std::uint32_t verb);

/// Where what is told beside begins, its "and" included if the parser gave who does it to the words before: "to stop the rot [and bakers were told]".
std::uint32_t begin_of_conjunct(std::string_view text, const Tree& tree, std::uint32_t verb);

/// What stands between that subject and the verb and belongs to it: "has to [leave]", "was stopped and [taken]", "asked the crew to [land]".
/// Nothing for a verb that the subject itself governs.
std::vector<TokenRange> words_that_lead_to(std::string_view text, const Tree& tree, std::uint32_t verb);

/// The verb above one that has no subject, by way of "to" and the like: "told" of "All were told to stay". no_token where the clauses tell
/// different things.
std::int32_t verb_told_with(const Tree& tree, std::uint32_t verb);

}  // namespace annals
