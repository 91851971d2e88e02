// Questions to a parsed sentence. Without heads every answer is "none".
#pragma once

#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

inline constexpr std::int32_t no_token = -1;

/// Tokens [first, last).
struct TokenRange {
    std::uint32_t first = 0, last = 0;
    bool empty() const { return first >= last; }
    bool contains(std::uint32_t token) const { return first <= token && token < last; }
};

bool is_verb(Tag tag);         // VB*, MD left out
bool is_finite_verb(Tag tag);  // VBD VBZ VBP MD
bool is_noun(Tag tag);         // NN NNS NNP NNPS
bool is_proper(Tag tag);       // NNP NNPS

/// A parsed sentence with its subtrees; made once a sentence, in linear time. Holds a reference to the sentence.
class Tree {
public:
    explicit Tree(const Sentence& sentence);

    const Sentence& sentence() const { return sentence_; }
    bool parsed() const { return !sentence_.heads.empty(); }
    std::int32_t head(std::uint32_t token) const { return parsed() ? sentence_.heads[token] : no_token; }
    Relation relation(std::uint32_t token) const { return parsed() ? sentence_.relations[token] : Relation::none; }

    /// The stretch from the first to the last token that the token governs, itself included.
    TokenRange subtree(std::uint32_t token) const;
    /// First child with that relation.
    std::int32_t child(std::uint32_t token, Relation relation) const;
    /// The token of the range whose head lies outside it (the first such).
    std::int32_t top_of(TokenRange range) const;
    /// Subject of a verb, shared by conjoined verbs; of a relative clause its antecedent.
    std::int32_t subject(std::uint32_t token) const;
    std::int32_t object(std::uint32_t token) const;
    /// Nearest verb (or predicate with a copula) that governs the token; itself excluded.
    std::int32_t governing_verb(std::uint32_t token) const;
    /// The word that opens the clause of a verb: "when", "because", "to".
    std::int32_t opener(std::uint32_t verb) const;
    bool has_copula(std::uint32_t token) const { return child(token, Relation::cop) != no_token; }

private:
    std::int32_t subject_before(std::uint32_t verb) const;
    std::int32_t antecedent(std::uint32_t verb, std::uint32_t pronoun) const;

    const Sentence& sentence_;
    struct Node {
        TokenRange subtree;
        std::int32_t first_child = no_token, next_sibling = no_token;
        std::uint32_t open_children = 0;  // not yet folded into its subtree
    };
    static constexpr std::uint32_t folded = ~std::uint32_t{0};  // in place of open_children: the node itself is folded into its head
    std::vector<Node> nodes_;
};

/// aux, aux:pass, cop.
bool is_helping(Relation relation);
/// The verb that the helper at a token helps, else that of the token itself.
std::int32_t helped_by(const Tree& tree, std::uint32_t token);

bool in_any(const std::vector<TokenRange>& ranges, std::uint32_t token);
/// The tokens that share characters with the span.
TokenRange tokens_of(const Sentence& sentence, Span span);

std::string_view word_of(std::string_view text, const Sentence& sentence, std::uint32_t token);
/// Base form by the token's tag, which must be known.
std::string lemma_of(std::string_view text, const Sentence& sentence, std::uint32_t token);

/// A noun, or a word such as "sailing" that stands in a noun's place.
bool is_nominal(const Tree& tree, std::uint32_t token);

}  // namespace annals
