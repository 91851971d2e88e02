// What the figures of four digits are that sentence after sentence of a text begins with.
#pragma once

#include "importers/extract/words/sentence.h"

#include <string_view>
#include <vector>

namespace annals {

enum class LineHeads {
    other,    // none, or years as far as anybody can tell: "1912 The pier is built."
    numbers,  // some can be no year: "1925 Red paint", "2187 Brushes"
    clocks    // entries of a page, in order: "2140 The hall is cleared.", "0915 The gates open."
};

LineHeads line_heads(std::string_view text, const std::vector<Sentence>& sentences);

}  // namespace annals
