// The main text of a page as blocks.
#pragma once

#include "core/model/document.h"
#include "importers/formats/html_regions.h"
#include "importers/formats/html_tree.h"

namespace annals {

/// Appends the article's blocks: headings, paragraphs, lists, tables, captions, bylines, entries of a live page.
/// What is around the article is left out. `document.title` and `language` should be known.
void add_html_blocks(const HtmlTree& tree, const HtmlRegions& regions, Document& document);

/// The blocks of a fragment that is all article, such as the content of a feed's item.
void add_fragment_blocks(const HtmlTree& tree, Document& document);

}  // namespace annals
