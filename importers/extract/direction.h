// Whether a clause looks back or ahead.
#pragma once

#include "importers/extract/figures.h"

namespace annals {

/// The lexicon's classes of words that tell of tense: TENSE, AHEAD before "to", and PRESENT without a helper.
struct TenseWords {
    std::size_t tense = max_classes, ahead = max_classes, present = max_classes;
};

/// -1 past, +1 future, +2 surely future ("will"), 0 unknown, for the words around token i: by its clause when clauses are known, else by the nearest verb.
int direction_at(const LookedUp& at, const Sentence& sentence, std::size_t i, const TenseWords& in);

}  // namespace annals
