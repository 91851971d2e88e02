// One pass of the rules over the tokens of a sentence: the longest match at each place, left to right.
#pragma once

#include "importers/extract/matching/rule_set.h"
#include "importers/extract/words/line_heads.h"
#include "importers/extract/words/sentence.h"

#include <span>
#include <string_view>
#include <vector>

namespace annals {

/// A stretch of tokens that a rule reads, and what it says.
struct Match {
    std::uint32_t first = 0, last = 0;  // tokens [first, last) of the sentence
    const Rule* rule = nullptr;         // lives as long as the rule set
    Meaning meaning;
};

/// What an expression has for a name of its pattern. Says nothing before it is set, so that many cost nothing to make.
struct Capture {
    SlotId slot;
    std::int32_t value;
};

/// Reused from sentence to sentence so that nothing is allocated for a sentence without time.
class Scanner {
public:
    explicit Scanner(const RuleSet& rules) : rules_(rules) {}

    /// Replaces `matches` by those of the sentence, in order, not overlapping. Linear in tokens. Tags are filled when a rule asks for them.
    void scan(std::string_view text, Sentence& sentence, std::vector<Match>& matches);

    /// Whether the sentences to come stand in an entry of a live page, where "at nine" is a time.
    void enter_live_entry(bool in_it) { in_live_entry_ = in_it; }
    /// What the sentences of the text begin with (line_heads).
    void enter_lines(LineHeads heads) { heads_ = heads; }

    /// What the lexicon knows of the tokens scanned last.
    const LookedUp& looked_up() const { return at_; }

private:
    struct Captures {
        std::size_t size = 0;
        std::array<Capture, 16> values;  // the first `size` of them are set
    };
    struct Best {
        std::uint32_t begin = 0, end = 0, reach = 0;  // body and total end
        const Rule* rule = nullptr;
        Captures captures;
    };

    /// Looks the tokens up; gives those at which an expression may begin.
    std::span<const std::uint32_t> look_up(Tokens tokens);
    /// What token i may be; of the one behind the last: nothing.
    MayBe may_be(std::uint32_t i) const;
    bool may_go_on(const TrieEdge& edge, std::uint32_t i, const MayBe& next) const;
    Best longest_at(Sentence& sentence, std::uint32_t i);
    /// Goes on behind an edge whose end is token i.
    void walk(Sentence& sentence, const TrieEdge& from, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
              Best& best);
    void follow(Sentence& sentence, const TrieEdge& edge, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
                Best& best);
    void accept(Sentence& sentence, const TrieNode& node, std::uint32_t reach, std::uint32_t begin, std::uint32_t end,
                const Captures& captures, Best& best);
    bool is_meant(Sentence& sentence, std::uint32_t i, const WordSense& sense) const;
    bool passes(Sentence& sentence, const RuleCheck& check, std::uint32_t begin, std::uint32_t end) const;

    const RuleSet& rules_;
    LookedUp at_;
    bool in_live_entry_ = false;
    LineHeads heads_ = LineHeads::other;
    std::vector<std::uint64_t> figures_;  // that each token which is a number may be: a bit set of ClassId
    std::vector<std::uint32_t> starts_;   // room for what look_up gives
};

Meaning meaning_of(const Rule& rule, std::span<const Capture> captured);

}  // namespace annals
