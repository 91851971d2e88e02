#include "importers/extract/dates/named_distance.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/dates/told_events.h"
#include "importers/extract/matching/words_around.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

bool in(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "the opening week of", "the day he": of what is told elsewhere.
bool is_within_event(const Match& match) { return match.meaning.kind == MeaningKind::period && match.meaning.base == base::event; }

// "the day after", "the Saturday before", "the eve of"
bool is_beside(const LookedUp& at, const Match& match) {
    const Meaning& m = match.meaning;
    std::array<char, 32> buffer;
    if (is_within_event(match)) return false;
    const bool day = m.kind == MeaningKind::period && m.unit >= unit::day && m.unit <= unit::year && !said(m.day_part);  // "the week before"
    const bool part_of_day = m.kind == MeaningKind::shift && m.base == base::story && m.unit == unit::day && said(m.day_part);  // "the night before"
    const bool weekday = m.kind == MeaningKind::date && said(m.weekday) && said(m.which) && !said(m.month) && !said(m.day_part);
    return (day || part_of_day || weekday || is_season_beside(m)) && in(folded_at(at, match.last - 1, buffer), {"after", "before", "eve"});
}

// "in the summer after the flood": the first one behind it; not "in the summer, after a flood".
bool is_led_name(const LookedUp& at, const Match& match) {
    static constexpr FixedWords known{"the", "his", "her", "their", "its"};
    const Meaning& m = match.meaning;
    if (m.kind != MeaningKind::date || !(said(m.month) || said(m.season)) || said(m.which) || said(m.day) || said(m.year) || said(m.weekday) || said(m.part)) return false;
    const bool within = at.word(match.first) == "the";
    if (match.first < (within ? 1 : 2) || match.last + 2 >= at.size() || (!within && at.word(match.first - 1) != "the")) return false;
    std::array<char, 32> buffer;
    return in(at.word(match.last), {"after", "before"}) && known.has(at.word(match.last + 1)) && in(folded_at(at, match.first - (within ? 1 : 2), buffer), {"in", "by", "during", "until"});
}

// "on 2 September 1939, the day before war was declared"
bool is_behind_date(const LookedUp& at, const Match& match) {
    std::array<char, 32> buffer;
    if (match.first < 2 || at.word(match.first - 1) != "," || match.meaning.unit != unit::day || match.meaning.kind != MeaningKind::period) return false;
    if (in(folded_at(at, match.last, buffer), {"was", "were", "had", "is", "and", "but", "in", "at", "on"})) return false;
    return (*at.tokens)[match.first - 2].kind == TokenKind::number || (*at.tokens)[match.first - 2].capital ||
           in(folded_at(at, match.first - 2, buffer), {"morning", "afternoon", "evening", "night"});
}

// "after the company went into": a clause of its own
bool is_clause(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t longest_subject = 5;
    std::array<char, 32> buffer;
    for (auto k = first + 1; k < std::min<std::size_t>(at.size(), first + longest_subject) && !ends_name(at, k); ++k)
        if (is_past_form(folded_at(at, k, buffer))) return true;
    return false;
}

// "The board on Monday closed both of its mills in the north, two days after a fire": a day far before what is new with an article or a clause of its
// own.
bool tells_day_of_all(const LookedUp& at, const Read& day, const Read& distance) {
    constexpr std::uint32_t far = 30;
    static constexpr FixedWords parting{"that", "who", "which", "when", "while", "said", "says", "had", ";", ":"};
    const std::uint32_t name = distance.match.last + 1;
    if (distance.match.first - day.match.last > far || day.reading.moment->grain > unit::day || day.aside || name + 1 >= at.size())
        return false;
    if (at.word(name - 1) != "after" || (at.word(name) != "a" && at.word(name) != "an" && !is_clause(at, name))) return false;
    for (std::uint32_t k = day.match.last; k < distance.match.first; ++k)
        if (parting.has(at.word(k))) return false;
    return true;
}

// "within a week of the fire"
bool is_within_of(const LookedUp& at, const Match& match) {
    static constexpr FixedWords of{"of"};
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::duration && said(m.n) && said(m.unit) && m.unit >= unit::day && !said(m.to_n) && match.first > 0 && match.last + 1 < at.size() &&
           of.has(at.word(match.last)) && (at.word(match.first - 1) == "within" || at.word(match.first - 1) == "Within");
}

// "for two days after the vote" lasts; "handed it over two days after the vote" does not.
bool tells_how_long(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    if (first == 0 || !in(folded_at(at, first - 1, buffer), {"for", "in", "during", "within", "over", "first", "last"})) return false;
    const bool particle = at.word(first - 1) == "over" || at.word(first - 1) == "in";
    return !particle || first < 2 || !in(folded_at(at, first - 2, buffer), {"it", "them", "him", "her", "me", "us"});
}

// "seven minutes after" behind a time of the clock
bool is_length_of_clock(const Read& read) {
    const Meaning& m = read.match.meaning;
    return m.kind == MeaningKind::duration && said(m.n) && said(m.unit) && (m.unit == unit::minute || m.unit == unit::hour) && !said(m.eighths) && !said(m.modified) && !said(m.to_n);
}

}  // namespace

bool is_season_beside(const Meaning& m) { return m.kind == MeaningKind::date && (said(m.month) || said(m.season)) && said(m.which) && !said(m.day) && !said(m.year); }

std::uint32_t joint_of(const LookedUp& at, const Match& match) {
    const std::uint32_t i = match.last;
    return i + 3 < at.size() && at.word(i) == "to" && at.word(i + 1) == "the" && at.word(i + 2) == "day" ? i + 3 : i;
}

bool is_length(const Read& read) {
    const Meaning& m = read.match.meaning;
    return m.kind == MeaningKind::duration && said(m.n) && said(m.unit) && m.unit >= unit::day && !said(m.modified) && !said(m.to_n);
}

const Read* date_before(const LookedUp& at, const std::vector<Read>& reads, std::size_t i) {
    if (i == 0) return nullptr;
    const Read& before = reads[i - 1];
    const std::uint32_t gap = reads[i].match.first - before.match.last;
    if (!before.reading.moment || before.match.meaning.kind == MeaningKind::window || (gap > 8 && !tells_day_of_all(at, before, reads[i])))
        return nullptr;
    if (gap == 0) return &before;
    std::array<char, 32> buffer;
    std::uint32_t at_mark = reads[i].match.first - 1;
    while (at_mark > before.match.last && in(folded_at(at, at_mark, buffer), {"just", "only", "exactly", "barely", "some"})) --at_mark;
    if (at.word(reads[i].match.first) == "another" || at.word(reads[i].match.first - 1) == "other") return nullptr;  // "one died on 3 May, another a week before the show"
    return at.word(at_mark) == "," || at.word(at_mark) == "(" ? &before : nullptr;
}

bool is_so_long(const LookedUp& at, const Match& match) {
    std::array<char, 32> buffer;
    const auto word = [&](std::uint32_t back) { return back <= match.first ? folded_at(at, match.first - back, buffer) : std::string_view(); };
    if (match.meaning.kind != MeaningKind::duration || match.first < 2) return false;
    const bool be = word(1) == "be", been = word(1) == "been";
    if (!be && !been && !in(word(1), {"is", "'s", "\u2019s"})) return false;
    if (be ? word(2) != "will" : been && !in(word(2), {"has", "'s", "\u2019s"})) return false;
    return word(be || been ? 3 : 2) == "it";
}

bool is_late(const LookedUp& at, const Match& match) {
    return match.meaning.kind == MeaningKind::duration && match.last < at.size() && (at.word(match.last) == "late" || at.word(match.last) == "early");
}

bool counts_from(const LookedUp& at, const Match& match) {
    std::array<char, 32> buffer;
    if (match.meaning.base == base::birth) return true;
    if (is_within_of(at, match) || is_so_long(at, match) || is_late(at, match)) return true;
    if (match.meaning.kind == MeaningKind::duration) return in(folded_at(at, joint_of(at, match), buffer), {"after", "before", "into", "following"});
    if (match.last >= at.size() || ends_name(at, match.last)) return false;
    return is_within_event(match) || is_led_name(at, match) || (is_beside(at, match) && (begins_name(at, match.last) || is_behind_date(at, match)));
}

std::optional<NamedDistance> distance_at(const LookedUp& at, const std::vector<Read>& reads, std::size_t i) {
    std::array<char, 32> buffer;
    const Read& read = reads[i];
    const Match& match = read.match;
    NamedDistance found;
    const bool of_clock = is_length_of_clock(read) && date_before(at, reads, i);
    found.length = is_length(read) || of_clock;
    found.part = is_within_event(match);
    found.weekday = said(match.meaning.weekday);
    found.led = is_led_name(at, match);
    if (!counts_from(at, match) || (!found.length && !found.part && !found.led && !is_beside(at, match))) return std::nullopt;
    found.within = is_within_of(at, match) && read.direction <= 0 && !read.aside;
    if (found.length && !found.within && tells_how_long(at, match.first)) return std::nullopt;
    if (found.length && !found.within && !in(folded_at(at, joint_of(at, match), buffer), {"after", "before", "into", "following"})) return std::nullopt;
    found.first = found.length ? joint_of(at, match) + 1 : found.led ? match.last + 1 : folded_at(at, match.last, buffer) == "of" ? match.last + 1 : match.last;  // behind "after" or "of"
    const std::uint32_t verb = behind_pronoun(at, found.first);
    found.of_somebody = verb != found.first;
    found.first = verb;
    found.last = name_end(at, found.first, match.first < 3);
    if (found.first >= found.last) return std::nullopt;
    found.back = found.length ? folded_at(at, joint_of(at, match), buffer) == "before" : match.meaning.which == which::previous || match.meaning.toward == toward::past;
    if (i + 1 < reads.size() && reads[i + 1].match.first < found.last && reads[i + 1].reading.moment) found.inner = &reads[i + 1];
    if (found.inner)  // "the day after it fell to its lowest since 1994"
        for (std::uint32_t k = found.first + 1; k < found.inner->match.first; ++k)
            if (at.word(k) == "since") {
                found.last = k;
                found.inner = nullptr;
                break;
            }
    if (found.inner && found.inner->match.first == found.first) found.last = found.inner->match.last;  // "a week before Easter"
    found.step = match.meaning;
    if (found.length && joint_of(at, match) != match.last) found.step.of_unit = unit::day;
    if (found.part && said(found.step.nth) && found.step.unit == unit::year) found.step.n = found.step.nth;
    if (found.led) {
        found.back = at.word(match.last) == "before";
        found.step.which = found.back ? which::previous : which::following;
    }
    if (!found.length && !found.part) {
        found.step.n = 1;
        if (match.meaning.kind != MeaningKind::period) found.step.unit = unit::day;
    }
    return found;
}

}  // namespace annals
