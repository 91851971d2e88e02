// What a page says of itself by machine-readable means: JSON-LD, meta, <time>, <link>, its URL.
#pragma once

#include "core/model/document.h"
#include "importers/formats/html_regions.h"
#include "importers/formats/html_tree.h"
#include "importers/formats/stated_date.h"

namespace annals {

/// Fills title, url, publisher, language and the stated dates (best first, each day once) of the document.
/// Dates of changes ("modified", "updated") are never taken. Gives the article's text as JSON-LD has it, empty if it has none.
std::string read_metadata(const HtmlTree& tree, const HtmlRegions& regions, Document& document);

/// How the page's country writes 04/05/2019.
DayOrder day_order_of(const Document& document);

/// The title without the name of the site behind or before it.
std::string without_site_name(const std::string& title, const std::string& site);

}  // namespace annals
