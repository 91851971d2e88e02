// The odds that two mentions of articles about one thing tell one event, in whatever words. What speaks for it is weighed as pairs that were judged by
// reading them have taught (bench/results.md).
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/date_likeness.h"
#include "core/events/topic.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace annals {

/// What speaks for one event, or against it. Symmetric.
enum class Sign {
    same_day,         // both of one day
    same_month,       // both of the same days, of a month at most
    same_year,        // of more
    within,           // a day of that month
    other_day,        // of the day before or after it
    same_minute,
    same_happening,   // 1: "a fire", "the blaze"; a half: no nearer than the kind of what happens
    taken_as_known,   // "the fire": by how many of the two
    kindred_trigger,  // the trigger of one is told by the other, or akin to it
    things,           // shared terms but for the triggers that are neither names nor numbers nor said again and again: how many
    overlap,          // share of the shorter's terms that the other has
    other_names,      // that the other sentence lacks, and that its article is not about: how many, at most five
    each_names_new,   // such names, of the one that has fewer
    topic_names,      // logarithm of one more than the names both articles are about
    crowd,            // logarithm of how many pairs of sentences of the two articles tell of these days
    both_said,        // what somebody said
    days_within,      // of a month or year, logarithm of one more than the days of it that the other's article tells of
};
inline constexpr std::size_t sign_count = 17;
using Signs = std::array<double, sign_count>;

/// "The theft of 7 March" of an article that tells nothing else of that day, beside what another opens with, or tells of it alone; unless they are
/// known to be two things. Symmetric.
bool take_up_day(const ClusterItem& a, const ClusterItem& b);

/// `dates` is compare_dates of the two, which may be one event by them.
Signs signs_of(const ClusterItem& a, const ClusterItem& b, const DateLikeness& dates, const TopicLikeness& topics);

/// Natural logarithm of the odds that these signs tell of one event, where neither article tells anything that is more like it.
double log_odds(const Signs& signs);

/// How many documents about one thing tell of it: many tell of more than one thing, and any two of them say something alike.
enum class Story {
    told_by_many,  // as far as is known
    told_by_few,   // of the days
    of_few,        // of few documents at all
};

/// That two mentions of different documents about one thing are one event: nothing if that is less likely than not, or they are kept apart.
struct Odds {
    double logarithm = 0;
    Story story = Story::told_by_many;  // enough only where no more tell of it
};
std::optional<Odds> log_odds(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics, Story story = Story::of_few);

/// For `annals why`: "odds 3.2 to 1: same days, ...".
std::string odds_in_words(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);

}  // namespace annals
