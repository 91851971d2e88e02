// Which word names the event that an expression dates.
#pragma once

#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <string_view>
#include <vector>

namespace annals {

/// The expression with the preposition before it ("in the past week"): tokens of `resolution.sentence`.
TokenRange dating_phrase(std::string_view text, const Sentence& sentence, TokenRange expression);

/// Words that name what happened at that date, nearest first: the governing verb or event noun, then the verbs
/// conjoined with it that a fronted date governs too ("in 2019 he left the party and founded ..."). May be empty.
/// `others` are the expressions of the sentence, so that a verb with a date of its own is not given a second one.
std::vector<std::uint32_t> dated_words(std::string_view text, const Tree& tree, TokenRange expression, const std::vector<TokenRange>& others);

/// The main verb of a sentence, else its first event noun or noun outside `except`; no_token for a sentence without either.
std::int32_t main_word(std::string_view text, const Tree& tree, TokenRange except);

}  // namespace annals
