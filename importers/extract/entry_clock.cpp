#include "importers/extract/entry_clock.h"

#include "core/time/date.h"

#include <optional>

namespace annals {
namespace {

constexpr int noon = 12 * 60, day_of_minutes = 24 * 60;

bool is_bare_clock(const Meaning& m) {
    if (m.kind != MeaningKind::date || (!said(m.hour) && !said(m.clock))) return false;
    for (const int part : {m.year, m.month, m.day, m.weekday, m.which, m.feast, m.zone, m.day_part, m.numeric, m.iso})
        if (said(part)) return false;
    return true;
}

}  // namespace

void settle_by_entry(const Match& match, const EdtfDate& entry, int direction, Reading& reading) {
    if (!is_bare_clock(match.meaning) || !reading.moment || reading.moment->edtf.kind != Edtf::Kind::date || !reading.moment->edtf.date.minute) return;
    const int minute = *reading.moment->edtf.date.minute;
    const bool either_half = !said(match.meaning.pm) && (match.rule->name == "clock_of_entry" || match.rule->name == "hour_of_entry") && minute <= noon + 59;
    const Day day = to_day({entry.year, *entry.month, *entry.day});
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
    reading.moment = moment_of(date);
    reading.timex = reading.moment->timex;
    reading.lean = Lean::said;
}

}  // namespace annals
