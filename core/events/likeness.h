// Whether two mentions tell one event: a score with its reasons. Pure and symmetric.
#pragma once

#include "core/events/topic.h"
#include "core/events/word.h"
#include "core/model/mention.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annals {

/// What clustering needs of a mention.
struct ClusterItem {
    std::int64_t mention = 0;        // row id; new mentions count up from the highest
    std::string key;                 // mention key: document key + normalised sentence + trigger lemma + occurrence
    std::string document;            // document key
    std::string publisher;
    std::string event;               // id of the event that holds it now; empty for a new one
    int event_mentions = 0;          // how many mentions that event holds in all
    Span quote, trigger;             // in the document's text
    Date date;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    Word trigger_lemma;
    Words terms, names, related;     // as in Mention
    std::optional<bool> counts;      // all its numbers count something; none when it has no number
    bool recurs = false;             // its document has another event of this trigger on another day
    Words happenings;                // as in Mention
    bool once = false;                           // as in Mention
    bool sole = false;                           // no other sentence of its document has these days
    std::shared_ptr<const DocumentTopic> topic;  // of its document; none when not known
    std::int64_t decided = 0;        // mentions with the same number, other than 0, were put together by a person
    bool alone = false;              // a person took it out of its event, or it could not be verified
};

/// How alike two mentions are, and why, in words for `annals why`.
struct Likeness {
    double score = 0;                // points; `enough_likeness` make one event
    bool same_event = false;
    std::string reason;
};
inline constexpr double enough_likeness = 4.5;

/// Two mentions can only be one event if they are in reach of each other, so that the store finds all candidates: their documents are
/// one or about one thing, or they have the same days and share two terms, or comparable days, a head word and another term.
Likeness likeness(const ClusterItem& a, const ClusterItem& b);
/// The same, for many pairs of mentions of the same documents: `topics` is topics_of(a, b).
Likeness likeness(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);
/// The same in a tenth of the time for most pairs: none for what is not one event.
std::optional<Likeness> one_event(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);
/// Of their documents; nothing when it is one document or a topic is not known.
TopicLikeness topics_of(const ClusterItem& a, const ClusterItem& b);

/// What the index knows a mention by beside its terms: what happens, else the trigger. In order.
std::vector<std::string> head_words(const std::string& trigger_lemma, const std::vector<std::string>& happenings);

/// Other days at which a source may have put the same event: the month around a day, the year around a month and the reverse,
/// and the days next to a day. Empty for every other date.
std::vector<DayRange> comparable_days(const Date& date);

/// Whether one event may have both dates, one of them being wrong or coarser; `once`: it is of what happens only once.
bool may_be_one_date(const Date& a, const Date& b, bool once = false);

/// "Eleven hurt" and "fourteen hurt" may be two counts of one fire, while "bridge number 12" is another than number 13.
bool counts_something(const std::vector<Number>& numbers);

}  // namespace annals
