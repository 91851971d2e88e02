// Character references of HTML and XML: &amp; &#8217; &#x2019; and the named ones that prose holds.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// Every reference that is known as its character; others stay as they are.
std::string decode_entities(std::string_view text);

}  // namespace annals
