// What a length comes to that is counted from a moment: "two days after", "seven minutes before", "the second week of".
#pragma once

#include "importers/extract/dates/reading.h"

#include <optional>
#include <string>

namespace annals {

/// The moment that lies a length before or after another: "two days after" 18 March is 20 March; none where the other is known less finely
/// than the length counts. `timex` takes the value of TIMEX3.
std::optional<Moment> counted(const Moment& from, const Meaning& length, int toward, const Setting& setting, std::string* timex = nullptr);

/// "the June after the vote": the first behind it.
std::optional<Moment> counted_name(const Meaning& name, const Moment& from, const Setting& setting);

/// The days that "the third week of the siege" takes of what began then; of "the tenth anniversary of the fire" the day, or the year.
std::optional<Moment> part_of_event(const Meaning& meaning, const Moment& event);

/// The minute that far from one: "seven minutes before" 14:05 is 13:58; none if the clock is not said.
std::optional<Edtf> minute_from(const Moment& from, const Meaning& length, bool back);

/// "within a week of the fire": the days from what is named up to the one that far behind it.
Edtf up_to(const Moment& from, const Moment& end, const Meaning& step);

}  // namespace annals
