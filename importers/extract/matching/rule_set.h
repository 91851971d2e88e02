// What rule files compile to: a lexicon and a trie over words and classes. Read-only once built; shared by all threads.
#pragma once

#include "importers/extract/matching/direction.h"
#include "importers/extract/matching/meaning.h"
#include "importers/extract/matching/rules.h"
#include "importers/extract/matching/trie.h"
#include "importers/extract/words/figures.h"
#include "importers/extract/words/lexicon.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annals {

/// What a word may be, and what is known of the expressions that may begin with it.
struct Start {
    MayBe word;    // of the classes of number words too
    MayTake next;  // what stands behind it; anything, if it may be all of an expression, or more than a token of it
};

/// A part of the meaning: from a captured slot, or a number.
struct RuleArgument {
    int Meaning::*part = nullptr;
    SlotId slot = 0;
    int constant = 0;
};

/// What a rule may ask of the words around (`if`, `unless`); the functions are in scan.cpp.
enum class Check : std::uint8_t {
    year_like,
    alone,
    capital,
    before_noun,
    before_name,
    before_count,
    before_to,
    line_clock,
    line_number,
    about_year_like,
    early_year_like,
    far_year_like,
    after_preposition,
    sentence_start,
    after_counted,
    before_clause,
    after_determiner,
    live_entry
};

struct RuleCheck {
    Check check = Check::year_like;
    bool wanted = true;
};

struct Rule {
    std::string name, file;
    int line = 0;
    MeaningKind kind = MeaningKind::nothing;
    std::vector<RuleArgument> arguments;
    std::vector<RuleCheck> checks;
    std::optional<double> share, doubtful_share;  // measured_share; none for rules that were not measured
};

class RuleSet {
public:
    RuleSet() = default;
    RuleSet(const RuleSet&) = delete;  // its parts point into one another
    RuleSet& operator=(const RuleSet&) = delete;

    Lexicon lexicon;
    FigureWords figure_words;
    TenseWords tense_words;
    std::vector<Rule> rules;
    Trie trie;
    std::vector<std::span<const TrieEdge>> root_by_word;                            // edges of the root, by word id
    std::array<std::span<const TrieEdge>, max_classes> root_by_class;               // by class id
    std::uint64_t root_classes = 0;                                                 // classes that some pattern begins with
    std::vector<Start> starts;                                                      // by word id
    std::vector<std::string> slot_names{""};                                        // by slot id
    std::string sha256;                                                             // of the files it was read from; empty for those that the build embedded
};

}  // namespace annals
