// What a line of an article is besides prose: byline, stamp, photo credit, dateline, share bar.
// Told from its form, for pages and plain texts alike; what is none of these is nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace annals {

/// "By Jane Doe | 12 May 2020", "Posted: Wednesday, March 11, 2015", "14. Juni 2019, 6.45 Uhr".
bool is_byline(std::string_view line);
/// A date with at most a time, a weekday and words such as "Published" around it.
bool is_stamp(std::string_view line);
/// Ends with "(Photo by ...)", "(Photo: ...)", "Image: ..." or "(AP Photo/...)".
bool has_photo_credit(std::string_view line);
/// "Save   Share   Print", "Advertisement", "© 2021 ...", "All rights reserved".
bool is_boilerplate(std::string_view line);
/// A section label that stands over a headline: "News", "Opinion", "Explainer".
bool is_section_label(std::string_view line);
/// "YAOUNDÉ, 24 January 2024" alone on its line.
bool is_dateline(std::string_view line);
/// "A doctor who rode to her patients": a first paragraph that is no prose yet, so that a byline or dateline may stand below it.
bool is_standfirst(std::string_view paragraph);
/// Bytes of the dateline that opens a paragraph, its dash included ("PORT ELLERY, Oct 7 (Coast Wire) -"); 0 for none.
std::size_t dateline_length(std::string_view paragraph);
/// What one look over a line or paragraph tells. Most prose is plain and neither.
struct LineGlance {
    bool plain = false;        // surely no stamp, boilerplate or item of a list
    bool may_open_with_dateline = true, may_have_credit = true;
};
LineGlance glance_at(std::string_view line);
/// Short, no full stop at its end, not all figures.
bool is_heading_like(std::string_view line);

}  // namespace annals
