// Storing a document, step by step; each runs inside the caller's transaction. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/voice.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annals {

class PendingEvents;
class Remembered;

/// `run` is made at the first change and kept by the caller, who writes what is pending at the end of the transaction.
/// Neither that nor what is remembered is of use once this has thrown.
AddOutcome add_document(const Database& database, const ReadDocument& read, std::optional<std::int64_t>& run, Remembered& remembered, PendingEvents& pending);

/// The step that is left of it for a document that was read from the same input before; none when it was not.
std::optional<KnownReading> add_known_document(const Database& database, const std::string& key, const std::string& input, const std::string& path);
/// Keeps from what a version was read, and what `add_known_document` tells of it.
void keep_input(const Database& database, std::int64_t version, const ReadDocument& read);
/// True when the path of the document was not known.
bool store_path(const Database& database, std::int64_t document, const std::string& path);

/// Replaces what is kept about the file of this path.
void keep_file_diagnostics(const Database& database, const std::string& path, const Diagnostics& diagnostics);
std::string_view severity_name(Severity severity);

/// A mention that was not there before, with what its event shows of it.
struct NewMention {
    std::int64_t id = 0;
    std::optional<std::int64_t> range;
    const Mention* said = nullptr;
    bool recurs = false;  // as clustering sees it
    int day_sentences = 0;
};

/// What storing a version's mentions leaves to be grouped.
struct MentionChanges {
    std::set<std::int64_t> mentions;  // new ones, and old ones whose date or words changed
    std::set<std::int64_t> events;    // those that lost a mention or hold a changed one: grouped anew
    std::set<std::int64_t> touched;   // those whose sources only look different: written anew
    const Document* document = nullptr;  // what was read, when all of it is to be grouped for the first time and nobody decided about it
    std::vector<NewMention> read;        // its mentions, in order of their ids
};
/// Replaces the mentions of `old_version` by what was read; a mention with a known key keeps its row.
MentionChanges store_mentions(const Database& database, std::optional<std::int64_t> old_version, std::int64_t version, const ReadDocument& read,
                              Remembered& remembered);

/// What is derived from mentions and events and written in one go at the end of the transaction: events that mentions of new documents joined,
/// their words for the text search, since FTS5 wants its changes together, and how many there are of each date_range.
class PendingEvents {
public:
    explicit PendingEvents(const Database& database) : database_(database) {}
    /// To be told before an event is written or deleted, but for a new one.
    void before_change(std::int64_t seq);
    /// Of an event that did not stand before the transaction. What it is written with need not be read again.
    void is_new(std::int64_t seq) { changed_.try_emplace(seq); }
    void is_new(std::int64_t seq, std::string headline, std::string_view quote);
    /// Its other mentions are as they were when it was written. Until the end only its row's `mentions` is right.
    void is_joined(std::int64_t seq) { joined_.insert(seq); }
    void count(std::int64_t range, int events) { counts_[range] += events; }
    void write();
    void forget();

    /// What an event needs of a mention, as the mention and its document say it. What is of a document's version is read once; its words
    /// stay until they are forgotten, which has to be before an event is written after a change of one that is known.
    StoredVoice voice_of(std::int64_t mention);
    void forget_versions() { versions_.clear(); }

private:
    struct Version {
        std::string document, publisher, hash, sketch;
        std::optional<Day> published;
    };
    const Version& version(std::int64_t id);
    struct Words {
        std::string headline, quote;
        bool operator==(const Words&) const = default;
    };
    std::optional<Words> words_of(std::int64_t seq) const;
    struct Change {
        std::optional<Words> before;  // as they stood before the transaction
        std::optional<Words> now;     // none: to be read
    };
    const Database& database_;
    std::map<std::int64_t, Change> changed_;
    std::map<std::int64_t, std::int64_t> counts_;
    std::set<std::int64_t> joined_;
    std::unordered_map<std::int64_t, Version> versions_;
};

/// Clusters the changed mentions with their candidates and writes the events anew.
void regroup(const Database& database, const MentionChanges& changes, PendingEvents& pending, Remembered& remembered);

/// Writes one event from its mentions: roles, displayed date, other claimed dates; deletes it when it has none. `id` names a new one.
/// Gives its id and its mentions.
struct WrittenEvent {
    std::string id;
    std::vector<std::int64_t> mentions;
};
WrittenEvent write_event(const Database& database, std::int64_t seq, const std::string& id, PendingEvents& pending);
/// The same, in fewer steps, for a new event of one new mention, with that mention: most are no more.
void write_new_event(const Database& database, std::int64_t seq, const std::string& id, const std::string& document_key, const Document& document,
                     const NewMention& mention, PendingEvents& pending);
/// The same for one that is_joined: mostly another source, and nothing else of it is new.
void write_joined_event(const Database& database, std::int64_t seq, PendingEvents& pending);
void delete_event(const Database& database, std::int64_t seq, PendingEvents& pending);
/// To be called before a version that is stored, its document, or one of its mentions changes: what events keep of them is read anew.
void forget_voices(const Database& database, std::int64_t version);

}  // namespace annals
