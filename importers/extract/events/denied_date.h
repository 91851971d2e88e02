// Dates of which the words say that it was not then: "on 3 May, not on 5 May"; "not on Sunday but on Monday".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// ", not in 1952", "nor in any June": the date that only keeps another one apart; "far from opening in May".
bool is_denied_date(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "not on Sunday but on Monday": Monday, which the "not" leaves alone.
bool stands_in_its_place(std::string_view text, const Sentence& sentence, TokenRange expression);

}  // namespace annals
