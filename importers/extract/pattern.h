// Patterns of rules: "(early|late)? m:MONTH d:DAY ,? y:YEAR" -> the sequences of elements that it stands for.
#pragma once

#include "importers/extract/rule_set.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

using PatternSequence = std::vector<PatternStep>;

/// What patterns refer to besides the lexicon.
struct PatternNames {
    std::map<std::string, std::vector<PatternSequence>, std::less<>> phrases;       // `phrase` definitions
    std::map<std::size_t, std::vector<std::pair<std::string, int>>> class_phrases;  // entries of a class that are several words
};

struct PatternResult {
    std::vector<PatternSequence> sequences;
    std::string error;  // empty when it could be read
};

/// Adds words and slot names to `rules`.
PatternResult parse_pattern(std::string_view pattern, const PatternNames& names, RuleSet& rules);

/// Slot of that name, made when missing; 0 when there are too many.
SlotId slot_named(std::string_view name, RuleSet& rules);

}  // namespace annals
