// Plans that came to nothing: "a session planned for Sunday was cancelled", "has no intention of reopening in June".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// "cancel", "put off", "come to nothing": the base form of a verb with the two words behind it.
bool is_calling_off(std::string_view base, std::string_view next, std::string_view after);

/// Whether what was planned for that date is called off in the same sentence, or nobody means to do it. `to_come`: the date lies ahead.
bool is_called_off(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger, bool to_come);

}  // namespace annals
