#include "importers/extract/dates/of_writing.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/told_story.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

bool is_day(const std::optional<Moment>& said) { return said && said->grain <= unit::day; }
bool is_month(const std::optional<Moment>& said) { return said && said->grain <= unit::month; }  // "November 2016": the issue of a magazine

}  // namespace

bool is_of_writing(const LookedUp& at, const Match& match, const Meaning& m, const std::optional<Moment>& said_on, bool looks_back) {
    if (!is_month(said_on)) return false;
    const bool known = is_day(said_on);
    const auto by_writing = [](int which) { return which == which::last || which == which::next || which == which::current; };
    if (said(m.of_unit) && by_writing(m.of_which)) return !is_quoted(at, match.first);
    if (m.kind == MeaningKind::window) return known && !looks_back && !is_quoted(at, match.first);  // "in the past week it has sold"
    const bool by_day = known && m.kind == MeaningKind::shift && m.base == base::speech;
    const bool by_period = m.kind == MeaningKind::period && by_writing(m.which) && m.unit >= (known ? unit::week : unit::month);
    const bool named = by_writing(m.which) && (said(m.month) || said(m.season));
    if (!by_day && !by_period && !named) return false;
    const auto is_the = [&](std::uint32_t back) { return match.last >= match.first + back && at.word(match.last - back) == "the"; };
    const bool edge_of_ours = said(m.part) && match.last > match.first + 2 && !is_the(2) && !is_the(3);  // "the end of this year", not "later in the year"
    const bool of_the_story = !edge_of_ours && (at.word(match.first) == "the" || is_the(2));
    return !of_the_story && !is_behind(at, match.first, "the") && !is_quoted(at, match.first);
}

bool looks_ahead(const LookedUp& at, const Read& read, const std::optional<Moment>& said_on, bool new_section) {
    if (!is_month(said_on) || read.match.meaning.kind != MeaningKind::date || read.direction < 0) return false;
    if (is_quoted(at, read.match.first)) return false;
    return new_section || read.direction > 1 || is_hoped(at, read.match.first);
}

bool ends_our_year(const LookedUp& at, const Read& year, const Match& date, bool looks_back) {
    constexpr std::uint32_t close = 4;
    static constexpr FixedWords ended{"ended", "ending", "ends", "closed", "to"};
    static constexpr FixedWords kinds{"fiscal", "financial", "business", "accounting"};
    const Meaning& length = year.match.meaning;
    if (looks_back || length.kind != MeaningKind::duration || length.n != 1 || length.unit != unit::year || !said(date.meaning.month) || said(date.meaning.year)) return false;
    if (date.first <= year.match.last || date.first - year.match.last > close) return false;
    bool of_business = false, joined = false;
    for (std::uint32_t i = year.match.first; i < year.match.last; ++i) of_business = of_business || kinds.has(at.word(i));
    for (std::uint32_t i = year.match.last; i < date.first; ++i) joined = joined || ended.has(at.word(i));
    return of_business && joined;
}

bool has_come_to_now(const LookedUp& at, const Read& read, const Setting& setting) {
    constexpr Day lately = 3 * 366;
    if (!is_day(setting.said) || !setting.story || read.aside || !is_behind(at, read.match.first, "since") || !is_age_of_thing(at, read)) return false;
    const Day since = read.reading.moment->days.first;
    return since > setting.said->days.first - lately && since > setting.story->days.last;
}

bool is_near_story(const Setting& setting) {
    constexpr Day near = 5 * 366;
    return is_day(setting.said) && setting.story && setting.story->days.last > setting.said->days.first - near;
}

bool is_of_new_section(const Meaning& m, const std::optional<Moment>& said_on, const std::optional<Moment>& story, bool new_section) {
    constexpr Day near = 300;
    if (!new_section || m.kind != MeaningKind::date || !said(m.weekday) || said(m.day) || said(m.month) || said(m.which)) return false;
    return is_day(said_on) && story && story->days.last > said_on->days.first - near;
}

}  // namespace annals
