// The patterns of all rules as one trie, laid flat: what begins alike is read once.
#pragma once

#include "importers/extract/words/lexicon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace annals {

using SlotId = std::uint8_t;  // a name that a pattern gives to an element; 0 = none

/// One element of a pattern.
struct PatternStep {
    std::uint32_t symbol = 0;   // word id or class id
    std::int32_t constant = 0;  // a phrase of a class: its value
    SlotId slot = 0;
    bool has_constant : 1 = false;
    bool is_class : 1 = false;
    bool sure : 1 = false;    // a doubtful word must be what the class says: asks the words around, then the tagger
    bool begins : 1 = false;  // what stands before is context, not part of the expression
    bool ends : 1 = false;    // this and what follows is context
    friend bool operator==(const PatternStep&, const PatternStep&) = default;
};

/// What a token may be: a word or figure of these classes, a word with this bit of its id.
struct MayBe {
    static constexpr std::uint64_t anything = 1;  // the bit of all tokens, and of nothing behind the last
    static constexpr std::uint64_t word(std::uint32_t id) { return id ? std::uint64_t{2} << id % 63 : 0; }

    std::uint64_t words = anything;
    std::uint64_t senses = 0;  // bit set of ClassId
};

/// A filter for the token that may stand at a place: lets all through that some edge takes, and little else.
struct MayTake {
    std::uint64_t words = 0;    // bits of MayBe
    std::uint64_t classes = 0;  // bit set of ClassId

    bool operator()(const MayBe& token) const { return (words & token.words) | (classes & token.senses); }
    void add(const PatternStep& step) {
        if (step.is_class)
            classes |= std::uint64_t{1} << step.symbol % 64;
        else
            words |= MayBe::word(step.symbol);
    }
    void add(const MayTake& other) {
        words |= other.words;
        classes |= other.classes;
    }
};

struct TrieEdge {
    PatternStep step;
    std::uint32_t target = 0;
    MayTake next;  // what the edges of the target take; anything, if a rule ends there

    bool accepts() const { return next.words & MayBe::anything; }
};

/// Ranges of Trie::edges (words by id, then classes by id) and Trie::accepts.
struct TrieNode {
    std::uint32_t words = 0, classes = 0, end = 0;  // edges [words, classes) take words, [classes, end) classes
    std::uint32_t accepts = 0, accepts_end = 0;
};

struct Trie {
    std::vector<TrieNode> nodes;  // node 0 is the root
    std::vector<TrieEdge> edges;
    std::vector<std::uint32_t> accepts;  // rules that end at a node, in the order in which they were added

    std::span<const TrieEdge> words_of(const TrieNode& node) const { return {edges.data() + node.words, edges.data() + node.classes}; }
    std::span<const TrieEdge> classes_of(const TrieNode& node) const { return {edges.data() + node.classes, edges.data() + node.end}; }
    std::span<const std::uint32_t> rules_at(const TrieNode& node) const { return {accepts.data() + node.accepts, accepts.data() + node.accepts_end}; }
};

class TrieBuilder {
public:
    TrieBuilder();
    void add(std::span<const PatternStep> sequence, std::uint32_t rule);
    Trie build() const;

private:
    struct Edge {
        std::uint32_t from = 0;
        PatternStep step;
    };
    std::uint32_t node_behind(std::uint32_t node, const PatternStep& step);
    std::size_t place_of(std::uint32_t node, const PatternStep& step) const;

    struct Accept {
        std::uint32_t node = 0, rule = 0;
    };
    std::vector<Edge> edges_;                                   // edge n leads to node n + 1
    std::vector<Accept> accepts_;
    std::vector<std::uint32_t> path_{0};                        // the nodes of the sequence added last: the next one mostly begins alike
    std::vector<std::uint32_t> last_rule_;                      // of each node: the rule that ended there last, and 1
    std::vector<std::uint32_t> targets_;                        // open addressing by (node, step): a node, 0 = free
};

}  // namespace annals
