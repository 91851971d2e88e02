// Treebank -> parser.model.
#pragma once

#include "importers/training/treebank.h"

#include <string>
#include <vector>

namespace annals {

struct ParserSettings {
    int orders = 4;            // of the sentences, in each of which a perceptron learns: the mean of all errs less
    int rounds = 8;
    int folds = 5;             // the parser learns from the tags that a tagger gives that has not seen the sentence
    float margin = 25;         // by which the right move must win
    double unit = 0.5;         // of the rounded weights
    double least = 2;          // units that a weight needs to be kept
    std::uint32_t rarest = 6;  // updates that a feature needs to be kept
};

/// Bytes of parser.model. Deterministic.
std::string train_parser(const std::vector<TreebankSentence>& sentences, const ParserSettings& settings);

}  // namespace annals
