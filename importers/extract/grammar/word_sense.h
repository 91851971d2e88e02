// Words that may or may not be about time: may/May, march, second, fall, spring, sat, sun.
#pragma once

#include "importers/extract/words/figures.h"

#include <optional>

namespace annals {

/// Whether the doubtful word at token i is the noun that the lexicon means, by the words around; none where they say nothing.
std::optional<bool> is_time_word(const LookedUp& at, std::size_t i);

/// Whether a figure of four digits that looks like a year is one: not a price, a count, a number of a thing. By the words around, and
/// between a verb and what may be a plural by the tagger.
bool is_year(const LookedUp& at, Sentence& sentence, std::size_t i);

/// Whether a figure of three digits may be a year by the words around it; the document has to bear it out (settle_early_years).
bool is_early_year(const LookedUp& at, const Sentence& sentence, std::size_t i);

/// Whether figures may be a year after 2400, or the year 0 that there is not.
bool is_far_year(std::string_view word);

}  // namespace annals
