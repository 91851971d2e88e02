// Words whose full stop does not end a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace annals {

enum class Abbreviation : std::uint8_t {
    none,
    title,   // "Mr", "Gen", "St": a name follows, never an end
    number,  // "No", "p": only before a figure
    usual    // "Jan", "Inc", "etc": may end a sentence
};

/// `word` without its full stop, as written.
Abbreviation abbreviation(std::string_view word);

/// "The", "He", "But": a capitalised word that, after an abbreviation, begins a new sentence.
bool starts_sentences(std::string_view word);

}  // namespace annals
