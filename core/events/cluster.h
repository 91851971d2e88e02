// Mentions told by several sources become one event. Pure: the store gives candidates, the importer stores the result.
#pragma once

#include "core/events/likeness.h"
#include "core/model/event.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// A group of mentions that are one event.
struct ClusterEvent {
    bool known = false;                     // whether it is an old event
    std::string id;                         // kept from the old event with most mentions, else from its founding mention's key
    std::vector<std::int64_t> mentions;     // founding first, those of them that were given
    std::vector<std::string> reasons;       // beside `mentions`: why each is the same event; empty for the founding one and for what the old event holds
    std::vector<std::string> merged_ids;    // ids that now redirect here
};

/// Groups new mentions with the candidates (mentions already stored that share terms and overlap in date).
/// The groups depend on the mentions alone, not on their order, short of the bounds in docs/store.md; old events come first. Mentions that may not found an
/// event form none.
/// Of the candidates those that are one event with a fresh mention are told: `know_events` is called with them, in order, before their
/// `event` is looked at. All candidates of an event that are given may be such.
/// `stories`: of each small story (core/store/stories.h) all mentions, which are among the fresh ones. They are read side by side.
/// `count_named` tells how many documents are about a name (topic.h); without it all names are those of few.
std::vector<ClusterEvent> cluster(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates,
                                  const std::function<void(const std::vector<std::int64_t>&)>& know_events = {},
                                  const std::function<std::size_t(std::string_view)>& count_named = {},
                                  const std::vector<std::vector<const ClusterItem*>>& stories = {});

/// What decides whose word counts, and which of several claimed dates is displayed. The texts are those of the documents.
struct Voice {
    std::string_view document, publisher;
    std::optional<Day> published;
    Span quote;
    std::size_t text = 0;  // of its document: a number below that of the voices, copies alike (copy_groups)
    Date date;             // what it says
    bool planned = false;  // it tells of a plan
    SourceRole role = SourceRole::duplicate;
};

/// Which of them only repeat: another mention of the same document, or a copy of its text. Those of a document have the same day of publication.
/// The earliest published stays; all others of its kind become duplicates, the rest corroborating.
void mark_duplicates(std::vector<Voice>& voices);

/// Publishers (a document without one stands for itself) behind those that are no duplicates.
int independent_sources(const std::vector<Voice>& voices);
int independent_sources(const std::vector<EventSource>& sources);

/// Which of several claimed dates is displayed: most independent publishers, then the finest, then the earliest published, who speaks. Who tells what
/// was planned counts only where nobody tells what happened.
/// Duplicates do not count. Gives the place of a voice, and counts the distinct dates that neither enclose nor lie within the displayed one.
struct DisplayChoice {
    std::size_t voice = 0;
    int conflicts = 0;
};
DisplayChoice choose_display(const std::vector<Voice>& voices);
/// Distinct dates that neither enclose nor lie within `shown`.
int count_conflicts(const std::vector<Voice>& voices, const Date& shown);

}  // namespace annals
