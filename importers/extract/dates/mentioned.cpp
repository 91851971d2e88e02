#include "importers/extract/dates/mentioned.h"

#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

constexpr std::uint32_t sentences_apart = 5;

bool counts_by_day(const Meaning& meaning, int direction) {
    if (is_day_alone(meaning)) return direction <= 0;
    const int which = meaning.which;
    const bool told = which == which::that || which == which::following || which == which::previous || which == which::same;
    if (meaning.kind == MeaningKind::date) return (told || which == which::the) && said(meaning.weekday) && !said(meaning.month);
    if (meaning.kind == MeaningKind::period) return told && said(meaning.unit) && meaning.unit <= unit::day;
    return meaning.kind == MeaningKind::shift && meaning.base == base::story && said(meaning.unit) && meaning.unit <= unit::week;
}

// "the next month", "two months later": no year tells of which month.
bool counts_by_month(const Meaning& meaning) {
    if (meaning.unit != unit::month) return false;
    const bool period = meaning.kind == MeaningKind::period && (meaning.which == which::following || meaning.which == which::previous);
    return period || (meaning.kind == MeaningKind::shift && meaning.base == base::story && said(meaning.n));
}

// "that autumn", "the following May", "the same year"
bool counts_by_year(const Meaning& meaning) {
    const int which = meaning.which;
    if (which != which::that && which != which::following && which != which::previous && which != which::same) return false;
    if (meaning.kind == MeaningKind::date) return said(meaning.month) || said(meaning.season) || said(meaning.feast);
    return meaning.kind == MeaningKind::period && said(meaning.unit) && meaning.unit <= unit::year;
}

// A day of the month, or not long before or after it.
bool is_beside(const Moment& month, const Moment& day) {
    constexpr Day apart = 31;
    return day.days.first >= month.days.first - apart && day.days.first <= month.days.last + apart;
}

}  // namespace

const std::optional<Moment>& Mentioned::in_place_of(const Setting& setting, const Meaning& meaning, int direction, std::uint32_t place) const {
    static const std::optional<Moment> none;
    if (!setting.mention) return none;
    // "In mid-May he was killed; his deputy took over the same day"
    const bool of_last = (meaning.which == which::same || meaning.which == which::that) && setting.mention->grain <= unit::month && place <= place_ + 1;
    const bool counts = day_ && !of_last && setting.mention->grain > unit::week && place <= place_of_day_ + sentences_apart && counts_by_day(meaning, direction);
    if (counts && (setting.mention->grain > unit::month || (!is_day_alone(meaning) && is_beside(*setting.mention, *day_)))) return day_;
    if (setting.mention->grain == unit::year && month_ && place <= place_of_month_ + sentences_apart && counts_by_month(meaning) && setting.mention->days.first <= month_->days.first)
        return month_;  // "The owner, who bought it in 2015, sold it the next month": of the month told before; not where a later year was named
    if (setting.mention->grain > unit::year && year_ && place <= place_of_year_ + sentences_apart && counts_by_year(meaning)) return year_;
    const bool ahead = setting.said && setting.mention->days.first > setting.said->days.last;
    return ahead && !past_now_ && direction < 0 && past_ && past_->days.last <= setting.said->days.last ? past_ : none;
}

void Mentioned::name(const Read& read, const Setting& setting, std::uint32_t place) {
    const Moment& moment = *read.reading.moment;
    const bool past = read.direction < 0 || !setting.said || moment.days.first <= setting.said->days.last;
    if (setting.mention) {
        if (past_now_ && !past) past_ = setting.mention;
        if (setting.mention->grain <= unit::day && moment.grain > unit::day) {
            day_ = setting.mention;
            place_of_day_ = place_;
        }
        if (setting.mention->grain <= unit::month && moment.grain == unit::year) {
            month_ = setting.mention;
            place_of_month_ = place_;
        }
        if (setting.mention->grain <= unit::year && moment.grain > unit::year) {
            year_ = setting.mention;
            place_of_year_ = place_;
        }
    }
    past_now_ = past;
    place_ = place;
}

}  // namespace annals
