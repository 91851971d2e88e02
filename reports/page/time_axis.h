// A time axis for the overview: linear, except that long empty stretches are folded to a fixed width.
#pragma once

#include "core/time/day.h"

#include <string>
#include <vector>

namespace annals::page {

class TimeAxis {
public:
    struct Piece {
        Day first = 0, last = 0;     // last is where the next piece begins
        double from = 0, to = 100;   // percent of the width
        bool folded = false;
    };
    struct Tick {
        double at = 0;
        std::string label;
        bool minor = false;          // may be left out on a narrow page
    };

    /// `days` are the first and last days of the events, in any order; at least one.
    explicit TimeAxis(std::vector<Day> days);

    double at(Day day) const;        // percent, clamped to the axis; a day reaches to at(day + 1)
    Day first() const { return pieces_.front().first; }
    Day last() const { return pieces_.back().last - 1; }
    const std::vector<Piece>& pieces() const { return pieces_; }
    std::vector<Tick> ticks() const;

private:
    std::vector<Piece> pieces_;
};

}  // namespace annals::page
