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
    Date date;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    std::string trigger_lemma;
    std::vector<std::string> terms;  // folded, sorted
    std::vector<Number> numbers;
};

/// How alike two mentions are, and why, in words for `annals why`.
struct Likeness {
    double score = 0;                // 0..1
    bool same_event = false;
    std::string reason;
};
Likeness likeness(const ClusterItem& a, const ClusterItem& b);

/// A group of mentions that are one event.
struct ClusterEvent {
    std::string id;                         // kept from the old event with most mentions, else from its founding mention's key
    std::vector<std::int64_t> mentions;     // founding first
    std::vector<std::string> merged_ids;    // ids that now redirect here
};

/// Groups new mentions with the candidates (mentions already stored that share terms and overlap in date).
/// The groups depend on the mentions alone, not on their order. Mentions that may not found an event form none.
std::vector<ClusterEvent> cluster(const std::vector<ClusterItem>& fresh, const std::vector<ClusterItem>& candidates);

/// Which of several claimed dates is displayed: most independent publishers, then the finest, then the earliest published.
/// Gives the index into `sources`, and counts the disagreeing distinct dates.
struct DisplayChoice {
    std::size_t source = 0;
    int conflicts = 0;
};
DisplayChoice choose_display(const std::vector<EventSource>& sources);

}  // namespace annals
