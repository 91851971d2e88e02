// What changed mentions are compared with, found by what is remembered of those that are stored. Internal to core/store.
#pragma once

#include "core/events/cluster_item.h"
#include "core/store/database.h"
#include "core/store/remembered.h"
#include "core/store/writing.h"

#include <vector>

namespace annals {

/// What is grouped anew, and what it is compared with: both stay with what is remembered.
struct Compared {
    std::vector<const ClusterItem*> fresh, candidates;
    std::vector<std::vector<const ClusterItem*>> stories;  // of each small story all mentions, which are fresh
};

/// The changed mentions, those of events that lost one and of small stories that they belong to or make large, with mentions that share words or a
/// story with them, or a person's decision.
Compared find_candidates(const Database& database, const MentionChanges& changes, Remembered& remembered);

}  // namespace annals
