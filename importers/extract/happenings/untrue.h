// What is told only to be called untrue: "a rumour that he fled is nonsense", "posts claiming that ... are false".
#pragma once

#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// Whether the same sentence says of what the trigger tells that it is not so.
bool is_called_untrue(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

}  // namespace annals
