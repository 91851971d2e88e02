// What two expressions of a sentence that stand beside each other make of one another.
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>

namespace annals {

/// "four years later, on 9 July": of a year that was counted to, that what stands behind it is said to lie in it.
bool lies_in_year_before(const LookedUp& at, const Read& year, const Match& match);
/// "Four years later, in May": the same of what is said without a year.
bool is_in_year_before(const LookedUp& at, const Read& year, const Match& match, const Read& read);
/// "left at 9.15pm on Monday and struck the slip at 6.52am", in the next sentence too; `named` is the evening's moment.
bool is_past_midnight(const std::optional<Moment>& named, const Read& read);
/// "on the 6th, Black Friday to the clerks", "on 9 April, a Saturday": what the day before it is called.
bool is_name_of_day(const LookedUp& at, const Read& day, const Read& name);
/// "from October to March": two months without a year of which the second came out before the first.
bool is_backward_range(const LookedUp& at, const Read& first, const Read& second);
/// "from Monday to Friday", told on a Wednesday: the second came out before the first.
bool is_backward_week(const LookedUp& at, const Read& first, const Read& second);
/// What is told as past was over when the words were written; what is not surely ahead may have begun; else it ends after its beginning.
void straighten_week(Read& first, Read& second, Day written);
/// "the quarter ended July 31"
bool ends_quarter(const LookedUp& at, const Read& quarter, const Read& end);
/// The calendar's quarter where it ends within days of that, else three months; TIMEX3 names the one that most of it lies in.
Moment quarter_to(Day end);
/// "on 8 September, two days before,": the length tells of that day from where it lies; it is no other day.
bool is_day_beside(const LookedUp& at, const Read& day, const Read& count);
/// "some 170 years later, in 1896": what the count is said to come to, where it comes to something else.
bool restates(const LookedUp& at, const Read& count, const Read& result);
/// "two weeks after that, on the first of May": the day that the count comes to.
bool names_day_of_count(const LookedUp& at, const Read& count, const Read& result);
/// "on 12 July, two weeks later, the paper was sent in": the count says once more when that was.
bool counts_to_day_before(const LookedUp& at, const Read& day, const Read& count);

}  // namespace annals
