// The day of a time of the clock that stands without one: "The bus overturned at 2.20pm", told behind what its owner did on Monday.
#pragma once

#include "importers/extract/dates/told_events.h"

#include <optional>
#include <vector>

namespace annals {

/// Only a time of the clock: no day, part of a day or month with it.
bool is_clock_alone(const Meaning& meaning);

/// "On the Sunday after the storm a piper came at 5.40pm": once the Sunday is known, the clock is of it.
void settle_clocks_of_distances(const LookedUp& at, std::vector<Read>& reads);

class ToldClocks {
public:
    /// Before the moment of `read` becomes the setting's mention.
    void name(const Read& read, const Setting& setting);
    /// Another day than that of the setting's mention for a clock that is told as past; none for that one. It is the day of the mishap which
    /// the words before the clock tell of once more; or, of an afternoon that is told of behind "this morning", the one named before that:
    /// "Two geese fled yesterday. One was still at large this morning. Their crate fell off a cart at 5.12pm". `before` is the expression
    /// before it in its sentence, null for none.
    std::optional<Moment> day_of(const LookedUp& at, const Match& clock, const Read* before, int direction, const Setting& setting,
                                 ToldEvents& told) const;

private:
    std::optional<Moment> before_, morning_;  // "this morning", and the moment named before it
};

}  // namespace annals
