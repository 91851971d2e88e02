// Patterns of rules: "(early|late)? m:MONTH d:DAY ,? y:YEAR" -> the sequences of elements that it stands for.
#pragma once

#include "importers/extract/matching/rule_set.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Sequences of elements, laid flat.
class PatternSequences {
public:
    std::size_t size() const { return ends_.size(); }
    std::span<const PatternStep> operator[](std::size_t i) const {
        const std::size_t begin = i ? ends_[i - 1] : 0;
        return {steps_.data() + begin, ends_[i] - begin};
    }
    void reserve(std::size_t sequences, std::size_t steps) {
        ends_.reserve(sequences);
        steps_.reserve(steps);
    }
    std::size_t steps() const { return steps_.size(); }  // of all
    /// Elements of another vector.
    void add(std::span<const PatternStep> sequence) {
        ends_.push_back(steps_.size());
        lengthen(sequence);
    }
    void add_all(const PatternSequences& more) {
        for (std::size_t i = 0; i < more.size(); ++i) add(more[i]);
    }
    /// The last one goes on so.
    void lengthen(std::span<const PatternStep> more) {
        steps_.insert(steps_.end(), more.begin(), more.end());
        ends_.back() = steps_.size();
    }

private:
    std::vector<PatternStep> steps_;
    std::vector<std::size_t> ends_;
};

/// What patterns refer to besides the lexicon.
struct PatternNames {
    std::map<std::string, PatternSequences, std::less<>> phrases;                  // `phrase` definitions
    std::map<std::size_t, std::vector<std::pair<std::string, int>>> class_phrases;  // entries of a class that are several words
};

struct PatternResult {
    PatternSequences sequences;
    std::string error;  // empty when it could be read
};

/// Adds words and slot names to `rules`.
PatternResult parse_pattern(std::string_view pattern, const PatternNames& names, RuleSet& rules);

/// Slot of that name, made when missing; 0 when there are too many.
SlotId slot_named(std::string_view name, RuleSet& rules);

}  // namespace annals
