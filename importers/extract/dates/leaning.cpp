#include "importers/extract/dates/leaning.h"

#include <algorithm>
#include <cmath>

namespace annals {
namespace {

constexpr Day a_year = 365, a_month = 30, not_long = 200, far = 24 * 365;
constexpr std::uint32_t many_blocks = 5, few_sentences = 10;

// Learnt by logistic regression: natural logarithm of the odds for the story. Those of numbers are of the logarithm of one more.
constexpr double start = -11.47;
constexpr double by_sentences = 1.34;       // of the text: long ones are histories
constexpr double by_sentences_left = 1.39;  // they end with the time of writing
constexpr double by_years = 0.76;           // since what the main line told last
constexpr double by_months = 0.59;          // before the day of writing, if it leans on that
constexpr double by_blocks = -0.85;         // since the moment named last, as a number
constexpr double goes_on = 1.60;            // in the story it comes not long after that moment
constexpr double ahead_by_writing = 1.85;   // by the day of writing it is to come
constexpr double ahead_by_story = 1.39;     // so it is in the story
constexpr double year_named = 0.58;
constexpr double behind_writing = 0.98;
constexpr double narrative = -0.67;         // its length has said so

bool may_lean_either_way(const Meaning& m) {
    if (m.kind != MeaningKind::date || said(m.year) || said(m.decade) || said(m.century)) return false;
    if (said(m.weekday) && m.which == which::the) return false;  // "on the Monday": of what is told
    if (m.which == which::last) return false;  // "of the 12th of May last", in a letter of the story
    return said(m.month) || said(m.season) || said(m.feast) || said(m.weekday) || said(m.day);
}

bool comes_after(Day day, const std::optional<Moment>& last) { return last && day >= last->days.first && day - last->days.first <= not_long; }

/// In a text too short to tell which it is, "next year's show will open on 16 July", where no other time is near, and "It opened on 3 May 1994. On 8 November it
/// burnt down."
bool is_surely_of_story(Day in_story, const Setting& setting, const LeaningPlace& place) {
    if (place.sentences < few_sentences) return true;
    if (place.before && place.before->match.meaning.kind == MeaningKind::period && place.before->match.meaning.unit == unit::year) return true;
    const bool long_ago = setting.story && setting.said->days.first - setting.story->days.first > far;
    const bool behind_day = setting.mention && setting.mention->grain <= unit::day && comes_after(in_story, setting.mention);
    if (long_ago && (place.of_block || behind_day)) return true;
    return place.behind_year && setting.story && setting.story->grain <= unit::day && comes_after(in_story, setting.mention);
}

/// Logarithm of one more than how many units lie between two days; 0 for none.
double log_of(Day days, Day unit) { return std::log1p(std::max(0.0, static_cast<double>(days) / unit)); }

double log_odds_of_story(Day in_story, Day by_writing, const Setting& setting, const LeaningPlace& place) {
    const Day written = setting.said->days.first;
    double odds = start + by_sentences * std::log1p(place.sentences) + by_sentences_left * std::log1p(place.sentences - place.sentence) +
                  by_months * log_of(written - by_writing, a_month) + by_blocks * std::min(place.blocks, many_blocks);
    if (place.main_line) odds += by_years * log_of(written - place.main_line->days.first, a_year);
    if (comes_after(in_story, setting.mention)) odds += goes_on;
    if (by_writing > written) odds += ahead_by_writing;
    if (in_story > written) odds += ahead_by_story;
    if (place.year_named) odds += year_named;
    if (place.before && place.before->reading.lean == Lean::said) odds += behind_writing;
    if (place.narrative) odds += narrative;
    return odds;
}

}  // namespace

std::optional<Reading> reading_by_writing(const Meaning& meaning, const Reading& read, const Setting& setting, const LeaningPlace& place) {
    if (!setting.said || !read.moment || read.lean != Lean::story || !may_lean_either_way(meaning)) return std::nullopt;
    Setting lean = setting;
    lean.narrative = true;
    const Reading in_story = read_meaning(meaning, lean);
    if (!in_story.moment || in_story.moment->days != read.moment->days) return std::nullopt;  // read otherwise than by the story alone
    lean.narrative = false;
    Reading by_writing = read_meaning(meaning, lean);
    if (!by_writing.moment || by_writing.moment->days == in_story.moment->days) return std::nullopt;
    if (setting.direction < 0 && by_writing.moment->days.first > setting.said->days.last) return std::nullopt;  // told as past
    const bool of_story = place.ends_range ? place.before->reading.lean == Lean::story
                                           : is_surely_of_story(in_story.moment->days.first, setting, place) ||
                                                 log_odds_of_story(in_story.moment->days.first, by_writing.moment->days.first, setting, place) > 0;
    if (of_story) return std::nullopt;
    return by_writing;
}

}  // namespace annals
