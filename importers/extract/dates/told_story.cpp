#include "importers/extract/dates/told_story.h"

#include "core/text/fixed_words.h"
#include "core/time/calendar.h"
#include "importers/extract/dates/asides.h"
#include "importers/extract/matching/words_around.h"

#include <algorithm>

namespace annals {
namespace {

/// What is younger, the text's own days may be.
constexpr Day long_ago = 300, long_after = 200, step_back = 31, a_year = 366, lately = 45, a_while = 90;
/// Whoever tells of so many days tells a story, whatever the tense of a verb seems to be.
constexpr int surely_story = 4;
constexpr std::uint32_t blocks_apart = 4, sentences_apart = 8;  // blocks: a question, and two names of who speaks

// "the slip of May 2009", "open since 2014": says which one it is, or how long something has been so.
bool is_attribute(const LookedUp& at, std::uint32_t first) {
    static constexpr FixedWords list{"of", "since"};
    return first > 0 && list.has(at.word(first - 1));
}

// "Her mate, who would be hanged in 1861", "was to die there nine years later": far behind what is told.
bool is_to_come(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t close = 9;
    static constexpr FixedWords was{"was", "were"};
    for (std::uint32_t i = first; i-- > 0 && first - i <= close;) {
        const std::string_view word = at.word(i);
        if (word == "would" || (word == "to" && i > 0 && was.has(at.word(i - 1)))) return true;
        if (word == "if" || word == ";") return false;
    }
    return false;
}

}  // namespace

bool ToldStory::may_go_on(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, bool looks_back) const {
    const Meaning& meaning = read.match.meaning;
    const bool named = meaning.kind == MeaningKind::date && !said(meaning.year);
    const bool at_hand = days_ == 1 && sentence.block == block_ && place <= place_ + 1 && meaning.unit == unit::week;  // "all the rest of the week"
    const bool the_month = meaning.kind == MeaningKind::period && meaning.which == which::the && meaning.unit >= unit::week && (days_ > 1 || at_hand);
    if (days_ == 0 || (!named && !the_month)) return false;
    if (read.direction > 0 && (read.direction > 1 || days_ < surely_story || is_quoted(at, read.match.first))) return false;
    if (sentence.block > block_ + (the_month ? blocks_apart - 1 : blocks_apart) || place > place_ + sentences_apart) return false;
    if (the_month) return true;
    const bool weekday = said(meaning.weekday) && !said(meaning.month);
    const bool untold = read.direction == 0 && (meaning.which == which::the || (days_ >= surely_story && sentence.block == block_));
    if (weekday && read.direction >= 0 && !untold) return false;
    if (!weekday && !said(meaning.month) && !said(meaning.season) && !said(meaning.feast)) return false;
    const bool names_day = said(meaning.day) || (said(meaning.feast) && place > place_) || (weekday && by_weekdays_);
    if (sentence.block == block_) return days_ >= (names_day || (looks_back && !weekday && last_->grain <= unit::day) ? 1 : weekday ? 3 : 2);
    return days_ >= (by_weekdays_ ? 2 : 3);
}

bool ToldStory::comes_next(const Sentence& sentence, const Moment& moment, const Moment& said, bool looks_back) const {
    // "The trial opened on 25 September", told in October behind a story of the March before last
    const Day since_turn = to_day({to_civil(said.days.first).year, to_civil(moment.days.first).month, std::min(to_civil(moment.days.first).day, 28)});
    const bool of_late = since_turn <= said.days.first && said.days.first - since_turn <= lately && since_turn > moment.days.last;
    constexpr Day in_months = 75;  // "had joined only in May", told in July
    if (looks_back && days_ < 2 && moment.grain > unit::day && since_turn <= said.days.first && said.days.first - since_turn <= in_months) return false;
    if (of_late && sentence.block != block_ && moment.days.first - last_->days.last > a_while) return false;
    const Day after = sentence.block == block_ && days_ >= 2 && moment.grain <= unit::month ? a_year : long_after;
    return moment.days.last <= said.days.last && moment.days.last >= last_->days.first - (looks_back ? long_after : step_back) && moment.days.first <= last_->days.last + after;
}

bool ToldStory::is_flash_forward(const LookedUp& at, const Read& read) const {
    constexpr int well_told = 3, told_closely = 1, far = 3;
    constexpr std::uint32_t opening = 5;  // tokens: a sentence that opens with a year goes on there
    const Moment& moment = *read.reading.moment;
    if (days_ == 0 || moment.grain <= unit::month || moment.grain > unit::year || read.match.first < opening || is_opened_with(at, read.match.first)) return false;
    const Day ahead = moment.days.first - last_->days.last;
    if (ahead > 0 && is_to_come(at, read.match.first)) return true;
    if (moment.grain != unit::year || ahead <= 366) return false;
    static constexpr FixedWords own{"He", "She", "They", "We", "I"};  // whose story it is goes on with the year
    return days_ >= well_told || (close_ >= told_closely && ahead > far * 366 && !own.has(at.word(0)));
}

void ToldStory::tell(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Moment* said, bool looks_back) {
    const Moment& moment = *read.reading.moment;
    const bool long_gone = said && moment.grain <= unit::day && moment.days.last <= said->days.first - long_ago;  // "on 11 March last year"
    if ((read.reading.lean == Lean::said && !long_gone) || (said && moment.days.last > said->days.first - long_ago)) {
        if (read.reading.fixed || looks_back) return;
        days_ = close_ = 0;
        return;
    }
    if (looks_back && read.reading.lean == Lean::story) {  // it goes on behind that
        block_ = sentence.block;
        place_ = place;
    }
    // "It was opened in May 1988. It had got new doors in 2014": told of a time behind that
    if (looks_back && days_ > 0 && is_before_that(at, read.match.first) && moment.grain <= unit::year && read.reading.fixed && moment.days.first > last_->days.last + 2 * a_year) days_ = close_ = 0;
    const bool by_year = read.reading.fixed && moment.grain <= unit::day;  // "The court had heard that they met on 3 May 2019": it goes on with that
    const bool that_year = days_ > 0 && moment.grain == unit::year && read.match.meaning.which == which::that;
    if (that_year && to_civil(moment.days.first).year == to_civil(last_->days.last).year) {
        block_ = sentence.block;  // "It rained for most of that year": it goes on in this paragraph
        place_ = place;
    }
    if ((looks_back && !by_year) || is_attribute(at, read.match.first)) return;
    const bool by_season = days_ == 0 && read.reading.fixed && annals::said(read.match.meaning.season) && annals::said(read.match.meaning.year) && moment.grain < unit::year;
    if (moment.grain > unit::month && !by_season) {
        const int year = to_civil(moment.days.first).year;  // "in the winter of 1915": what comes next may be of its October
        const bool same_year = days_ > 0 && moment.grain < unit::year && year == to_civil(last_->days.last).year;  // "Through that winter": February is behind October
        if (days_ > 0 && moment.grain <= unit::year && !same_year && !is_flash_forward(at, read) && year >= to_civil(last_->days.first).year) last_ = moment_of_year(year);
        return;
    }
    by_weekdays_ = (days_ > 0 && by_weekdays_) || (annals::said(read.match.meaning.weekday) && read.reading.fixed);
    const bool close = days_ > 0 && moment.days.first >= last_->days.first - step_back && moment.days.first <= last_->days.last + long_after;
    close_ = close ? close_ + 1 : 0;
    ++days_;
    last_ = moment;
    block_ = sentence.block;
    place_ = place;
}

bool is_quoted(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 80;
    static constexpr FixedWords opening{"\u201c", "``"}, closing{"\u201d", "''"};
    bool odd = false;  // marks that open and close alike
    for (std::uint32_t i = first; i-- > 0 && first - i < far;) {
        const std::string_view word = at.word(i);
        if (opening.has(word)) return true;
        if (closing.has(word)) return false;
        odd = odd != (word == "\"");
    }
    return odd;
}

}  // namespace annals
