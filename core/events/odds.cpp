#include "core/events/odds.h"

#include "core/events/head_likeness.h"
#include "core/events/mention_overlap.h"
#include "core/time/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace annals {
namespace {

/// Learnt by logistic regression: in the order of Sign.
constexpr double start = 0.01;
constexpr double many_tell = -1.20;  // of the day: so many articles tell of more than one thing
constexpr double of_few = 0.8;  // documents: hardly anything else that they tell is like it
constexpr std::array<double, sign_count> weights{
    0.68,   // same_day
    1.44,   // same_month
    1.91,   // same_year
    0.68,   // within
    -2.83,  // other_day
    3.60,   // same_minute
    2.68,   // same_happening
    0.09,   // taken_as_known
    0.89,   // kindred_trigger
    0.24,   // things
    2.32,   // overlap
    -0.37,  // other_names
    0.13,   // each_names_new
    0.26,   // topic_names
    -0.66,  // crowd
    0.09,   // both_said
    -2.02,  // days_within
};

/// "Last week", "at the weekend", "the second week of May", "in mid-May": what happened in it did not last that long, as "until Friday" does.
bool is_part_of_month(DayRange days) {
    if (days == iso_week_range(days.first) || days == weekend_range(days.first)) return true;
    const Civil first = to_civil(days.first);
    const Day end = month_range(first.year, first.month).last, left = end - days.last, length = days.last - days.first + 1;
    if (length == 7) return left == 0 || (left > 0 && first.day % 7 == 1);
    return left >= 0 && ((length == 10 && first.day % 10 == 1) || (left == 0 && first.day == 21));
}

/// A year or a part of it, but none of which sums are told: "sales of the third quarter".
bool has_name(DayRange days) {
    const Civil first = to_civil(days.first);
    const auto season = static_cast<Season>(static_cast<int>(Season::spring) + first.month / 3 - 1);  // that begins then
    if (first.month % 3 == 0 && days == season_range(first.year, season)) return true;
    return days == month_range(first.year, first.month) || days == year_range(first.year) || is_part_of_month(days);
}

/// The same days, days that begin or end together, a day and the week, the month or the year it is of, or days next to each other; but not what happened while
/// something lasted.
bool dates_fit(const Date& a, const Date& b) {
    if (!a.start_min || !a.end_max || !b.start_min || !b.end_max) return false;
    if (a.start_min == b.start_min || a.end_max == b.end_max) return true;
    if (one_day(a) && one_day(b)) return std::abs(*a.start_min - *b.start_min) <= 1;
    const Date& longer = takes_longer(a, b) ? a : b;
    return has_name({*longer.start_min, *longer.end_max});
}

bool has(const Signs& signs, Sign sign) { return signs[static_cast<std::size_t>(sign)] > 0; }

/// No event is merged on the date alone.
bool rests_on_date(const Signs& signs) {
    for (const Sign sign : {Sign::same_minute, Sign::same_happening, Sign::taken_as_known, Sign::kindred_trigger, Sign::overlap})
        if (has(signs, sign)) return false;
    return true;
}

/// "Vans were stolen", "a tourist went missing": of one kind, and nothing else speaks for it.
bool rests_on_kind(const Signs& signs) {
    if (signs[static_cast<std::size_t>(Sign::same_happening)] != 0.5) return false;
    for (const Sign sign : {Sign::same_minute, Sign::taken_as_known, Sign::kindred_trigger, Sign::overlap})
        if (has(signs, sign)) return false;
    return true;
}

/// Also where many articles tell of the day: what happened is named alike or told in nearly the same words, or planned for that day,
/// and nothing is said of others.
bool is_enough_by_itself(const Signs& signs, Happenings happenings, bool planned_by_one, const TopicLikeness& topics) {
    const double things = signs[static_cast<std::size_t>(Sign::things)], overlap = signs[static_cast<std::size_t>(Sign::overlap)];
    if (has(signs, Sign::other_day) || has(signs, Sign::each_names_new)) return false;
    if (things >= 3 && overlap >= 0.75 && has(signs, Sign::same_day)) return true;
    if (happenings == Happenings::other || (topics.shared == 0 && (things < 2 || has(signs, Sign::both_said)))) return false;
    if (has(signs, Sign::same_minute) || things >= 2) return true;
    if (planned_by_one && has(signs, Sign::same_day) && overlap > 0 && !has(signs, Sign::crowd)) return true;
    const bool known = has(signs, Sign::taken_as_known);
    return has(signs, Sign::same_happening) ? !has(signs, Sign::crowd) || known : known && things > 0;
}

/// Beside those of the two: then they tell one story.
bool tell_of_another_day(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (topics.days == 0) return false;
    const auto both_tell = [&](const Date& date) {
        if (!one_day(date)) return false;
        const Word day = std::to_string(*date.start_min);
        return a.topic->days.has(day) && b.topic->days.has(day);
    };
    const bool one = same_days(a.date, b.date);
    return topics.days > static_cast<std::size_t>(both_tell(a.date) + (!one && both_tell(b.date)));
}

/// An arrest and a release, two closures of two things, or what is told of the day before.
bool tell_of_two_things(const Signs& signs, Happenings happenings) {
    if (has(signs, Sign::same_minute)) return false;
    if (has(signs, Sign::other_day)) return !has(signs, Sign::same_happening);
    if (has(signs, Sign::taken_as_known) || has(signs, Sign::things)) return false;
    return happenings == Happenings::other || (has(signs, Sign::same_happening) && has(signs, Sign::crowd));
}

/// Nor what is told of somebody whom both articles are about: more must be shared where nothing says that they tell one story.
bool tell_of_one_thing(const Signs& signs, Happenings happenings, const TopicLikeness& topics) {
    if (happenings == Happenings::other || has(signs, Sign::each_names_new) || has(signs, Sign::other_day)) return false;
    const double things = signs[static_cast<std::size_t>(Sign::things)];
    if (topics.shared == 0 && (things < 2 || has(signs, Sign::both_said))) return false;
    return has(signs, Sign::same_minute) || things >= 2 || happenings == Happenings::same || (has(signs, Sign::kindred_trigger) && things > 0);
}

/// "The appeal, launched on Monday": what the other says happens.
bool says_what_happens(const ClusterItem& a, const ClusterItem& b) {
    return std::ranges::any_of(b.happenings, [&](const Word& happening) { return a.terms.has(happening); });
}

/// "Will debate an inquiry into the spill on Monday", "voted for an inquiry": what one planned for days of which neither tells more.
bool came_of_plan(const Signs& signs, const ClusterItem& a, const ClusterItem& b, Happenings happenings) {
    constexpr Day week = 7;
    const Day days = std::max(*a.date.end_max - *a.date.start_min, *b.date.end_max - *b.date.start_min) + 1;
    if (has(signs, Sign::crowd) || has(signs, Sign::other_day) || has(signs, Sign::each_names_new) || days > week) return false;
    const double things = signs[static_cast<std::size_t>(Sign::things)];
    return things >= 2 || (things > 0 && (happenings != Happenings::other || says_what_happens(a, b) || says_what_happens(b, a)));
}

/// Of few documents these tell one story though they share no other day. But what happens to somebody only once does not happen to another.
bool share_much(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    constexpr double least_points = 10;
    if (topics.points < least_points) return false;
    const auto share_name = [](const ClusterItem& one, const ClusterItem& other) {
        return one.names.empty() || std::ranges::any_of(one.names, [&](const Word& name) { return other.terms.has(name); });
    };
    return !a.once || !b.once || share_name(a, b) || share_name(b, a);
}

/// Each has a number that the other lacks, and they are not but counted twice: "bridge 12", "bridge 13". In a story told of somebody
/// a count is other than such a number too: "nine people", "cabin 31".
bool other_numbers(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    const bool a_counts = a.counts.value_or(true), b_counts = b.counts.value_or(true);
    if ((a_counts && b_counts) || ((a_counts || b_counts) && topics.shared > 1)) return false;
    return has_other_number(a, b) && has_other_number(b, a);
}

void set(Signs& signs, Sign sign, double value) { signs[static_cast<std::size_t>(sign)] = value; }

/// Of a small number; of 0 as of 1.
double log_of(std::size_t number) {
    static const auto logs = [] {
        std::array<double, 32> made{};
        for (std::size_t i = 1; i < made.size(); ++i) made[i] = std::log(static_cast<double>(i));
        return made;
    }();
    return logs[std::min(number, logs.size() - 1)];
}
double log_of(int number) { return log_of(static_cast<std::size_t>(std::max(number, 0))); }

/// "The theft of 7 March", of which day its article tells nothing else: what another opens with, or tells of that day alone.
bool takes_up_day(const ClusterItem& a, const ClusterItem& b) {
    if (!sole(a) || a.date.minute || a.kind != EventKind::occurrence || b.kind == EventKind::statement || !(sole(b) || opens(b))) return false;
    return takes_something_as_known(a) && same_days(a.date, b.date) && one_day(a.date) && compare_happenings(a, b) != Happenings::other;
}

/// All that costs little.
Signs quick_signs(const ClusterItem& a, const ClusterItem& b, const DateLikeness& dates, const TopicLikeness& topics) {
    Signs signs{};
    const bool both_days = one_day(a.date) && one_day(b.date), all_days = same_days(a.date, b.date);
    const Day days = std::max(*a.date.end_max - *a.date.start_min, *b.date.end_max - *b.date.start_min) + 1;
    set(signs, Sign::same_day, both_days && !dates.other_day);
    set(signs, Sign::same_month, !both_days && all_days && days <= 31);
    set(signs, Sign::same_year, !both_days && all_days && days > 31);
    set(signs, Sign::within, !all_days && !both_days);
    if (!all_days && !both_days) set(signs, Sign::days_within, log_of(days_within(a, b) + 1));
    set(signs, Sign::other_day, dates.other_day);
    set(signs, Sign::same_minute, dates.points >= 3);
    const Happenings happenings = compare_happenings(a, b);
    set(signs, Sign::same_happening, happenings == Happenings::same ? 1 : happenings == Happenings::of_one_kind ? 0.5 : 0);
    set(signs, Sign::taken_as_known, takes_something_as_known(a) + takes_something_as_known(b));
    set(signs, Sign::kindred_trigger, kindred_triggers(a, b));
    set(signs, Sign::crowd, log_of(a.day_sentences) + log_of(b.day_sentences));
    set(signs, Sign::topic_names, log_of(topics.shared + 1));
    set(signs, Sign::both_said, a.kind == EventKind::statement && b.kind == EventKind::statement);
    return signs;
}

void add_words(Signs& signs, const ClusterItem& a, const ClusterItem& b) {
    set(signs, Sign::things, static_cast<double>(shared_things(a, b)));
    set(signs, Sign::overlap, overlap_of(a, b));
}

void add_names(Signs& signs, const ClusterItem& a, const ClusterItem& b) {
    const std::size_t of_a = new_names(a, b), of_b = new_names(b, a);
    set(signs, Sign::other_names, static_cast<double>(std::min<std::size_t>(of_a + of_b, 5)));
    set(signs, Sign::each_names_new, static_cast<double>(std::min({of_a, of_b, std::size_t{3}})));
}

/// The most that so many shared words can add: the others of the shorter one may all be said again and again.
double most_of_words(const ClusterItem& a, const ClusterItem& b, std::size_t shared) {
    if (shared == 0) return 0;
    const auto weight = [](Sign sign) { return weights[static_cast<std::size_t>(sign)]; };
    const double both = static_cast<double>(shared), others = static_cast<double>(std::min(a.terms.size(), b.terms.size())) - both;
    return weight(Sign::overlap) * both / (both + 0.25 * others) + weight(Sign::things) * both;
}

}  // namespace

bool take_up_day(const ClusterItem& a, const ClusterItem& b) { return takes_up_day(a, b) || takes_up_day(b, a); }

Signs signs_of(const ClusterItem& a, const ClusterItem& b, const DateLikeness& dates, const TopicLikeness& topics) {
    Signs signs = quick_signs(a, b, dates, topics);
    add_words(signs, a, b);
    add_names(signs, a, b);
    return signs;
}

double log_odds(const Signs& signs) {
    double sum = start;
    for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i] * signs[i];
    return sum;
}

std::optional<Odds> log_odds(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics, Story story) {
    if (a.alone || b.alone || !dates_fit(a.date, b.date)) return {};
    const DateLikeness dates = compare_dates(a.date, b.date, a.once && b.once);
    if (dates.words.empty() || dates.other_time || !may_have_begun(a, b)) return {};
    const std::size_t shared = count_shared_terms(a, b);
    if (shared == 0 && dates.points < 3 && !a.happenings.may_share(b.happenings) && !kindred_triggers(a, b) && !take_up_day(a, b)) return {};
    const double enough = story == Story::of_few ? -of_few : 0;
    Signs signs = quick_signs(a, b, dates, topics);
    const double most = log_odds(signs) + most_of_words(a, b, shared);
    if (most < enough) return {};  // as most end
    const bool planned_by_one = (a.kind == EventKind::plan) != (b.kind == EventKind::plan);
    const bool may_be_enough = shared >= 2 || planned_by_one || has(signs, Sign::same_minute) || has(signs, Sign::same_happening) || has(signs, Sign::taken_as_known);
    if (story == Story::told_by_many && (!may_be_enough || most + many_tell < enough)) return {};
    add_words(signs, a, b);
    if (log_odds(signs) < enough || rests_on_date(signs) || (rests_on_kind(signs) && !planned_by_one)) return {};
    add_names(signs, a, b);  // they only speak against it
    const double logarithm = log_odds(signs);
    if (logarithm < enough || (!has(signs, Sign::taken_as_known) && other_numbers(a, b, topics))) return {};
    const Happenings happenings = compare_happenings(a, b);
    if (logarithm + many_tell >= 0 && is_enough_by_itself(signs, happenings, planned_by_one, topics)) return Odds{logarithm, Story::told_by_many};
    if (story == Story::told_by_many || tell_of_two_things(signs, happenings)) return {};
    const bool one_story = tell_of_another_day(a, b, topics) || tell_of_one_thing(signs, happenings, topics);
    if (!one_story && (story != Story::of_few || !(share_much(a, b, topics) || (planned_by_one && came_of_plan(signs, a, b, happenings))))) return {};
    return Odds{logarithm, one_story && logarithm >= 0 ? Story::told_by_few : Story::of_few};
}

std::string odds_in_words(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    const Odds of_both = log_odds(a, b, topics).value_or(Odds{});
    const double odds = std::exp(of_both.logarithm + (of_both.story == Story::of_few ? of_few : 0));
    std::string text = odds < 9.95 ? fmt::format("odds {:.1f} to 1: ", odds) : fmt::format("odds {:.0f} to 1: ", odds);
    text += compare_dates(a.date, b.date, a.once && b.once).words;
    text += shared_in_words(a, b);
    if (topics.days > 1) text += fmt::format(", of {} days", topics.days);
    return text + "; neither tells anything that is more like it";
}

}  // namespace annals
