// Words that are compared again and again: each has a number, so that its letters are hardly ever looked at.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

/// Equal words have equal numbers; different ones have different ones, but for one chance in 10^19.
inline std::uint64_t word_number(std::string_view word) {
    std::uint64_t hash = word.size() * 0xd6e8feb86659fd93u;
    const auto part = [](const char* bytes, auto number) {
        std::memcpy(&number, bytes, sizeof number);
        return std::uint64_t{number};
    };
    const auto mix = [&](std::uint64_t bits) {  // as splitmix64, so that all bits tell
        hash ^= bits;
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
        hash ^= hash >> 31;
    };
    for (; word.size() > 8; word.remove_prefix(8)) mix(part(word.data(), std::uint64_t{}));
    const char *first = word.data(), *last = first + word.size();
    if (word.size() >= 4) mix(part(first, std::uint32_t{}) | part(last - 4, std::uint32_t{}) << 32);  // which may be the same in part
    else if (!word.empty()) mix(part(first, std::uint8_t{}) | part(first + word.size() / 2, std::uint8_t{}) << 8 | part(last - 1, std::uint8_t{}) << 16);
    return hash;
}

class Word {
public:
    Word() = default;
    Word(std::string text) : number_(word_number(text)), text_(std::move(text)) {}
    Word(const char* text) : Word(std::string(text)) {}

    std::uint64_t number() const { return number_; }
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    bool operator==(const Word& other) const { return number_ == other.number_; }

private:
    std::uint64_t number_ = word_number({});
    std::string text_;
};

/// A few words in the order of their letters.
class Words {
public:
    Words() = default;
    Words(const std::vector<std::string>& sorted) : words_(sorted.begin(), sorted.end()) {
        for (const Word& word : words_) seen_ |= bit(word.number());
    }
    /// One a line.
    static Words of_lines(std::string_view lines) {
        Words words;
        words.words_.reserve(lines.empty() ? 0 : static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) + 1);
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = std::min(lines.find('\n', begin), lines.size());
            words.seen_ |= bit(words.words_.emplace_back(std::string(lines.substr(begin, end - begin))).number());
            begin = end + 1;
        }
        return words;
    }
    Words(std::initializer_list<std::string> sorted) : Words(std::vector<std::string>(sorted)) {}

    /// Most words that are not in it are told by one bit.
    bool has(const Word& word) const {
        return (seen_ & bit(word.number())) != 0 && std::find(words_.begin(), words_.end(), word) != words_.end();
    }
    /// False for most that have no word in common.
    bool may_share(const Words& other) const { return (seen_ & other.seen_) != 0; }
    auto begin() const { return words_.begin(); }
    auto end() const { return words_.end(); }
    std::size_t size() const { return words_.size(); }
    bool empty() const { return words_.empty(); }
    const Word& front() const { return words_.front(); }
    bool operator==(const Words& other) const = default;

private:
    static std::uint64_t bit(std::uint64_t number) { return std::uint64_t{1} << number % 64; }

    std::uint64_t seen_ = 0;
    std::vector<Word> words_;
};

}  // namespace annals
