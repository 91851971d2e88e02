#include "importers/extract/dates/carried_year.h"

#include "importers/extract/matching/words_around.h"

#include <algorithm>
#include <string>
#include <utility>

namespace annals {
namespace {

/// Whoever has named so many past years tells of the last of them.
constexpr int one_after_another = 3;
constexpr std::uint32_t sentences_apart = 2;

// A day or month, be it that of a night; a feast in a year that was named alone.
bool lies_in_a_year(const Meaning& m, const std::optional<Moment>& story) {
    const bool in_named_year = said(m.feast) && story && story->grain == unit::year;
    return (m.kind == MeaningKind::date && (said(m.month) || said(m.season) || in_named_year)) || said(m.to_n);  // to_n: overnight
}

bool is_past_year(const Moment& moment, const Setting& setting) {
    return setting.said && to_civil(moment.days.last).year < to_civil(setting.said->days.first).year;
}

}  // namespace

bool counts_on(const Meaning& m) { return m.kind == MeaningKind::shift && m.toward == toward::future; }

bool is_by_writing(const Meaning& m, int direction) {
    return m.which == which::last || m.which == which::next || m.which == which::current || m.of_which == which::current || direction == -2;
}

bool CarriedYear::carries_on(const Sentence& sentence, std::uint32_t place, const Read& read, const Setting& setting) const {
    const Meaning& meaning = read.match.meaning;
    if (is_by_writing(meaning, read.direction) || !lies_in_a_year(meaning, setting.story)) return false;
    if (!fixed_ || !setting.story || !setting.said || read.direction > 0) return false;
    if (place_ == place) return true;
    if (place - place_ > sentences_apart || block_ != sentence.block || (read.direction >= 0 && !setting.until)) return false;
    return setting.story->grain <= unit::day || past_years_ >= one_after_another;
}

bool CarriedYear::may_carry_on(const Sentence& sentence, std::uint32_t place, const Read& read, const Setting& setting) const {
    if (is_by_writing(read.match.meaning, read.direction) || !is_month_alone(read.match.meaning)) return false;
    if (!fixed_ || !setting.story || !setting.said || read.direction != 0 || setting.story->grain > unit::day) return false;
    return block_ == sentence.block && place - place_ <= sentences_apart;
}

void CarriedYear::carry_if_past(Read& read, const Setting& setting) {
    Setting from = setting;
    from.narrative = true;
    Reading carried_on = read_meaning(read.match.meaning, from);
    const auto is_past = [&](const Reading& reading) { return reading.moment && reading.moment->days.last < setting.said->days.first; };
    if (is_past(carried_on) && carried_on.moment->days.first > setting.story->days.last && !is_past(read.reading))
        read.reading = std::move(carried_on);
}

void CarriedYear::settle_by_month(const Sentence& sentence, std::uint32_t place, Read& read, const Setting& setting) {
    if (!setting.said) return;
    const auto year = months_.year_of(read, {sentence.block, place, fixed_ && place_ == place}, *setting.said);
    if (!year) return;
    Meaning dated = read.match.meaning;
    dated.year = *year;
    Reading reading = read_meaning(dated, setting);
    if (!reading.moment || reading.moment->days.first > setting.said->days.last) return;
    reading.fixed = false;
    reading.lean = Lean::story;
    read.reading = std::move(reading);
}

void CarriedYear::settle_by_feast(const Sentence& sentence, Read& read, const Setting& setting) {
    if (!setting.said) return;
    const auto named = feasts_.day_of(read, sentence.block, block_, setting.story);
    if (!named) return;
    const std::string rest = read.reading.timex.substr(std::min(read.reading.timex.size(), read.reading.moment->timex.size()));
    const std::optional<int> minute = read.reading.moment->edtf.date.minute;
    read.reading.moment = named;
    read.reading.moment->edtf.date.minute = minute;
    read.reading.timex = named->timex + rest;
    read.reading.lean = Lean::said;
}

void CarriedYear::count(const Read& read, const Setting& setting) {
    const Reading& reading = read.reading;
    const bool of_a_year = reading.fixed || (reading.lean == Lean::story && reading.moment->grain >= unit::year);
    if (of_a_year && is_past_year(*reading.moment, setting))
        ++past_years_;
    else if (reading.lean == Lean::said)
        past_years_ = 0;
}

void CarriedYear::go_on_with(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, bool carried) {
    const Reading& reading = read.reading;
    const int grain = reading.moment->grain;
    const bool of_event = grain == unit::year && is_name_of_event(at, read.match);
    const bool names_year = reading.fixed && !is_behind(at, read.match.first, "since") && !of_event;
    const bool within_it = reading.lean == Lean::story && grain <= (counts_on(read.match.meaning) ? unit::year : unit::month);
    fixed_ = names_year || carried || (fixed_ && within_it);
    of_writing_ = reading.lean == Lean::said && grain == unit::year;
    block_ = sentence.block;
    place_ = place;
}

}  // namespace annals
