// Puts a document's text together block by block.
#pragma once

#include "core/model/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// White space folded to single spaces, ends trimmed, invisible characters (soft hyphen, zero-width space) out.
std::string fold_space(std::string_view utf8);

/// Appends a block to the document; the text is folded first. Blank text adds nothing and gives null.
/// List items and table rows stand on the next line, all others after an empty one. The pointer lives until the next call.
Block* add_block(Document& document, BlockKind kind, std::string_view text, int level = 0);

/// The same with its words as they are: already folded, or rows whose cells a tab parts.
Block* add_folded_block(Document& document, BlockKind kind, std::string_view folded, int level = 0);

/// A row of a table: its cells, parted by tabs. Empty cells are left out.
Block* add_row(Document& document, const std::vector<std::string>& cells);

/// Makes the document's title its first block, unless a block of that text is there: that one becomes the title.
/// Needs `document.title`; to be called when all blocks are in.
void place_title(Document& document);

}  // namespace annals
