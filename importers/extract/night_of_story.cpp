#include "importers/extract/night_of_story.h"

#include "core/text/fixed_words.h"

namespace annals {

void NightOfStory::name(const LookedUp& at, const Read& read) {
    day_.reset();
    const int part = read.match.meaning.day_part;
    const bool late = part == day_part::midnight && read.match.first > 0 && at.word(read.match.first - 1) == "before";
    if ((part == day_part::night || late) && read.reading.moment->grain == unit::day) day_ = read.reading.moment->days.first;
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
