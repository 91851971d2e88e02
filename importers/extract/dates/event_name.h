// Which words name what is counted from: "the vote" of "two days after the vote", "the day before the vote".
#pragma once

#include "importers/extract/matching/scan.h"

#include <cstdint>

namespace annals {

/// Whether a token can be no part of a name: a mark, unless it stands within words or quotes them.
bool ends_name(const LookedUp& at, std::uint32_t i);

/// "the day after the vote", "the day before he left"; not "the day before was quiet".
bool begins_name(const LookedUp& at, std::uint32_t i);

/// "The day before she died", "a week after they were married": the token that says what happened; `first` where no pronoun stands before
/// such a word.
std::uint32_t behind_pronoun(const LookedUp& at, std::uint32_t first);

/// "She struck", "the boiler burst": whether a token is such a verb in the past.
bool is_verb_of_mishap(const LookedUp& at, std::uint32_t i);

/// Where the name that begins at `first` ends: at the next mark or clause, or in front of a sentence (`fronted`) at what begins the main
/// clause: "Four years after the peace | Barca crossed to Spain". Looks at a bounded number of tokens.
std::uint32_t name_end(const LookedUp& at, std::uint32_t first, bool fronted);

/// "the battle", "his death": of something known.
bool is_definite(const LookedUp& at, std::uint32_t i);

/// "the holdup": whether tokens [first, last) name one thing known, by one word.
bool is_one_thing(const LookedUp& at, std::uint32_t first, std::uint32_t last);
/// "her departure"
bool is_own_thing(const LookedUp& at, std::uint32_t first, std::uint32_t last);

}  // namespace annals
