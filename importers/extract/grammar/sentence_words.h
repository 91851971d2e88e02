// The words of a tagged sentence by their places; a place outside it is an empty word.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string>
#include <string_view>

namespace annals {

class SentenceWords {
public:
    SentenceWords(std::string_view text, const Sentence& sentence)
        : sentence_(sentence), count_(static_cast<std::uint32_t>(sentence.tags.size())), text_(text) {}

    std::string_view word(std::uint32_t token) const { return token < count_ ? word_of(text_, sentence_, token) : std::string_view(); }
    Tag tag(std::uint32_t token) const { return token < count_ ? sentence_.tags[token] : Tag::none; }
    std::string base(std::uint32_t token) const { return token < count_ ? lemma_of(text_, sentence_, token) : std::string(); }

    bool is_be(std::uint32_t token) const;
    bool is_helper(std::uint32_t token) const;  // "is", "will", "has" before a verb, "had" before "to be put off"
    bool is_no(std::uint32_t token) const;      // "not", "never", "no longer"
    /// Whether one of the few words before the verb is a "not" or a "never".
    bool is_negated(std::uint32_t verb) const;
    /// "will have to be flown": a verb behind "will".
    bool will(std::uint32_t verb) const;

protected:
    const Sentence& sentence_;
    const std::uint32_t count_;

private:
    std::string_view text_;
};

}  // namespace annals
