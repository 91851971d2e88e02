// Figures as rules see them: years, days, ordinals, counts, clock times, dates in figures.
#pragma once

#include "importers/extract/words/lexicon.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// The tokens of a sentence that was looked up, with what the lexicon knows of each.
struct LookedUp {
    std::string_view text;
    const Lexicon* lexicon = nullptr;
    const Tokens* tokens = nullptr;

    /// Null for words that no rule names.
    const WordEntry* entry(std::size_t i) const { return lexicon->entry((*tokens)[i].entry); }
    std::string_view word(std::size_t i) const { return word_of(text, (*tokens)[i]); }
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

/// The classes whose figures may begin with a number, by its shape: a superset, told at a glance. A bit set of ClassId.
std::uint64_t figures_of_number(std::string_view number);
/// Those that may begin with a number word.
std::uint64_t figures_of_word();

/// Reads the figure of that class which begins at token i.
Figure read_figure(FigureClass figure, const LookedUp& at, std::size_t i, const FigureWords& in);

/// The sense of a word in a class; null if it has none.
inline const WordSense* sense_of(const WordEntry* entry, std::size_t word_class) {
    if (!entry || word_class >= max_classes || !(entry->classes >> word_class & 1)) return nullptr;
    for (const WordSense& sense : entry->senses)
        if (sense.word_class == word_class) return &sense;
    return nullptr;
}

}  // namespace annals
