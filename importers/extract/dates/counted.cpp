#include "importers/extract/dates/counted.h"

#include "core/time/calendar.h"

#include <algorithm>

namespace annals {
namespace {

// "the tenth anniversary of the fire": the day if that of the fire is known, else the year.
std::optional<Moment> anniversary(const Meaning& meaning, const Moment& event) {
    if (event.grain > unit::year || meaning.nth < 1) return std::nullopt;
    return enclosing(moved(event.days.first, unit::year, std::min(meaning.nth, 1000)), event.grain);
}

}  // namespace

std::optional<Moment> counted(const Moment& from, const Meaning& length, int toward, const Setting& setting, std::string* timex) {
    Setting own = setting;
    own.mention = from;
    own.direction = 0;  // the callers know what is to come
    own.quarter.reset();
    Meaning shift;
    shift.kind = MeaningKind::shift;
    shift.n = length.n;
    shift.eighths = length.eighths;
    shift.unit = length.unit;
    shift.toward = toward;
    shift.base = base::story;
    if (length.kind == MeaningKind::duration && said(length.of_unit) && from.grain <= unit::day) {  // "to the day"
        shift.of_unit = length.of_unit;
        shift.of_n = 0;
    }
    if (shift.unit < from.grain && !(shift.unit == unit::week && from.grain == unit::day)) return std::nullopt;  // "two days after" a year
    const Reading reading = read_shift(shift, own);
    if (timex) *timex = reading.timex;
    return reading.moment;
}

std::optional<Moment> counted_name(const Meaning& name, const Moment& from, const Setting& setting) {
    Setting own = setting;
    own.mention = from;
    return from.grain <= unit::year ? read_meaning(name, own).moment : std::nullopt;
}

std::optional<Moment> part_of_event(const Meaning& meaning, const Moment& event) {
    if (said(meaning.nth) && meaning.unit == unit::year) return anniversary(meaning, event);
    if (!said(meaning.nth)) return event.grain <= meaning.unit ? std::optional(enclosing(event.days.first, meaning.unit)) : std::nullopt;
    if (event.grain > unit::day || (meaning.unit != unit::day && meaning.unit != unit::week) || meaning.nth < 1) return std::nullopt;
    const Day length = meaning.unit == unit::week ? 7 : 1;
    const Day first = moved(event.days.first, unit::day, std::min(meaning.nth - 1, 1000) * length);
    return moment_of_days({first, moved(first, unit::day, length - 1)}, meaning.unit, enclosing(first, meaning.unit).timex);
}

std::optional<Edtf> minute_from(const Moment& from, const Meaning& length, bool back) {
    if (from.edtf.kind != Edtf::Kind::date || !from.edtf.date.minute) return std::nullopt;
    constexpr int day_of_minutes = 24 * 60;
    const int minutes = std::min(length.n, 10000) * (length.unit == unit::hour ? 60 : 1);
    const int there = *from.edtf.date.minute + (back ? -minutes : minutes);
    const int days = (there < 0 ? there - day_of_minutes + 1 : there) / day_of_minutes;
    EdtfDate date = edtf_day(from.days.first + days);
    date.minute = there - days * day_of_minutes;
    date.utc_offset = from.edtf.date.utc_offset;
    Edtf edtf = from.edtf;
    edtf.date = date;
    return edtf;
}

Edtf up_to(const Moment& from, const Moment& end, const Meaning& step) {
    if (from.grain <= unit::day && step.unit <= unit::fortnight) {
        const Day last = moved(from.days.first, step.unit, std::min(step.n, 1000));
        return edtf_of({from.days.first, last});
    }
    return edtf_interval(first_date(from), last_date(end));
}

}  // namespace annals
