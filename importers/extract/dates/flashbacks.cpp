#include "importers/extract/dates/flashbacks.h"

#include "core/text/fixed_words.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

/// "Two days later", "the following spring".
bool leads_on(const Meaning& m) {
    if (m.kind == MeaningKind::shift) return m.base == base::story && m.toward == toward::future && said(m.n) && m.unit >= unit::day;
    return m.which == which::following && (m.kind == MeaningKind::period || (m.kind == MeaningKind::date && (said(m.weekday) || said(m.month) || said(m.season))));
}

int unit_of(const Meaning& m) {
    if (said(m.unit)) return m.unit;
    return said(m.season) ? unit::season : said(m.month) ? unit::month : unit::day;
}

bool is_nth_day(const Meaning& m) { return m.base == base::start; }

}  // namespace

bool counts_from_story(const Meaning& meaning, int direction, const Setting& setting, const Moment& story) {
    if (!leads_on(meaning) || direction > 0 || !setting.mention || story.grain > unit::year) return false;
    const Moment& told = *setting.mention;
    if (told.days.last >= story.days.first) return false;
    const auto to_come = [&](const Moment& moment) { return setting.said && moment.days.first > setting.said->days.last; };
    Setting from = setting;
    from.mention = story;
    const Reading on = read_meaning(meaning, from);
    if (!on.moment || to_come(*on.moment)) return false;
    const int step = unit_of(meaning);
    if (step < told.grain && step >= unit::day && !(step == unit::week && told.grain <= unit::day)) return step >= story.grain;  // "the next day", of a year
    const Reading back = read_meaning(meaning, setting);
    return !back.moment || back.moment->days.last >= story.days.first;
}

bool is_of_day_told(const Meaning& m) {
    if (m.kind == MeaningKind::date) return (said(m.clock) || said(m.hour) || said(m.day_part)) && !said(m.day) && !said(m.weekday) && !said(m.month) && !said(m.year) && !said(m.of_unit) && !said(m.feast);
    if (m.kind == MeaningKind::period) return m.unit == unit::day && (m.which == which::following || m.which == which::previous || m.which == which::that);
    return m.kind == MeaningKind::shift && m.base == base::story && said(m.n) && m.unit == unit::day;
}

bool is_of_that_year(const Meaning& m) {
    if (said(m.of_unit)) return m.of_unit == unit::year && m.of_which == which::that;
    return m.kind == MeaningKind::period && m.unit == unit::year && m.which == which::that;
}

bool is_at_feast(const LookedUp& at, const Match& match) {
    static constexpr FixedWords leads{"at", "At", "on", "On", "by", "By", "before", "Before", "until", "over", "Over", "that", "That"};
    return said(match.meaning.feast) && (leads.has(at.word(match.first)) || (match.first > 0 && leads.has(at.word(match.first - 1))));
}

bool is_end_of_year(const LookedUp& at, const Read& read) {
    constexpr std::uint32_t far = 10;
    static constexpr FixedWords wished{"to", "should", "must", "would", "wanted", "hoped", "planned", "due", "wants", "expected", "needed", "said", "told", "has", "have"};
    const Meaning& m = read.match.meaning;
    if (m.kind != MeaningKind::period || m.which != which::current || m.unit != unit::year || m.part != part::end || read.direction > 0) return false;
    for (std::uint32_t i = read.match.first; i-- > 0 && read.match.first - i < far;)
        if (wished.has(at.word(i))) return false;
    return at.word(read.match.last - 2) == "the";
}

bool is_end_of_told_year(const LookedUp& at, const Read& read, const Setting& setting) {
    if (!is_end_of_year(at, read) || !setting.said || !setting.mention || setting.mention->grain > unit::year) return false;
    return to_civil(setting.mention->days.last).year < to_civil(setting.said->days.first).year;
}

bool goes_on_before_christ(const Meaning& meaning, const std::optional<Moment>& mention) {
    if (!mention) return false;
    const int year = to_civil(mention->days.first).year;
    return year <= 0 && meaning.year <= 1 - year;
}

bool is_step(const LookedUp& at, const std::vector<Read>& reads, std::size_t i) {
    constexpr std::uint32_t close = 8;
    static constexpr FixedWords behind{",", ".", ";", ":", "and", "but", "he", "she", "it", "they", "we", "the", "a", "an", "his", "her", "their"};
    static constexpr FixedWords no{"not", "n't", "n\u2019t", "never"};
    const Read& read = reads[i];
    const Meaning& m = read.match.meaning;
    const std::uint32_t first = read.match.first, last = read.match.last;
    if (m.kind != MeaningKind::duration || !said(m.n) || m.unit < unit::day || said(m.modified) || said(m.to_n) || read.direction >= 0 || read.aside || first == 0) return false;
    if (last < at.size() && !behind.has(at.word(last))) return false;
    for (std::size_t k = 0; k < reads.size(); ++k) {  // what has a date of its own
        if (k == i || !reads[k].reading.moment) continue;
        bool joined = false;  // "stolen in 1974 and found after two years"
        for (std::uint32_t w = reads[k].match.last; k + 1 < i && w < first; ++w) joined = joined || at.word(w) == ";";  // of another clause
        for (std::uint32_t w = reads[k].match.last; k + 1 == i && w < first; ++w) joined = joined || at.word(w) == "and";
        if (!joined) return false;
    }
    static constexpr FixedWords now{"has", "have", "'ve", "\u2019ve", "'s", "\u2019s"};
    for (std::uint32_t w = last; w < at.size() && w < last + close; ++w)
        if (now.has(at.word(w))) return false;
    if (at.word(first - 1) == "after" || at.word(first - 1) == "After") return true;
    if (at.word(first - 1) != "for" || at.word(first) != "another") return false;
    for (std::uint32_t w = first - 1; w-- > 0 && first - w <= close;)
        if (no.has(at.word(w))) return true;
    return false;
}

void go_on_behind_had(Read& read, const Setting& setting) {
    constexpr Day soon = 31, long_after = 215;
    const Meaning& m = read.match.meaning;
    if (m.kind != MeaningKind::date || !said(m.month) || !said(m.day) || said(m.year) || said(m.short_year) || said(m.which) || said(m.of_unit)) return;
    if (!setting.mention || setting.mention->grain > unit::day || !read.reading.moment || read.reading.lean != Lean::story) return;
    const Day told = setting.mention->days.last;
    if (read.reading.moment->days.first < told + long_after) return;
    Setting from = setting;
    from.story = from.mention;
    from.narrative = true;
    Reading on = read_meaning(m, from);
    if (on.moment && on.moment->days.first > told && on.moment->days.first <= told + soon) read.reading = std::move(on);
}

void LookBack::tell(const Read& read, const std::optional<Moment>& main_line, std::uint32_t block, bool looks_back) {
    constexpr Day a_year = 366;
    if (!looks_back) {
        left_.reset();
        return;
    }
    if (read.reading.fixed && main_line && main_line->grain <= unit::day && read.reading.moment->days.last < main_line->days.first - a_year) left_ = main_line;
    block_ = block;
}

std::optional<Moment> LookBack::come_back(const Read& read, const Setting& setting, std::uint32_t block, bool looks_back) {
    constexpr Day soon = 100, at_once = 31, long_ago = 60;
    if (!left_ || block < block_ || looks_back || read.aside || read.direction > 0) return std::nullopt;
    if (setting.said && left_->days.last > setting.said->days.first - long_ago) return std::nullopt;
    const Meaning& m = read.match.meaning;
    const bool of_month = m.kind == MeaningKind::date && said(m.month) && said(m.day) && !said(m.year) && !said(m.short_year) && !said(m.which) && !said(m.of_unit);
    const bool ended = block > block_;
    if (!of_month && !(ended && is_of_day_told(m))) return std::nullopt;
    if (m.kind == MeaningKind::shift && m.toward == toward::past) return std::nullopt;
    Setting from = setting;
    from.story = from.mention = left_;
    from.narrative = true;
    const Reading on = read_meaning(m, from);
    if (!on.moment || on.moment->days.first < left_->days.first || on.moment->days.first > left_->days.last + (ended ? soon : at_once)) return std::nullopt;
    std::optional<Moment> back;
    back.swap(left_);
    return back;
}

void UnrealMoment::name(const Moment& moment, std::uint32_t sentence) {
    moment_ = moment;
    sentence_ = sentence;
}

const std::optional<Moment>& UnrealMoment::for_that(const Meaning& meaning, std::uint32_t sentence, std::uint32_t mention_sentence) const {
    static const std::optional<Moment> none;
    if (!moment_ || meaning.which != which::that || sentence > sentence_ + 1 || (mention_sentence != 0xffffffff && mention_sentence >= sentence_)) return none;
    const bool named = meaning.kind == MeaningKind::date && (said(meaning.month) || said(meaning.season)) && !said(meaning.day);
    const bool whole = meaning.kind == MeaningKind::period && (meaning.unit == unit::year || (meaning.unit == unit::month && moment_->grain <= unit::month));
    return (named || whole) && moment_->grain <= unit::year ? moment_ : none;
}

void FirstDay::name(const Read& read, bool ends_range) {
    const Meaning& m = read.match.meaning;
    const bool by_itself = m.kind == MeaningKind::date && !said(m.which) && (said(m.day) || said(m.weekday) || said(m.feast));
    if (!by_itself || read.reading.moment->grain > unit::day) return;
    last_.reset();
    (ends_range && day_ ? last_ : day_) = moment_of_day(read.reading.moment->days.first);
}

const std::optional<Moment>& FirstDay::count(Meaning& meaning, const Read* before) const {
    static const std::optional<Moment> none;
    if (before && is_nth_day(before->match.meaning) && meaning.kind == MeaningKind::date && said(meaning.day) && !said(meaning.month) && !said(meaning.which) && day_) {
        Meaning nth = before->match.meaning;
        nth.n = meaning.day;
        meaning = nth;
    }
    if (!is_nth_day(meaning)) return none;
    if (said(meaning.n) && meaning.n >= 1 && meaning.kind == MeaningKind::shift) --meaning.n;
    if (said(meaning.part)) {  // "on the opening day", "on the last day"
        const bool end = meaning.part == part::end;
        meaning.part = unsaid;
        return !last_ ? none : end ? last_ : day_;
    }
    return day_;
}

}  // namespace annals
