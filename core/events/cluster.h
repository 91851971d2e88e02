// Mentions told by several sources become one event. Pure: the store gives candidates, the importer stores the result.
#pragma once

#include "core/model/event.h"
#include "core/model/mention.h"

#include <cstdint>
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
    Date date;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    std::string trigger_lemma;
    std::vector<std::string> terms;  // folded, sorted
};

/// How alike two mentions are, and why, in words for `annals why`.
struct Likeness {
    double score = 0;                // 0..1
    bool same_event = false;
    std::string reason;
};
/// Symmetric. Mentions are one event only if their days are equal or comparable and they share at least two terms
/// (the trigger is one); on other than equal days the trigger too.
Likeness likeness(const ClusterItem& a, const ClusterItem& b);

/// Other days at which a source may have put the same event: the month around a day, the year around a month and the
/// reverse, and the days next to a day. Empty for every other date.
std::vector<DayRange> comparable_days(const Date& date);

/// A group of mentions that are one event.
struct ClusterEvent {
    std::string id;                         // kept from the old event with most mentions, else from its founding mention's key
    std::vector<std::int64_t> mentions;     // founding first, those of them that were given
    std::vector<std::string> reasons;       // beside `mentions`: why each is the same event; empty for the founding one and for old members
    std::vector<std::string> merged_ids;    // ids that now redirect here
};

/// Groups new mentions with the candidates (mentions already stored that share terms and overlap in date).
/// The groups depend on the mentions alone, not on their order. Mentions that may not found an event form none.
std::vector<ClusterEvent> cluster(const std::vector<ClusterItem>& fresh, const std::vector<ClusterItem>& candidates);

/// Which sources only repeat: another mention of the same document, or a copy of its text. `texts` names each source's text, copies alike (copy_groups).
/// The earliest published stays; all others of its kind become duplicates, the rest corroborating.
void mark_duplicates(std::vector<EventSource>& sources, const std::vector<std::string>& texts);

/// Publishers (a document without one stands for itself) behind the sources that are no duplicates.
int independent_sources(const std::vector<EventSource>& sources);

/// Which of several claimed dates is displayed: most independent publishers, then the finest, then the earliest published.
/// Duplicates do not count. Gives the index into `sources`, and counts the distinct dates that neither enclose nor lie within the displayed one.
struct DisplayChoice {
    std::size_t source = 0;
    int conflicts = 0;
};
DisplayChoice choose_display(const std::vector<EventSource>& sources);

}  // namespace annals
