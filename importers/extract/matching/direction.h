// Whether a clause looks back or ahead.
#pragma once

#include "importers/extract/words/figures.h"

namespace annals {

class RuleSet;

/// The lexicon's classes of words that tell of tense: TENSE, AHEAD before "to", and PRESENT without a helper; and the id of "had".
struct TenseWords {
    TenseWords() = default;
    explicit TenseWords(Lexicon& lexicon)
        : tense(lexicon.class_of("TENSE")), ahead(lexicon.class_of("AHEAD")), present(lexicon.class_of("PRESENT")), had(lexicon.add("had").id) {
        for (const std::size_t id : {tense, ahead, present}) any |= id < max_classes ? std::uint64_t{1} << id : 0;
    }
    std::size_t tense = max_classes, ahead = max_classes, present = max_classes;
    std::uint64_t any = 0;  // bit set of the three
    std::uint32_t had = 0;
};

/// -1 past, +1 future, +2 surely future ("will"), 0 unknown, for the words around token i: by its clause when clauses are known, else by the nearest verb.
int direction_at(const LookedUp& at, const Sentence& sentence, std::size_t i, const RuleSet& rules);

}  // namespace annals
