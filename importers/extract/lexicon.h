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
    /// Id of a token of the text, 0 when it has no entry. Takes hardly a turn that is not the usual one.
    std::uint32_t find(std::string_view text, const Token& token) const {
        const std::string_view word = word_of(text, token);
        if (!token.plain && is_to_be_folded(word)) return find_folded(word);
        const Key key = key_of(word, text.size() - token.span.begin);
        const std::uint32_t place = by_key_[place_of(key)], id = place & ~goes_on;
        const bool same = keys_[id] == key, told = word.size() <= (token.plain ? key_size : key_size / 2);
        if ((same & !told) | (!same & (place >= goes_on))) return find_key(key, word, told);
        return id & (0 - std::uint32_t{same});
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
    // Words are found by their first sixteen bytes in lower case.
    static constexpr std::size_t key_size = 16;
    struct Key {
        std::uint64_t head = 0, tail = 0;
        bool operator==(const Key& other) const { return !((head ^ other.head) | (tail ^ other.tail)); }
    };
    static constexpr std::uint32_t goes_on = 0x80000000;  // of a place: others whose place it is stand behind it

    static std::uint64_t eight(const char* at) {
        std::uint64_t bytes;
        std::memcpy(&bytes, at, 8);
        return bytes;
    }
    // Full stops at its end or behind its first letter; a byte beyond ASCII at its begin, or in the first and last eight of a long word.
    static bool is_to_be_folded(std::string_view word);
    // `readable`: bytes from the begin of the word to the end of the text that it stands in. Takes no turn by the length of the word.
    static Key key_of(std::string_view word, std::size_t readable) {
        static constexpr auto in_word = [] {  // by length
            std::array<Key, key_size + 1> masks{};
            for (std::size_t size = 0; size <= key_size; ++size) {
                const auto first = [](std::size_t count) {
                    const std::uint64_t all = ~std::uint64_t{0};
                    return count == 0 ? 0 : std::endian::native == std::endian::little ? all >> (64 - 8 * count) : all << (64 - 8 * count);
                };
                masks[size] = {first(std::min<std::size_t>(size, 8)), first(std::max<std::size_t>(size, 8) - 8)};
            }
            return masks;
        }();
        constexpr std::uint64_t lower = 0x2020202020202020u;
        const std::size_t size = std::min(word.size(), key_size);
        std::array<char, key_size> copy;
        const char* at = word.data();
        if (readable < key_size) {
            copy.fill('\0');
            at = static_cast<const char*>(std::memcpy(copy.data(), at, size));
        }
        return {(eight(at) | lower) & in_word[size].head, (eight(at + 8) | lower) & in_word[size].tail};
    }
    std::size_t place_of(Key key) const { return (key.head * 0x9e3779b97f4a7c15u ^ key.tail * 0xc2b2ae3d27d4eb4fu) >> place_shift_; }
    void make_places();
    void add_place(std::uint32_t id);
    std::uint32_t find_key(Key key, std::string_view word, bool told) const;
    std::uint32_t find_folded(std::string_view word) const;
    std::size_t slot_of(std::string_view folded) const;

    std::vector<std::uint32_t> slots_;   // open addressing: id of the entry, 0 = free
    std::vector<std::uint32_t> by_key_;  // the same by key, with so much room that nearly all stand at their place
    std::vector<Key> keys_{{}};          // by id
    int place_shift_ = 0;
    std::vector<WordEntry> entries_;
    std::vector<Class> classes_;
};

/// Lower case (ASCII), U+2019 as ', full stops dropped unless there is nothing else. Gives a view of `buffer`.
std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer);

}  // namespace annals
