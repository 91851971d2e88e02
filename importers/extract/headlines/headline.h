// A headline for a mention: who did what, in the source's own words.
#pragma once

#include "importers/extract/grammar/referent.h"
#include "importers/extract/grammar/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

inline constexpr std::size_t headline_limit = 100;  // code points

/// At most headline_limit code points: the clause of `trigger` with its subject, without date words, attribution, asides, datelines
/// and leading connectives; of a verb of saying also what was said. Never cut inside a word. `before` is what the sentence before is
/// about: it stands for a pronoun that surely means it. `speaker` says whose "I" and "we" it is. `own` is the phrase that dates what is told, if one does.
std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     const ReferentBefore& before = {}, std::string_view speaker = {}, TokenRange own = {});

}  // namespace annals
