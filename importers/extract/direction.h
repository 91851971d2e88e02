// Whether a clause looks back or ahead.
#pragma once

#include "importers/extract/figures.h"

namespace annals {

/// -1 past, +1 future, +2 surely future ("will"), 0 unknown, for the words around token i: by its clause when clauses are known, else by the nearest verb.
int direction_at(const LookedUp& at, const Sentence& sentence, std::size_t i);

}  // namespace annals
