// Whether two mentions say that the same happened: by their triggers and what happens in their sentences.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/word.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace annals {

/// Up to three words of the two that are compared; nothing is copied.
class UsedWords {
public:
    UsedWords() = default;
    UsedWords(std::initializer_list<const Word*> words) {
        for (const Word* word : words) add(*word);
    }
    void add(const Word& word) { words_[size_++] = &word; }
    bool has(const Word& word) const {
        return std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(size_), [&](const Word* used) { return *used == word; });
    }

    /// How many of them both have.
    std::size_t count_in(const Words& a, const Words& b) const {
        std::size_t count = 0;
        for (auto word = words_.begin(); word != words_.begin() + static_cast<std::ptrdiff_t>(size_); ++word)
            if (a.has(**word) && b.has(**word) && std::none_of(words_.begin(), word, [&](const Word* before) { return *before == **word; })) ++count;
        return count;
    }

private:
    std::array<const Word*, 3> words_{};
    std::size_t size_ = 0;
};

/// How alike it is what they say that happened.
struct HeadLikeness {
    double points = 0;
    bool telling = false;           // no other word need be shared
    bool unlike = false;            // they tell of different things
    std::string_view says;          // how they are alike, with the words below; empty: they are not
    const Word *one = nullptr, *other = nullptr;
    UsedWords used;                 // terms that count as head, not once more as words
    bool loose = false;             // words that may mean the same, or a verb that may be said of anything
    bool known_one = false;         // "the fire": one of them takes it as known
    bool one_kind = false;          // nothing nearer than the kind of what they tell of: "came off the rails" and "the crash"
};
/// The words are those of `a` and `b`, which must outlive it.
HeadLikeness compare_heads(const ClusterItem& a, const ClusterItem& b);

/// "The fire": what its document takes as known.
bool takes_something_as_known(const ClusterItem& item);
/// "~some violence": not what happens, but its kind.
bool is_kind_of_happening(const Word& happening);

/// False where one is a state, known by what began it, and the other tells of nothing that may have ("in power since 1981", "shot dead in 1981"), or of
/// somebody else's.
bool may_have_begun(const ClusterItem& a, const ClusterItem& b);

/// What the head says, with its words.
std::string in_words(const HeadLikeness& head);

}  // namespace annals
