#include "core/events/story_odds.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace annals {
namespace {

/// Left where the sign is at most the threshold. The questions of a tree stand by levels, its answers from left to right.
struct Question {
    std::uint8_t sign;
    float most;
};
struct Tree {
    static constexpr std::size_t depth = 3;
    std::array<Question, (1 << depth) - 1> questions;
    std::array<float, 1 << depth> answers;  // what they add to the logarithm of the odds
};

#include "core/events/story_trees.inc"

}  // namespace

double one_event_likelihood(const StorySigns& signs) {
    constexpr double hopeless = -3;  // most pairs: where the first draw of trees says so the others are not asked
    double logarithm = start;
    for (std::size_t i = 0; i < trees.size(); ++i) {
        const Tree& tree = trees[i];
        if (i == trees.size() / draws)
            if (const double alone = start + draws * (logarithm - start); alone < hopeless) return 1 / (1 + std::exp(-alone));
        std::size_t at = 0;
        for (std::size_t level = 0; level < Tree::depth; ++level) {
            const Question& question = tree.questions[at];
            at = 2 * at + (signs[question.sign] <= question.most ? 1 : 2);
        }
        logarithm += static_cast<double>(tree.answers[at - tree.questions.size()]);
    }
    return 1 / (1 + std::exp(-logarithm));
}

}  // namespace annals
