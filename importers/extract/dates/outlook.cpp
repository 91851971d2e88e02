#include "importers/extract/dates/outlook.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/flashbacks.h"
#include "importers/extract/dates/of_writing.h"
#include "importers/extract/dates/told_clock.h"
#include "importers/extract/matching/direction.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

bool is_hypothetical(const Sentence& sentence, std::uint32_t token) {
    const int index = sentence.clauses.empty() ? -1 : clause_of(sentence, token);
    if (index < 0) return false;
    const Modality modality = sentence.clauses[static_cast<std::size_t>(index)].modality;
    return modality == Modality::hypothetical || modality == Modality::negated || modality == Modality::denied;
}

// "they had waited since 16 December", told of a day; "it had been rising since the Thursday"
bool is_of_year_before(const LookedUp& at, const Match& match, const std::optional<Moment>& mention) {
    const Meaning& m = match.meaning;
    const bool day = mention && mention->grain <= unit::day;
    const bool unplaced = said(m.month) ? !said(m.which) : said(m.weekday) && m.which == which::the;
    return (day || said(m.weekday)) && m.kind == MeaningKind::date && !said(m.year) && unplaced && is_before_that(at, match.first);
}

// One of the two days before the document's: "gave no leave for Tuesday's planned march", told on a Thursday.
bool is_just_past(const Meaning& m, const std::optional<Moment>& written) {
    if (!said(m.weekday) || !written || written->grain > unit::day) return false;
    return weekday_before(written->days.last, m.weekday) + 2 >= written->days.last;
}

// Told as past of the weekday that comes after the document's: where its stamps have reached it, and "early on Friday", by the clock of
// another place.
bool is_day_after(const LookedUp& at, const Match& match, const Standpoint& from) {
    const Meaning& m = match.meaning;
    if (!is_weekday_alone(m) || !from.said || from.said->grain > unit::day) return false;
    const Day day = weekday_after(from.said->days.last, m.weekday);
    return (from.beyond && day <= *from.beyond) || (day == from.said->days.last + 1 && is_early(at, match));
}

// Another year than that of writing was named last.
bool tells_of_long_ago(const Standpoint& from) {
    constexpr Day a_year = 366;
    return from.mention && from.said && from.mention->days.last + a_year < from.said->days.first;
}

// "it is already Friday in Tonga"
bool is_already_next_day(const LookedUp& at, const Match& match, const std::optional<Moment>& written) {
    if (!written || !is_behind(at, match.first, "already") || !is_weekday_alone(match.meaning)) return false;
    return weekday_after(written->days.last, match.meaning.weekday) == written->days.last + 1;
}

// "The mill is closed through Sunday", "stays shut through May", "needs two seals from 1 July on": of what is so up to then or from then.
bool is_so_through(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t close = 5;
    static constexpr FixedWords now{"is", "are", "stays", "stay", "remains", "remain"};
    static constexpr FixedWords present{"needs", "need", "applies", "apply", "requires", "require", "costs", "counts", "holds"};
    const bool on = is_behind(at, match.first, "from") && match.last < at.size() && at.word(match.last) == "on";
    if (!on && !is_behind(at, match.first, "through")) return false;
    for (std::uint32_t i = match.first - 1; i-- > 0 && match.first - i <= (on ? 2 * close : close) && (*at.tokens)[i].kind == TokenKind::word;)
        if (now.has(at.word(i)) || (on && present.has(at.word(i)))) return true;
    return false;
}

// The direction of an expression, from that of its clause. `waited`: the clause tells how a wait ended.
int settled_direction(const LookedUp& at, const Match& match, const Outlook& look, bool waited, const Standpoint& from) {
    const Meaning& m = match.meaning;
    int direction = look.direction;
    if (direction == -1 && look.deadline && !waited) direction = 0;
    if (direction < 2 && is_owner_of_plan(at, match) && !(direction < 0 && is_just_past(m, from.said)))
        direction = 1;
    else if (direction >= 0 && direction < 2 && is_owner(at, match))
        direction = -1;
    const bool weekday = said(m.weekday) && !said(m.month);
    if (direction == 0 && weekday && ends_a_wait(at, match.first)) direction = 1;
    const bool may_be_put_off_to = weekday || (said(m.month) && !said(m.year) && !tells_of_long_ago(from));
    if (direction <= 0 && may_be_put_off_to && !said(m.which) && is_put_off_to(at, match.first)) direction = 1;
    if (direction < 2 && !said(m.year) && !said(m.which) && is_so_through(at, match)) direction = 2;
    if (look.names_today && from.in_diary && !said(m.month)) direction = 1;  // a diary goes on
    return direction;
}

// "The finders have until 30 April to come forward"
bool is_left_until(const LookedUp& at, std::uint32_t first) {
    static constexpr FixedWords have{"have", "has", "'ve", "\u2019ve"};
    return first > 1 && is_behind(at, first, "until") && have.has(at.word(first - 2));
}

int direction_to_read_by(const LookedUp& at, const Match& match, int direction, bool waited, const Standpoint& from) {
    const Meaning& m = match.meaning;
    if (direction == 0 && is_month_alone(m) && from.coming_months >> m.month & 1) return 1;
    if (direction <= 0 && is_already_next_day(at, match, from.said)) return 1;
    if (direction == -1 && is_day_after(at, match, from)) return 1;
    const bool told_then = is_told_then(at, match.first) || is_opened_in_past(at, match) || is_changed_on(at, match.first);
    const bool surely_past = waited || (direction == -1 && (said(m.day) || said(m.feast)) && told_then);
    return surely_past ? -2 : direction;
}

bool is_ahead_of_writing(const Read& read, const Setting& setting) {
    const Reading& reading = read.reading;
    if (!setting.said || read.direction < 2 || reading.lean != Lean::said) return false;
    return reading.moment && reading.moment->days.first > setting.said->days.last;
}

}  // namespace

Outlook outlook_of(const LookedUp& at, const Sentence& sentence, const Match& match, const Read* before, const Standpoint& from,
                   const RuleSet& rules) {
    const std::uint32_t first = match.first;
    Outlook look;
    look.direction = direction_at(at, sentence, first, rules);
    look.aside = is_condition(at, first) || is_hypothetical(sentence, first);
    if (is_behind(at, first, "since") || is_behind(at, first, "Since")) {
        look.direction = -2;
        look.of_year_before = is_of_year_before(at, match, from.mention);
    }
    // "left two weeks before Christmas"
    const bool counted_to = before && before->match.last + 1 == first && before->match.meaning.kind == MeaningKind::duration;
    look.deadline = !counted_to && is_deadline(at, first);
    // "called a strike for Friday at 7pm", "for Friday, at 7pm"
    if (before && before->direction > 0 && is_clock_alone(match.meaning) && first <= before->match.last + (at.word(before->match.last) == "," ? 2 : 1)) look.direction = before->direction;
    look.told_past = look.direction < 0;
    look.names_today = says_today(at, match) && !look.aside;
    if (is_left_until(at, first)) look.direction = 2;
    const bool waited = look.deadline && look.direction <= 0 && ended_a_wait(at, match);
    look.direction = settled_direction(at, match, look, waited, from);
    look.read_as = direction_to_read_by(at, match, look.direction, waited, from);
    look.deadline = look.deadline || (match.meaning.which == which::the && is_behind(at, first, "By"));
    const bool behind_until = is_behind(at, first, "until");
    look.until = look.told_past && !from.looks_back && (behind_until || is_behind(at, first, "till"));
    const bool in_aside = first >= from.asides.begin && first < from.asides.end;
    look.before_that = look.direction <= 0 && in_aside && is_told_of_somebody(at, first) && !is_behind(at, first, "by") && !behind_until;
    look.may_be_before = from.looks_back || !is_at_feast(at, match);
    return look;
}

bool is_told_by_writing(const LookedUp& at, const Read& read, const Read* before, const Setting& setting, const HistoryPlace& place) {
    const Meaning& m = read.match.meaning;
    const bool date = m.kind == MeaningKind::date;
    if (place.ends_our_year || is_of_writing(at, read.match, m, setting.said, place.looks_back)) return true;
    if (looks_ahead(at, read, setting.said, place.new_section)) return true;
    if (read.direction == -2 && setting.said && date && is_so_now(at, read.match.first)) return true;
    if (place.own_block && date && !said(m.which) && !place.told_here && !place.looks_back) return true;
    // "will be held on Sunday, and another opens in the autumn"
    if (before && read.direction >= 0 && is_ahead_of_writing(*before, setting)) return true;
    if (setting.said && place.year_of_writing && is_month_alone(m) && !place.told_here && read.direction <= 0) return true;
    return is_of_new_section(m, setting.said, setting.story, place.new_section);
}

}  // namespace annals
