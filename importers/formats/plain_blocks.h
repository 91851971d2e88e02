// Text without markup -> blocks, by the conventions of plain text.
#pragma once

#include "core/model/document.h"

#include <cstddef>
#include <string_view>

namespace annals {

/// Makes blocks of the bytes [begin, end) of document.text, leaving the text as it is: paragraphs parted by blank lines, list items,
/// columns, headings, datelines, bylines, captions, share bars. With `titled`, a short line at its beginning is the title and
/// sets document.title; otherwise the document has its title elsewhere.
void add_plain_blocks(Document& document, std::size_t begin, bool titled, std::size_t end = std::string_view::npos);

}  // namespace annals
