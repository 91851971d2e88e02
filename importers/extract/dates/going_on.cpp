#include "importers/extract/dates/going_on.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/dates/distances.h"
#include "importers/extract/dates/flashbacks.h"

#include <algorithm>

namespace annals {
namespace {

bool is_close(const NamedLast& last, std::uint32_t sentences) { return last.here <= last.sentence + sentences; }

template <typename List>
bool names_any(std::string_view text, const Sentence& sentence, const List& list) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return list.has(words(text, token.span)); });
}

std::optional<Moment> stepped_on(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Setting& setting, const NamedLast& last) {
    constexpr Day long_ago = 60;
    constexpr std::uint32_t close = 2;
    constexpr std::size_t most = 8;  // expressions of a sentence that tells so
    if (reads.size() > most || !last.moment || !is_close(last, close) || !is_step(at, reads, i)) return std::nullopt;
    const bool another = at.word(reads[i].match.first) == "another";  // nothing else can be meant
    // "set out on 3 May and came home after ten days"
    const bool joined = i > 0 && last.here == last.sentence && reads[i - 1].reading.moment && last.moment->grain <= unit::day && !last.looks_back;
    if (setting.said && !joined && ((!last.narrative && !another) || last.moment->days.last > setting.said->days.first - long_ago)) return std::nullopt;
    auto moment = counted_on(*last.moment, reads[i].match.meaning, setting);
    if (moment && setting.said && moment->days.last > setting.said->days.last) return std::nullopt;
    return moment;
}

/// "For four days nothing moved", "was shut for six days", ", and for two weeks nobody was paid".
bool lasts_from_day_told(const LookedUp& at, const Read& read, bool joined, bool ended) {
    constexpr std::uint32_t close = 9;
    constexpr int most = 60;
    static constexpr FixedWords going_on{"was", "were", "lay", "stayed", "remained", "waited", "hid", "stood", "sat", "camped", "held", "kept", "slept", "rained", "snowed", "burned", "burnt",
                                         "raged", "blew", "drifted", "lived", "sheltered"};
    static constexpr FixedWords ahead{"would", "will", "could", "can", "may", "might", "should", "must", "to", "had", "if", "If", "who", "which", "that"};
    static constexpr FixedWords none{"not", "n't", "n\u2019t", "never", "no", "nobody", "nothing"};
    static constexpr FixedWords set{"jailed", "sentenced", "suspended", "banned", "imprisoned", "excluded", "hired", "appointed", "elected", "engaged", "barred", "postponed", "delayed", "put",
                                    "extended", "adjourned", "known", "booked", "planned", "set", "due", "ready", "fined", "licensed", "rented", "let", "leased", "invited", "asked", "ordered"};
    const Meaning& m = read.match.meaning;
    const std::uint32_t first = read.match.first;
    if (m.kind != MeaningKind::duration || (m.unit != unit::day && m.unit != unit::week) || !said(m.n) || m.n < 1 || m.n > most) return false;
    if (said(m.modified) || said(m.to_n) || said(m.about) || said(m.eighths) || read.direction > 0 || read.aside || first == 0) return false;
    if (joined) return first > 2 && at.word(first - 1) == "for" && at.word(first - 2) == "and" && at.word(first - 3) == ",";
    if (at.word(first - 1) == "For" && first == 1) {
        if (ended) return false;
        for (std::uint32_t i = read.match.last; i < at.size() && i < read.match.last + close; ++i)
            if (ahead.has(at.word(i))) return false;
        return true;
    }
    if (at.word(first - 1) != "for") return false;
    bool goes_on = false;
    for (std::uint32_t i = first - 1; i-- > 0;) {
        if (ahead.has(at.word(i)) || none.has(at.word(i)) || set.has(at.word(i)) || at.word(i) == "," || at.word(i) == ";") return false;
        goes_on = goes_on || (first - i <= close && going_on.has(at.word(i)));
    }
    return goes_on;
}

std::optional<DayRange> lasted_on(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Setting& setting, const NamedLast& last, bool ended) {
    if (last.looks_back || last.with_had || !last.moment || last.block != last.block_here || last.moment->grain != unit::day) return std::nullopt;
    if (last.moment->edtf.kind != Edtf::Kind::date) return std::nullopt;
    const bool joined = last.sentence == last.here && i > 0 && i + 1 == reads.size();
    if (!joined && (last.sentence + 1 != last.here || reads.size() > 1)) return std::nullopt;
    if (!lasts_from_day_told(at, reads[i], joined, ended)) return std::nullopt;
    const Meaning& m = reads[i].match.meaning;
    const Day from = last.moment->days.first, to = from + m.n * (m.unit == unit::week ? 7 : 1) - 1;
    if (to > max_day || (setting.said && to >= setting.said->days.first)) return std::nullopt;
    return DayRange{from, to};
}

}  // namespace

std::optional<Moment> date_lengths(const LookedUp& at, std::vector<Read>& reads, const Setting& setting, const NamedLast& last, bool ended) {
    const auto is_open = [](const Read& read) { return read.match.meaning.kind == MeaningKind::duration && !read.date.dated(); };
    std::optional<Moment> on;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        Read& read = reads[i];
        if (!is_open(read)) continue;
        if (const auto moment = stepped_on(at, reads, i, setting, last)) {
            read.date = point_in(moment->edtf);
            on = moment;
        } else if (const auto days = lasted_on(at, reads, i, setting, last, ended)) {
            read.date = span_of(edtf_of(*days));
        } else {
            continue;
        }
        read.reading.lean = Lean::story;
    }
    return on;
}

std::optional<Day> day_by_distance(const LookedUp& at, const Read& read) {
    static constexpr FixedWords parting{"who", "which", "that", "whose", "where", "said", "\u201c", "\u201d", "\""};
    const Date& date = read.date;
    if (read.governed.begin == read.governed.end || read.other.start_min || read.aside || read.direction > 0) return std::nullopt;
    if (!date.start_min || date.start_min != date.end_max) return std::nullopt;
    for (std::uint32_t i = read.match.first; i-- > 0;)
        if (parting.has(at.word(i))) return std::nullopt;
    return *date.start_min;
}

// "Two days later", "on the Monday", "the next day", "the same day"
static bool counts_on_from_day(const Meaning& m) {
    if (counts_on(m)) return said(m.n) && said(m.unit) && m.unit >= unit::day && m.base == base::story;
    if (m.kind == MeaningKind::date) return said(m.weekday) && (m.which == which::the || m.which == which::following) && !said(m.month) && !said(m.nth) && !said(m.of_unit);
    return m.kind == MeaningKind::period && m.unit == unit::day && (m.which == which::following || m.which == which::that);
}

// The day that an expression comes to which counts from something named.
static std::optional<Moment> day_counted(const LookedUp& at, const Read& read) {
    if (read.aside || read.match.meaning.base == base::birth) return std::nullopt;
    if (read.match.meaning.kind == MeaningKind::duration) {
        const std::optional<Day> day = day_by_distance(at, read);
        return day ? std::optional(moment_of_day(*day)) : std::nullopt;
    }
    const std::optional<Moment>& moment = read.reading.moment;
    return moment && moment->grain <= unit::day ? moment : std::nullopt;
}

void settle_behind_distances(const LookedUp& at, std::vector<Read>& reads, const Setting& setting, const Before& before) {
    std::optional<Moment> day;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        Read& read = reads[i];
        if (counts_from(at, read.match)) {
            day = day_counted(at, read);
            continue;
        }
        if (!read.reading.moment) continue;
        if (day && !read.aside && read.direction <= 0 && counts_on_from_day(read.match.meaning)) {
            Setting from = setting;
            from.mention = from.story = day;
            from.direction = read.direction;
            Reading on = read_meaning(read.match.meaning, from);
            if (!on.moment || (setting.said && on.moment->days.first > setting.said->days.last)) return;
            read.reading = std::move(on);
            read.date = framed_date(at, reads, i, before);
        }
        day.reset();
    }
}

bool tells_death(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords ends{"died", "dies", "retired", "resigned", "killed", "dead", "ended", "murdered", "executed", "buried"};
    return names_any(text, sentence, ends);
}

bool tells_end(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords ends{"closed", "abdicated", "left", "stepped"};
    return tells_death(text, sentence) || names_any(text, sentence, ends);
}

}  // namespace annals
