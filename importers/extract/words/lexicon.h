// The words that rules know: classes of words with values, and single words that patterns name.
#pragma once

#include "core/text/bytes.h"
#include "importers/extract/words/token.h"

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
        if (!token.plain) return find_folded(word);
        const Key key = key_of(word.data(), word.size());
        const std::uint32_t place = by_key_[place_of(key)], id = place & ~goes_on;
        const std::uint32_t is_it = 0 - std::uint32_t{keys_[id] == key};  // all bits or none
        if (place & goes_on & ~is_it) return find_key(key);
        return id & is_it;
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
    // Plain words are found by their sixteen bytes in lower case; longer ones and others by what they are folded to.
    struct Key {
        Bytes bytes{};
        bool operator==(const Key& other) const { return !has_any(bytes ^ other.bytes); }
    };
    static constexpr std::size_t key_size = sizeof(Bytes);
    static constexpr std::uint32_t goes_on = 0x80000000;  // of a place: others whose place it is stand behind it

    // Of a word of at most `key_size` bytes, where as many may be read. Takes no turn by its length.
    static Key key_of(const char* at, std::size_t size) {
        static constexpr auto in_word = [] {
            std::array<char, 2 * key_size> mask{};
            for (std::size_t i = 0; i < key_size; ++i) mask[i] = '\xff';
            return mask;
        }();
        return {(bytes_at(at) | 0x20) & bytes_at(in_word.data() + key_size - size)};
    }
    std::size_t place_of(Key key) const {
        const auto [head, tail] = std::bit_cast<std::array<std::uint64_t, 2>>(key);
        return (head * 0x9e3779b97f4a7c15u ^ tail * 0xc2b2ae3d27d4eb4fu) >> place_shift_;
    }
    void make_places();
    void add_place(std::uint32_t id);
    std::uint32_t find_key(Key key) const;
    std::uint32_t find_folded(std::string_view word) const;
    std::size_t slot_of(std::string_view folded) const;

    std::vector<std::uint32_t> slots_;   // open addressing: id of the entry, 0 = free
    std::vector<std::uint32_t> by_key_;  // those of the words that have a key, by it, with so much room that nearly all stand at their place
    std::vector<Key> keys_{{}};          // by id; none of longer words
    int place_shift_ = 0;
    std::vector<WordEntry> entries_;
    std::vector<Class> classes_;
};

/// Lower case (ASCII), U+2019 as ', full stops dropped unless there is nothing else. Gives a view of `buffer`.
std::string_view fold_word(std::string_view word, std::array<char, 32>& buffer);
/// The same of a token of the text.
inline std::string_view fold_word(std::string_view text, const Token& token, std::array<char, 32>& buffer) {
    const std::string_view word = word_of(text, token);
    const int usual = int{token.plain} & int{token.kind != TokenKind::mark};
    if (usual == 0) return fold_word(word, buffer);
    const Bytes lower = bytes_at(word.data()) | 0x20;
    std::memcpy(buffer.data(), &lower, sizeof lower);
    return {buffer.data(), word.size()};
}

}  // namespace annals
