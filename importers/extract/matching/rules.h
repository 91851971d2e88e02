// The language as data: lexicon and rule files (importers/rules/en, format in docs/rules.md), read once, then shared.
#pragma once

#include "core/model/diagnostic.h"
#include "core/text/embedded_file.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace annals {

class RuleSet;  // opaque: importers/extract/matching/rule_set.h

/// An example that stands beside its rule and runs as a test.
struct RuleExample {
    std::string file, rule, text;  // the expression stands in [brackets]; none in a negative example
    int line = 0;
    bool positive = true;
    std::string reference;  // EDTF after @; empty
    std::string expected;   // EDTF after =; empty when only the TIMEX3 value is given
    std::string timex;      // TIMEX3 value after `timex`; empty
};

struct RulesResult {
    std::shared_ptr<const RuleSet> rules;  // null when there were errors
    Diagnostics errors;                    // file, line, what is wrong
    std::vector<RuleExample> examples;
};
/// Parses rule files; `files` in order, later ones override rules of the same name.
RulesResult read_rules(std::span<const EmbeddedFile> files);

/// The rules that the build embedded. Read at first use, under 20 ms.
const std::shared_ptr<const RuleSet>& english_rules();

}  // namespace annals
