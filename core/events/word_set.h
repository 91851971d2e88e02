// Some hundred words, asked again and again which others are among them.
#pragma once

#include "core/events/word.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

class WordSet {
public:
    WordSet() = default;
    /// Sorted words, one a line.
    static WordSet of_lines(std::string lines) {
        WordSet set;
        set.lines_ = std::move(lines);
        set.numbers_.reserve(set.lines_.empty() ? 0 : static_cast<std::size_t>(std::count(set.lines_.begin(), set.lines_.end(), '\n')) + 1);
        set.for_each([&](std::string_view word) {
            const std::uint64_t number = set.numbers_.emplace_back(word_number(word));
            set.seen_[place(number) / 64] |= bit(number);
        });
        return set;
    }
    WordSet(const std::vector<std::string>& sorted) {
        std::string lines;
        for (const std::string& word : sorted) (lines += lines.empty() ? "" : "\n") += word;
        *this = of_lines(std::move(lines));
    }

    bool has(const Word& word) const { return has(word.number()); }
    /// In the order of their letters.
    void for_each(const auto& with) const {
        for (std::size_t begin = 0; begin < lines_.size();) {
            const std::size_t end = std::min(lines_.find('\n', begin), lines_.size());
            with(std::string_view(lines_).substr(begin, end - begin));
            begin = end + 1;
        }
    }
    const std::string& lines() const { return lines_; }
    std::size_t size() const { return numbers_.size(); }
    bool empty() const { return numbers_.empty(); }
    bool operator==(const WordSet& other) const { return lines_ == other.lines_; }

    friend std::size_t shared_words(const WordSet& a, const WordSet& b) {
        std::size_t shared = 0;
        for (const std::uint64_t number : b.numbers_)
            if (a.has(number)) ++shared;
        return shared;
    }

private:
    /// Most words that are not in it are told by one bit.
    bool has(std::uint64_t number) const {
        return (seen_[place(number) / 64] & bit(number)) != 0 && std::find(numbers_.begin(), numbers_.end(), number) != numbers_.end();
    }
    static std::size_t place(std::uint64_t number) { return number >> 53; }
    static std::uint64_t bit(std::uint64_t number) { return std::uint64_t{1} << place(number) % 64; }

    std::string lines_;                     // less room than a string each
    std::vector<std::uint64_t> numbers_;    // in the order of `lines_`
    std::array<std::uint64_t, 32> seen_{};  // bit place(number) of each
};

}  // namespace annals
