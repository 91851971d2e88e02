// The day of publication as the page shows it: "14. Juni 2019, 6.45 Uhr" under the headline.
#pragma once

#include "core/model/document.h"
#include "importers/formats/html_regions.h"
#include "importers/formats/html_tree.h"
#include "importers/formats/stated_date.h"

#include <optional>
#include <string>
#include <vector>

namespace annals {

struct Stamp {
    StatedDate date;
    bool sure = false;  // it stands alone, next to the headline
    bool above = false;             // before the headline, where a bar over the page may tell the day of reading
    std::vector<std::string> near;  // the days (EDTF) of all lines near the headline that may be a stamp
};

/// The best stamp of the page: a short line that is a date and little else, close to the headline, in an element that is
/// named for it. None when no line is much of a stamp. Dates within prose are not looked at.
std::optional<Stamp> find_stamp(const HtmlTree& tree, const HtmlRegions& regions, const Document& document, DayOrder order);

}  // namespace annals
