// A date as a source gives it: what is shown (EDTF) beside what is indexed (bounds in days).
// The bounds are stored, never recomputed from the EDTF, because one EDTF can mean two things
// ("2006/.." is "since 2006, still so" or "2006 at the earliest").
#pragma once

#include "core/time/edtf.h"

#include <optional>
#include <string>
#include <string_view>

namespace annals {

enum class Shape { point, span, undated };
std::string_view to_string(Shape shape);

/// A point happened on one day somewhere in [start_min, end_max] (start and end bounds are equal);
/// a span fills its days. A bound that nobody gave is empty.
struct Date {
    std::string edtf;                                 // empty when undated
    Shape shape = Shape::undated;
    std::optional<Day> start_min, start_max, end_min, end_max;
    std::optional<int> minute;                        // local minute of the day, orders within the day
    std::optional<int> utc_offset;                    // minutes
    Precision precision = Precision::day;
    bool open_start = false, open_end = false;

    bool dated() const { return shape != Shape::undated; }
    std::optional<Day> earliest() const { return start_min; }
    std::optional<Day> latest() const { return end_max; }
    /// start_min, else end_max.
    std::optional<Day> sort_day() const { return start_min ? start_min : end_max; }
    friend bool operator==(const Date&, const Date&) = default;
};

/// "some time in it": one day within the days of the expression. Intervals too ("in the past week").
Date point_in(const Edtf& edtf);
/// "all of it": an interval, or a single date whose days it fills. Open or unknown ends stay without a bound.
Date span_of(const Edtf& edtf);
/// "since X, still so": X/.. whose end is bounded by the day on which it was said.
Date since(const EdtfDate& start, Day said);
/// "X at the earliest": X/.. with end_max on the last day of X, open_end set.
Date not_before(const EdtfDate& start);
/// "until X", start unknown: ../X.
Date until(const EdtfDate& end);
/// EDTF for days: a day, a whole month, a whole year, else day/day.
Edtf edtf_of(DayRange days);
EdtfDate edtf_day(Day day);

/// The date of an EDTF text, read as point_in for a single date and span_of for an interval; else the reason.
struct DateResult {
    std::optional<Date> date;
    std::string error;
};
DateResult parse_date(std::string_view edtf);

/// Ends of a query window. Partial dates widen: from "2020" = 2020-01-01, to "2023-10" = 2023-10-31.
struct DayResult {
    std::optional<Day> day;
    std::string error;
};
DayResult window_start(std::string_view edtf);
DayResult window_end(std::string_view edtf);

enum class WindowMode { possible, certain, within };
/// Whether a date lies in the window [from, to]; an empty end is no limit. The store's SQL agrees with this.
bool in_window(const Date& date, std::optional<Day> from, std::optional<Day> to, WindowMode mode);

/// The total order of dates: sort_day, no minute before any, then end_max descending (none first); undated last.
bool date_before(const Date& a, const Date& b);

/// In English words exactly as precise as known: "20 to 26 September 2023", "some time in 1994", "about 280 BC".
std::string in_words(const Date& date);

}  // namespace annals
