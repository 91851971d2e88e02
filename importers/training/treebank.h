// Universal Dependencies treebanks (CoNLL-U) as the sentences that annals analyses.
#pragma once

#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace annals {

/// A sentence with its text, and the tags, heads and relations that people gave it.
struct TreebankSentence {
    std::string text;
    TokenRoom tokens;  // of the sentence, and of its copies
    Sentence sentence;
    std::vector<std::string> lemmas;
};

/// Throws Error when the file cannot be read. Multiword ranges and empty nodes are passed over.
std::vector<TreebankSentence> read_treebank(const std::string& path);

/// XPOS -> Tag. All marks are `punctuation`; GUM and EWT's ADD is NNP, AFX JJ, GW FW, $ SYM.
Tag tag_of(const std::string& xpos);
/// DEPREL -> Relation, subtypes that sentence.h does not list folded into their type.
Relation relation_of(const std::string& deprel);

/// The same numbers on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit);

private:
    std::uint64_t state_;
};

template <typename T>
void shuffle(std::vector<T>& values, Dice& dice) {
    for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[dice.below(left)]);
}

enum class Case { lower, upper, title };
/// The sentence as a headline or a hasty writer would put it; same tokens, same grammar.
TreebankSentence in_case(const TreebankSentence& sentence, Case letters);

}  // namespace annals
