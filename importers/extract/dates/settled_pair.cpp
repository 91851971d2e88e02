#include "importers/extract/dates/settled_pair.h"

#include "importers/extract/dates/beside.h"

#include <algorithm>

namespace annals {
namespace {

// A story that has reached March tells of the October before it; else the second end is the next to come.
void straighten(Read& first, Read& second, const Setting& setting) {
    const bool back = second.reading.lean == Lean::story && !first.reading.fixed && said(first.match.meaning.month);
    Read& wrong = back ? first : second;
    Setting from = setting;
    from.mention = back ? second.reading.moment : first.reading.moment;
    Meaning meaning = wrong.match.meaning;
    meaning.which = back ? which::previous : which::following;
    wrong.reading = read_meaning(meaning, from);
}

// The quarter that ends there, as the business names it.
void settle_quarter(Read& quarter, const Read& end, Setting& setting) {
    quarter.reading.moment = quarter_to(end.reading.moment->days.last);
    quarter.reading.timex = setting.quarter ? setting.quarter->timex : quarter.reading.moment->timex;
    if (!setting.quarter) setting.quarter = quarter.reading.moment;
}

// "In 1990 it was sold. On 12 July, two years later,": a day without a year is of the year that the count comes to.
void settle_count_behind(Read& day, Read& count, const Setting& setting, const std::optional<Moment>& counted_from) {
    const Meaning& m = count.match.meaning;
    if (m.unit == unit::year && !day.reading.fixed && counted_from && day.reading.moment->edtf.kind == Edtf::Kind::date) {
        Setting from = setting;
        from.story = moment_of_year(std::min(to_civil(counted_from->days.first).year + m.n, max_year));
        from.narrative = true;
        day.reading = read_meaning(day.match.meaning, from);
    }
    if (day.reading.moment) count.reading.moment = day.reading.moment;
}

}  // namespace

void settle_pair(const LookedUp& at, Read& first, Read& second, Setting& setting, const PairPlace& place) {
    if (is_backward_range(at, first, second)) straighten(first, second, setting);
    if (place.written && is_backward_week(at, first, second)) straighten_week(first, second, place.written->days.last);
    if (ends_quarter(at, first, second)) settle_quarter(first, second, setting);
    if (counts_to_day_before(at, first, second)) settle_count_behind(first, second, setting, place.counted_from);
    if (names_day_of_count(at, first, second)) first.reading.moment = second.reading.moment;
    if (is_day_beside(at, first, second)) second.reading.moment = first.reading.moment;
    if (restates(at, first, second)) {
        first.reading.moment = second.reading.moment;
        first.reading.timex = second.reading.timex;
    }
}

void settle_name_of_day(const LookedUp& at, const Read& first, Read& second) {
    if (!is_name_of_day(at, first, second)) return;
    second.reading.moment = first.reading.moment;
    second.reading.timex = first.reading.moment->timex;
}

void turn_to_day_after(Reading& clock) {
    const std::optional<int> minute = clock.moment->edtf.date.minute;
    clock.moment = moment_of_day(clock.moment->days.first + 1);
    clock.moment->edtf.date.minute = minute;
    clock.timex.replace(0, clock.moment->timex.size(), clock.moment->timex);
}

}  // namespace annals
