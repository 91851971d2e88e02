// What within a history is of the time of its writing.
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>

namespace annals {

// `said` is the day of writing; none where nobody knows it. `new_section`: nothing but the text's own days since the last heading.

/// "this April", "next spring", "the first half of next year"; "the next year" is not. `looks_back`: the sentence or expression says "had".
bool is_of_writing(const LookedUp& at, const Match& match, const Meaning& meaning, const std::optional<Moment>& said, bool looks_back);
/// "She will put the book on show on Easter Monday": where a history comes to what is planned, or a section tells of nothing else.
bool looks_ahead(const LookedUp& at, const Read& read, const std::optional<Moment>& said, bool new_section);
/// "In the fiscal year which closed on 30 June it lost": the last one, whatever year was told of before. `year`: the length before the date.
bool ends_our_year(const LookedUp& at, const Read& year, const Match& date, bool looks_back);
/// "Its sales have doubled since January": a story of longer ago is left.
bool has_come_to_now(const LookedUp& at, const Read& read, const Setting& setting);
/// The story of a history has come to the last years before its writing.
bool is_near_story(const Setting& setting);
/// "On Monday it was opened", in a section that has named no other day, of a story that has come near to the text's own.
bool is_of_new_section(const Meaning& meaning, const std::optional<Moment>& said, const std::optional<Moment>& story, bool new_section);

}  // namespace annals
