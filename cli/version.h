// The version of annals.
#pragma once

#include <string_view>

namespace annals {

inline constexpr std::string_view version = ANNALS_VERSION;

}  // namespace annals
