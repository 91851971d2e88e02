// A sentence with what is known of its grammar.
#pragma once

#include "core/model/document.h"
#include "core/model/mention.h"
#include "importers/extract/words/token.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// Penn Treebank part-of-speech tags, as in the XPOS column of Universal Dependencies EWT and GUM.
enum class Tag : std::uint8_t {
    none, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM, TO, UH,
    VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, punctuation
};

/// Universal Dependencies relations, without subtypes except those listed.
enum class Relation : std::uint8_t {
    none, root, nsubj, nsubj_pass, obj, iobj, obl, obl_tmod, nmod, nmod_poss, nmod_tmod, amod, advmod, advcl, acl, acl_relcl, ccomp, xcomp, csubj,
    conj, cc, mark, aux, aux_pass, cop, det, case_, nummod, compound, compound_prt, flat, fixed, appos, parataxis, expl, vocative,
    discourse, dep, list, goeswith, reparandum, dislocated, orphan, punct
};

enum class Tense : std::uint8_t { none, past, present, perfect, pluperfect, future };

/// Some tags: a bit set of Tag.
using TagSet = std::uint64_t;
constexpr TagSet only(Tag tag) { return TagSet{1} << static_cast<unsigned>(tag); }
/// The tag of that name, with those whose names go on with more: "NN" is any noun. Empty when there is none.
TagSet tags_named(std::string_view name);

std::string_view to_string(Tag tag);            // "VBD", "PRP$", "punctuation"
std::string_view to_string(Relation relation);  // "nsubj:pass"
std::string_view to_string(Tense tense);        // "pluperfect"

/// A clause: one verb group (or verbless head) and the tokens it governs.
struct Clause {
    std::uint32_t first = 0, last = 0;   // tokens [first, last) of the sentence; a relative clause lies within its host
    std::uint32_t head = 0;              // token of the main verb, or of the nominal head
    std::int32_t parent = -1;            // clause that governs this one
    Tense tense = Tense::none;
    bool progressive = false, passive = false;
    Modality modality = Modality::asserted;
    bool reported = false;               // what somebody says: the complement or quotation of a verb of saying
    bool subordinate = false;            // relative, adverbial or complement clause
};

struct Sentence {
    Span span;
    std::uint32_t block = 0;             // index into Document::blocks
    Tokens tokens;
    bool quoted = false;                 // begins inside a quotation
    // Filled for sentences that carry time only; else empty. Parallel to tokens.
    std::vector<Tag> tags;
    std::vector<std::int32_t> heads;     // index of the governing token, -1 for the root
    std::vector<Relation> relations;
    std::vector<Clause> clauses;         // in order of `first`, outer before inner
};

/// Index of the innermost clause that holds the token; -1 when the clauses are not known.
int clause_of(const Sentence& sentence, std::uint32_t token);

}  // namespace annals
