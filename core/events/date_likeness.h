// Whether one event may have both of two dates: by their days and clocks.
#pragma once

#include "core/time/date.h"

#include <string_view>
#include <vector>

namespace annals {

inline bool same_days(const Date& a, const Date& b) { return a.start_min == b.start_min && a.end_max == b.end_max; }
/// By their clocks, where those are of one place.
bool of_one_minute(const Date& a, const Date& b);
inline bool one_day(const Date& date) { return date.start_min && date.start_min == date.end_max; }

struct DateLikeness {
    double points = 0;
    std::string_view words;   // empty: these dates cannot be of one event
    bool other_day = false;   // one of the two must be wrong
    bool other_time = false;  // hours apart on one day
};
/// Symmetric; `once`: both are of what happens only once.
DateLikeness compare_dates(const Date& a, const Date& b, bool once);

/// Other days at which a source may have put the same event: the month around a day, the year around a month and the reverse,
/// and the days next to a day. Empty for every other date.
std::vector<DayRange> comparable_days(const Date& date);
/// Whether the days of `b` are among the comparable days of `a`.
bool compares_with(const Date& a, const Date& b);

/// Whether one event may have both dates, as compare_dates says: their days tell that.
bool may_be_one_date(DayRange a, DayRange b, bool once);
inline bool may_be_one_date(const Date& a, const Date& b, bool once) {
    return a.start_min && a.end_max && b.start_min && b.end_max && may_be_one_date(DayRange{*a.start_min, *a.end_max}, DayRange{*b.start_min, *b.end_max}, once);
}

}  // namespace annals
