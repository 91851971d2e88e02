// Treebank -> parser.model.
#pragma once

#include "importers/training/treebank.h"

#include <string>
#include <vector>

namespace annals {

struct ParserSettings {
    int rounds = 8;
    int folds = 5;             // the parser learns from the tags that a tagger gives that has not seen the sentence
    float margin = 0;
    double unit = 0.5;
    std::uint32_t rarest = 5;
};

/// Bytes of parser.model. Deterministic.
std::string train_parser(const std::vector<TreebankSentence>& sentences, const ParserSettings& settings);

}  // namespace annals
