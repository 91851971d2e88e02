// What the words put on a day though it did not happen then: plans that were given up, stories that are untrue, what hangs on an "if".
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// Whether the date stands beside "would", in a sentence that begins as a condition: "Had it held, the road would be dry tonight".
bool would_be_then(std::string_view text, const Sentence& sentence, TokenRange expression);

/// Whether the trigger denies a clause that the date is of: "denies that the figures were late in May".
bool is_of_denied_clause(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger);

/// What the words around the trigger make of it where its clause does not say so itself: hypothetical ("was to have opened",
/// "if the bridge shuts, food will be flown in"), denied ("that he fled is a legend", "denies having been there"); else asserted.
Modality modality_around(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

}  // namespace annals
