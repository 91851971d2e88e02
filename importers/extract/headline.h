// A headline for a mention: who did what, in the source's own words.
#pragma once

#include "importers/extract/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

inline constexpr std::size_t headline_limit = 100;  // code points

/// At most headline_limit code points: the clause of `trigger` with its subject, without date words, attribution, asides and
/// leading connectives; never cut inside a word. `antecedent`, if not empty, stands for a pronoun that is the subject.
std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     std::string_view antecedent = {});

/// The words that a pronoun in the next sentence surely means: the subject of this one if it is a name; else empty.
std::string subject_name(std::string_view text, const Tree& tree);

}  // namespace annals
