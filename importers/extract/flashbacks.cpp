#include "importers/extract/flashbacks.h"

#include <algorithm>

namespace annals {
namespace {

bool counts_on(const Meaning& m) {
    if (m.kind == MeaningKind::shift) return m.base == base::story && m.toward == toward::future && said(m.n) && m.unit >= unit::day;
    return m.which == which::following && (m.kind == MeaningKind::period || (m.kind == MeaningKind::date && (said(m.weekday) || said(m.month) || said(m.season))));
}

int unit_of(const Meaning& m) {
    if (said(m.unit)) return m.unit;
    return said(m.season) ? unit::season : said(m.month) ? unit::month : unit::day;
}

bool is_nth_day(const Meaning& m) { return m.base == base::start; }

}  // namespace

bool counts_from_story(const Meaning& meaning, int direction, const Setting& setting, const Moment& story) {
    if (!counts_on(meaning) || direction > 0 || !setting.mention || story.grain > unit::year) return false;
    const Moment& told = *setting.mention;
    if (told.days.last >= story.days.first) return false;
    const auto to_come = [&](const Moment& moment) { return setting.said && moment.days.first > setting.said->days.last; };
    Setting from = setting;
    from.mention = story;
    const Reading on = read_meaning(meaning, from);
    if (!on.moment || to_come(*on.moment)) return false;
    const int step = unit_of(meaning);
    if (step < told.grain && step >= unit::day && !(step == unit::week && told.grain <= unit::day)) return step >= story.grain;  // "the next day", of a year
    const Reading back = read_meaning(meaning, setting);
    return !back.moment || back.moment->days.last >= story.days.first;
}

void UnrealMoment::name(const Moment& moment, std::uint32_t sentence) {
    moment_ = moment;
    sentence_ = sentence;
}

const std::optional<Moment>& UnrealMoment::for_that(const Meaning& meaning, std::uint32_t sentence, std::uint32_t mention_sentence) const {
    static const std::optional<Moment> none;
    if (!moment_ || meaning.which != which::that || sentence > sentence_ + 1 || (mention_sentence != 0xffffffff && mention_sentence >= sentence_)) return none;
    const bool named = meaning.kind == MeaningKind::date && (said(meaning.month) || said(meaning.season)) && !said(meaning.day);
    const bool year = meaning.kind == MeaningKind::period && meaning.unit == unit::year;
    return (named || year) && moment_->grain <= unit::year ? moment_ : none;
}

void FirstDay::name(const Read& read) {
    const Meaning& m = read.match.meaning;
    const bool by_itself = m.kind == MeaningKind::date && !said(m.which) && (said(m.day) || said(m.weekday) || said(m.feast));
    if (by_itself && read.reading.moment->grain <= unit::day) day_ = moment_of_day(read.reading.moment->days.first);
}

const std::optional<Moment>& FirstDay::count(Meaning& meaning, const Read* before) const {
    static const std::optional<Moment> none;
    if (before && is_nth_day(before->match.meaning) && meaning.kind == MeaningKind::date && said(meaning.day) && !said(meaning.month) && !said(meaning.which) && day_) {
        Meaning nth = before->match.meaning;
        nth.n = meaning.day;
        meaning = nth;
    }
    if (!is_nth_day(meaning)) return none;
    if (said(meaning.n) && meaning.n >= 1 && meaning.kind == MeaningKind::shift) --meaning.n;
    return day_;
}

}  // namespace annals
