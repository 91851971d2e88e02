#include "importers/extract/dates/entry_clock.h"

#include "core/time/date.h"

#include <cstdlib>
#include <optional>

namespace annals {
namespace {

constexpr int noon = 12 * 60, day_of_minutes = 24 * 60;

bool names_no_day(const Meaning& m) {
    for (const int part : {m.year, m.month, m.day, m.weekday, m.which, m.feast, m.zone, m.numeric, m.iso})
        if (said(part)) return false;
    return m.kind == MeaningKind::date;
}

}  // namespace

void settle_by_entry(const Match& match, const EdtfDate& entry, int direction, bool twelve_hours, Reading& reading) {
    const Meaning& m = match.meaning;
    if (!names_no_day(m) || !reading.moment || reading.moment->edtf.kind != Edtf::Kind::date) return;
    const Day day = to_day({entry.year, *entry.month, *entry.day});
    const auto lean_on = [&](const EdtfDate& date) {
        reading.moment = moment_of(date);
        reading.timex = reading.moment->timex;
        reading.lean = Lean::said;
    };
    if (m.day_part == day_part::midnight && direction <= 0 && *entry.minute < noon) lean_on(edtf_day(day - 1));  // "shortly before midnight", told at 00:25
    if ((!said(m.hour) && !said(m.clock)) || said(m.day_part) || (!reading.moment->edtf.date.minute && !is_of_either_half(m))) return;
    const int minute = *minute_of(m);
    const bool by_figures = twelve_hours && said(m.clock) && !said(m.pm) && minute >= 60 && minute <= noon + 59;
    const bool either_half = by_figures || is_of_either_half(m) || (!said(m.pm) && (match.rule->name == "clock_of_entry" || match.rule->name == "hour_of_entry") && minute <= noon + 59);
    std::optional<int> best;  // minutes from the midnight that begins the entry's day
    for (int days = -1; days <= 1; ++days)
        for (int half = 0; half <= int{either_half}; ++half) {
            const int there = days * day_of_minutes + (minute + half * noon) % day_of_minutes;
            const bool fits = direction > 0 ? there >= *entry.minute : there <= *entry.minute;
            if (fits && (!best || (direction > 0 ? there < *best : there > *best))) best = there;
        }
    if (!best) return;
    const int days = *best < 0 ? -1 : *best / day_of_minutes;
    EdtfDate date = edtf_day(day + days);
    date.minute = *best - days * day_of_minutes;
    date.utc_offset = reading.moment->edtf.date.utc_offset;
    lean_on(date);
}

void give_offset(const LookedUp& at, const Match& match, int offset, Day written, Reading& reading) {
    constexpr Day longest_of_one_offset = 14;  // by then the clocks may have been changed
    if (!reading.moment || reading.moment->edtf.kind != Edtf::Kind::date) return;
    EdtfDate& date = reading.moment->edtf.date;
    const bool of_the_place = at.word(match.last - 1) == "time" || (match.last < at.size() && at.word(match.last) == "local");
    if (!date.minute || date.utc_offset || of_the_place) return;  // "2.40am local time": wherever that is
    if (std::abs(reading.moment->days.first - written) <= longest_of_one_offset) date.utc_offset = offset;
}

bool is_of_twelve_hours(const std::vector<SentenceMatches>& matches) {
    bool halves = false;
    for (const SentenceMatches& in : matches)
        for (const Match& match : in.matches) {
            const Meaning& m = match.meaning;
            if (m.kind != MeaningKind::date || (!said(m.clock) && !said(m.hour))) continue;
            if (said(m.pm)) halves = true;
            else if (said(m.clock) && m.clock >= noon + 60) return false;
        }
    return halves;
}

}  // namespace annals
