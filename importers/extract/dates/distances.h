// "Nine days after the vote": dated by the date beside it, or by what the text told of the vote elsewhere.
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/dates/named_distance.h"
#include "importers/extract/dates/told_events.h"

#include <optional>
#include <vector>

namespace annals {

/// The moment that a length behind another comes to; none where the other is known less finely than the length counts.
std::optional<Moment> counted_on(const Moment& from, const Meaning& length, const Setting& setting);

/// Dates the lengths and "the day after" of a sentence that count from something named. "On 18 March, two days after the vote": the vote.
/// `retold`: the day of what the text retells, if it does; `ahead`: what it tells further on.
void date_distances(const LookedUp& at, std::vector<Read>& reads, ToldEvents& told, const Setting& setting, const Before& before,
                    const std::optional<Moment>& retold, ToldAhead& ahead);

}  // namespace annals
