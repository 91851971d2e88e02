#include "importers/training/parser_training.h"

#include "importers/extract/grammar/parse_model.h"
#include "importers/extract/grammar/tag_model.h"
#include "importers/training/perceptron.h"
#include "importers/training/tagger_training.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <limits>
#include <numeric>
#include <span>
#include <thread>

namespace annals {
namespace {

// What people drew: heads (the root is the number of tokens) and children.
struct Gold {
    std::vector<int> heads;
    std::vector<Relation> relations;
    std::vector<std::vector<int>> children;

    explicit Gold(const Sentence& sentence) : relations(sentence.relations), children(sentence.heads.size() + 1) {
        const int root = static_cast<int>(sentence.heads.size());
        for (const std::int32_t head : sentence.heads) heads.push_back(head < 0 ? root : head);
        for (int token = 0; token < root; ++token) children[static_cast<std::size_t>(heads[static_cast<std::size_t>(token)])].push_back(token);
    }
    int head(int token) const { return heads[static_cast<std::size_t>(token)]; }
    int children_from(int token, int first) const {
        const auto& all = children[static_cast<std::size_t>(token)];
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](int child) { return child >= first; }));
    }
};

// Gold arcs that a move makes impossible (Goldberg and Nivre 2013, arc-hybrid).
int cost(const ParseState& state, const Gold& gold, Move move) {
    const int next = state.next(), top = state.stack(0), below = state.stack(1);
    if (move == Move::left) {
        const int head = gold.head(top);
        return (head > next || (head == below && below >= 0)) + gold.children_from(top, next);
    }
    if (move == Move::right) return (gold.head(top) >= next) + gold.children_from(top, next);
    int lost = 0;
    const std::vector<int>& stack = state.whole_stack();
    for (std::size_t place = 0; place < stack.size(); ++place) {
        lost += gold.head(stack[place]) == next;
        lost += place + 1 < stack.size() && gold.head(next) == stack[place];
    }
    return lost;
}

// The classes that lose least; of an arc that people drew, with their relation.
std::array<bool, move_class_count> right_moves(const ParseState& state, const Gold& gold) {
    std::array<int, 3> costs{};
    int least = std::numeric_limits<int>::max();
    for (const Move move : {Move::shift, Move::left, Move::right}) {
        int& now = costs[static_cast<std::size_t>(move)];
        now = state.allows(move) ? cost(state, gold, move) : std::numeric_limits<int>::max();
        least = std::min(least, now);
    }
    std::array<bool, move_class_count> right{};
    for (int number = 0; number < move_class_count; ++number) {
        const MoveClass move_class = static_cast<MoveClass>(number);
        const Move move = move_of(move_class);
        if (!state.allows(move_class) || costs[static_cast<std::size_t>(move)] != least) continue;
        const int head = move == Move::left ? state.next() : state.stack(1);
        const bool drawn = move != Move::shift && gold.head(state.stack(0)) == head;
        right[static_cast<std::size_t>(number)] =
            !drawn || relation_of(move_class) == gold.relations[static_cast<std::size_t>(state.stack(0))];
    }
    return right;
}

struct Example {
    std::vector<ParseToken> tokens;
    Gold gold;
};

void learn(Perceptron& perceptron, const Example& example, float margin, bool explore, Dice& dice) {
    ParseState state(example.gold.heads.size());
    ParseFeatures features;
    while (!state.done()) {
        std::array<float, move_class_count> scores{};
        parse_features(example.tokens, state, features);
        const std::array<std::span<const std::uint64_t>, 3> all = {features.to_come, features.of_stack, features.of_both};
        for (const auto& list : all) perceptron.add(list, scores.data());
        const std::array<bool, move_class_count> right = right_moves(state, example.gold);
        const MoveClass chosen = best_move(state, scores.data());
        std::array<float, move_class_count> rivals = scores, best_right = scores;
        for (std::size_t number = 0; number < scores.size(); ++number) {
            if (right[number]) rivals[number] -= margin;
            else best_right[number] = -std::numeric_limits<float>::max();
        }
        const MoveClass wanted = best_move(state, best_right.data());
        const MoveClass rival = best_move(state, rivals.data());
        if (!right[rival])
            for (const auto& list : all) perceptron.update(list, wanted, rival);
        perceptron.step();
        state.apply(explore && dice.below(10) != 0 ? chosen : wanted);
    }
}

// Tags as they will be at run time: each part of the sentences is tagged by a tagger that learnt from the others.
std::vector<std::vector<Tag>> tags_of_strangers(const std::vector<TreebankSentence>& sentences, int folds) {
    std::vector<std::vector<Tag>> tags(sentences.size());
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<TreebankSentence> others;
        for (std::size_t number = 0; number < sentences.size(); ++number)
            if (static_cast<int>(number % static_cast<std::size_t>(folds)) != fold) others.push_back(sentences[number]);
        const std::string bytes = train_tagger(others, {});
        const TagModel model{ModelFile(bytes)};
        Tagger tagger(model);
        for (std::size_t number = static_cast<std::size_t>(fold); number < sentences.size(); number += static_cast<std::size_t>(folds))
            tags[number] = tagger.tags(word_forms(sentences[number].text, sentences[number].sentence.tokens));
    }
    return tags;
}

}  // namespace

std::string train_parser(const std::vector<TreebankSentence>& sentences, const ParserSettings& settings) {
    const std::vector<std::vector<Tag>> tags = tags_of_strangers(sentences, settings.folds);
    std::vector<Example> examples;
    for (std::size_t number = 0; number < sentences.size(); ++number) {
        const TreebankSentence& each = sentences[number];
        examples.push_back({parse_tokens(word_forms(each.text, each.sentence.tokens), tags[number]), Gold(each.sentence)});
    }
    std::vector<Perceptron> perceptrons(static_cast<std::size_t>(settings.orders));
    const auto learn_all = [&](std::size_t which) {
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        Dice dice(which + 1);
        for (int round = 0; round < settings.rounds; ++round) {
            shuffle(order, dice);
            for (const std::size_t number : order) learn(perceptrons[which], examples[number], settings.margin, round > 0, dice);
            std::cerr << "order " << which + 1 << ", round " << round + 1 << "\n";
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t which = 0; which < perceptrons.size(); ++which) threads.emplace_back(learn_all, which);
    }
    return model_bytes(pack_weights(averaged(perceptrons, settings.unit, settings.rarest, settings.least), move_class_count));
}

}  // namespace annals
