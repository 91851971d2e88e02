// Some hundred words, asked again and again which others are among them. Not safe for threads: they are counted when first asked for.
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
    WordSet(const std::vector<std::string>& sorted) {
        for (const std::string& word : sorted) (lines_ += lines_.empty() ? "" : "\n") += word;
    }
    /// Sorted words, one a line.
    static WordSet of_lines(std::string lines) {
        WordSet set;
        set.lines_ = std::move(lines);
        return set;
    }

    /// Most words that are not in it are told by one bit.
    bool has(const Word& word) const { return has(word.number()); }
    /// In the order of their letters.
    std::vector<std::string> words() const {
        std::vector<std::string> words;
        for_lines([&](std::string_view word) { words.emplace_back(word); });
        return words;
    }
    const std::string& lines() const { return lines_; }
    std::size_t size() const { return numbers().size(); }
    bool empty() const { return lines_.empty(); }
    bool operator==(const WordSet& other) const { return lines_ == other.lines_; }

    friend std::size_t shared_words(const WordSet& a, const WordSet& b) {
        const WordSet &few = a.size() < b.size() ? a : b, &many = &few == &a ? b : a;
        return static_cast<std::size_t>(
            std::count_if(few.numbers().begin(), few.numbers().end(), [&](std::uint64_t number) { return many.has(number); }));
    }

private:
    void for_lines(const auto& each) const {
        for (std::size_t begin = 0; begin < lines_.size();) {
            const std::size_t end = std::min(lines_.find('\n', begin), lines_.size());
            each(std::string_view(lines_).substr(begin, end - begin));
            begin = end + 1;
        }
    }
    const std::vector<std::uint64_t>& numbers() const {
        if (!numbers_.empty() || lines_.empty()) return numbers_;
        numbers_.reserve(static_cast<std::size_t>(std::count(lines_.begin(), lines_.end(), '\n')) + 1);
        for_lines([&](std::string_view word) {
            const std::uint64_t number = numbers_.emplace_back(word_number(word));
            seen_[place(number) / 64] |= std::uint64_t{1} << place(number) % 64;
        });
        return numbers_;
    }
    bool has(std::uint64_t number) const {
        const std::vector<std::uint64_t>& all = numbers();
        return may_have(number) && std::find(all.begin(), all.end(), number) != all.end();
    }
    static std::size_t place(std::uint64_t number) { return number >> 53; }
    bool may_have(std::uint64_t number) const { return (seen_[place(number) / 64] >> place(number) % 64 & 1) != 0; }

    std::string lines_;                     // less room than a string each
    mutable std::vector<std::uint64_t> numbers_;    // in the order of `lines_`
    mutable std::array<std::uint64_t, 32> seen_{};  // bit place(number) of each
};

}  // namespace annals
