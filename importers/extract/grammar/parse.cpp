#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/parse_model.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace annals {

ParseState::ParseState(std::size_t tokens) : heads_(tokens, none), relations_(tokens, Relation::none), children_(tokens + 1) {
    stack_.reserve(tokens);
}

bool ParseState::allows(Move move) const {
    switch (move) {
        case Move::shift: return next_ < size();
        // Only the last token that is left hangs on the root.
        case Move::left: return !stack_.empty() && (next_ < size() || stack_.size() == 1);
        default: return stack_.size() > 1;
    }
}

bool ParseState::allows(MoveClass number) const {
    const Move move = move_of(number);
    if (!allows(move)) return false;
    const Relation relation = relation_of(number);
    if (move == Move::shift) return true;
    if (relation == Relation::none) return false;
    return (relation == Relation::root) == (move == Move::left && next_ == size());
}

void ParseState::attach(int token, int head, Relation relation) {
    heads_[static_cast<std::size_t>(token)] = head;
    relations_[static_cast<std::size_t>(token)] = relation;
    Children& children = children_[static_cast<std::size_t>(head)];
    const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(relation);
    if (token < head) {
        children.second = children.first;
        children.first = token;
        children.left = static_cast<std::uint8_t>(std::min(children.left + 1, 7));
        children.left_relations |= bit;
    } else {
        children.last_but_one = children.last;
        children.last = token;
        children.right = static_cast<std::uint8_t>(std::min(children.right + 1, 7));
        children.right_relations |= bit;
    }
}

void ParseState::apply(MoveClass number) {
    assert(allows(number));
    const Move move = move_of(number);
    if (move == Move::shift) {
        stack_.push_back(next_++);
        return;
    }
    const int token = stack(0);
    attach(token, move == Move::left ? next_ : stack(1), relation_of(number));
    stack_.pop_back();
}

void parse(std::string_view text, Sentence& sentence) {
    static const Weights weights(embedded_model("parser"), 0, move_class_count);
    const std::vector<ParseToken> tokens = parse_tokens(word_forms(text, sentence.tokens), sentence.tags);
    ParseState state(sentence.tokens.size());
    ParseFeatures features;
    using Scores = std::array<std::int16_t, score_width(move_class_count)>;
    Scores of_tokens_to_come{};
    // Of the whole stack, of the stack without its top, and so on down to its lowest token.
    std::vector<Scores> of_stack;
    of_stack.reserve(tokens.size() + 1);
    const auto best = [&] {
        features_of_both(tokens, state, features);
        Scores scores = of_stack.back();
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<std::int16_t>(scores[i] + of_tokens_to_come[i]);
        weights.add(features.of_both, scores.data());
        return best_move(state, scores.data());
    };
    while (!state.done()) {
        const MoveClass chosen = of_stack.empty() ? class_of(Move::shift, Relation::none) : best();  // an empty stack allows nothing else
        const Move move = move_of(chosen);
        state.apply(chosen);
        if (move == Move::shift) {
            features_to_come(tokens, state, features);
            of_tokens_to_come = {};
            weights.add(features.to_come, of_tokens_to_come.data());
        } else {
            of_stack.pop_back();
        }
        // A left arc leaves the stack below its top as it was; a right arc gives the new top another child.
        if (move == Move::right) of_stack.pop_back();
        if (move != Move::left) {
            features_of_stack(tokens, state, features);
            weights.add(features.of_stack, of_stack.emplace_back().data());
        }
    }
    sentence.heads = state.heads();
    sentence.relations = state.relations();
    for (std::int32_t& head : sentence.heads)
        if (head == state.size()) head = -1;
}

}  // namespace annals
