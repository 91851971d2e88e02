// "Nine people were hurt": how many an accident harmed, told behind it without a date of its own.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/words/sentence.h"

#include <string_view>

namespace annals {

/// Whether a sentence opens with a number of people or of "them", and says nothing of another time up to its semicolon. Tagged.
bool opens_with_count(std::string_view text, const Sentence& sentence);
/// "The driver, Anna Holm, 41, was killed", likewise: with one, named or not.
bool opens_with_one(std::string_view text, const Sentence& sentence);

/// "Injured 23 people": a verb in the past.
bool does_harm(std::string_view verb);

/// "Raided the house on 3 May and seized two rifles": what was done there and then.
bool is_done_there(std::string_view verb);

/// "Nine people were hurt" is told with a verb.
void settle_harm(std::string_view text, Sentence& sentence);

/// Whether such a sentence's mention tells of deaths, injuries or rescues.
bool tells_toll(const Mention& mention);

/// Whether a mention of one day may be what the toll is of: harm was done, or it has no other name; not a visit, not an inquest.
bool may_have_toll(const Mention& mention);

}  // namespace annals
