// One pass of the rules over the tokens of a sentence: the longest match at each place, left to right.
#pragma once

#include "importers/extract/rule_set.h"
#include "importers/extract/sentence.h"

#include <string_view>
#include <vector>

namespace annals {

/// A stretch of tokens that a rule reads, and what it says.
struct Match {
    std::uint32_t first = 0, last = 0;  // tokens [first, last) of the sentence
    const Rule* rule = nullptr;         // lives as long as the rule set
    Meaning meaning;
};

/// Reused from sentence to sentence so that nothing is allocated for a sentence without time.
class Scanner {
public:
    explicit Scanner(const RuleSet& rules) : rules_(rules) {}

    /// Replaces `matches` by those of the sentence, in order, not overlapping. Linear in tokens. Tags are filled when a rule asks for them.
    void scan(std::string_view text, Sentence& sentence, std::vector<Match>& matches);

    /// What the lexicon knows of the tokens scanned last.
    const LookedUp& looked_up() const { return at_; }

private:
    struct Captures {
        std::size_t size = 0;
        std::array<std::pair<SlotId, std::int32_t>, 16> values{};
    };
    struct Best {
        std::uint32_t begin = 0, end = 0, reach = 0;  // body and total end
        const Rule* rule = nullptr;
        Captures captures;
    };

    /// What the token may be a word of: a bit set of ClassId.
    std::uint64_t senses(const Token& token) const {
        return rules_.senses[token.entry] | (token.kind == TokenKind::number ? figures_of_number(words(at_.text, token.span)) : 0);
    }
    bool may_take(const MayTake& may, std::uint32_t i) const {
        return i < at_.size() && may((*at_.tokens)[i].entry, senses((*at_.tokens)[i]));
    }
    bool may_start(std::uint32_t i) const {
        const Token& token = (*at_.tokens)[i];
        if (token.kind == TokenKind::number) return true;
        if (!token.entry) return false;
        const Start& start = rules_.starts[token.entry];
        return start.alone || may_take(start.next, i + 1);
    }
    Best longest_at(Sentence& sentence, std::uint32_t i);
    void walk(Sentence& sentence, const TrieNode& node, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
              Best& best);
    void follow(Sentence& sentence, const TrieEdge& edge, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
                Best& best);
    void accept(Sentence& sentence, const TrieNode& node, std::uint32_t reach, std::uint32_t begin, std::uint32_t end,
                const Captures& captures, Best& best);
    bool passes(const Sentence& sentence, const RuleCheck& check, std::uint32_t begin, std::uint32_t end) const;

    const RuleSet& rules_;
    LookedUp at_;
};

Meaning meaning_of(const Rule& rule, const std::pair<SlotId, std::int32_t>* captured, std::size_t size);

}  // namespace annals
