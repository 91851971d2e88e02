#include "importers/extract/dates/counted_from.h"

#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/dates/told_clock.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

bool is_day(const std::optional<Moment>& moment) { return moment && moment->grain <= unit::day; }

// "the same morning", "that evening", "that day"
bool is_of_same_day(const Meaning& m) {
    if (m.which != which::same && m.which != which::that) return false;
    if (m.kind == MeaningKind::date) return said(m.day_part) && !said(m.weekday) && !said(m.month);
    return m.kind == MeaningKind::period && m.unit == unit::day;
}

// "She struck at dawn on the 9th. She had sailed on the 2nd. Two boats took off her crew the same morning": what somebody else does then goes on with
// the story; what "she" does may go on with what is looked back to.
bool goes_on_with_main_line(const LookedUp& at, const Meaning& m, const Setting& setting, const CountingPlace& place) {
    if (!place.main_in_block || !is_of_same_day(m) || !is_day(place.main_line) || !is_day(setting.mention)) return false;
    return setting.mention->days.last < place.main_line->days.first && !goes_on_with_subject(at);
}

// "Counted out early this morning. They had voted on Thursday. At about two a box was found": the small hours behind that day are of the story's.
bool is_small_hour_of_main_line(const LookedUp& at, const Match& match, const Setting& setting, const CountingPlace& place) {
    constexpr int small_hours = 6 * 60;
    const Meaning& m = match.meaning;
    if (!is_day(place.main_line) || !is_day(setting.mention) || setting.mention->days.last + 1 != place.main_line->days.first) return false;
    if (m.kind == MeaningKind::date && m.day_part == day_part::midnight && !said(m.weekday) && !said(m.month) && !said(m.which)) return is_behind(at, match.first, "after");
    if (!is_clock_alone(m)) return false;
    const std::optional<int> minute = minute_of(m);
    return minute && *minute < small_hours && !is_behind(at, match.first, "until");
}

// The main line, behind what was told with "had".
bool counts_from_main_line(const LookedUp& at, const Match& match, int direction, const Setting& setting, const CountingPlace& place, bool nth_day) {
    const Meaning& meaning = match.meaning;
    if (!place.had_mention || place.looks_back || !place.main_line) return false;
    if (place.close && direction <= 0 && place.sentence > place.mention_sentence && (goes_on_with_main_line(at, meaning, setting, place) || is_small_hour_of_main_line(at, match, setting, place))) return true;
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

// "Objections may be made until 4 June; the bench sits three days later": a term that is to come is not told, but counted from.
bool counts_from_end_ahead(const LookedUp& at, const Read& before, const Match& match, const Setting& setting) {
    if (!counts_on(match.meaning) || !setting.said || !before.reading.moment || before.aside || before.reading.moment->grain > unit::day) return false;
    return before.reading.moment->days.first > setting.said->days.last && is_deadline(at, before.match.first);
}

// "which sank on 3 May 1931 and was raised four days later": one verb behind the other, of one subject, however far the story is.
bool counts_from_verb_before(const LookedUp& at, const Read& before, const Match& match) {
    constexpr std::uint32_t close = 8;
    const std::uint32_t joint = before.match.last;
    if (!counts_on(match.meaning) || match.meaning.unit > unit::week || match.first > joint + close || joint + 1 >= match.first) return false;
    if (!before.reading.moment || before.aside || before.reading.moment->grain > unit::day || before.match.meaning.kind != MeaningKind::date) return false;
    const std::string_view verb = at.word(joint + 1);
    return at.word(joint) == "and" && (verb == "was" || verb == "were" || is_past_form(verb));
}

// "six years later", "the following year"
bool counts_on_from_age(const Meaning& m) {
    return counts_on(m) || (m.which == which::following && m.kind == MeaningKind::period && m.unit == unit::year);
}

/// "Holm was arrested on Friday, nine days after a raid on the bank. The guard was hurt on the Wednesday": of the week before, for this week's would be
/// "on Wednesday". "It fell on Sunday 4 May. A crack had been seen six days earlier. Nobody slept that Sunday": of the day told before.
std::optional<Moment> of_weekday_told(const Meaning& m, const Setting& setting, const ToldEvents& told) {
    constexpr Day week = 7, month = 31;
    if (!is_weekday_told(m) || !setting.said || !setting.mention) return std::nullopt;
    const Day written = setting.said->days.first, mention = setting.mention->days.first;
    const auto day = told.find_weekday(m.weekday);
    if (!day || day->days.first > written) return std::nullopt;
    const Day next_one = weekday_on_or_after(mention, m.weekday);
    const bool next = day->days.first == next_one, lately = mention <= written && next_one > written;
    const bool near = day->days.first <= mention + month && mention <= day->days.first + month;
    return next || (m.which == which::that && near) || (lately && day->days.first + week < written) ? day : std::nullopt;
}

}  // namespace

bool is_weekday_told(const Meaning& m) {
    return m.kind == MeaningKind::date && (m.which == which::the || m.which == which::that) && said(m.weekday) && !said(m.month);
}

void MomentsToCountFrom::enter_sentence(const Setting& setting) { told_before_ = is_day(setting.mention) ? setting.mention : std::nullopt; }

CountedFrom MomentsToCountFrom::find(const LookedUp& at, const Match& match, const Read* before, Read& read, const Setting& setting,
                                     const ToldEvents& told, const CountingPlace& place) {
    const Meaning &meaning = match.meaning, &m = read.match.meaning;
    CountedFrom from{false, mentioned_.in_place_of(setting, meaning, read.direction, place.sentence)};
    if (const auto day = of_weekday_told(meaning, setting, told)) from.moment = day;
    const std::optional<Moment>& first_day = first_day_.count(read.match.meaning, before);
    const bool nth_day = m.base == base::start;
    if (nth_day) from.moment = first_day;
    if (!from.moment && !nth_day) from.moment = unreal_.for_that(meaning, place.sentence, place.mention_sentence);
    if (!from.moment && counts_from_main_line(at, match, read.direction, setting, place, nth_day)) from.moment = place.main_line;
    if (m.base == base::birth) {
        age_ = told.at_age(m, setting);
        age_sentence_ = place.sentence;
    }
    // "entered at nineteen and left three years later"
    if (before && !nth_day && age_ && age_sentence_ == place.sentence && counts_on_from_age(m)) from.moment = age_;
    if (!from.moment && before && told_before_ && is_within_report(at, *before, match)) from.moment = told_before_;
    const bool of_years = setting.mention && setting.mention->grain >= unit::year;
    if (!from.moment && jubilee_ && read.direction <= 0 && !place.looks_back && of_years && is_of_day_told(meaning)) from.moment = jubilee_;
    if (before && counts_from_verb_before(at, *before, match)) from.moment = before->reading.moment;
    if (before && counts_from_end_ahead(at, *before, match, setting)) from.moment = before->reading.moment;
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
