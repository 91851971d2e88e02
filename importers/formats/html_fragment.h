// HTML that stands in a field of another format: the content of a feed's item, the HTML part of a mail.
#pragma once

#include "core/model/document.h"

#include <string>
#include <string_view>

namespace annals {

/// Appends the fragment's blocks; all of it is article. A fragment that the parser must not see is stripped of its tags, with a warning.
void add_html_fragment(std::string_view html, Document& document);

/// The words of a title that may hold tags and character references.
std::string title_text(std::string_view html);

}  // namespace annals
