#include "importers/extract/dates/night_of_story.h"

#include "core/text/fixed_words.h"

namespace annals {
namespace {

constexpr int evening = 17 * 60, day_of_minutes = 24 * 60;

/// "shortly before midnight": of the evening; "just after midnight" is of the day that has begun.
bool is_before_midnight(const LookedUp& at, const Match& match) {
    for (std::uint32_t i = match.first > 0 ? match.first - 1 : 0; i < match.last; ++i)
        if (at.word(i) == "before" || at.word(i) == "Before") return true;
    return false;
}

bool names_day(const Meaning& m) { return said(m.day) || said(m.weekday) || said(m.month) || said(m.feast) || said(m.which) || said(m.zone); }

}  // namespace

void NightOfStory::name(const LookedUp& at, const Read& read, StoryPlace place) {
    const Moment& moment = *read.reading.moment;
    const int part = read.match.meaning.day_part;
    const Day day = moment.days.first;
    day_.reset();
    if (evening_ && evening_->day != day) evening_.reset();
    if (clock_ && clock_->day != day) clock_.reset();
    if (moment.grain != unit::day || moment.edtf.kind != Edtf::Kind::date) return;
    if (part == day_part::night || (part == day_part::midnight && is_before_midnight(at, read.match))) day_ = day;
    const std::optional<int> minute = moment.edtf.date.minute;
    const bool late = minute ? *minute >= evening : part == day_part::evening || part == day_part::night || (part == day_part::midnight && is_before_midnight(at, read.match));
    if (late) evening_ = {day, minute.value_or(evening), place};
    if (minute) clock_ = {day, *minute, place};
}

bool NightOfStory::is_close(const std::optional<Hour>& hour, const Read& read, StoryPlace place) {
    constexpr std::uint32_t close_by = 4;
    const auto& moment = read.reading.moment;
    if (!hour || !moment || moment->grain != unit::day || moment->days.first != hour->day || moment->edtf.kind != Edtf::Kind::date) return false;
    if (read.match.meaning.kind != MeaningKind::date || names_day(read.match.meaning) || read.direction > 0 || read.reading.lean != Lean::story) return false;
    return hour->place.block == place.block && place.sentence <= hour->place.sentence + close_by;
}

bool NightOfStory::is_over_midnight(const Read& read, StoryPlace place) const {
    constexpr int small_hours = 6 * 60;
    if (read.direction >= 0 || !is_close(evening_, read, place)) return false;
    const std::optional<int> minute = read.reading.moment->edtf.date.minute;
    return minute && *minute < small_hours;
}

std::optional<int> NightOfStory::minute_told_next(const Read& read, StoryPlace place) const {
    if (!is_of_either_half(read.match.meaning) || !is_close(clock_, read, place) || read.reading.moment->edtf.date.minute) return std::nullopt;
    const std::optional<int> told = minute_of(read.match.meaning);
    if (!told) return std::nullopt;
    const int minute = *told >= clock_->minute ? *told : *told + day_of_minutes / 2;
    return minute >= clock_->minute && minute < day_of_minutes ? std::optional(minute) : std::nullopt;
}

bool NightOfStory::is_morning_after(const LookedUp& at, const Read* before, const Read& read) const {
    constexpr int noon = 12 * 60;
    static constexpr FixedWords leading{"at", "by", "until", "till", "around", "about", "before", "after", "from", "since", "At", "By"};
    constexpr std::uint32_t beside = 2;
    const Meaning& m = read.match.meaning;
    const auto& moment = read.reading.moment;
    if (!day_ || m.kind != MeaningKind::date || !read.reading.moment) return false;
    const auto& clock = read.reading.moment->edtf.date.minute;
    const bool first_hour = said(m.clock) && !said(m.pm) && clock && *clock < 60;  // "at 0.25"
    if (m.day_part != day_part::morning && m.pm != 0 && !first_hour) return false;
    if (said(m.day) || said(m.weekday) || said(m.month) || read.direction >= 0 || read.reading.lean != Lean::story || !moment || moment->days.first != *day_) return false;
    if (read.match.first == 0 || !leading.has(at.word(read.match.first - 1))) return false;  // a stamp
    if (before && read.match.first <= before->match.last + beside) return false;
    return moment->grain == unit::day && moment->edtf.kind == Edtf::Kind::date && moment->edtf.date.minute && *moment->edtf.date.minute < noon;
}

}  // namespace annals
