// Empty time: where no event lies, or where nothing new begins while something lasts.
#pragma once

#include "core/time/date.h"

#include <optional>

namespace annals {

struct Silence {
    DayRange days;         // the first and last day of it
    bool lasting = false;  // something that began before goes on through it
    Day length() const { return days.last - days.first + 1; }
};

/// Fed with dates in the total order. An event counts on every day on which it may have been, so a silence is surely one.
class Silences {
public:
    /// Silences shorter than `least` days are none. With `from`, the time before the first event counts too.
    explicit Silences(Day least, std::optional<Day> from = {});
    /// The silence that ends where `date` begins.
    std::optional<Silence> before(const Date& date);
    /// The silence behind all dates so far, up to and with `last`.
    std::optional<Silence> until(Day last) const;

private:
    std::optional<Silence> ending(Day next) const;

    Day least_;
    std::optional<Day> last_start_, covered_until_;
};

}  // namespace annals
