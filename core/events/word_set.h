// A few words, asked again and again which others are among them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace annals {

class WordSet {
public:
    WordSet() = default;
    WordSet(std::vector<std::string> sorted) : words_(std::move(sorted)) {
        for (const std::string& word : words_) seen_[place(word) / 64] |= std::uint64_t{1} << place(word) % 64;
    }

    /// Most words that are not in it are told by one bit.
    bool has(const std::string& word) const {
        return (seen_[place(word) / 64] >> place(word) % 64 & 1) != 0 && std::binary_search(words_.begin(), words_.end(), word);
    }
    const std::vector<std::string>& words() const { return words_; }
    bool operator==(const WordSet& other) const { return words_ == other.words_; }

private:
    static std::size_t place(const std::string& word) {
        std::uint32_t hash = 2166136261u;  // FNV-1a
        for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        return hash >> 21;
    }

    std::vector<std::string> words_;
    std::array<std::uint64_t, 32> seen_{};  // bit place(word) of each
};

}  // namespace annals
