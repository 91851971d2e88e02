// Some of a sentence's tokens, joined as they stand in the text: what headlines are made of.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

/// Tokens and what is written in their place.
using Replacements = std::vector<std::pair<std::uint32_t, std::string>>;

class TokenChoice {
public:
    explicit TokenChoice(const Sentence& sentence) : sentence_(&sentence), keep_(sentence.tokens.size(), false) {}

    void keep(TokenRange range);
    void drop(TokenRange range);
    /// Keeps the token and writes "the" in its place.
    void write_article(std::uint32_t token);
    bool has(std::uint32_t token) const { return keep_[token]; }
    std::size_t size() const;

    /// Keeps the other half of each word of which one half is kept: "by[-election]".
    void keep_whole_words(std::string_view text);
    /// Conjunctions, relative pronouns and marks that a dropped phrase left in front.
    void trim_start(std::string_view text);
    /// Prepositions, conjunctions and articles that it left at the end.
    void trim_end(std::string_view text);
    bool begins_with_preposition() const;

    /// The words, without marks whose neighbours were dropped.
    std::string words_of(std::string_view text, const Replacements& replaced = {}) const;

private:
    std::string_view article_before(std::string_view text, std::uint32_t at, std::string_view word) const;
    bool closes(std::string_view text, std::uint32_t comma, std::int64_t last) const;
    bool closes_name(std::string_view text, std::uint32_t comma) const;
    bool closes_age(std::string_view text, std::uint32_t comma) const;
    bool is_loose(std::string_view text, std::string_view word, std::uint32_t at, std::int64_t last) const;

    const Sentence* sentence_;
    std::vector<bool> keep_;
    std::vector<std::uint32_t> articles_;  // tokens that are written "the"
};

}  // namespace annals
