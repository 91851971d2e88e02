// Storing a document, step by step; each runs inside the transaction of `add_document`. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace annals {

class Remembered;
class TermIndex;

/// One transaction. `run` is made at the first change and kept by the caller. What is remembered is of no use once this has thrown.
AddOutcome add_document(const Database& database, const ReadDocument& read, std::optional<std::int64_t>& run, Remembered& remembered);

/// The step that is left of it for a document that was read from the same input before; none when it was not.
std::optional<KnownReading> add_known_document(const Database& database, const std::string& key, const std::string& input, const std::string& path);
/// Keeps from what a version was read, and what `add_known_document` tells of it.
void keep_input(const Database& database, std::int64_t version, const ReadDocument& read);
/// True when the path of the document was not known.
bool store_path(const Database& database, std::int64_t document, const std::string& path);

/// Replaces what is kept about the file of this path.
void keep_file_diagnostics(const Database& database, const std::string& path, const Diagnostics& diagnostics);
std::string_view severity_name(Severity severity);

/// What storing a version's mentions leaves to be grouped.
struct MentionChanges {
    std::set<std::int64_t> mentions;  // new ones, and old ones whose date or words changed
    std::set<std::int64_t> events;    // those that lost a mention or hold a changed one: grouped anew
    std::set<std::int64_t> touched;   // those whose sources only look different: written anew
};
/// Replaces the mentions of `old_version` by what was read; a mention with a known key keeps its row.
MentionChanges store_mentions(const Database& database, std::optional<std::int64_t> old_version, std::int64_t version, const ReadDocument& read,
                              TermIndex& index);

/// The words of events for the text search, written in one go at the end of the transaction: FTS5 wants its changes together.
class EventWords {
public:
    explicit EventWords(const Database& database) : database_(database) {}
    /// To be told before an event is written or deleted.
    void before_change(std::int64_t seq);
    void write();

private:
    struct Words {
        bool stood = false;  // before the transaction
        std::string headline, quote;
    };
    const Database& database_;
    std::map<std::int64_t, Words> changed_;
};

/// Clusters the changed mentions with their candidates and writes the events anew.
void regroup(const Database& database, const MentionChanges& changes, EventWords& words, Remembered& remembered);

/// Writes one event from its mentions: roles, displayed date, other claimed dates; deletes it when it has none. `id` names a new one.
/// Gives its id and its mentions.
struct WrittenEvent {
    std::string id;
    std::vector<std::int64_t> mentions;
};
WrittenEvent write_event(const Database& database, std::int64_t seq, const std::string& id);
/// The same, in fewer steps, for a new event of one new mention: most are no more.
void write_new_event(const Database& database, std::int64_t seq, const std::string& id, std::int64_t mention);
void delete_event(const Database& database, std::int64_t seq);

}  // namespace annals
