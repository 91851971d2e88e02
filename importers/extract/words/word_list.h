// Plain word lists of the language: importers/rules/en/NAME.words, one word or phrase a line, '#' begins a comment.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// A sorted list of lower-case words, shared by all threads, never freed.
class WordList {
public:
    explicit WordList(std::string_view text);
    bool has(std::string_view word) const;  // binary search, exact
    const std::vector<std::string_view>& words() const { return words_; }

private:
    std::vector<std::string_view> words_;
    std::array<std::uint32_t, 256> lengths_{};  // by first byte: bit n = there is a word of n bytes (of 32)
    std::array<std::uint32_t, 257> places_{};   // where the words of a first byte begin
};

/// The embedded list of that name; asserts that there is one.
const WordList& word_list(std::string_view name);

}  // namespace annals
