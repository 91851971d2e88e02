#include "importers/extract/dates/frames.h"

#include "core/text/fixed_words.h"
#include "importers/extract/matching/words_around.h"

#include <algorithm>

namespace annals {
namespace {

std::string_view folded(const LookedUp& at, std::size_t i, std::array<char, 32>& buffer) {
    return at.word(i).size() > 30 ? std::string_view{} : fold_word(at.text, (*at.tokens)[i], buffer);
}

bool in(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_dash(std::string_view word) { return in(word, {"-", "\u2013", "\u2014", "--", "\u2212"}); }

// The word that governs an expression, articles and "about" passed over.
std::string governor(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    for (std::uint32_t i = first; i-- > 0;) {
        const std::string_view word = folded(at, i, buffer);
        if (!in(word, {"the", "about", "around", "at", "least", "early", "late", "mid", "-", "only", "approximately", "roughly"}))
            return std::string(word);
    }
    return {};
}

bool negated_before(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    for (std::uint32_t i = first, seen = 0; i-- > 0 && seen < 8; ++seen)
        if (in(folded(at, i, buffer), {"not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "hardly", "wait", "waited", "waiting"})) return true;
    return false;
}

Date range(const Moment& a, const Moment& b) { return span_of(edtf_interval(first_date(a), last_date(b))); }

Date interval_point(DayRange days) { return point_in(edtf_of(days)); }

bool is_length(const Read& read) { return read.match.meaning.kind == MeaningKind::duration && said(read.match.meaning.n); }

// Whole months or years up to a day, both named: 2022-12/2023-09.
Edtf months_up_to(Day last, int unit, int n) {
    const Day first = moved(last, unit, -n);
    if (unit >= unit::year) return edtf_interval(first_date(enclosing(first, unit::year)), first_date(enclosing(last, unit::year)));
    if (unit >= unit::month || (unit == unit::week && n > 4))
        return edtf_interval(first_date(enclosing(first, unit::month)), first_date(enclosing(last, unit::month)));
    return edtf_interval(edtf_day(first + 1), edtf_day(last));
}

// Days of whole months as months, when the words count in months.
Edtf counted_days(DayRange days, int unit) {
    const Civil first = to_civil(days.first), last = to_civil(days.last);
    const bool whole = unit >= unit::month && first.day == 1 && last.day == days_in_month(last.year, last.month) &&
                       (first.year != last.year || first.month != last.month);
    return whole ? edtf_interval(edtf_month(first.year, first.month), edtf_month(last.year, last.month)) : edtf_of(days);
}

// Things that last: what an "N-month" one fills is the time up to now.
bool lasts(std::string_view noun) {
    return in(noun,
              {"siege",     "blockade",  "war",      "conflict",    "strike",    "occupation", "embargo",       "ban",        "drought",
               "campaign",  "standoff",  "lockdown", "curfew",      "ceasefire", "truce",      "offensive",     "insurgency", "uprising",
               "rebellion", "crackdown", "boycott",  "dispute",     "search",    "manhunt",    "investigation", "trial",      "slump",
               "recession", "heatwave",  "battle",   "bombardment", "protest",   "protests",   "hunger",        "civil",      "closure",
               "shutdown",  "absence",   "exile",    "suspension",  "inquiry"});
}

// "In August they were on strike for nine days": then, not now.
bool is_told_before(const std::vector<Read>& reads, std::size_t index) { return index > 0 && reads[index - 1].reading.moment && !reads[index - 1].aside; }

// "on strike for ten weeks", "ten weeks on strike": what lasts stands beside its length.
bool lasts_for(const LookedUp& at, const Match& length) {
    std::array<char, 32> buffer;
    const auto led = [&](std::uint32_t noun) {
        return noun > 0 && noun < at.size() && in(folded(at, noun - 1, buffer), {"on", "under", "in"}) && lasts(folded(at, noun, buffer));
    };
    if (length.first > 2 && folded(at, length.first - 1, buffer) == "for" && led(length.first - 2)) return true;
    return led(length.last + 1);
}

// "The earliest that we can sail is May", "the soonest it could be ready is 2031"; not "the earliest of the charters is of 1204".
bool is_earliest_time(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t far = 20;
    static constexpr FixedWords leads{"in", "on", "the", "at", "early", "late"};
    static constexpr FixedWords modals{"can", "could", "will", "would", "may", "might"};
    std::array<char, 32> buffer;
    std::uint32_t is = match.first;
    while (is > 0 && leads.has(at.word(is - 1))) --is;
    if (is < 4 || (at.word(is - 1) != "is" && at.word(is - 1) != "be")) return false;
    bool able = false;
    for (std::uint32_t i = is - 1; i-- > 1 && is - i < far && (*at.tokens)[i].kind != TokenKind::mark;) {
        able = able || modals.has(at.word(i));
        if (at.word(i) == "earliest" || at.word(i) == "soonest") return able && folded(at, i - 1, buffer) == "the";
    }
    return false;
}

// "in 2031 at the earliest", "not before summer", "no sooner than May"
bool is_earliest(const LookedUp& at, const Match& match, const std::string& word) {
    std::array<char, 32> buffer;
    const auto behind = [&](std::uint32_t i, std::string_view wanted) {
        return match.last + i < at.size() && folded(at, match.last + i, buffer) == wanted;
    };
    if (behind(0, "at") && behind(1, "the") && (behind(2, "earliest") || behind(2, "soonest"))) return true;
    if (behind(0, "or") && behind(1, "later")) return true;
    if (is_earliest_time(at, match)) return true;
    if (word == "before") return negated_before(at, match.first);
    if (word != "than" || match.first < 3) return false;
    for (std::uint32_t i = match.first; i-- > 1 && i + 4 > match.first;)
        if (in(folded(at, i, buffer), {"earlier", "sooner"})) return in(folded(at, i - 1, buffer), {"no", "not"});
    return false;
}

// "was elected in 1402 and ruled until 1431": the verb behind "and" goes on with the subject.
bool goes_on(const LookedUp& at, const Match& start, const Match& end) {
    std::array<char, 32> buffer;
    for (std::uint32_t i = start.last; i + 1 < end.first; ++i) {
        if (folded(at, i, buffer) != "and") continue;
        const std::string_view verb = folded(at, i + 1, buffer);
        return verb.ends_with("ed") || in(verb, {"was", "were", "held", "kept", "led", "ran", "stood", "stayed", "sat", "lay", "fought"});
    }
    return false;
}

// "opens on 3 May and will run until 9 June", "which opens on 3 May, runs until 9 June"
bool goes_on_ahead(const LookedUp& at, const Match& start, const Match& end) {
    std::array<char, 32> buffer;
    const std::uint32_t joint = start.last;
    if (joint + 2 >= end.first || !in(folded(at, joint, buffer), {"and", ","})) return false;
    return in(folded(at, joint + 1, buffer), {"will", "run", "runs", "running", "stay", "stays", "staying", "last", "lasts", "lasting", "remain", "remains", "continue", "continues", "is", "are"});
}

// "the year ended 30 June", "the fiscal year, which closed on 30 June": the word that joins a length to its end.
std::string_view joint_of(const LookedUp& at, const Match& length, const Match& end, std::array<char, 32>& buffer) {
    std::uint32_t joint = end.first - 1, from = length.last;
    if (joint > from && in(folded(at, joint, buffer), {"on", "at"})) --joint;
    if (from < joint && at.word(from) == ",") ++from;
    if (from < joint && in(folded(at, from, buffer), {"that", "which"})) ++from;
    return from == joint ? folded(at, joint, buffer) : std::string_view{};
}

// "ruled for six years", "is to run for two years": the verb of a length, by its forms.
bool goes_on_for(std::string_view word) {
    return in(word, {"serve", "serves", "served", "serving", "rule", "ruled", "ruling", "reign", "reigned", "govern", "governed", "last",  "lasted",  "lasting",
                     "remain", "remained", "live",  "lived",  "stay",  "stayed",  "run",     "ran",     "running", "held",     "hold",  "holding", "kept",
                     "keep",   "led",      "lead",  "sat",    "stood", "worked",  "work",    "taught",  "play",    "played",   "operated", "operate", "continued",
                     "continue", "occupied", "edited", "managed", "coached", "captained", "presided",  "lay",    "waited", "wintered", "camped", "hid",   "fought", "wandered",
                     "studied", "rested"});
}

// "On Saturday he beat the record, which had stood since 1998": up to the day told before it.
const Moment* end_of_had_since(const LookedUp& at, const std::vector<Read>& reads, std::size_t index) {
    constexpr std::uint32_t far = 8;
    constexpr std::size_t near = 4;  // expressions
    std::array<char, 32> buffer;
    const Read& since = reads[index];
    std::size_t before = index;
    while (before > 0 && index - before < near && !reads[before - 1].reading.moment) --before;
    if (before == 0 || !reads[before - 1].reading.moment || reads[before - 1].aside) return nullptr;
    const Moment& told = *reads[before - 1].reading.moment;
    if (told.grain > unit::year || told.days.first <= since.reading.moment->days.last) return nullptr;
    for (std::uint32_t i = since.match.first; i-- > 1 && since.match.first - i < far && (*at.tokens)[i].kind != TokenKind::mark;)
        if (folded(at, i, buffer) == "had")
            return in(folded(at, i - 1, buffer), {"has", "have", "'ve", "\u2019ve", "'s", "\u2019s"}) || in(folded(at, i + 1, buffer), {"not", "n't", "never"}) ? nullptr : &told;
    return nullptr;
}

// "The talks, which began on 4 April, lasted two weeks": it began then.
bool begins_then(const LookedUp& at, const Match& start) {
    constexpr std::uint32_t far = 6;
    std::array<char, 32> buffer;
    for (std::uint32_t k = start.first; k-- > 0 && start.first - k <= far;) {
        if (in(folded(at, k, buffer), {"began", "begun", "opened", "started", "starting", "beginning", "opening", "broke", "launched"})) return true;
        if (in(at.word(k), {",", ";"})) return false;
    }
    return false;
}

// "was elected in 1912 and held the post for eight years": from the date before it in the sentence.
// "came in 1912. He taught there for eight years": from that of the sentence before.
std::optional<Edtf> going_on_from(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Before& before) {
    constexpr std::uint32_t far = 20;
    std::array<char, 32> buffer;
    const Match& match = reads[i].match;
    const Meaning& length = match.meaning;
    const bool first = i == 0;
    if (first ? !before.going_on : !reads[i - 1].reading.moment || reads[i - 1].aside) return std::nullopt;
    if (length.unit < unit::day || said(length.modified) || said(length.to_n)) return std::nullopt;
    static const Match none;
    const Match& start = first ? none : reads[i - 1].match;
    const bool lasted = !first && match.first > 0 && folded(at, match.first - 1, buffer) == "lasted" && begins_then(at, start);
    if (match.first == 0 || (!lasted && folded(at, match.first - 1, buffer) != "for") || length.n < 1) return std::nullopt;
    const Moment& from = first ? *before.going_on : *reads[i - 1].reading.moment;
    if (match.first - start.last > far || from.edtf.kind != Edtf::Kind::date || (!first && in(governor(at, start.first), {"by", "until", "till", "before", "to"}))) return std::nullopt;
    bool goes_on = lasted;
    for (std::uint32_t k = match.first - 1; k-- > start.last;) {
        const std::string_view word = folded(at, k, buffer);
        if (!lasted && in(word, {";", "had", "who", "which", "that"})) return std::nullopt;
        goes_on = goes_on || goes_on_for(word) || (in(word, {"was", "were"}) && in(folded(at, k + 1, buffer), {"in", "at", "under", "there", "with", "on"}));
    }
    if (!goes_on || length.unit < from.grain) return std::nullopt;
    if (first && before.said && moved(from.days.first, length.unit, length.n) > before.said->days.last) return std::nullopt;
    if (from.grain == unit::year) return edtf_interval(first_date(from), first_date(enclosing(moved(from.days.first, length.unit, length.n), unit::year)));
    const DayRange days{from.days.first, std::max(from.days.first, moved(from.days.first, length.unit, length.n) - 1)};
    return from.grain == unit::month ? counted_days(days, length.unit) : edtf_of(days);
}

// "in two weeks' time", "in a month's time"
bool is_in_that_time(const LookedUp& at, const Match& length) {
    std::array<char, 32> buffer;
    if (length.first == 0 || folded(at, length.first - 1, buffer) != "in") return false;
    std::uint32_t i = length.last;
    if (i < at.size() && in(folded(at, i, buffer), {"'", "\u2019", "'s", "\u2019s"})) ++i;
    return i < at.size() && folded(at, i, buffer) == "time";
}

// The days that "within ten days" allows, from the day of writing or from that of the story.
std::optional<DayRange> allowed_days(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Before& before, Lean& lean) {
    std::array<char, 32> buffer;
    const Read& read = reads[i];
    const Meaning& length = read.match.meaning;
    const std::uint32_t first = read.match.first;
    if (said(length.modified) || said(length.to_n) || first == 0) return std::nullopt;
    const bool in_less = read.direction < 0 && folded(at, first - 1, buffer) == "in" && in(at.word(first), {"less", "under"});  // "in less than a year"
    if (!in_less && !in(folded(at, first - 1, buffer), {"within", "inside"})) return std::nullopt;
    if (length.unit < unit::day && (first > 1 || read.direction >= 0)) return std::nullopt;  // "Within an hour she had signed it": the same day
    if (read.match.last < at.size() && in(folded(at, read.match.last, buffer), {"of", "after"})) return std::nullopt;
    const Moment* from = before.mention ? &*before.mention : nullptr;
    constexpr std::size_t near = 8;  // expressions: more would cost too much where a sentence has thousands
    for (std::size_t k = i; k-- > 0 && i - k <= near;)
        if (reads[k].reading.moment && !reads[k].aside) {
            from = &*reads[k].reading.moment;
            break;
        }
    lean = from ? Lean::story : Lean::nothing;
    if (before.said && read.direction >= 0) {
        from = before.said;
        lean = Lean::said;
    }
    if (!from || from->grain > unit::day) return std::nullopt;
    if (in_less && before.said && from->days.last >= before.said->days.first - 1) return std::nullopt;
    const Day start = from->days.first;
    if (length.unit < unit::day) return DayRange{start, start};
    return DayRange{start, std::max(start, moved(start, length.unit, length.n) - (length.unit == unit::day))};
}

// "It took until the autumn to drain it": then it was drained.
bool took_until(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    if (first > 1 && at.word(first - 1) == "the") --first;
    return first > 2 && folded(at, first - 1, buffer) == "until" && in(at.word(first - 2), {"took", "take"}) && in(folded(at, first - 3, buffer), {"it", "to", "would"});
}

// "They may claim up to 29 June"; not "the run up to Easter", "the week up to 3 May", "signed up to 2030 goals".
bool is_up_to(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    if (first < 3 || at.word(first - 1) != "to" || at.word(first - 2) != "up") return false;
    static constexpr FixedWords leads{"run",   "lead", "leads", "led",    "leading", "sign", "signs", "signed", "signing", "build", "builds", "built", "live", "lives", "lived",
                                      "catch", "day",  "days",  "night", "week",  "weeks",   "month", "months", "year",  "years", "period", "time"};
    return !leads.has(folded(at, first - 3, buffer));
}

Date single(const LookedUp& at, const std::vector<Read>& reads, std::size_t index, const Before& before) {
    const Read& read = reads[index];
    const Moment* said_at = before.said;
    const Moment& moment = *read.reading.moment;
    const std::string word = governor(at, read.match.first);
    const bool one_date = moment.edtf.kind == Edtf::Kind::date;
    const bool ahead = !said_at || moment.days.last >= said_at->days.first;
    if (one_date && ahead && is_earliest(at, read.match, word)) return not_before(first_date(moment));
    if (word == "since")
        if (const Moment* end = end_of_had_since(at, reads, index); end && (!said_at || end->days.last <= said_at->days.last)) return range(moment, *end);
    if (word == "since" && said_at && moment.days.first <= said_at->days.last) return since(first_date(moment), said_at->days.last);
    if (word == "until" || word == "till" || (said_at && moment.days.last > said_at->days.last && is_up_to(at, read.match.first))) {
        if (negated_before(at, read.match.first) || is_put_off_to(at, read.match.first) || took_until(at, read.match.first)) return point_in(moment.edtf);
        const Read* start = index > 0 && reads[index - 1].reading.moment && !reads[index - 1].aside ? &reads[index - 1] : nullptr;
        if (said_at && moment.days.last > said_at->days.last) {
            const bool starts_ahead = start && start->reading.moment->days.first > said_at->days.last && start->reading.moment->days.last < moment.days.first;
            if (starts_ahead && goes_on_ahead(at, start->match, read.match)) return range(*start->reading.moment, moment);
            return span_of(edtf_interval(edtf_day(said_at->days.last), last_date(moment)));
        }
        const bool held = start && (goes_on(at, start->match, read.match) || governor(at, start->match.first) == "since");
        const Moment* from = held ? &*start->reading.moment : nullptr;
        if (index == 0 && before.going_on) from = &*before.going_on;
        if (from && from->days.last < moment.days.first) return range(*from, moment);
        return until(last_date(moment));
    }
    if (word == "by" && said_at && moment.days.last > said_at->days.last && read.direction >= 0)
        return interval_point({said_at->days.last, moment.days.last});
    if (word == "by" && read.match.meaning.part == part::end && (moment.grain == unit::month || moment.grain == unit::year))
        return point_in(moment_of_day(moment.days.last).edtf);
    if (word == "before" && said_at && moment.days.last > said_at->days.last && read.match.meaning.part == part::end)
        return interval_point({said_at->days.last, moment.days.last});
    if (word == "before" && said_at && moment.days.first > said_at->days.last + 1)
        return interval_point({said_at->days.last, moment.days.first - 1});
    if (word == "throughout") return span_of(moment.edtf);
    return read.reading.span ? span_of(moment.edtf) : point_in(moment.edtf);
}

// "from 5 p.m. to 7 a.m.": the second is of the next morning.
Moment over_midnight(const Moment& first, const Moment& second) {
    const auto &begin = first.edtf.date.minute, &end = second.edtf.date.minute;
    const bool backward = begin && end && first.days.first == second.days.first && *end < *begin &&
                          first.edtf.date.utc_offset.has_value() == second.edtf.date.utc_offset.has_value();
    if (!backward) return second;
    Moment next = moment_of_day(second.days.first + 1);
    next.edtf.date.minute = end;
    next.edtf.date.utc_offset = second.edtf.date.utc_offset;
    return next;
}

// "lay there until 1998, when a farmer found them": the words behind "when" tell what happened then, however long the rest lasted.
void give_when_clause(const LookedUp& at, std::vector<Read>& reads, std::size_t i) {
    Read& read = reads[i];
    const std::uint32_t mark = read.match.last - (read.match.last < at.size() && at.word(read.match.last) == "when");  // a comma, or the date's last token
    if (mark + 3 >= at.size() || (mark == read.match.last && at.word(mark) != ",") || at.word(mark + 1) != "when" || !read.governed.empty() || read.aside) return;
    constexpr std::uint32_t longest = 40, opening = 3;
    const bool fronted = read.match.first < opening;
    const std::uint32_t first = mark + 2, next = i + 1 < reads.size() ? reads[i + 1].match.first : static_cast<std::uint32_t>(at.size());
    std::uint32_t last = first, comma = 0;
    while (last < at.size() && last < next && last < first + longest && !in(at.word(last), {";", ".", "\u201d", "\u201c", "\"", "(", "\u2014", "!", "?"})) {
        if (at.word(last) == "," || at.word(last) == "and") comma = last;
        if (fronted && at.word(last) == ",") break;
        ++last;
    }
    if (last == next && next < at.size() && comma) last = comma;
    if (last < first + 2) return;
    read.governed = {(*at.tokens)[first].span.begin, (*at.tokens)[last - 1].span.end};
    read.other = point_in(read.reading.moment->edtf);
}

}  // namespace

Date framed_date(const LookedUp& at, const std::vector<Read>& reads, std::size_t index, const Before& before) { return single(at, reads, index, before); }

bool is_range(const LookedUp& at, const Match& a, const Match& b) {
    std::array<char, 32> buffer;
    if (b.first <= a.last || b.first > a.last + 2) return false;
    const bool extra = b.first == a.last + 2;
    if (extra && !in(folded(at, a.last + 1, buffer), {"the", "about", "around", "early", "late"})) return false;
    const std::string_view joint = folded(at, a.last, buffer);
    if (joint == "/" && (said(a.meaning.clock) || said(a.meaning.hour))) return false;  // "8 p.m. ET/5 p.m. PT"
    if (is_dash(joint) || joint == "/") return !extra;
    const bool owned = b.last < at.size() && (at.word(b.last) == "'s" || at.word(b.last) == "\u2019s");  // "a change Friday to December's figures"
    if (joint == "to" && owned && governor(at, a.first) != "from") return false;
    const bool whole_years = said(a.meaning.year) && !said(a.meaning.month);
    if (joint == "to" && a.first > 0 && at.word(a.first - 1) == "from" && !whole_years && is_put_off_to(at, a.first)) return false;  // "moved from 3 May to 9 June"
    if (in(joint, {"to", "until", "till", "through", "thru"})) return true;
    return joint == "and" && governor(at, a.first) == "between";
}

void frame_dates(const LookedUp& at, std::vector<Read>& reads, const Before& before) {
    const Moment* said_at = before.said;
    std::array<char, 32> buffer;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        Read& read = reads[i];
        Read* next = i + 1 < reads.size() ? &reads[i + 1] : nullptr;
        if (read.date.dated()) continue;
        if (read.reading.moment && next && next->reading.moment && is_range(at, read.match, next->match) &&
            read.reading.moment->days.first <= next->reading.moment->days.last && read.match.meaning.kind != MeaningKind::window) {
            read.date = next->date = range(*read.reading.moment, over_midnight(*read.reading.moment, *next->reading.moment));
            give_when_clause(at, reads, i + 1);
            continue;
        }
        if (is_length(read) && next && next->reading.moment && next->match.first > read.match.last) {
            const std::string_view joint = joint_of(at, read.match, next->match, buffer);
            const Moment& end = *next->reading.moment;
            const Meaning& length = read.match.meaning;
            if (in(joint, {"to", "until", "till", "ended", "ending", "closed"}) && length.unit >= unit::day) {
                const Day first = moved(end.days.last + 1, length.unit, -length.n);
                read.date = next->date = span_of(counted_days({std::min(first, end.days.last), end.days.last}, length.unit));
                continue;
            }
            if (joint == "from" && length.unit >= unit::day) {
                const Day last = moved(end.days.first, length.unit, length.n) - 1;
                read.date = next->date = span_of(edtf_of({end.days.first, std::max(last, end.days.first)}));
                continue;
            }
        }
        if (next && next->reading.moment && read.reading.moment && read.match.meaning.fiscal == 1 && said(read.match.meaning.year) && next->match.first > read.match.last &&
            in(joint_of(at, read.match, next->match, buffer), {"ended", "ending", "ends", "closed"}) && read.reading.moment->days.last == next->reading.moment->days.last) {
            read.date = next->date = span_of(read.reading.moment->edtf);  // "fiscal 2019, which ended on 30 June"
            continue;
        }
        const bool lasting = is_length(read) && said_at && read.match.meaning.unit >= unit::day && read.direction <= 0 &&
                             (said(read.match.meaning.modified) ? read.match.last < at.size() && lasts(folded(at, read.match.last, buffer))
                                                                : (lasts_for(at, read.match) && !is_told_before(reads, i)) || (!said(read.match.meaning.to_n) && lasts_till_now(at, read.match.first)));
        if (lasting) {
            read.date = span_of(months_up_to(said_at->days.last, read.match.meaning.unit, read.match.meaning.n));
            read.reading.lean = Lean::said;
            continue;
        }
        if (is_length(read)) {
            const Meaning& length = read.match.meaning;
            if (said_at && length.unit >= unit::day && is_in_that_time(at, read.match)) {
                const bool fortnight = length.unit == unit::fortnight;
                read.date = point_in(unit_from(said_at->days.first, fortnight ? static_cast<int>(unit::week) : length.unit, fortnight ? 2 * length.n : length.n).edtf);
                read.reading.lean = Lean::said;
                continue;
            }
            if (const auto days = going_on_from(at, reads, i, before)) {
                read.date = span_of(*days);
                read.reading.lean = Lean::story;
                continue;
            }
            Lean lean = Lean::nothing;
            if (const auto days = allowed_days(at, reads, i, before, lean)) {
                read.date = interval_point(*days);
                read.reading.lean = lean;
                continue;
            }
        }
        if (!read.reading.moment) continue;
        read.date = single(at, reads, i, before);
        if (read.date.edtf != point_in(read.reading.moment->edtf).edtf) give_when_clause(at, reads, i);
    }
}

}  // namespace annals
