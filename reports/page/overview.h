// The strip above the list: every event on one time axis, or, when they are many, how dense they lie.
#pragma once

#include "core/model/event.h"
#include "reports/page/html.h"

#include <string>
#include <vector>

namespace annals::page {

/// What the strip needs of a dated event. A bound nobody gave is empty, as in Date.
struct Drawn {
    std::optional<Day> start_min, start_max, end_min, end_max;
    bool span = false, open_start = false, open_end = false, about = false;
};
Drawn drawn(const Date& date);

/// The strip as an SVG with percentages, so that it follows the page's width. Writes nothing when there is no dated event.
/// The script finds the axis in data-axis: "first,last,from,to" for each piece; first and last in days, from and to in percent.
void write_overview(Html& html, const std::vector<Drawn>& events);

/// The small drawing beside one event: what is certain solid, what is not hatched, open ends open. Empty for an exact day.
void write_glyph(Html& html, const Date& date);
/// Patterns that both drawings use; once a page.
void write_drawing_definitions(Html& html);

}  // namespace annals::page
