#include "importers/extract/words/sentence.h"

#include <array>

namespace annals {
namespace {

constexpr std::array<std::string_view, 38> tag_names = {"none", "CC",  "CD",  "DT",  "EX",   "FW",  "IN",  "JJ",         "JJR", "JJS",
                                                        "LS",   "MD",  "NN",  "NNP", "NNPS", "NNS", "PDT", "POS",        "PRP", "PRP$",
                                                        "RB",   "RBR", "RBS", "RP",  "SYM",  "TO",  "UH",  "VB",         "VBD", "VBG",
                                                        "VBN",  "VBP", "VBZ", "WDT", "WP",   "WP$", "WRB", "punctuation"};

constexpr std::array<std::string_view, 44> relation_names = {
    "none",      "root",      "nsubj",        "nsubj:pass", "obj",        "iobj",       "obl",       "obl:tmod", "nmod",
    "nmod:poss", "nmod:tmod", "amod",         "advmod",     "advcl",      "acl",        "acl:relcl", "ccomp",    "xcomp",
    "csubj",     "conj",      "cc",           "mark",       "aux",        "aux:pass",   "cop",       "det",      "case",
    "nummod",    "compound",  "compound:prt", "flat",       "fixed",      "appos",      "parataxis", "expl",     "vocative",
    "discourse", "dep",       "list",         "goeswith",   "reparandum", "dislocated", "orphan",    "punct"};

constexpr std::array<std::string_view, 6> tense_names = {"none", "past", "present", "perfect", "pluperfect", "future"};

static_assert(tag_names.size() == static_cast<std::size_t>(Tag::punctuation) + 1);
static_assert(relation_names.size() == static_cast<std::size_t>(Relation::punct) + 1);

}  // namespace

TagSet tags_named(std::string_view name) {
    TagSet tags = 0;
    for (std::size_t tag = 1; tag < tag_names.size() && !name.empty(); ++tag)
        if (tag_names[tag].starts_with(name)) tags |= only(static_cast<Tag>(tag));
    return tags;
}

std::string_view to_string(Tag tag) { return tag_names.at(static_cast<std::size_t>(tag)); }
std::string_view to_string(Relation relation) { return relation_names.at(static_cast<std::size_t>(relation)); }
std::string_view to_string(Tense tense) { return tense_names.at(static_cast<std::size_t>(tense)); }

int clause_of(const Sentence& sentence, std::uint32_t token) {
    int innermost = -1;
    for (std::size_t number = 0; number < sentence.clauses.size(); ++number) {
        const Clause& clause = sentence.clauses[number];
        // Outer before inner: a later clause that holds the token lies within the earlier ones.
        if (clause.first <= token && token < clause.last) innermost = static_cast<int>(number);
    }
    return innermost;
}

}  // namespace annals
