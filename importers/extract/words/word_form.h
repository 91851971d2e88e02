// What the models see of a word: hashes of its folded form, its ends and its shape.
#pragma once

#include "importers/extract/words/sentence.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct WordForm {
    std::uint64_t word = 0;                 // lower case, digits as zeros, straight quotes
    std::array<std::uint64_t, 4> suffix{};  // last 1 to 4 bytes
    std::array<std::uint64_t, 3> prefix{};  // first 1 to 3 bytes
    std::uint32_t shape = 0;                // capitals, digits, hyphens
    std::uint32_t senses = 0;               // WordNet's view of the word or of its stem
    bool capital = false;
    bool upper = false;  // two letters or more, all capitals
};

/// `word` in lower case (ASCII and Latin-1 letters), with ASCII quotes, dashes and ellipsis.
std::string fold_word(std::string_view word);
/// The same behind what is in `folded`.
void append_folded(std::string_view word, std::string& folded);

WordForm word_form(std::string_view word);

/// One for each token, in order.
std::vector<WordForm> word_forms(std::string_view text, const Tokens& tokens);

}  // namespace annals
