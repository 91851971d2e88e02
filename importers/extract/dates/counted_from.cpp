#include "importers/extract/dates/counted_from.h"

#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

bool is_day(const std::optional<Moment>& moment) { return moment && moment->grain <= unit::day; }

// The main line, behind what was told with "had".
bool counts_from_main_line(const Meaning& meaning, int direction, const Setting& setting, const CountingPlace& place, bool nth_day) {
    if (!place.had_mention || place.looks_back || !place.main_line) return false;
    if (place.close && !nth_day && counts_from_story(meaning, direction, setting, *place.main_line)) return true;
    // "in 2018 she said that she had not slept the night before. In May of that year"
    return place.main_line->grain == unit::year && is_day(setting.mention) && is_of_that_year(meaning);
}

// "who was seized on 3 May, was let out two weeks after that"
bool is_after_that(const LookedUp& at, const Read& before, const Match& match) {
    constexpr std::uint32_t close = 14;
    if (match.meaning.kind != MeaningKind::shift || at.word(match.last - 1) != "that" || match.first > before.match.last + close) return false;
    return before.reading.moment && !before.aside && before.reading.moment->grain <= unit::year;
}

// "six years later", "the following year"
bool counts_on_from_age(const Meaning& m) {
    return counts_on(m) || (m.which == which::following && m.kind == MeaningKind::period && m.unit == unit::year);
}

}  // namespace

void MomentsToCountFrom::enter_sentence(const Setting& setting) { told_before_ = is_day(setting.mention) ? setting.mention : std::nullopt; }

CountedFrom MomentsToCountFrom::find(const LookedUp& at, const Match& match, const Read* before, Read& read, const Setting& setting,
                                     const ToldEvents& told, const CountingPlace& place) {
    const Meaning &meaning = match.meaning, &m = read.match.meaning;
    CountedFrom from{false, mentioned_.in_place_of(setting, meaning, read.direction, place.sentence)};
    const std::optional<Moment>& first_day = first_day_.count(read.match.meaning, before);
    const bool nth_day = m.base == base::start;
    if (nth_day) from.moment = first_day;
    if (!from.moment && !nth_day) from.moment = unreal_.for_that(meaning, place.sentence, place.mention_sentence);
    if (!from.moment && counts_from_main_line(meaning, read.direction, setting, place, nth_day)) from.moment = place.main_line;
    if (m.base == base::birth) {
        age_ = told.at_age(m, setting);
        age_sentence_ = place.sentence;
    }
    // "entered at nineteen and left three years later"
    if (before && !nth_day && age_ && age_sentence_ == place.sentence && counts_on_from_age(m)) from.moment = age_;
    if (!from.moment && before && told_before_ && is_within_report(at, *before, match)) from.moment = told_before_;
    const bool of_years = setting.mention && setting.mention->grain >= unit::year;
    if (!from.moment && jubilee_ && read.direction <= 0 && !place.looks_back && of_years && is_of_day_told(meaning)) from.moment = jubilee_;
    if (before && is_after_that(at, *before, match)) from.moment = before->reading.moment;
    // "have been at work since the 19th": of the month of writing
    const bool day_till_now = setting.said && is_day_alone(meaning) && read.direction == -2 && is_so_now(at, match.first);
    if (day_till_now) from.moment.reset();
    from.another = nth_day || day_till_now || from.moment.has_value();
    return from;
}

void MomentsToCountFrom::name(const Read& read, const Setting& setting, std::uint32_t sentence, bool ends_range) {
    mentioned_.name(read, setting, sentence);
    first_day_.name(read, ends_range);
}

void MomentsToCountFrom::look_back_to(const std::optional<Moment>& day) {
    if (!jubilee_) jubilee_ = day;
}

}  // namespace annals
