#include "importers/extract/dates/asides.h"

#include "core/text/fixed_words.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

// "at the congress of 1844": is when something happened.
bool is_at_a_scene(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t close = 6;  // tokens
    static constexpr FixedWords scene{"at", "At", "during", "During"};
    static constexpr FixedWords none{"in", "about", "by", "to", "from", "for", "with", ",", "and"};
    for (std::uint32_t i = first - 1; i-- > 0 && first - i <= close;) {
        if (scene.has(at.word(i))) return true;
        if (none.has(at.word(i))) return false;
    }
    return false;
}

// "(1861)"
bool is_bracketed(const LookedUp& at, const Match& match) {
    return match.first > 0 && at.word(match.first - 1) == "(" && match.last < at.size() && at.word(match.last) == ")";
}

bool is_past_verb(std::string_view word) { return word == "was" || word == "were" || is_past_form(word); }

// "The bees that had survived the frost died in July": where the main clause goes on, though no comma says so; `end` for other sentences.
std::uint32_t main_verb_behind(const LookedUp& at, std::uint32_t lead, std::uint32_t had, std::uint32_t end) {
    constexpr std::uint32_t longest_subject = 8;
    static constexpr FixedWords helpers{"been", "be", "was", "were", "and", "or", "being", "had", "to", "not", "never", "already", "just", "who", "that", "which"};
    if (lead == 0 || lead > longest_subject || at.word(lead - 1) == ",") return end;
    for (std::uint32_t i = 0; i < lead; ++i)
        if (is_past_verb(at.word(i))) return end;
    for (std::uint32_t i = had + 3; i < end; ++i)  // behind the participle and a word of its own
        if (is_past_verb(at.word(i)) && !helpers.has(at.word(i - 1)) && !at.word(i - 1).ends_with("ly")) return i;
    return end;
}

}  // namespace

// "The hall was cleared at noon, because a beam had cracked": where the clause begins that gives the reason; `had` for none.
std::uint32_t reason_before(const LookedUp& at, std::uint32_t had) {
    constexpr std::uint32_t longest_subject = 7;
    for (std::uint32_t i = had; i-- > 1 && had - i <= longest_subject && (*at.tokens)[i].kind != TokenKind::mark;)
        if (at.word(i) == "because") return i;
    return had;
}

// "had to leave": must, and no time before.
bool is_duty(const LookedUp& at, std::uint32_t had) { return had + 2 < at.size() && at.word(had + 1) == "to"; }

// "A survey on 3 May had shown two rotten beams": behind it the story goes on from where it was.
Asides find_asides(const LookedUp& at, std::uint32_t had) {
    constexpr std::uint32_t close = 4;  // "whose old pumps had"
    static constexpr FixedWords relative{"who", "which", "whose", "whom", "where", "than"};  // "higher than it had stood in 1931"
    Asides found;
    found.first_bracket = static_cast<std::uint32_t>(at.size());
    std::uint32_t end = 0;  // of the relative clause before
    for (std::uint32_t i = 0; i < at.size(); ++i) {
        const Token& token = (*at.tokens)[i];
        if (token.kind == TokenKind::mark && at.text[token.span.begin] == '(' && i < found.first_bracket) found.first_bracket = i;
        if (token.entry != had || word_of(at.text, token) != "had") continue;
        if (i < end || is_duty(at, i)) continue;
        if (const std::uint32_t reason = reason_before(at, i); reason < i) {
            for (end = i; end < at.size() && at.word(end) != ",";) ++end;
            if (found.end == 0) found.begin = reason;
            found.end = end;
            continue;
        }
        std::uint32_t begin = i;
        while (begin > 0 && i - begin < close && !relative.has(at.word(begin)) && at.word(begin) != ",") --begin;
        if (i == 0 || begin == 0 || (!relative.has(at.word(begin)) && at.word(i - 1) != "that")) {
            found.had_in_main = true;
            continue;
        }
        for (end = i; end < at.size() && at.word(end) != ",";) ++end;
        end = main_verb_behind(at, at.word(i - 1) == "that" ? i - 1 : begin, i, end);
        if (found.end == 0) found.begin = begin;
        found.end = end;
    }
    return found;
}

bool is_all_around(const Read& read, const std::optional<Moment>& told) {
    const Meaning& m = read.match.meaning;
    const Moment& moment = *read.reading.moment;
    return m.kind == MeaningKind::period && m.which == which::the && m.unit >= unit::year && !said(m.part) && read.reading.lean == Lean::story && told &&
           moment.grain > told->grain && moment.days.first <= told->days.first && told->days.last <= moment.days.last;
}

bool is_age_of_thing(const LookedUp& at, const Read& read) {
    static constexpr FixedWords dates{"dates", "date", "dated", "dating"};
    static constexpr FixedWords goes{"goes", "go", "going"};
    const std::uint32_t first = read.match.first;
    if (is_behind(at, first, "since")) return read.reading.fixed && is_so_now(at, first);
    if (first < 2 || read.reading.moment->grain < unit::year) return false;
    if (at.word(first - 1) == "from") return dates.has(at.word(first - 2));
    return at.word(first - 1) == "to" && at.word(first - 2) == "back" && first > 2 && (dates.has(at.word(first - 3)) || goes.has(at.word(first - 3)));
}

static bool is_report(std::string_view word) {
    static constexpr FixedWords reports{"said", "told", "heard", "announced", "reported", "ruled", "confirmed", "disclosed", "testified", "claimed", "admitted", "wrote", "declared", "stated"};
    return reports.has(word);
}

bool is_attribution(const LookedUp& at, const Read& told, const Read& read) {
    constexpr std::uint32_t close = 9;
    const std::uint32_t first = read.match.first;
    if (!told.reading.moment || told.aside || told.reading.moment->grain > unit::month || told.reading.moment->days.last > read.reading.moment->days.first) return false;
    if (read.match.last + 1 < at.size() || read.match.meaning.kind == MeaningKind::duration) return false;  // it ends the sentence
    bool reported = false;
    for (std::uint32_t i = first; i-- > told.match.last && first - i <= close;) {
        if (at.word(i) == ",") return reported;
        reported = reported || is_report(at.word(i));
    }
    return false;
}

int year_reported(const LookedUp& at, const Match& day, std::span<const Match> later) {
    constexpr std::uint32_t close = 4, far = 24;
    bool reported = false;
    for (std::uint32_t i = day.first; i-- > 0 && day.first - i <= close;) reported = reported || is_report(at.word(i));
    if (!reported || later.empty() || day.last >= at.size() || at.word(day.last) != "that") return 0;
    int year = 0;
    bool had = false;
    std::uint32_t i = day.last;
    for (const Match& match : later) {
        if (match.first > day.last + far) break;
        for (; i < match.first; ++i) had = had || at.word(i) == "had";
        if (had && match.meaning.kind == MeaningKind::date && said(match.meaning.year)) year = std::max(year, match.meaning.year);
    }
    return year;
}

bool is_in_according_to(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 16;
    for (std::uint32_t i = first; i-- > 1 && first - i <= far && at.word(i) != "," && at.word(i) != ";";)
        if (at.word(i) == "to" && at.word(i - 1) == "according") return i > 1 && at.word(i - 2) == ",";
    return false;
}

bool is_within_report(const LookedUp& at, const Read& said, const Match& clock) {
    const Meaning& m = clock.meaning;
    if (m.kind != MeaningKind::date || !(annals::said(m.clock) || annals::said(m.hour)) || annals::said(m.weekday) || annals::said(m.day) || annals::said(m.month) || annals::said(m.which)) return false;
    constexpr std::uint32_t far = 20, close = 6;
    if (!said.reading.moment || said.reading.moment->grain > unit::day || clock.first < said.match.last || clock.first - said.match.last > far) return false;
    bool reported = false, that = false, had = false;
    for (std::uint32_t i = said.match.first; i-- > 0 && said.match.first - i <= close;) reported = reported || is_report(at.word(i));
    for (std::uint32_t i = said.match.last; i < clock.first; ++i) {
        that = that || at.word(i) == "that";
        had = had || (that && at.word(i) == "had");
    }
    return reported && had;
}

// "He was there in 1998, and not in 1999."
static bool is_ruled_out(const LookedUp& at, std::uint32_t first) {
    static constexpr FixedWords on{"in", "on", "at", "during"};
    return first > 1 && on.has(at.word(first - 1)) && at.word(first - 2) == "not";
}

// "The mill, which was built in 1811, was sold in May", "the mill, built in 1811, was sold": its clause goes on behind that.
static bool is_closed_aside(const LookedUp& at, const Read& read) {
    constexpr std::uint32_t close = 12;  // tokens
    static constexpr FixedWords relative{"who", "which", "whose", "whom", "where", "built", "born", "begun", "made", "bought", "sold", "written", "rebuilt"};
    static constexpr FixedWords verbs{"was", "were", "is", "are", "has", "have", "had", "will", "would", "said", "says", "did", "does", "can", "could", "went", "came", "took", "fell"};
    if (!read.reading.fixed || read.reading.moment->grain < unit::year) return false;
    const std::uint32_t first = read.match.first;
    std::uint32_t next = read.match.last;
    static constexpr FixedWords parting{",", ";", ":", "."};
    while (next < at.size() && next - read.match.last < close && !parting.has(at.word(next))) ++next;
    if (next + 1 >= at.size() || at.word(next) != ",") return false;
    ++next;
    if (!verbs.has(at.word(next)) && !at.word(next).ends_with("ed")) return false;
    for (std::uint32_t i = first; i-- > 1 && first - i <= close;)
        if (at.word(i) == "," || at.word(i) == ";") return i + 1 < first && (relative.has(at.word(i + 1)) || at.word(i + 1).ends_with("ed"));
    return false;
}

bool moves_story(const LookedUp& at, const Read& read, const std::optional<Moment>& story, const std::optional<Moment>& said, bool narrative,
                 bool new_block) {
    constexpr std::uint32_t opening = 5;  // tokens
    if (is_age_of_thing(at, read) || is_ruled_out(at, read.match.first) || is_closed_aside(at, read)) return false;
    if (read.aside || (narrative && said && read.direction > 0 && read.reading.moment->days.first > said->days.last)) return false;
    if (story && story->grain <= unit::year && read.reading.moment->grain > unit::year) return false;  // no day can be of a century
    if (story && read.reading.moment->grain == unit::year && is_bracketed(at, read.match)) return false;
    if (!narrative || !story || story->grain > unit::year) return true;
    const Meaning& meaning = read.match.meaning;
    const Moment& moment = *read.reading.moment;
    if (meaning.kind == MeaningKind::shift && meaning.toward == toward::past && meaning.unit >= unit::year && !annals::said(meaning.of_unit)) return false;
    if (meaning.which == which::previous) return false;
    if (moment.days.last < story->days.first && is_before_that(at, read.match.first)) return false;
    if (moment.grain < unit::year) return true;
    if (moment.grain == unit::year && moment.days.first <= story->days.first && story->days.first <= moment.days.last) return false;
    if (read.match.first < opening || (new_block && read.direction < 0)) return true;
    return moment.days.first >= story->days.first - 366 && (moment.days.first <= story->days.last || read.direction <= 0);
}

bool is_opened_with(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 12;  // tokens
    static constexpr FixedWords opening{"In", "During", "At", "On", "By", "Throughout", "Through", "Over", "Towards", "After", "Before"};
    static constexpr FixedWords other{",", ";", "was", "were", "had", "has", "have", "is", "and", "that", "which", "who", "about", "to", "for"};
    if (!opening.has(at.word(0)) || first > far) return false;
    for (std::uint32_t i = 1; i < first; ++i)
        if (other.has(at.word(i)) || at.word(i).ends_with("ed")) return false;
    return true;
}

bool is_of_a_year(const LookedUp& at, const Read& read) {
    constexpr std::uint32_t opening = 6;  // tokens
    if (is_opened_with(at, read.match.first)) return false;
    return read.match.first >= opening && read.reading.moment->grain == unit::year && read.reading.fixed && is_behind(at, read.match.first, "of") &&
           !is_at_a_scene(at, read.match.first);
}

bool is_late_end(const LookedUp& at, const Read& read, const std::optional<Moment>& told) {
    constexpr std::uint32_t close = 5;  // tokens: "until the end of the"
    static constexpr FixedWords lasting{"until", "till"};
    static constexpr FixedWords between{"the", "early", "late", "end", "beginning", "of", "about"};
    if (!told || told->grain > unit::month || read.reading.moment->grain <= unit::month || read.reading.moment->days.first <= told->days.last) return false;
    const std::uint32_t first = read.match.first;
    std::uint32_t i = first;
    while (i > 0 && first - i < close && between.has(at.word(i - 1))) --i;
    return i > 0 && lasting.has(at.word(i - 1));
}

bool is_earlier_of_relative(const LookedUp& at, const Read& read, const std::optional<Moment>& told) {
    constexpr std::uint32_t close = 12;  // tokens
    static constexpr FixedWords relative{"who", "which", "whose", "whom", "where"};
    static constexpr FixedWords opening{"In", "During", "At", "On", "After", "Before", "Since", "With"};  // "In the second wave, which came in October, forty died"
    if (!told || read.reading.moment->days.last >= told->days.first || opening.has(at.word(0))) return false;
    const std::uint32_t first = read.match.first;
    for (std::uint32_t i = first; i-- > 1 && first - i <= close;) {
        if (at.word(i) == "," || at.word(i) == ";") return false;
        if (relative.has(at.word(i))) return at.word(i - 1) == ",";
    }
    return false;
}

bool is_yearly(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t close = 6;  // tokens
    static constexpr FixedWords yearly{"annual", "yearly", "regular", "routine", "periodic"};
    static constexpr FixedWords other{",", ";", "first", "and", "in", "when", "which", "that", "since"};
    const Meaning& m = match.meaning;
    if (m.kind != MeaningKind::date || !said(m.month) || said(m.year) || said(m.short_year) || said(m.which) || said(m.of_unit)) return false;
    for (std::uint32_t i = match.first; i-- > 0 && match.first - i <= close;) {
        if (yearly.has(at.word(i))) return true;
        if (other.has(at.word(i))) return false;
    }
    return false;
}

bool is_of_speaker(const LookedUp& at, const Match& match, const Setting& setting) {
    constexpr std::uint32_t close = 12, name = 5;  // tokens
    static constexpr FixedWords speaks{"said", "says"};
    static constexpr FixedWords other{",", ";", "had", "has", "and"};
    const Meaning& m = match.meaning;
    if (m.kind != MeaningKind::date || said(m.year) || said(m.short_year) || said(m.which) || (!said(m.month) && !said(m.season))) return false;
    if (!setting.said || (setting.story && setting.story->grain < unit::year)) return false;
    std::uint32_t who = match.first;
    while (who > 0 && match.first - who < close && at.word(who) != "who" && !other.has(at.word(who - 1))) --who;
    if (who < 3 || at.word(who) != "who" || at.word(who - 1) != ",") return false;
    for (std::uint32_t i = who - 1; i-- > 0 && who - i <= name + 1;) {
        if (speaks.has(at.word(i))) return true;
        if (!(*at.tokens)[i].capital) return false;
    }
    return false;
}

bool is_of_relative(const LookedUp& at, const Read& read, const std::optional<Moment>& story) {
    constexpr std::uint32_t close = 12;  // tokens
    static constexpr FixedWords relative{"who", "which", "whose", "whom", "where"};
    const Moment& moment = *read.reading.moment;
    if (!story || story->grain > unit::day || moment.grain <= unit::month || moment.grain > unit::year || moment.days.first < story->days.last + 366) return false;
    const std::uint32_t first = read.match.first;
    for (std::uint32_t i = first; i-- > 1 && first - i <= close;) {
        if (at.word(i) == "," || at.word(i) == ";") return false;
        if (relative.has(at.word(i))) return at.word(i - 1) == ",";
    }
    return false;
}

}  // namespace annals
