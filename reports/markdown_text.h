// Text of a source within Markdown.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// What could begin markup is escaped; line ends become spaces, so that text stays within its item.
std::string markdown_text(std::string_view text);
/// `shown` (already escaped) as a link where `url` is one of the web.
std::string markdown_link(const std::string& shown, const std::string& url);

}  // namespace annals
