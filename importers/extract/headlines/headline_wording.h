// The last touch to the words of a headline.
#pragma once

#include <string>

namespace annals {

/// With a capital in front.
std::string capitalised(const std::string& text);

/// With a small letter in front, but for what is written in capitals.
std::string uncapitalised(std::string text);

/// Without marks of quotation at the ends, of which the other may be gone.
std::string unquoted(std::string text);

/// Without halves of quotation marks and brackets or a comma at the end, and cut between words to what a headline has room for.
std::string fitted(std::string text);

}  // namespace annals
