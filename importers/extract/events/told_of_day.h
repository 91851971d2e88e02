// What is told of a day by "was": "It was on 3 May that the bridge fell", "the fire was in 1931".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// "It was on 3 May that the bridge fell", "that was in 1913, and it cost two lives": what stands behind the date; "the fire was in 1931",
/// "the webcast is tomorrow": they; no_token for "it is a Monday". `day`: the token of the expression that has the copula.
std::int32_t told_of_day(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t day);

/// "The fair, put off for lack of boats, will be on 4 May": the noun before the aside, which the parser may have missed; else no_token.
std::int32_t noun_that_will_be(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "The last time she was painted was in 1999", "the first recorded birth was in 1931": the doing, or the noun of what was the last; else no_token.
std::int32_t last_of_its_kind(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "It came into being on 3 May": no copula, whatever the parser made of it.
bool is_into_being(std::string_view text, const Tree& tree, std::uint32_t day);

}  // namespace annals
