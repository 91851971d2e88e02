// Figures as rules see them: years, days, ordinals, counts, clock times, dates in figures.
#pragma once

#include "importers/extract/lexicon.h"
#include "importers/extract/sentence.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// The tokens of a sentence with what the lexicon knows of each: parallel, null for words no rule names.
struct LookedUp {
    std::string_view text;
    const Tokens* tokens = nullptr;
    std::vector<const WordEntry*> entries;

    std::string_view word(std::size_t i) const { return words(text, (*tokens)[i].span); }
    std::size_t size() const { return tokens->size(); }
};

struct Figure {
    std::uint32_t length = 0;  // tokens; 0 = no such figure here
    std::int32_t value = 0;    // dates in figures: (year * 100 + first) * 100 + second; clock: minute of the day
};

/// Which lexicon classes number words are in; found by name ("NUMBER", "ORDINAL").
struct FigureWords {
    std::size_t number = max_classes, ordinal = max_classes;
};

/// Reads the figure of that class which begins at token i.
Figure read_figure(FigureClass figure, const LookedUp& at, std::size_t i, const FigureWords& in);

/// The sense of a word in a class; null if it has none.
const WordSense* sense_of(const WordEntry* entry, std::size_t word_class);

}  // namespace annals
