// A year that heads what stands below it: a row or heading "1916" over "9 April", "24 April".
#pragma once

#include "importers/extract/dates/anchors.h"

#include <vector>

namespace annals {

/// Gives days and months that begin a row, an item or a paragraph the year that heads it, where they have none of their own: that of a heading or a
/// row which is a year alone, or of the first cell of a row above. `matches` are those of all sentences, in order.
void take_years_of_headings(const Document& document, const std::vector<Sentence>& sentences, std::vector<SentenceMatches>& matches);

}  // namespace annals
