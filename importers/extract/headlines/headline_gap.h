// What a sentence tells of its second date with words that stand before the first.
#pragma once

#include "importers/extract/grammar/referent.h"
#include "importers/extract/headlines/headline_pronouns.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// "Holm bought the quarry in May and [the brickworks two years later]": "Holm bought the brickworks"; "The weir broke in May, [the lock in June]": "The lock broke".
/// `own` are the words of `phrases` that date what is told of `trigger`. Empty where the verb is not left out there, or a doubt.
std::string told_of_gap(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, TokenRange own, const ReferentBefore& before);

/// The phrases, each with what it tells of its own: what is told of the first date goes without "and the brickworks two years later".
std::vector<TokenRange> phrases_with_gaps(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before);

/// "beat Marn in 2011 [and again] in 2013": the words to put behind a headline; empty where it is told once.
std::string_view told_again(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, TokenRange own);

}  // namespace annals
