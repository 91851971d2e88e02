// A clause before it is judged: its verb group and what hangs on it. Made from heads, or from tags alone.
#pragma once

#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct ClauseFrame {
    std::uint32_t first = 0, last = 0;  // tokens [first, last)
    std::uint32_t head = 0;
    std::int32_t parent = -1;            // frame that governs it
    Relation relation = Relation::none;  // to the governing frame: root, ccomp, xcomp, advcl, acl, acl_relcl, csubj, conj, parataxis
    std::int32_t governor = -1;          // the token it hangs on, which may be a noun
    std::int32_t subject = -1;
    std::int32_t mark = -1;                // "if", "that", "to", "because", ...; the last one that is not "to" wins
    std::vector<std::uint32_t> helpers;    // auxiliaries and copula, in order
    std::vector<std::uint32_t> modifiers;  // adverbs and other small words that hang on the head, in order
    bool infinitive = false;               // "to" before the verb
    bool negated = false;                  // not, never, no one, nothing, no longer told from its words
};

/// A sentence with the folded words of its tokens, and the base forms of its verbs.
struct Wording {
    const Sentence& sentence;
    std::vector<std::string> verbs;  // by token; none where the tag is no verb's

    Wording(std::string_view text, const Sentence& sentence_);
    std::int64_t size() const { return static_cast<std::int64_t>(verbs.size()); }
    std::string_view word(std::int64_t token) const {
        if (token < 0 || token >= size()) return {};
        const std::uint32_t* const place = places_.data() + token;
        return {folded_.data() + place[0], place[1] - place[0]};
    }
    Tag tag(std::int64_t token) const {
        return token < 0 || token >= static_cast<std::int64_t>(sentence.tags.size()) ? Tag::none
                                                                                     : sentence.tags[static_cast<std::size_t>(token)];
    }
    /// Base form by the token's tag.
    std::string base(std::int64_t token) const;

private:
    std::string folded_;                 // all words
    std::vector<std::uint32_t> places_;  // where each begins, and the last ends
};

/// Outer before inner, in order of `first`; empty for an empty sentence.
std::vector<ClauseFrame> frames_from_heads(const Wording& wording);
std::vector<ClauseFrame> frames_from_tags(const Wording& wording);

}  // namespace annals
