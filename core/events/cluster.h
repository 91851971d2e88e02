// Mentions told by several sources become one event. Pure: the store gives candidates, the importer stores the result.
#pragma once

#include "core/events/likeness.h"
#include "core/model/event.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace annals {

/// A group of mentions that are one event.
struct ClusterEvent {
    std::string id;                         // kept from the old event with most mentions, else from its founding mention's key
    std::vector<std::int64_t> mentions;     // founding first, those of them that were given
    std::vector<std::string> reasons;       // beside `mentions`: why each is the same event; empty for the founding one
    std::vector<std::string> merged_ids;    // ids that now redirect here
};

/// Groups new mentions with the candidates (mentions already stored that share terms and overlap in date).
/// The groups depend on the mentions alone, not on their order. Mentions that may not found an event form none.
/// Of the candidates those that are one event with a fresh mention are told: `know_events` is called with them, in order, before their
/// `event` is looked at. All candidates of an event that are given may be such.
std::vector<ClusterEvent> cluster(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates,
                                  const std::function<void(const std::vector<std::int64_t>&)>& know_events = {});

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
/// Distinct dates that neither enclose nor lie within `shown`.
int count_conflicts(const std::vector<EventSource>& sources, const Date& shown);

}  // namespace annals
