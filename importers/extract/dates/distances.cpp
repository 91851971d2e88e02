#include "importers/extract/dates/distances.h"

#include "core/text/fixed_words.h"
#include "core/time/calendar.h"
#include "importers/extract/dates/counted.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/happenings.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

bool in(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "This is the eve of": of the day of writing.
bool is_now(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    if (first < 2 || !in(folded_at(at, first - 1, buffer), {"is", "'s", "\u2019s"})) return false;
    return in(folded_at(at, first - 2, buffer), {"this", "today", "it", "tonight"});
}

// "She was jailed on Tuesday. It came five weeks after": what the sentence before told.
bool is_of_what_was_told(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t longest = 4;
    static constexpr FixedWords coming{"came", "comes", "happened", "occurred", "followed"};
    if (first < 2 || first > longest || !coming.has(at.word(first - 1))) return false;
    if (first == 2) return in(at.word(0), {"It", "This", "That"});
    std::array<char, 32> buffer;
    return in(at.word(0), {"The", "That", "This", "Her", "His", "Their", "Its"}) && is_event_noun(folded_at(at, first - 2, buffer));  // not "The minister came"
}

// A day that is told of; not that of writing or the one before it.
bool is_told(const Moment& day, const Setting& setting) { return !setting.said || day.days.last < setting.said->days.first - 1; }

// A text that counts from something has it in mind: far from what it tells of stands another thing of that name.
bool is_near(const Moment& moment, const Moment& story, const Meaning& length) {
    const std::int64_t reach = std::max<std::int64_t>(400, 5 * std::int64_t{moved(0, length.unit, std::min(length.n, 1000))});
    const std::int64_t apart = std::int64_t{moment.days.first} - story.days.first;
    return apart < reach && apart > -reach;
}

// "the race", "the race by a yard in Truro"
bool is_headed_by_one_thing(const LookedUp& at, std::uint32_t first, std::uint32_t last) {
    static constexpr FixedWords behind{"at", "by", "with", "from"};
    return is_one_thing(at, first, last) || (is_one_thing(at, first, first + 2) && behind.has(at.word(first + 2)));
}

// "On 18 March, two days after the vote", "this is the eve of the visit": the day of the expression is said, that of the name follows.
bool date_name(const LookedUp& at, std::vector<Read>& reads, std::size_t i, const NamedDistance& distance, const Setting& setting) {
    const bool nth_day = distance.part && said(distance.step.nth) && distance.step.unit == unit::day;
    const bool jubilee = distance.part && said(distance.step.nth) && distance.step.unit == unit::year;
    const bool day = !distance.length && !distance.part && !distance.weekday && !distance.led && distance.step.unit == unit::day;
    if (distance.led || (distance.inner && !day) || (distance.part && !nth_day && !jubilee)) return false;
    Read& read = reads[i];
    const Read* outer = date_before(at, reads, i);
    if (distance.inner) {  // "On 9 June, the eve of Friday's vote": that day, whatever the Friday
        if (!outer || outer->reading.moment->grain > unit::day || at.word(read.match.first - 1) != ",") return false;
        read.reading.moment = outer->reading.moment;
        read.reading.timex = outer->reading.timex;
        read.reading.lean = Lean::nothing;
        read.date = point_in(outer->reading.moment->edtf);
        return true;
    }
    const bool now = !outer && !distance.length && !distance.weekday && !distance.part && setting.said && is_now(at, read.match.first);
    const bool told = !outer && !now && distance.length && setting.mention && setting.mention->grain <= unit::day && is_of_what_was_told(at, read.match.first);
    if (!outer && !now && !told) return false;
    if (distance.weekday) return true;
    const Moment here = now ? *setting.said : told ? *setting.mention : *outer->reading.moment;
    Meaning step = distance.step;
    if (distance.length && step.unit < unit::day) {
        if (const auto minute = minute_from(here, step, !distance.back)) {
            read.governed = {(*at.tokens)[distance.first].span.begin, (*at.tokens)[distance.last - 1].span.end};
            read.other = point_in(*minute);
        }
        return true;
    }
    if (nth_day) step.n = std::min(step.nth - 1, 1000);  // the first day of the battle is the day of the battle
    if (jubilee) step.n = std::min(step.nth, 1000);
    const auto moment = jubilee && here.grain <= unit::day ? std::optional(moment_of_day(moved(here.days.first, unit::year, -step.n)))
                                                           : counted(here, step, distance.back ? toward::future : toward::past, setting);
    if (moment) {
        read.governed = {(*at.tokens)[distance.first].span.begin, (*at.tokens)[distance.last - 1].span.end};
        read.other = point_in(moment->edtf);
    }
    if (distance.length) return true;
    read.reading.moment = here;
    read.reading.timex = here.timex;
    read.reading.lean = now ? Lean::said : Lean::nothing;
    read.date = point_in(here.edtf);
    return true;
}

// "At the age of fifteen he left", where no other words of the sentence say when.
void date_age(const LookedUp& at, std::vector<Read>& reads, std::size_t i, const Moment& birth, const Setting& setting) {
    constexpr std::uint32_t apart = 6;
    Read& read = reads[i];
    for (const Read& other : reads) {
        if (!other.reading.moment || other.reading.moment->days == birth.days) continue;
        bool comma = false;
        const Meaning& m = other.match.meaning;
        if (m.base == base::birth) continue;
        if (m.kind == MeaningKind::shift && m.base == base::story && m.toward == toward::future && other.match.first > read.match.last) continue;  // counted from that age
        for (auto k = read.match.last; k < other.match.first; ++k) comma = comma || at.word(k) == "," || at.word(k) == ";";
        if (!comma || other.match.first < read.match.last + apart) return;
    }
    const Meaning& age = read.match.meaning;
    const bool day = said(age.of_unit) && birth.grain <= unit::day;
    const auto moment = day ? std::optional(moment_of_day(moved(birth.days.first, unit::year, std::min(age.n, 1000)))) : counted(birth, age, toward::future, setting);
    if (!moment) return;
    read.reading.type = TimexType::date;
    read.reading.timex = moment->timex;
    read.reading.moment = moment;
    read.reading.lean = Lean::story;
    read.date = point_in(moment->edtf);
}

// The day that far from the one of what is named.
std::optional<Moment> day_of(const NamedDistance& distance, const Moment& from, const Setting& setting, std::string& timex) {
    const Meaning& step = distance.step;
    if (distance.part) return part_of_event(step, from);
    if (distance.weekday) return moment_of_day(distance.back ? weekday_before(from.days.first, step.weekday) : weekday_after(from.days.last, step.weekday));
    if (is_season_beside(step)) return counted_name(step, from, setting);
    if (!distance.length && step.unit > unit::day) {
        if (from.grain > step.unit) return std::nullopt;
        return unit_from(distance.back ? from.days.first : from.days.last, step.unit, distance.back ? -1 : 1);
    }
    return counted(from, step, distance.back ? toward::past : toward::future, setting, &timex);
}

// Told as past, yet after the day of writing.
bool is_to_come(const Moment& moment, const Read& read, const Setting& setting) {
    return setting.said && read.direction <= 0 && moment.days.first > setting.said->days.last;
}

// "It is forty years since the ferry sank", "it is ten years this week since the flood": what stands behind "since" is that far back.
bool date_since(const LookedUp& at, std::vector<Read>& reads, std::size_t i, const Setting& setting) {
    Read& read = reads[i];
    if (!setting.said || !is_length(read) || !is_so_long(at, read.match)) return false;
    const Read* on = i + 1 < reads.size() && reads[i + 1].match.first == read.match.last && reads[i + 1].reading.moment ? &reads[i + 1] : nullptr;
    const std::uint32_t joint = on ? on->match.last : joint_of(at, read.match);
    const bool to_the_day = joint_of(at, read.match) != read.match.last;
    const bool ahead = (to_the_day || at.word(read.match.first - 1) == "be") && !on && setting.mention && setting.mention->grain <= unit::day && setting.mention->days.first >= setting.said->days.first;
    if (joint + 1 >= at.size() || at.word(joint) != "since") return false;
    Meaning step = read.match.meaning;
    if (step.unit == unit::year && step.n < 1000 && (on || ahead || to_the_day)) {
        const Moment& from = on ? *on->reading.moment : ahead ? *setting.mention : *setting.said;
        read.other = point_in(enclosing(moved(from.days.first, unit::year, -step.n), std::max<int>(from.grain, unit::day)).edtf);
    } else if (const auto moment = counted(*setting.said, step, toward::past, setting)) {
        read.other = point_in(moment->edtf);
    }
    const std::uint32_t last = name_end(at, joint + 1, false);
    if (joint + 1 < last && read.other.start_min) read.governed = {(*at.tokens)[joint + 1].span.begin, (*at.tokens)[last - 1].span.end};
    return true;
}

// "The mill, which was to open on 3 May, opened two days late": counted from the day that was planned, told before it.
bool date_late(const LookedUp& at, std::vector<Read>& reads, std::size_t i, const Setting& setting) {
    static constexpr FixedWords planned{"due", "planned", "scheduled", "meant", "supposed", "to", "should", "promised", "expected"};
    std::array<char, 32> buffer;
    Read& read = reads[i];
    if (i == 0 || !is_late(at, read.match)) return false;
    if (!is_length(read) || read.direction > 0) return true;
    const Read& day = reads[i - 1];
    if (!day.reading.moment || day.reading.moment->grain > unit::day || day.match.meaning.kind != MeaningKind::date) return true;
    bool plan = false;
    for (std::uint32_t k = day.match.first; k > 0 && at.word(k - 1) != "," && at.word(k - 1) != ";" && !plan; --k) plan = planned.has(folded_at(at, k - 1, buffer));
    const bool early = at.word(read.match.last) == "early";
    if (const auto moment = plan ? counted(*day.reading.moment, read.match.meaning, early ? toward::past : toward::future, setting) : std::nullopt)
        read.date = point_in(moment->edtf);
    return true;
}

// "The day after the vote", in the news, behind days that were told since: that of the vote, which was told by name, by its kind or first of all. A
// history means the one that it has just told of.
std::optional<Moment> day_by_name(const LookedUp& at, ToldEvents& told, std::uint32_t first, std::uint32_t last, const Setting& setting) {
    if (!setting.said || setting.narrative) return std::nullopt;
    Meaning step;
    step.n = 1;
    step.unit = unit::day;
    const auto fits = [&](const std::optional<Moment>& day) {
        return day && day->grain <= unit::day && day->days.last <= setting.said->days.last && (!setting.story || is_near(*day, *setting.story, step));
    };
    if (auto day = told.find(at, first, last, false, 1); fits(day)) return day;
    if (auto day = told.find_kind(at, first + 1, false); fits(day)) return day;
    if (auto day = told.find_first_day(at, first + 1, setting.said); fits(day)) return day;
    return std::nullopt;
}

// "They met on the Friday before the ambush. ... The ambush, on 14 June, was short": of what the text has not yet told of.
std::optional<Moment> day_told_ahead(const LookedUp& at, std::uint32_t noun, const Setting& setting, ToldAhead& ahead) {
    constexpr std::uint32_t most = 16;
    std::array<char, 32> buffer;
    if (!is_mishap(folded_at(at, noun, buffer)) || ++ahead.asked > most || !ahead.events) return std::nullopt;
    return ahead.events->find_day_of(at, noun, [&](const Moment& day) { return is_told(day, setting); });
}

}  // namespace

std::optional<Moment> counted_on(const Moment& from, const Meaning& length, const Setting& setting) { return counted(from, length, toward::future, setting); }

void date_distances(const LookedUp& at, std::vector<Read>& reads, ToldEvents& told, const Setting& setting, const Before& before,
                    const std::optional<Moment>& retold, ToldAhead& ahead) {
    std::array<char, 32> buffer;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        if (reads[i].match.meaning.base == base::birth) {
            const auto birth = told.birth() ? told.birth() : birth_told(at, reads);
            if (birth) date_age(at, reads, i, *birth, setting);
            continue;
        }
        if (date_since(at, reads, i, setting) || date_late(at, reads, i, setting)) continue;
        const auto distance = distance_at(at, reads, i);
        if (!distance || date_name(at, reads, i, *distance, setting)) continue;
        Read& read = reads[i];
        const auto [first, last, inner, length, part, weekday, back, of_somebody, within, led, step] = *distance;
        const bool just_told = !length && !led && !part && !weekday && step.unit <= unit::day && setting.mention && setting.mention->grain == unit::day;
        const bool one_thing = !just_told && is_one_thing(at, first, last);
        const bool latest = !one_thing && (setting.narrative || !setting.said);
        const std::ptrdiff_t words = length || weekday || part || one_thing || of_somebody ? 1 : 2;
        std::optional<Moment> from = inner ? inner->reading.moment : std::nullopt;
        if (!inner && in(folded_at(at, first, buffer), {"that", "this", "which"}) && first + 1 == last)
            from = setting.mention;
        else if (!inner && at.word(first) == "it" && first + 1 == last)
            from = told.counted_from(at);
        else if (!inner)
            from = told.find(at, first, last, latest, words);
        const bool whole_day = part && !said(step.nth) && step.unit == unit::day;
        const bool the_day = whole_day && folded_at(at, read.match.last, buffer) == "of";  // "on the night of the raid"
        if (!from && !inner && retold && is_headed_by_one_thing(at, first, last)) from = told.find_retold(at, first + 1, *retold);
        if (!from && !inner && retold && of_somebody && is_verb_of_mishap(at, first)) from = told.find_retold(at, first, *retold);
        if (!from && !inner && is_one_thing(at, first, last)) from = day_told_ahead(at, first + 1, setting, ahead);
        if (!from && the_day && before.mention && before.mention->grain == unit::day && is_told(*before.mention, setting)) from = before.mention;
        if (!from && just_told && !inner && is_one_thing(at, first, last)) from = day_by_name(at, told, first, last, setting);
        if (!from && !length && !weekday && !led && (!part || (the_day && setting.mention && is_told(*setting.mention, setting))) && setting.mention && setting.mention->grain == unit::day &&
            is_definite(at, first))
            from = setting.mention;  // "the day after the battle": the one that was just told of
        std::string timex;
        std::optional<Moment> moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
        const bool told_coarsely = !moment && from && !inner && from->grain > unit::day && step.unit <= unit::week;
        if (!moment && (one_thing || is_own_thing(at, first, last)) && !inner) {
            from = told.find_kind(at, first + 1, setting.narrative || !setting.said);
            moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
        }
        if (moment && !inner && is_to_come(*moment, read, setting)) {  // what was told last, or first, of that name is another
            from = told.find(at, first, last, !latest, words);
            moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
            if (moment && is_to_come(*moment, read, setting)) moment.reset();
        }
        // "One had died in 1999, another a week before the show": the first had moved the story
        const bool elided = at.word(read.match.first) == "another" || (read.match.first > 1 && at.word(read.match.first - 1) == "other");
        const bool near_main_line = elided && before.mention && moment && is_near(*moment, *before.mention, step);
        if (moment && !inner && (length || weekday || (part && !whole_day) || one_thing) && setting.story && !near_main_line && !is_near(*moment, *setting.story, step)) moment.reset();
        if (!moment && !inner && one_thing) {
            from = told.find_first_day(at, first + 1, setting.said);
            moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
            if (moment && (is_to_come(*moment, read, setting) || (setting.story && !is_near(*moment, *setting.story, step)))) moment.reset();
        }
        if (!moment && !inner && is_one_thing(at, first, last)) {
            from = day_told_ahead(at, first + 1, setting, ahead);
            moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
        }
        if (!moment && told_coarsely) {
            from = told.find_day_named(at, first, last);
            moment = from ? day_of(*distance, *from, setting, timex) : std::nullopt;
        }
        if (!moment && led && one_thing && setting.narrative && before.mention && before.mention->grain <= unit::day && !happening_of_word(folded_at(at, first + 1, buffer)).empty()) {
            from = before.mention;  // the one that is being told of
            moment = day_of(*distance, *from, setting, timex);
        }
        if (moment && !inner && whole_day && read.direction <= 0 && !is_told(*moment, setting)) moment.reset();  // the day of the trial that tells of it
        const bool jubilee = part && said(step.nth) && step.unit == unit::year;
        const bool past_day = part && said(step.nth) && step.unit == unit::day && read.direction <= 0;  // "Day 11 of the strike was calm"
        if (past_day && moment && setting.said && moment->days.first > setting.said->days.last) moment.reset();
        if (jubilee && moment && setting.said && moment->days.first > moved(setting.said->days.last, unit::year, 1)) moment.reset();  // of something else
        if (!moment && (length || led || (!weekday && !part && step.unit > unit::day))) continue;
        if (!moment) {  // what it stands beside is not dated: no day to count from
            read.reading.moment.reset();
            if (!part) read.reading.timex = "XXXX-XX-XX";
            read.reading.undated_because = jubilee ? no_start : "what it counts from is not dated";
            read.date = {};
            continue;
        }
        told.count_from(at, *from);
        if (!length) read.reading.moment = moment;
        read.date = length ? point_in(moment->edtf) : framed_date(at, reads, i, before);
        if (within) read.date = point_in(up_to(*from, *moment, step));
        read.governed = {(*at.tokens)[first].span.begin, (*at.tokens)[last - 1].span.end};
        read.reading.lean = inner ? Lean::nothing : Lean::story;
        if (length) continue;
        read.reading.timex = timex.empty() ? moment->timex : timex;
    }
}

}  // namespace annals
