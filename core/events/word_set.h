// Some hundred words, asked again and again which others are among them.
#pragma once

#include "core/events/word.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace annals {

class WordSet {
public:
    WordSet() = default;
    WordSet(std::vector<std::string> sorted) : words_(std::move(sorted)) {
        for (const std::string& word : words_) numbers_.push_back(word_number(word));
        std::sort(numbers_.begin(), numbers_.end());
        for (const std::uint64_t number : numbers_) seen_[place(number) / 64] |= std::uint64_t{1} << place(number) % 64;
    }

    /// Most words that are not in it are told by one bit.
    bool has(const Word& word) const { return may_have(word.number()) && std::binary_search(numbers_.begin(), numbers_.end(), word.number()); }
    /// In the order of their letters.
    const std::vector<std::string>& words() const { return words_; }
    std::size_t size() const { return words_.size(); }
    bool empty() const { return words_.empty(); }
    bool operator==(const WordSet& other) const { return words_ == other.words_; }

    friend std::size_t shared_words(const WordSet& a, const WordSet& b) {
        const WordSet &few = a.size() < b.size() ? a : b, &many = &few == &a ? b : a;
        return static_cast<std::size_t>(std::count_if(few.numbers_.begin(), few.numbers_.end(), [&](std::uint64_t number) {
            return many.may_have(number) && std::binary_search(many.numbers_.begin(), many.numbers_.end(), number);
        }));
    }

private:
    static std::size_t place(std::uint64_t number) { return number >> 53; }
    bool may_have(std::uint64_t number) const { return (seen_[place(number) / 64] >> place(number) % 64 & 1) != 0; }

    std::vector<std::string> words_;
    std::vector<std::uint64_t> numbers_;   // in order
    std::array<std::uint64_t, 32> seen_{};  // bit place(number) of each
};

}  // namespace annals
