// An expression that was read, as the record that the rest of the program takes: its words, its date, and what that leans on.
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/matching/time_expression.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <string>

namespace annals {

/// What says when words were written, for a person: "published 2021-03-02 (byline)"; "entry of 2021-03-01" where their block has a day of
/// its own, else empty.
struct Written {
    const std::string &published, &block;
};

/// Takes `read`, an expression of the sentence of that number. "On Friday": 2021-03-05, anchor "published 2021-03-02 (byline)".
Resolution resolution_of(const Sentence& sentence, std::uint32_t index, Read& read, const Written& written);

}  // namespace annals
