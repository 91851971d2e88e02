// A heading that is a weekday: "Saturday", over what is told of that day.
#pragma once

#include "core/model/document.h"
#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace annals {

class RuleSet;

/// The reading of a weekday that is all of a heading, in a text that retells what happened on a day of late: that day or the next of
/// its name, where the sentences below look back; none over a programme of what is to come. `index` is the number of its sentence,
/// `retold` the day.
std::optional<Reading> reading_of_heading(const Document& document, const std::vector<Sentence>& sentences, std::uint32_t index,
                                          const Match& match, const Moment& retold, const RuleSet& rules);

}  // namespace annals
