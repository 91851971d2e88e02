// The JSON parser recurses: how deep a text goes is counted before it is parsed.
#pragma once

#include <string_view>

namespace annals {

/// True when more than 200 brackets are open at once, those inside strings counted too. Linear.
bool json_too_deep(std::string_view text);

}  // namespace annals
