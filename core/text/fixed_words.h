// A short list of words that is part of the program.
#pragma once

#include "core/text/ascii.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace annals {

/// Says no to most by their first letter and length. `constexpr FixedWords months{"may", "june"}`; none is empty.
template <std::size_t N>
class FixedWords {
public:
    template <typename... Words>
    constexpr explicit FixedWords(Words... words) : words_{words...} {
        for (const std::string_view word : words_) lengths_[first_of(word)] |= length_of(word);
    }

    /// Says yes to all that are in it, in either case, and to few others.
    constexpr bool may_have(std::string_view word) const { return !word.empty() && lengths_[first_of(word)] & length_of(word); }
    constexpr bool has(std::string_view word) const {
        return may_have(word) && std::find(words_.begin(), words_.end(), word) != words_.end();
    }
    /// Of a list in small letters: whatever the case of the word's ASCII letters.
    constexpr bool has_in_any_case(std::string_view word) const {
        const auto same = [](char known, char c) { return known == ascii_lower(c); };
        return may_have(word) && std::any_of(words_.begin(), words_.end(), [&](std::string_view known) {
                   return known.size() == word.size() && std::equal(known.begin(), known.end(), word.begin(), same);
               });
    }

private:
    static constexpr std::size_t first_of(std::string_view word) { return static_cast<unsigned char>(word[0]) % 32; }  // the same in both cases
    static constexpr std::uint32_t length_of(std::string_view word) { return std::uint32_t{1} << word.size() % 32; }

    std::array<std::string_view, N> words_;
    std::array<std::uint32_t, 32> lengths_{};  // by first letter: bit n = there is a word of n bytes
};
template <typename... Words>
FixedWords(Words...) -> FixedWords<sizeof...(Words)>;

}  // namespace annals
