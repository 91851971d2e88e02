// Where a headline may end.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

/// The words that are chosen. If they are more than `limit` code points, those behind the last border of a phrase that lies behind `trigger` and
/// within the limit leave `choice`; without such a border they are still too many.
std::string cut(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced, std::size_t limit,
                TokenChoice& choice);

/// The same, but if there is no border behind `trigger` the last one before it.
std::string cut_anywhere(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced,
                         std::size_t limit, TokenChoice& choice);

}  // namespace annals
