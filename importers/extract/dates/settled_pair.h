// Two readings that stand beside each other, each put right by the other: "from October to March", "the quarter ended July 31".
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>

namespace annals {

/// What the text says where a pair stands.
struct PairPlace {
    const std::optional<Moment>& written;       // the document's day
    const std::optional<Moment>& counted_from;  // the moment named before the one named last
};

/// Puts right the readings of `second` and of the expression before it. "From October to March", told in April: of the October before.
/// "On 12 July, two weeks later": the count is of that day. Gives the setting the business quarter that they name.
void settle_pair(const LookedUp& at, Read& first, Read& second, Setting& setting, const PairPlace& place);

/// "on 9 April, a Saturday": the second is what the first is called.
void settle_name_of_day(const LookedUp& at, const Read& first, Read& second);

/// "left at 9.15pm on Monday and struck the slip at 6.52am": that clock on the day after.
void turn_to_day_after(Reading& clock);

}  // namespace annals
