// Verbs that tell nothing without another: "left, [taking] the keys".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// "left, [taking] the keys", "has been ill since [returning]", "[speaking] in Leeds, Holm said": a headline of it needs the verb that it hangs on.
bool is_bare_participle(std::string_view text, const Tree& tree, std::uint32_t verb);

/// Whether a verb has a subject by itself or by the verb that it goes on from, so that a headline of it tells who.
bool has_own_subject(const Tree& tree, std::uint32_t verb);

/// "will be closed [starting] on Friday": with its date nothing is left of it.
bool says_when_it_begins(std::string_view text, const Sentence& sentence, std::uint32_t verb, const std::vector<TokenRange>& phrases);

/// "As they had [done] before, thousands marched", "As Holm [said] on Monday, it is so": the clause that tells what; else no_token.
std::int32_t main_clause_of_as(std::string_view text, const Tree& tree, std::uint32_t verb);

/// "Hit by a storm, Holm turned back": whether who turned back was hit, and nothing is said of when or whether.
bool is_participle_in_front(std::string_view text, const Tree& tree, std::uint32_t verb, std::int32_t subject);

}  // namespace annals
