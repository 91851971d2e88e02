// The words that rules know: classes of words with values, and single words that patterns name.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

using ClassId = std::uint8_t;  // below 64
inline constexpr std::size_t max_classes = 64;

/// Classes of figures that are computed, not listed (read_figures in figures.h). Lexicon classes follow.
enum class FigureClass : ClassId {
    year,
    short_year,
    day,
    nth,
    count,
    digits,
    decade,
    clock,
    dotted_clock,
    hour,
    numeric_date,
    iso_date,
    year_words,
    size
};
std::string_view figure_class_name(FigureClass figure);  // "YEAR", ...

/// One reading of a word.
struct WordSense {
    ClassId word_class = 0;
    int value = 0;
    bool doubtful = false;  // may be something else ("may", "march", "second"): patterns ask the grammar
};

struct WordEntry {
    std::string spelled;
    std::uint32_t id = 0;       // what patterns compare
    std::uint64_t classes = 0;  // bit set of ClassId
    std::vector<WordSense> senses;
    bool starts = false;  // some pattern may begin with it
};

/// Words are kept folded: lower case, ASCII apostrophes, without full stops.
class Lexicon {
public:
    /// The entry of a token's text, or null. Costs next to nothing for a word that the prefilter rejects.
    const WordEntry* find(std::string_view word) const {
        const auto size = word.size() < 15 ? word.size() : 15;
        if (!(prefilter_[static_cast<unsigned char>(word[0])] >> size & 1)) return nullptr;
        if (size > 8 || (size > 1 && (word[size - 1] == '.' || word[1] == '.')) || static_cast<unsigned char>(word[0]) >= 0x80)
            return find_folded(word);
        const std::uint64_t key = short_key(word);
        for (std::size_t slot = short_slot(key);; slot = (slot + 1) & (short_.size() - 1)) {
            if (!short_[slot].entry) return nullptr;
            if (short_[slot].key == key && short_[slot].size == size) return &entries_[short_[slot].entry - 1];
        }
    }

    WordEntry& add(std::string_view word);  // folds; finds or makes. The reference lives until the next call
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
    // Words of at most eight bytes are found by their bytes in lower case, packed into a number.
    struct ShortWord {
        std::uint64_t key = 0;
        std::uint32_t entry = 0;  // index + 1, 0 = free
        std::uint32_t size = 0;
    };
    static std::uint64_t short_key(std::string_view word) {
        const auto four = [](const char* at) {
            std::uint32_t bytes;
            std::memcpy(&bytes, at, 4);
            return std::uint64_t{bytes};
        };
        const std::size_t size = word.size();
        if (size >= 4) return (four(word.data()) | four(word.data() + size - 4) << 32) | 0x2020202020202020u;
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(word[i])}; };
        return (byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16) | 0x2020202020202020u;
    }
    std::size_t short_slot(std::uint64_t key) const {
        return static_cast<std::size_t>(key * 0x9e3779b97f4a7c15u >> 40) & (short_.size() - 1);
    }
    void add_short(std::size_t index);
    const WordEntry* find_folded(std::string_view word) const;
    std::size_t slot_of(std::string_view folded) const;

    std::array<std::uint16_t, 256> prefilter_{};  // by first byte: bit n = a word of n bytes begins so (15: that or longer)
    std::vector<std::uint32_t> slots_;            // open addressing: index of the entry + 1, 0 = free
    std::vector<ShortWord> short_;                // the same for short words
    std::vector<WordEntry> entries_;
    std::vector<Class> classes_;
};

/// Lower case (ASCII), U+2019 as ', full stops dropped unless there is nothing else. Gives a view of `buffer`.
std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer);

}  // namespace annals
