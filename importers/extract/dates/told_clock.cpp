#include "importers/extract/dates/told_clock.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/distances.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <array>
#include <string>

namespace annals {
namespace {

constexpr std::uint32_t far = 14, close = 6;  // tokens

// "overturned", "came down"
bool breaks(const LookedUp& at, std::uint32_t i) {
    static const WordList& verbs = word_list("breaking_verbs");
    if ((*at.tokens)[i].kind != TokenKind::word) return false;
    std::array<char, 32> buffer, next;
    const std::string_view word = folded_at(at, i, buffer);
    if (word.size() < 4) return false;
    const std::string verb = lemma(word, Tag::VBD);
    if (verbs.has(verb)) return true;
    if (i + 1 >= at.size() || (*at.tokens)[i + 1].kind != TokenKind::word) return false;
    return verbs.has(verb + " " + std::string(folded_at(at, i + 1, next)));
}

bool ends_clause(std::string_view word) {
    static constexpr FixedWords marks{";", ".", "\u201c", "\u201d", "\"", "(", ")", ":", "!", "?"};
    return marks.has(word);
}

// "the blast came at", "the explosion, which the report puts at"
bool puts_at_clock(const LookedUp& at, std::uint32_t noun, std::uint32_t clock) {
    static constexpr FixedWords verbs{"came", "happened", "occurred", "struck", "began"};
    static constexpr FixedWords dating{"put", "puts", "times", "timed"};
    static constexpr FixedWords no{"after", "before", "until", "since", "when"};
    bool told = false;
    for (std::uint32_t i = noun + 1; i < clock; ++i) {
        if (no.has(at.word(i))) return false;
        told = told || verbs.has(at.word(i)) || (dating.has(at.word(i)) && at.word(i + 1) == "at");
    }
    return told;
}

bool is_of_other_day(const std::optional<Moment>& day, const Moment& mention) {
    return day && day->grain <= unit::day && day->days != mention.days;
}

}  // namespace

bool is_clock_alone(const Meaning& m) {
    if (m.kind != MeaningKind::date || (!said(m.clock) && !said(m.hour))) return false;
    for (const int part : {m.day, m.weekday, m.month, m.year, m.which, m.of_unit, m.feast, m.iso, m.numeric})
        if (said(part)) return false;
    return true;
}

static std::optional<Moment> day_of_mishap_told(const LookedUp& at, const Match& clock, ToldEvents& told, const Moment& mention) {
    std::array<char, 32> buffer;
    std::uint32_t begin = clock.first;
    while (begin > 0 && clock.first - begin < far && !ends_clause(at.word(begin - 1))) --begin;
    for (std::uint32_t i = clock.first; i-- > begin;) {
        if ((*at.tokens)[i].kind != TokenKind::word) continue;
        const bool definite = i > 0 && (at.word(i - 1) == "the" || at.word(i - 1) == "The");
        if (definite && is_mishap(folded_at(at, i, buffer)) && puts_at_clock(at, i, clock.first)) {
            std::optional<Moment> day = told.find(at, i, i + 1, true, 1);
            if (!day) day = told.find_kind(at, i, true);
            return is_of_other_day(day, mention) ? day : std::nullopt;
        }
        if (!breaks(at, i)) continue;
        std::optional<Moment> day = told.find(at, i, i + 1, true, 1);
        if (is_of_other_day(day, mention)) return day;
        if (day) return std::nullopt;
        for (std::uint32_t noun = i; noun-- > begin && i - noun <= close;)
            if (noun > 0 && (at.word(noun - 1) == "the" || at.word(noun - 1) == "The")) {
                day = told.find(at, noun, i, true, 1);
                return is_of_other_day(day, mention) ? day : std::nullopt;
            }
        return std::nullopt;
    }
    return std::nullopt;
}

void settle_clocks_of_distances(const LookedUp& at, std::vector<Read>& reads) {
    const Read* day = nullptr;  // told last in the sentence
    for (Read& read : reads) {
        std::optional<Moment>& moment = read.reading.moment;
        if (!is_clock_alone(read.match.meaning)) {
            if (moment) day = &read;
            continue;
        }
        if (!day || day->match.meaning.kind == MeaningKind::duration || !counts_from(at, day->match)) continue;
        if (day->reading.moment->grain > unit::day) continue;
        if (!moment || moment->edtf.kind != Edtf::Kind::date || read.reading.lean != Lean::story || read.direction > 0) continue;
        EdtfDate clock = moment->edtf.date;
        Meaning by_part = read.match.meaning;  // "On the evening of the fire ... at ten past nine"
        by_part.day_part = day->match.meaning.day_part;
        if (!clock.minute && said(by_part.day_part)) clock.minute = minute_of(by_part);
        moment = moment_of_day(day->reading.moment->days.first);
        moment->edtf.date.minute = clock.minute;
        moment->edtf.date.utc_offset = clock.utc_offset;
        read.reading.timex = moment->timex + (clock.minute ? timex_clock(*clock.minute) : "");
        read.date = point_in(moment->edtf);
    }
}

void ToldClocks::name(const Read& read, const Setting& setting) {
    const Meaning& m = read.match.meaning;
    const std::optional<Moment>& moment = read.reading.moment;
    const bool today = setting.said && setting.said->grain <= unit::day && moment && moment->days == setting.said->days;
    const bool morning = today && m.which == which::current && m.day_part == day_part::morning;
    if (!morning) {
        morning_.reset();
        return;
    }
    before_ = setting.mention;
    morning_ = moment;
}

std::optional<Moment> ToldClocks::day_of(const LookedUp& at, const Match& clock, const Read* before, int direction, const Setting& setting,
                                         ToldEvents& told) const {
    constexpr Day lately = 7;
    if (!is_clock_alone(clock.meaning) || direction > 0 || !setting.mention || setting.mention->grain > unit::day) return std::nullopt;
    const Day day = setting.mention->days.first;
    const std::optional<int> minute = minute_of(clock.meaning);
    const bool afternoon = minute && *minute >= 12 * 60 && (clock.meaning.pm == 1 || *minute >= 13 * 60);
    const bool of_this_morning = direction < 0 && afternoon && morning_ && morning_->days.first == day;
    const bool day_before = before_ && before_->grain <= unit::day && before_->days.first < day && before_->days.first >= day - lately;
    if (of_this_morning && day_before) return before_;
    if (before && before->reading.moment) return std::nullopt;
    return day_of_mishap_told(at, clock, told, *setting.mention);
}

}  // namespace annals
