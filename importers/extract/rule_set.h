// What rule files compile to: a lexicon and a trie over words and classes. Read-only once built; shared by all threads.
#pragma once

#include "importers/extract/figures.h"
#include "importers/extract/lexicon.h"
#include "importers/extract/meaning.h"
#include "importers/extract/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annals {

using SlotId = std::uint8_t;  // a name that a pattern gives to an element; 0 = none

/// One element of a pattern.
struct PatternStep {
    std::uint32_t symbol = 0;   // word id or class id
    std::int32_t constant = 0;  // a phrase of a class: its value
    bool has_constant = false;
    bool is_class = false;
    SlotId slot = 0;
    bool sure = false;    // a doubtful word must be what the class says: asks the words around, then the tagger
    bool begins = false;  // what stands before is context, not part of the expression
    bool ends = false;    // this and what follows is context
    friend bool operator==(const PatternStep&, const PatternStep&) = default;
};

/// What a token may be: the word of that id, a word or figure of these classes.
struct MayBe {
    std::uint32_t word = 0;
    std::uint64_t senses = 0;  // bit set of ClassId
};

/// A filter for the token that may stand at a place: lets all through that some edge takes, and little else.
struct MayTake {
    std::uint64_t words = 0;    // bit n: a word whose id is n of 64
    std::uint64_t classes = 0;  // bit set of ClassId

    bool word(std::uint32_t id) const { return words >> id % 64 & 1; }
    bool operator()(const MayBe& token) const { return word(token.word) | (classes & token.senses); }
    void add(const PatternStep& step) { (step.is_class ? classes : words) |= std::uint64_t{1} << step.symbol % 64; }
    void add(const MayTake& other) {
        words |= other.words;
        classes |= other.classes;
    }
};

struct TrieEdge {
    PatternStep step;
    std::uint32_t target = 0;
    bool accepts = false;  // a rule ends at the target
    MayTake next;          // what the edges of the target take
};

struct TrieNode {
    std::vector<TrieEdge> edges;         // words first, by id, then classes
    std::uint32_t words = 0;             // how many of them are words
    std::vector<std::uint32_t> accepts;  // rules that end here, in order of the files
};

/// What is known of the expressions that may begin with a word.
struct Start {
    bool alone = false;  // the word may be all of it, or more than a token of it
    MayTake next;        // else what stands behind it
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
    about_year_like,
    early_year_like,
    far_year_like,
    after_preposition,
    sentence_start,
    after_counted,
    after_determiner
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
    Lexicon lexicon;
    FigureWords figure_words;
    std::vector<Rule> rules;
    std::vector<TrieNode> nodes{1};                                 // node 0 is the root
    std::vector<std::vector<TrieEdge>> root_by_word;                // by word id
    std::vector<std::vector<TrieEdge>> root_by_class{max_classes};  // by class id
    std::uint64_t root_classes = 0;                                 // classes that some pattern begins with
    std::vector<std::uint64_t> senses;                              // by word id: the classes it may be of, those of number words too
    std::vector<Start> starts;                                      // by word id
    std::vector<std::string> slot_names{""};                        // by slot id
    std::string sha256;                                             // of the files it was read from
};

}  // namespace annals
