// People's decisions: the journal, and where each stands in the texts of today. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/writing.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace annals {

/// Which mentions people put together (those with one number) or took out of their event.
struct DecidedGroups {
    std::map<std::int64_t, std::int64_t> together;
    std::set<std::int64_t> alone;
    std::vector<std::int64_t> with(std::int64_t mention) const;  // the others of its number
};
DecidedGroups decided_groups(const Database& database);

/// What people decided about an event as a whole; the last word counts.
struct DecidedEvent {
    bool hidden = false;
    std::string date, headline, kind;  // empty: as the mentions say
};
DecidedEvent decided_event(const Database& database, std::int64_t seq);
/// Whether any decision is about one of its mentions, also one that was undone.
bool has_decisions(const Database& database, std::int64_t seq);

/// Finds the places of all decisions about a document whose mentions changed, and adds what that moves to `changes`.
/// Whether there are any.
bool place_decisions(const Database& database, const std::string& document, MentionChanges& changes);

/// Each writes one row of the journal and what follows from it, in one transaction: see Store.
std::string merge(const Database& database, const std::vector<std::string>& ids);
std::string split(const Database& database, const std::string& id, const std::string& quote);
void hide(const Database& database, const std::string& id, const std::string& why);
void fix(const Database& database, const std::string& id, const EventFix& fix);
std::optional<Decision> undo_last(const Database& database);

/// All mentions of the events that hold what a decision is about.
MentionChanges moved_by(const Database& database, std::int64_t decision);
/// From the columns id, verb, event, value, why, document, quote.
Decision read_decision(const Rows& rows);

/// In words, newest first, of decisions about any of an event's mentions.
std::vector<std::string> decisions_about(const Database& database, std::int64_t seq);
std::vector<Decision> orphaned_decisions(const Database& database);

}  // namespace annals
