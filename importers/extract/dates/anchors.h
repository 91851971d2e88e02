// Against what a document's words are read: when it was written, and who says so. Never the reader's clock.
#pragma once

#include "importers/extract/dates/dated_text.h"
#include "importers/extract/dates/moment.h"
#include "importers/extract/matching/scan.h"

#include <optional>
#include <vector>

namespace annals {

/// A match with its sentence, for all sentences of a document in order.
struct SentenceMatches {
    std::uint32_t sentence = 0;
    std::vector<Match> matches;
};

/// The document's date, best first: the user's word, what the file states, byline and dateline, "as of writing", a dated caption, the address, a line at the top that stands for a day, the last line.
Anchor find_anchor(const Document& document, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches,
                   const std::string& published, Diagnostics& diagnostics);

/// Whether the words before a match say that the text was written then ("As of writing on ...").
bool is_as_of_writing(std::string_view text, const Sentence& sentence, std::uint32_t first);

/// Whether the words before a match stamp another day: "updated", "edited", "retrieved".
bool is_other_stamp(std::string_view text, const Sentence& sentence, std::uint32_t first);

/// A caption, by its kind or by its credit line ("Photo by ...").
bool is_caption(const Document& document, std::uint32_t block);

/// The day of a full date (day, month and year said).
std::optional<Day> full_day(const Meaning& meaning, bool day_first = false);

}  // namespace annals
