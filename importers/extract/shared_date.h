// Event words that have a date of their sentence beside the one that an event of a timeline has: "issued a statement on Friday, saying ...".
#pragma once

#include "importers/extract/time_expression.h"
#include "importers/extract/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// What dates a word: a day of an expression (its own, or the one that it counts from); null for nothing.
struct WordDate {
    const Resolution* resolution = nullptr;
    const Date* date = nullptr;
};

/// The date of each token that is an event word: `known`, those of the sentence's timeline; what an expression hangs on; what goes on at
/// the time of a word that has a date. Linear in tokens, but for the climb from each expression.
std::vector<WordDate> dates_of_words(std::string_view text, const Tree& tree, const std::vector<Resolution>& resolutions, std::optional<Day> written,
                                     std::vector<WordDate> known);

}  // namespace annals
