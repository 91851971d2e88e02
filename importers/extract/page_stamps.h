// Clocks that belong to the page or to another clock rather than to the story: stamps of updates, one instant by the clocks of two places, what comes every day.
#pragma once

#include "importers/extract/frames.h"

#include <optional>
#include <vector>

namespace annals {

/// The stamps of a page, in text order: "(Update 3:40 p.m. in Oslo, 9:40 a.m. ET)". They are of the day of writing, not of the story; in a page that
/// grows they go on, up or down, over midnight.
class PageStamps {
public:
    /// Whether the clock that begins at token `first` is such a stamp.
    static bool is_stamped(const LookedUp& at, const Match& match);
    /// Dates a stamp; `written` is the document's day. One that names a weekday is of the nearest, be it the day after.
    void settle(const Match& match, Day written, Reading& reading);
    /// The last day that a stamp names beyond `written`; none without one.
    std::optional<Day> beyond(Day written) const;

private:
    std::optional<Day> last_, latest_;
    int minute_ = 0;
};

/// "9 p.m. in Lagos, 3 p.m. ET": the second is the same instant as the first; dates it so, and gives the first its offset. Whether it is one.
bool settle_second_clock(const LookedUp& at, bool stamped, Read& first, Read& second);

/// "at 9 a.m. in Nairobi (0600 GMT) on Monday": of the day that stands behind.
void take_days_behind(const LookedUp& at, std::vector<Read>& reads);

/// "daily at 9.30 a.m.", "from 5 a.m. to 11 p.m. every day": of no day in particular.
void settle_daily_clocks(const LookedUp& at, std::vector<Read>& reads);

}  // namespace annals
