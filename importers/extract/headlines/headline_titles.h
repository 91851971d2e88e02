// Titles before names: "[Harbour Secretary] Anna Holm".
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// Drops titles before names of two words and more, the last one first, until `excess` code points are saved; none if all of them would not
/// suffice, nor one that holds `verb` or belongs to somebody ("the mill's owner Anna Holm"). What was dropped; the names begin behind.
std::vector<TokenRange> drop_titles(std::string_view text, const Sentence& sentence, std::uint32_t verb, std::size_t excess,
                                    TokenChoice& choice);

}  // namespace annals
