// Treebank -> tagger.model.
#pragma once

#include "importers/training/treebank.h"

#include <string>
#include <vector>

namespace annals {

struct TaggerSettings {
    int rounds = 8;
    float margin = 25;         // by which the right tag must win
    double unit = 0.2;         // of the rounded weights
    std::uint32_t rarest = 2;  // updates that a feature needs to be kept
};

/// Bytes of tagger.model. Deterministic.
std::string train_tagger(const std::vector<TreebankSentence>& sentences, const TaggerSettings& settings);

}  // namespace annals
