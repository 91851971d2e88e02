// Whether two mentions tell one event: a score with its reasons. Pure and symmetric.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/topic.h"
#include "core/model/mention.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace annals {

/// How alike two mentions are, and why, in words for `annals why`.
struct Likeness {
    double score = 0;                // points; `enough_likeness` make one event
    bool same_event = false;
    std::string reason;
};
inline constexpr double enough_likeness = 4.5;

/// Two mentions can only be one event if they are in reach of each other, so that the store finds all candidates: their documents are one or about
/// one thing, or they share enough terms and have the same days, or comparable days and a head word.
Likeness likeness(const ClusterItem& a, const ClusterItem& b);
/// The same, for many pairs of mentions of the same documents: `topics` is topics_of(a, b).
Likeness likeness(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);
/// Its score in a tenth of the time for most pairs; none for what is not one event.
std::optional<double> one_event(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);
/// Whether the store finds one from the other, as `likeness` asks for.
bool in_reach(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);
/// Of their documents; nothing when it is one document or a topic is not known.
TopicLikeness topics_of(const ClusterItem& a, const ClusterItem& b);

/// What the index knows a mention by beside its terms: what happens, else the trigger. In order.
std::vector<std::string> head_words(const std::string& trigger_lemma, const std::vector<std::string>& happenings);

/// The same of an item.
std::span<const Word> heads_of(const ClusterItem& item);

/// A name, or a number that is not small: few others have it on the same days.
bool is_naming(const ClusterItem& item, const Word& term);
/// Days by which an event may be known: less than a week or so.
bool telling_days(const Date& date);

/// Terms of two mentions, whatever their documents are about.
struct SharedTerms {
    std::size_t words = 0;  // beside what happens
    bool head = false;      // what happens, or the trigger
    bool naming = false;    // one of them is_naming
};
/// Whether they may be one event for these: `date` is of one of them, `other_days` says that the other's days are but comparable. Of a month or a year so
/// much is told that common words alone ("the mill burnt down in May 1950") are no sign.
bool is_enough(const SharedTerms& shared, const Date& date, bool other_days);

/// "Eleven hurt" and "fourteen hurt" may be two counts of one fire, while "bridge number 12" is another than number 13.
bool counts_something(const std::vector<Number>& numbers);

}  // namespace annals
