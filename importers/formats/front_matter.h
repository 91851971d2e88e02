// The head of a Markdown file: "key: value" lines between "---" marks ("+++" and "key = value" too).
#pragma once

#include "core/model/document.h"

#include <string_view>

namespace annals {

/// Bytes of the front matter that the text begins with, closing mark included; 0 when there is none.
std::size_t front_matter_length(std::string_view text);

/// Puts title, publication date, URL, publisher and language of the front matter into the document. Dates of changes are passed over.
void read_front_matter(std::string_view front, Document& document);

}  // namespace annals
