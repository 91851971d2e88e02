// The parser's inside: arc-hybrid transitions, and the features and moves that training and parsing share.
#pragma once

#include "importers/extract/words/weights.h"
#include "importers/extract/words/word_form.h"

#include <array>
#include <cstdint>
#include <vector>

namespace annals {

/// A move and its relation as one class of the model: 0 shift, then left arcs, then right arcs, by relation.
using MoveClass = std::uint8_t;
constexpr int relation_count = static_cast<int>(Relation::punct) + 1;
constexpr int move_class_count = 1 + 2 * relation_count;
enum class Move : std::uint8_t { shift, left, right };

inline MoveClass class_of(Move move, Relation relation) {
    return move == Move::shift ? MoveClass{0}
                               : static_cast<MoveClass>(1 + static_cast<int>(relation) + (move == Move::right ? relation_count : 0));
}
inline Move move_of(MoveClass number) { return number == 0 ? Move::shift : number <= relation_count ? Move::left : Move::right; }
inline Relation relation_of(MoveClass number) { return static_cast<Relation>(number == 0 ? 0 : (number - 1) % relation_count); }

/// What the parser knows of a token before it parses.
struct ParseToken {
    std::uint64_t word = 0, tag = 0, both = 0, sense = 0, suffix = 0;
};
std::vector<ParseToken> parse_tokens(const std::vector<WordForm>& forms, const std::vector<Tag>& tags);

/// A stack, the tokens still to come, and the arcs drawn. The root stands behind the last token.
/// left: the stack's top hangs on the next token; right: on the token below it. 2 n moves parse n tokens.
class ParseState {
public:
    static constexpr int none = -1;

    explicit ParseState(std::size_t tokens);

    bool done() const { return next_ == size() && stack_.empty(); }
    bool allows(Move move) const;
    bool allows(MoveClass number) const;
    void apply(MoveClass number);

    int size() const { return static_cast<int>(heads_.size()); }
    int next() const { return next_; }                                       // size(): the root
    int stack(std::size_t depth) const { return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : none; }
    const std::vector<int>& whole_stack() const { return stack_; }
    const std::vector<std::int32_t>& heads() const { return heads_; }        // the root is size(); none while open
    const std::vector<Relation>& relations() const { return relations_; }

    struct Children {
        int first = none, second = none, last = none, last_but_one = none;   // first, second: leftmost on the left; last: rightmost on the right
        std::uint8_t left = 0, right = 0;                                    // how many, at most 7
        std::uint64_t left_relations = 0, right_relations = 0;               // sets
    };
    const Children& children(int token) const { return children_[static_cast<std::size_t>(token)]; }

private:
    void attach(int token, int head, Relation relation);

    std::vector<int> stack_;
    int next_ = 0;
    std::vector<std::int32_t> heads_;
    std::vector<Relation> relations_;
    std::vector<Children> children_;  // one more, for the root
};

/// Features of a state: of the tokens to come alone, which stay the same until the next shift; of the stack alone, which are again what they
/// were when what a shift laid on it is taken off by a left arc; and of both.
struct ParseFeatures {
    std::array<std::uint64_t, 13> to_come;
    std::array<std::uint64_t, 24> of_stack;
    std::array<std::uint64_t, 13> of_both;
};
/// Each fills its part of `out`, parse_features all of it.
void features_to_come(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out);
void features_of_stack(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out);
void features_of_both(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out);
void parse_features(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out);

/// Highest score among the classes the state allows.
template <typename Score>
MoveClass best_move(const ParseState& state, const Score* scores) {
    int best = state.allows(Move::shift) ? 0 : -1;
    const auto try_all = [&](Move move, Relation first, Relation last) {
        for (int number = class_of(move, first); number <= class_of(move, last); ++number)
            if (best < 0 || scores[number] > scores[best]) best = number;
    };
    const Relation after_root = static_cast<Relation>(static_cast<int>(Relation::root) + 1);
    if (state.allows(Move::left) && state.next() == state.size()) try_all(Move::left, Relation::root, Relation::root);
    else if (state.allows(Move::left)) try_all(Move::left, after_root, Relation::punct);
    if (state.allows(Move::right)) try_all(Move::right, after_root, Relation::punct);
    return static_cast<MoveClass>(best);
}

}  // namespace annals
