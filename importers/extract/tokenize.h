// Text -> tokens -> sentences.
#pragma once

#include "core/model/document.h"
#include "importers/extract/sentence.h"

#include <span>

namespace annals {

/// Tokens of `span` of the text, in order; linear time, whatever the input.
Tokens tokenize(std::string_view text, Span span);
/// The same into the beginning of `room`, which grows as it must and lives as long as what is given.
std::span<const Token> tokenize(std::string_view text, Span span, Tokens& room);

/// Sentences of all blocks except boilerplate, in order. A block border always ends a sentence;
/// abbreviations, initials, decimals and quotations do not. Tags, heads and clauses are empty.
std::vector<Sentence> split_sentences(const Document& document);

}  // namespace annals
