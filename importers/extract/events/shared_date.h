// Event words that a date of their sentence dates though no event of a timeline is made of them: "sent a note on Friday, saying ...".
#pragma once

#include "core/model/document.h"
#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// What dates a word: a day of an expression (its own, or the one that it counts from); null for nothing.
struct WordDate {
    const Resolution* resolution = nullptr;
    const Date* date = nullptr;
};

/// The event word that an expression hangs on; no_token for none. `all`: the expressions of the sentence.
std::int32_t word_of_date(std::string_view text, const Tree& tree, const Resolution& resolution, const std::vector<Resolution>& all);

/// The date of each token that is an event word: `known`, those of the sentence's timeline; what an expression hangs on; what goes on at
/// the time of a word that has a date. `written` is the last day on which the words were written. Linear in tokens, but for the climb
/// from each expression.
std::vector<WordDate> dates_of_words(std::string_view text, const Tree& tree, BlockKind block, const std::vector<Resolution>& resolutions,
                                     std::optional<Day> written, std::vector<WordDate> known);

}  // namespace annals
