// Clocks that belong to the page or to another clock rather than to the story: stamps of updates, one instant by the clocks of two places, what comes every day.
#pragma once

#include "importers/extract/dates/anchors.h"
#include "importers/extract/dates/frames.h"

#include <optional>
#include <vector>

namespace annals {

/// The stamps of a page, in text order: "(Update 3:40 p.m. in Oslo, 9:40 a.m. ET)". They are of the day of writing, not of the story, and go on over
/// midnight, up or down the page. One that names a weekday is of the nearest, be it the day after, and the others go by it.
class PageStamps {
public:
    /// Looks through a whole document; `written` is its day.
    void find(std::string_view text, const RuleSet& rules, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, Day written);
    /// Dates the clock of a stamp, the first in its sentence; they are asked for in text order. False if it is none.
    bool settle(std::uint32_t sentence, const Match& match, Reading& reading);
    /// Whether a stamp stands in the sentence.
    bool is_in(std::uint32_t sentence) const { return next_ > 0 && stamps_[next_ - 1].sentence == sentence; }
    /// The last day that a stamp names beyond that of the document; none without one.
    std::optional<Day> beyond() const { return beyond_; }

private:
    struct Stamp {
        std::uint32_t sentence, first;
        int minute, zone, weekday;
        Day day;
    };
    std::vector<Stamp> stamps_;
    std::size_t next_ = 0;
    std::optional<Day> beyond_;
};

/// "9 p.m. in Lagos, 3 p.m. ET": the second is the same instant as the first; dates it so, and gives the first its offset. Whether it is one.
bool settle_second_clock(const LookedUp& at, bool stamped, Read& first, Read& second);

/// "at 9 a.m. in Nairobi (0600 GMT) on Monday": of the day that stands behind.
void take_days_behind(const LookedUp& at, std::vector<Read>& reads);

/// "daily at 9.30 a.m.", "from 5 a.m. to 11 p.m. every day": of no day in particular.
void settle_daily_clocks(const LookedUp& at, std::vector<Read>& reads);

}  // namespace annals
