#include "importers/extract/dates/retold_event.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/dates/told_events.h"
#include "importers/extract/matching/words_around.h"

namespace annals {
namespace {

constexpr Day of_late = 2 * 366;     // how long before the words were written it may lie
constexpr Day lately = 14;           // what is told of then first is news
constexpr Day step_back = 31;        // what is told of it may come so long before
constexpr Day long_behind = 60;      // so long before the words were written it is no news
constexpr Day leads_up = 366;        // what is told of a time so close before may have led up to it
constexpr std::uint32_t opening = 6;  // blocks, the title with them
constexpr std::uint32_t blocks_apart = 2, most_asides = 4;

// "On 9 September 2021", in the year of writing "on 14 May", "a year ago this Monday"
bool names_day(const Read& read) {
    const Meaning& m = read.match.meaning;
    const Moment& moment = *read.reading.moment;
    const bool night = moment.edtf.kind == Edtf::Kind::interval && moment.days.last <= moment.days.first + 1;  // "15-16 November 2003"
    if (moment.grain > unit::day || (moment.edtf.kind != Edtf::Kind::date && !night)) return false;
    const bool by_writing = !said(m.year) && !said(m.which) && read.reading.lean == Lean::said;
    if (m.kind == MeaningKind::date) return (said(m.year) || by_writing) && said(m.month) && said(m.day);
    return m.kind == MeaningKind::shift && m.base == base::speech && m.unit == unit::year && said(m.of_unit);
}

// "13 September", "May", "Easter", "the first week of March": of no year.
bool names_no_year(const Meaning& m) {
    if (m.kind != MeaningKind::date) return false;
    for (const int part : {m.year, m.short_year, m.decade, m.of_unit, m.numeric, m.iso, m.which})
        if (said(part)) return false;
    return said(m.month) || said(m.season) || said(m.feast);
}

// "On 3 May she won in a time that nobody had run" tells of that day.
bool is_behind_had(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t front = 6;  // tokens
    if (match.first > front) return true;
    for (std::uint32_t i = 0; i < match.last + 4 && i < at.size(); ++i)
        if (at.word(i) == "had") return true;
    return false;
}

// "The burglary of 30 May 2019", not "a map of 30 May 1942"
bool is_of_event(const LookedUp& at, std::uint32_t first) {
    std::array<char, 32> buffer;
    return first > 2 && is_definite(at, first - 3) && is_mishap(folded_at(at, first - 2, buffer));
}

// "a map of 30 May 1942", "the survey that they turned down in May 2018": says which one it is.
bool says_which(const LookedUp& at, const Read& read) {
    constexpr std::uint32_t close = 10;
    static constexpr FixedWords relative{"that", "which", "who", "whom", "whose"};
    const std::uint32_t first = read.match.first;
    if (first < 2) return false;
    if (is_behind(at, first, "of")) return true;
    for (std::uint32_t i = first; i-- > 0 && first - i <= close;) {
        if (relative.has(at.word(i))) return i > 0;
        if (at.word(i) == "," || at.word(i) == ";" || at.word(i) == "and") return false;
    }
    return false;
}

// "...; the state sent for it on 12 April", "... and the loan that members refused on 24 November"
bool is_of_another_clause(const LookedUp& at, std::uint32_t from, std::uint32_t first) {
    static constexpr FixedWords relative{"that", "which", "who", "whom", "whose"};
    bool joined = false;
    for (std::uint32_t i = from; i < first; ++i) {
        if (at.word(i) == ";") return true;
        joined = joined || at.word(i) == "and" || at.word(i) == "or";
        if (joined && relative.has(at.word(i))) return true;
    }
    return false;
}

}  // namespace

void RetoldEvent::tell(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Moment* said_on,
                       bool looks_back) {
    if (!said_on || said_on->grain > unit::day || !read.reading.moment) return;
    const Moment& moment = *read.reading.moment;
    if (moment.days.last >= said_on->days.first) return;
    if (!day_) {
        if (is_news_ || sentence.block > opening || (looks_back && is_behind_had(at, read.match))) return;
        is_news_ = moment.grain <= unit::day && moment.days.first >= said_on->days.first - lately && !said(read.match.meaning.year);
        if (is_news_ || !names_day(read)) return;
        if (moment.days.first < said_on->days.first - of_late) return;
        if (is_behind(at, read.match.first, "since") || (is_behind(at, read.match.first, "of") && !is_of_event(at, read.match.first))) return;
        day_ = moment_of_day(moment.days.first);
    } else if (moment.days.last < day_->days.first - step_back) {
        ++asides_;
        return;
    } else if (moment.grain > unit::month || looks_back) {
        // "The gates were locked on 22 November. [...] It had begun on 14 February. The first were sent home on 31 March.": from there
        const bool by_it = moment.grain <= unit::month && read.reading.lean == Lean::story && !read.reading.fixed;
        if (by_it && sentence.block != block_ && last_ && moment.days.last < last_->days.first) last_ = moment_of_day(moment.days.first);
        return;
    }
    if (!last_ || moment.grain <= unit::day) last_ = moment_of_day(moment.days.first);
    ++days_;
    asides_ = 0;
    block_ = sentence.block;
    counted_place_ = place;
}

void RetoldEvent::go_on_with(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read) {
    of_thing_ = says_which(at, read) && read.match.first > 1;
    story_block_ = sentence.block;
    story_place_ = place;
    by_year_ = read.reading.fixed || !names_no_year(read.match.meaning);
}

bool RetoldEvent::goes_back(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Read* before,
                            const Setting& setting) const {
    const Meaning& m = read.match.meaning;
    if (!day_ || !setting.story || !setting.said) return false;
    if (!names_no_year(m) || read.direction > 0 || is_by_writing(m, read.direction)) return false;
    if (setting.story->days.last >= day_->days.first - step_back || setting.story->grain > unit::year) return false;
    if (asides_ > most_asides || sentence.block > block_ + blocks_apart) return false;
    if (place == story_place_) return before && says_which(at, *before) && is_of_another_clause(at, before->match.last, read.match.first);
    if (setting.story->days.last >= day_->days.first - leads_up) return false;
    if (setting.story->grain <= unit::month && !by_year_) return false;  // that goes on by itself
    const bool by_the_way = sentence.block != story_block_ && setting.story->grain > unit::month;
    return by_the_way || of_thing_ || counted_place_ > story_place_;
}

bool RetoldEvent::goes_on(const Sentence& sentence, const Read& read, const Setting& setting) const {
    if (!day_ || !last_ || !setting.story || !setting.said || setting.story->days.last < day_->days.first - leads_up) return false;
    if (!names_no_year(read.match.meaning) || read.direction >= 0 || is_by_writing(read.match.meaning, read.direction)) return false;
    if (sentence.block == block_ || sentence.block > block_ + blocks_apart || setting.story->days.first > last_->days.last + step_back) return false;
    return day_->days.first < setting.said->days.first - long_behind;
}

bool RetoldEvent::is_of_writing(const Sentence& sentence, const Read& read, const Setting& setting) const {
    const Meaning& m = read.match.meaning;
    if (!day_ || days_ != 1 || !setting.said || sentence.block == block_) return false;
    if (!is_weekday_alone(m) || said(m.which) || read.match.first > 1) return false;
    return setting.story && setting.story->days.first == day_->days.first && day_->days.first < setting.said->days.first - long_behind;
}

}  // namespace annals
