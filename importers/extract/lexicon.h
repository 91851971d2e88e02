// The words that rules know: classes of words with values, and single words that patterns name.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

using ClassId = std::uint8_t;                   // below 64
inline constexpr std::size_t max_classes = 64;

/// Classes of figures that are computed, not listed (read_figures in figures.h). Lexicon classes follow.
enum class FigureClass : ClassId { year, short_year, day, nth, count, digits, decade, clock, dotted_clock, hour, numeric_date, iso_date, year_words, size };
std::string_view figure_class_name(FigureClass figure);  // "YEAR", ...

/// One reading of a word.
struct WordSense {
    ClassId word_class = 0;
    int value = 0;
    bool doubtful = false;   // may be something else ("may", "march", "second"): patterns ask the grammar
};

struct WordEntry {
    std::string spelled;
    std::uint32_t id = 0;          // what patterns compare
    std::uint64_t classes = 0;     // bit set of ClassId
    std::vector<WordSense> senses;
    bool starts = false;           // some pattern may begin with it
};

/// Words are kept folded: lower case, ASCII apostrophes, without full stops.
class Lexicon {
public:
    /// The entry of a token's text, or null. Costs next to nothing for a word that the prefilter rejects.
    const WordEntry* find(std::string_view word) const {
        const auto size = word.size() < 15 ? word.size() : 15;
        if (!(prefilter_[static_cast<unsigned char>(word[0])] >> size & 1)) return nullptr;
        return find_folded(word);
    }

    WordEntry& add(std::string_view word);                                 // folds; finds or makes. The reference lives until the next call
    void add_sense(std::string_view word, const WordSense& sense);
    /// Class id for a name; max_classes when unknown.
    std::size_t class_of(std::string_view name) const;
    /// Makes a class; max_classes when there are too many.
    std::size_t add_class(std::string name, std::string constants);
    const std::string& class_name(std::size_t id) const { return classes_[id].name; }
    /// The part whose constants are the values of the class; empty for numbers.
    const std::string& class_constants(std::size_t id) const { return classes_[id].constants; }

    std::vector<WordEntry>& entries() { return entries_; }

    Lexicon();

private:
    struct Class {
        std::string name, constants;
    };
    const WordEntry* find_folded(std::string_view word) const;
    std::size_t slot_of(std::string_view folded) const;

    std::array<std::uint16_t, 256> prefilter_{};   // by first byte: bit n = a word of n bytes begins so (15: that or longer)
    std::vector<std::uint32_t> slots_;             // open addressing: index of the entry + 1, 0 = free
    std::vector<WordEntry> entries_;
    std::vector<Class> classes_;
};

/// Lower case (ASCII), U+2019 as ', full stops dropped unless there is nothing else. Gives a view of `buffer`.
std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer);

}  // namespace annals
