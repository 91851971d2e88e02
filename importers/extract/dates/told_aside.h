// What an expression that was read leaves as it was: "She came in May. The house, which he had sold in 1990, was dark. Two days later ..."
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>
#include <span>

namespace annals {

/// Where the text is when it comes to an expression.
struct ToldBefore {
    const std::optional<Moment>& main_line;  // the moment named last in a sentence that does not look back with "had"
    bool looks_back = false;                 // the sentence or the expression says "had"
    // Whether the setting's mention was named in the expression's sentence, in its block, not many sentences before it.
    bool in_sentence = false, in_block = false, close = false;
    bool in_section = true;  // no heading stands between
};

/// What does not go on with the moment of an expression: the setting's mention, the main line, the setting's story.
struct ToldAside {
    bool mention = false, main_line = false, story = false;
};

/// Of a dated expression. "The law of 1790", told of 1850: mention and main line; "fifty years on she still rings": mention and story.
ToldAside told_aside(const LookedUp& at, const Read& read, const Setting& setting, const ToldBefore& before);

/// "The office said on Tuesday that the rules had been changed in 2018", in a story of 2016: a Tuesday of the time of writing. `later` are the expressions
/// behind it.
void read_for_report(const LookedUp& at, std::span<const Match> later, const Setting& setting, Read& read);

}  // namespace annals
