// Text -> tokens -> sentences.
#pragma once

#include "core/model/document.h"
#include "importers/extract/words/sentence.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace annals {

/// Tokens of `span` of the text, in order; linear time, whatever the input.
TokenRoom tokenize(std::string_view text, Span span);
/// The same into `room` from place `first` on, which is at most its size and grows as it must. Gives the place behind the last.
std::size_t tokenize(std::string_view text, Span span, TokenRoom& room, std::size_t first);

/// Sentences of all blocks except boilerplate, in order. A block border always ends a sentence;
/// abbreviations, initials, decimals and quotations do not. Tags, heads and clauses are empty.
/// Their tokens lie in `room`, whatever it held before.
std::vector<Sentence> split_sentences(const Document& document, TokenRoom& room);

}  // namespace annals
