// Whether a day or a month without a year is of the story that a text has told or of the time in which it was written: "It closed in 2006. On 19 August the
// council met." What speaks for either is weighed as the dates of annotated texts have taught (bench/results.md).
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <optional>

namespace annals {

/// Where in its text an expression stands.
struct LeaningPlace {
    std::uint32_t sentence = 0, sentences = 0;  // its number; of how many
    std::uint32_t blocks = 0;                   // since the moment that was named last
    const std::optional<Moment>& main_line;     // the moment named last in a sentence that does not look back with "had"
    bool year_named = false;                    // the story is of a year that was named
    bool behind_year = false;                   // that was in the sentence before, of the same block
    bool of_block = false;                      // the story was moved last in its block
    bool narrative = false;                     // the whole text leans on its story
    const Read* before = nullptr;               // the expression before it in its sentence; null for none
    bool ends_range = false;                    // that begins there: "July 16-19"
};

/// The same meaning read by the day of writing, where the odds are that it is not of the story by which it was read. None where it names a year itself, where
/// both are one moment, or where nobody knows when the text was written.
std::optional<Reading> reading_by_writing(const Meaning& meaning, const Reading& read, const Setting& setting, const LeaningPlace& place);

}  // namespace annals
