// From which moment "two days later" and "the following Tuesday" count.
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>

namespace annals {

/// Moments that a text has named, beside the one that it named last.
class Mentioned {
public:
    /// The moment to count from in place of the one named last: a day, whatever year was named since, for what counts days; a year, whatever century was named since, for what lies in years; what was told, whatever is to
    /// come, for what is told. None: the one named last will do. `place` is the sentence's number.
    const std::optional<Moment>& in_place_of(const Setting& setting, const Meaning& meaning, int direction, std::uint32_t place) const;
    /// Before `read` becomes the setting's mention.
    void name(const Read& read, const Setting& setting, std::uint32_t place);

private:
    std::optional<Moment> day_, month_, year_;  // within a year, within a century named since
    std::optional<Moment> past_;  // the moment gone when the text was written that was named last before the mention at hand
    bool past_now_ = false;             // the mention at hand is such a moment
    std::uint32_t place_of_day_ = 0, place_of_month_ = 0, place_of_year_ = 0, place_ = 0;  // the sentences of the day, the month, the year and of the mention
};

}  // namespace annals
