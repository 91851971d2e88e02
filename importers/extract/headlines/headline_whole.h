// Whether what is left of a sentence is whole.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// What stands behind `trigger` asks for more than is left: "supports [the mayor]", "accused them [of theft]", "from the hills [to the sea]",
/// "the agency charged [with it]".
bool is_left_hanging(std::string_view text, const Tree& tree, std::uint32_t trigger, const TokenChoice& choice);

/// "confirmed that a man", "the girl who had", "between old": a clause or a pair begun whose other part is gone.
bool is_torn(std::string_view text, const Tree& tree, const TokenChoice& choice);

}  // namespace annals
