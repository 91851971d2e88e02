// The words that rules know: classes of words with values, and single words that patterns name.
#pragma once

#include "importers/extract/token.h"

#include <algorithm>
#include <array>
#include <bit>
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
    bare_clock,
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
    bool doubtful = false;   // may be something else ("may", "march", "second"): patterns ask the words around
    std::uint64_t tags = 0;  // and where these say nothing, whether it bears one of these tags: a TagSet
};

struct WordEntry {
    std::string spelled;
    std::uint32_t id = 0;       // what patterns compare: 1, 2, 3 ...
    std::uint64_t classes = 0;  // bit set of ClassId
    std::vector<WordSense> senses;
};

/// Words are kept folded: lower case, ASCII apostrophes, without full stops.
class Lexicon {
public:
    /// Id of a token of the text, 0 when it has no entry. Costs next to nothing for most words that have none.
    std::uint32_t find(std::string_view text, const Token& token) const {
        const std::string_view word = word_of(text, token);
        if (!token.plain && is_to_be_folded(word)) return find_folded(word);
        const std::uint64_t key = key_of(word, text.size() - token.span.begin);
        const Place& place = by_key_[key >> key_shift_];
        if (place.key != key && place.entry) return find_key(key, word);
        return place.entry && word.size() > 8 ? find_folded(word) : place.entry;
    }

    /// What is known of the word of that id; null for 0.
    const WordEntry* entry(std::uint32_t id) const { return id ? &entries_[id - 1] : nullptr; }

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
    // Words are found by their bytes in lower case, mixed into a number: all of them, or the first and last eight, which others may share.
    struct Place {
        std::uint64_t key = 0;
        std::uint32_t entry = 0;  // id, 0 = free
    };
    static std::uint64_t eight(const char* at) {
        std::uint64_t bytes;
        std::memcpy(&bytes, at, 8);
        return bytes;
    }
    // Full stops at its end or behind its first letter; a byte beyond ASCII at its begin, or in the first and last eight of a long word.
    static bool is_to_be_folded(std::string_view word);
    // `readable`: bytes from the begin of the word to the end of the text that it stands in. Takes no turn by the length of the word.
    static std::uint64_t key_of(std::string_view word, std::size_t readable) {
        constexpr std::uint64_t lower = 0x2020202020202020u, all = ~std::uint64_t{0};
        std::array<char, 8> copy{};
        const char* at = word.data();
        if (readable < 8) at = static_cast<const char*>(std::memcpy(copy.data(), at, word.size()));
        const std::size_t first = std::min<std::size_t>(word.size(), 8), beyond = 64 - 8 * first;
        const std::uint64_t in_word = std::endian::native == std::endian::little ? all >> beyond : all << beyond;
        const std::uint64_t head = (eight(at) | lower) & in_word;
        const std::uint64_t tail = (eight(at + std::max<std::size_t>(word.size(), 8) - 8) | lower) & (word.size() > 8 ? all : 0);
        return head * 0x9e3779b97f4a7c15u ^ tail;
    }
    void make_keys();
    void add_key(const WordEntry& entry);
    std::uint32_t find_key(std::uint64_t key, std::string_view word) const;
    std::uint32_t find_folded(std::string_view word) const;
    std::size_t slot_of(std::string_view folded) const;

    std::vector<std::uint32_t> slots_;  // open addressing: id of the entry, 0 = free
    std::vector<Place> by_key_;         // the same by key, with so much room that nearly all are found at the first place
    int key_shift_ = 0;                 // of a key: to the number of its first place
    std::vector<WordEntry> entries_;
    std::vector<Class> classes_;
};

/// Lower case (ASCII), U+2019 as ', full stops dropped unless there is nothing else. Gives a view of `buffer`.
std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer);

}  // namespace annals
