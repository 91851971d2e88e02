#include "importers/extract/dates/told_aside.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

// "The quarrel that broke out on 3 May is settled": of what is spoken of.
bool is_in_subject(const LookedUp& at, const Read& read, const std::optional<Moment>& mention) {
    constexpr std::uint32_t longest = 8;
    static constexpr FixedWords verbs{"is", "are", "was", "were", "has", "have", "had", "will", "ended", "came"};
    static constexpr FixedWords lead{"that", "which"};
    if (!mention || read.reading.moment->days.last >= mention->days.first || read.match.last >= at.size() || !verbs.has(at.word(read.match.last))) return false;
    for (std::uint32_t i = read.match.first; i-- > 1 && read.match.first - i <= longest && (*at.tokens)[i].kind != TokenKind::mark;)
        if (lead.has(at.word(i))) return is_past_form(at.word(i + 1)) && (*at.tokens)[i - 1].kind == TokenKind::word && i < longest;
    return false;
}

// "Boats left on Sunday, their first since the gale of 9 March", "the first time since a cable stuck in May": up to when there were none.
bool is_since_event(const LookedUp& at, const Read& read, const std::optional<Moment>& mention, bool in_sentence) {
    constexpr std::uint32_t longest = 6;
    const std::uint32_t first = read.match.first;
    static constexpr FixedWords then{"of", "on", "in"};
    if (!in_sentence || !mention || read.reading.moment->days.last >= mention->days.first || first < 4 || !then.has(at.word(first - 1))) return false;
    for (std::uint32_t i = first - 2; i > 0 && first - i <= longest && (*at.tokens)[i].kind != TokenKind::mark; --i)
        if (at.word(i) == "since") return is_definite(at, i + 1) && (at.word(first - 1) != "in" || at.word(i - 1) == "time");
    return false;
}

// Before what was named last, or a year that was then to come.
bool is_flashback(const LookedUp& at, const Read& read, const std::optional<Moment>& mention, bool in_section) {
    if (!mention) return false;
    const Moment& moment = *read.reading.moment;
    const std::uint32_t first = read.match.first;
    if (moment.days.last < mention->days.first && ((in_section && is_told_of_somebody(at, first)) || is_of_a_year(at, read))) return true;
    return moment.grain == unit::year && moment.days.first > mention->days.last && is_foretold(at, first);
}

bool is_of_relative_before(const LookedUp& at, const Read& read, const Setting& setting, const ToldBefore& before) {
    constexpr std::uint32_t opening = 12;  // tokens: "Bo, who took the job on 3 August, had no men" may open another story
    const bool within = before.in_block || read.match.first > opening || read.reading.fixed;
    return within && before.in_section && before.close && is_earlier_of_relative(at, read, setting.mention);
}

// "A man was held on Tuesday over the raid that killed a guard on 3 May": of what the day of the sentence is about.
bool is_of_cause(const LookedUp& at, const Read& read, const std::optional<Moment>& mention, bool in_sentence) {
    constexpr std::uint32_t far = 16;
    static constexpr FixedWords leads{"that", "which"};
    static constexpr FixedWords others{";", "and", "but", ":", "said"};
    if (!in_sentence || !mention || mention->grain > unit::day || read.reading.moment->grain > unit::day) return false;
    if (read.reading.moment->days.last >= mention->days.first) return false;
    for (std::uint32_t i = read.match.first; i-- > 2 && read.match.first - i < far && !others.has(at.word(i));)
        if (leads.has(at.word(i)) && is_past_form(at.word(i + 1))) return at.word(i - 2) == "the" || at.word(i - 2) == "a" || at.word(i - 2) == "an";
    return false;
}

// "Fifty years on she still rings": the story is where it was.
bool is_now(const Read& read, const std::optional<Moment>& written) {
    const Moment& moment = *read.reading.moment;
    if (!counts_on(read.match.meaning) || !written || read.direction < 0) return false;
    return moment.grain >= unit::year && moment.days.last >= written->days.last;
}

// "had been rising since the Thursday"
bool is_since_then(const LookedUp& at, const Read& read, const std::optional<Moment>& mention, const ToldBefore& before) {
    constexpr Day near_by = 62;  // by which it may lie behind the month named last
    const Moment& moment = *read.reading.moment;
    if (!before.looks_back || !mention || moment.grain > unit::day || !is_behind(at, read.match.first, "since")) return false;
    return moment.days.last < mention->days.last + near_by && before.main_line && moment.days.last < before.main_line->days.first;
}

// "The lift fell on 7 February. The judge, who had been asked in on 3 November, ...", told on 16 November
bool is_of_who_tells(const LookedUp& at, const Read& read, const Setting& setting, const ToldBefore& before) {
    if (!before.looks_back || read.reading.lean != Lean::said || !setting.mention || read.reading.moment->days.first <= setting.mention->days.last) return false;
    return is_told_of_somebody(at, read.match.first);
}

}  // namespace

ToldAside told_aside(const LookedUp& at, const Read& read, const Setting& setting, const ToldBefore& before) {
    const bool all_around = is_all_around(read, setting.mention);
    const bool measured = setting.mention && read.reading.moment->days.last < setting.mention->days.first && is_measured_against(at, read.match.first);
    const bool since_event = is_since_event(at, read, setting.mention, before.in_sentence);
    const bool flashback = all_around || measured || since_event || is_in_subject(at, read, setting.mention) || is_of_cause(at, read, setting.mention, before.in_sentence) || is_flashback(at, read, setting.mention, before.in_section);
    const bool now = is_now(read, setting.said) || is_of_who_tells(at, read, setting, before);
    const bool late_end = before.in_sentence && is_late_end(at, read, setting.mention);
    const bool source = before.in_sentence && is_in_according_to(at, read.match.first);
    ToldAside aside;
    aside.mention = flashback || now || source;
    aside.mention = aside.mention || is_since_then(at, read, setting.mention, before) || is_of_relative_before(at, read, setting, before);
    aside.main_line = flashback || before.looks_back || source;
    aside.story = all_around || measured || since_event || now || source || late_end || is_of_relative(at, read, setting.story);
    return aside;
}

void read_for_report(const LookedUp& at, std::span<const Match> later, const Setting& setting, Read& read) {
    if (read.reading.lean != Lean::story || !is_weekday_alone(read.match.meaning) || !setting.said || !read.reading.moment) return;
    if (to_civil(read.reading.moment->days.first).year >= year_reported(at, read.match, later)) return;
    Setting writing = setting;
    writing.narrative = false;
    read.reading = read_meaning(read.match.meaning, writing);
}

}  // namespace annals
