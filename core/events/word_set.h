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
        set.numbers_.reserve(set.lines_.size() / 7 + 1);  // most words are longer
        set.for_each([&](std::string_view word) {
            const std::uint64_t number = set.numbers_.emplace_back(word_number(word));
            if (set.numbers_.size() > most_placed) return;
            std::size_t at = first_place(number);
            while (set.places_[at] != 0) at = next_place(at);
            set.places_[at] = static_cast<std::uint8_t>(set.numbers_.size());
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
        const WordSet &fewer = a.size() < b.size() ? a : b, &more = &fewer == &a ? b : a;
        std::size_t shared = 0;
        for (const std::uint64_t number : fewer.numbers_)
            if (more.has(number)) ++shared;
        return shared;
    }

private:
    static constexpr std::size_t most_placed = 192;
    static std::size_t first_place(std::uint64_t number) { return number >> 56; }
    static std::size_t next_place(std::size_t place) { return (place + 1) % 256; }
    bool has(std::uint64_t number) const {
        for (std::size_t at = first_place(number); places_[at] != 0; at = next_place(at))
            if (numbers_[places_[at] - 1u] == number) return true;
        return numbers_.size() > most_placed && std::find(numbers_.begin() + most_placed, numbers_.end(), number) != numbers_.end();
    }

    std::string lines_;                       // less room than a string each
    std::vector<std::uint64_t> numbers_;      // in the order of `lines_`
    std::array<std::uint8_t, 256> places_{};  // a hash table: of a word in `numbers_`, counted from one; 0 is free. Those behind `most_placed` have none
};

}  // namespace annals
