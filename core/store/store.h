// The database: documents, mentions, events and people's decisions. The only place with SQL calls.
#pragma once

#include "core/model/document.h"
#include "core/model/error.h"
#include "core/model/event.h"
#include "core/model/mention.h"
#include "core/store/event_query.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annals {

/// A broken machine: no file, no room, locked, newer schema. The text says what to do next.
struct StoreError : Error {
    using Error::Error;
};

/// A document with what was read out of it, ready to be stored.
struct ReadDocument {
    Document document;
    std::string published;            // EDTF; empty when unknown
    std::string published_basis;      // to_string(DateBasis), or "text: as of writing on September 27"
    std::vector<Mention> mentions;    // in text order
    int sentences = 0, dated = 0, undated = 0;
    Diagnostics diagnostics;          // of extraction; those of reading are the document's
    std::string input;                // tells all that it was read from; empty: it will be read again each time
};

/// One row of `annals documents`.
struct DocumentRow {
    std::string document, path, title, publisher, url, published, published_basis, sha256, language;
    int events = 0, sentences = 0, dated = 0, undated = 0, warnings = 0;
    std::int64_t text_bytes = 0;
};

/// Why an event is what it is: the event, and in words why its mentions are one, redirects and decisions.
struct EventHistory {
    Event event;
    std::vector<std::string> merge_reasons;  // one a source; empty for the one that founded the event
    std::vector<std::string> decisions;      // newest first
};

/// A row of the journal of people's decisions.
struct Decision {
    std::int64_t id = 0;
    std::string verb;    // merge, split, hide, fix, published
    std::string event;   // id at that time; empty for published
    std::string value;   // of fix: lines such as "date 2020-09-27"; of published the day
    std::string why;
    std::string document, quote;  // of the mention it is about
};

/// What a person says an event is, whatever its sources say; empty: as they say.
struct EventFix {
    std::string date;      // EDTF
    std::string headline;
    std::string kind;
};

/// What may name a document: its key, the hash of its text, an id or path that only one has.
struct DocumentName {
    std::string key, sha256, id;
};

/// A mention that another program found. Its quote need not stand in the text; then its span is empty and it is unverified.
struct GivenMentionRow {
    Mention mention;
    std::string quote;
    std::string unverified_because;  // empty: verified
};

struct GivenOutcome {
    int verified = 0, unverified = 0, known = 0;
};

struct StoreInfo {
    int schema_version = 0;
    std::int64_t documents = 0, versions = 0, mentions = 0, events = 0, undated_events = 0, warnings = 0, bytes = 0;
    std::string first_day, last_day;  // of dated events, format_day; empty when there are none
    std::string sqlite_version;
};

/// unchanged: nothing was written. new_version: a known document with another text. read_anew: a known text with another date or better
/// rules. duplicate: a known text at another path (nothing but the path is new) or as another document (stored, counts as one source).
enum class AddOutcome { added, unchanged, new_version, read_anew, duplicate };

/// What was read out of a document before, from the same input.
struct KnownReading {
    AddOutcome outcome = AddOutcome::unchanged;  // or duplicate: at another path
    std::int64_t mentions = 0, dated = 0, undated = 0;  // dated, undated: mentions that may found an event
    Diagnostics diagnostics;                     // of reading and of extraction
};

/// Not safe for threads; open one a thread. Other processes may read while one writes (WAL).
class Store {
public:
    enum class Access { read_write, read_only };

    /// Opens or (read_write) creates; migrates an older schema in one transaction. Throws StoreError.
    /// `patience` is how long to wait while another process writes.
    explicit Store(const std::filesystem::path& file, Access access = Access::read_write,
                   std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Stores one document in one transaction, clusters its mentions with the stored ones. Idempotent.
    AddOutcome add(const ReadDocument& read);
    /// All that `steps` store is committed at once; nothing of it when they throw. Other writers wait meanwhile. What an event shows of the
    /// documents that joined it is written at the end.
    void together(const std::function<void()>& steps);

    /// Does what `add` would do with a document that was read from this input before, without its being read again; none when it was not.
    std::optional<KnownReading> add_known(const std::string& key, const std::string& input, const std::string& path);
    /// Whether `add_known` may find it. This alone may be asked from several threads, also while another one writes.
    bool knows(const std::string& key, const std::string& input) const;

    /// What is wrong with a file itself; what was kept about it before goes.
    void keep_file_diagnostics(const std::string& path, const Diagnostics& diagnostics);

    /// The document's key; none when none or more than one is meant.
    std::optional<std::string> find_document(const DocumentName& name) const;
    /// Stores mentions that another program found in a document. Unverified ones join no event. They stay when the document is read again,
    /// as long as their quotes stand in its text. Idempotent.
    GivenOutcome add_given(const std::string& document_key, const std::vector<GivenMentionRow>& mentions);
    /// Day on which a document was published, EDTF; empty when it is not known.
    std::string published(const std::string& document_key) const;

    /// What was decided about a document's date, in a journal; none when nothing was.
    /// The caller reads the document anew with that date and adds it.
    std::optional<std::string> decided_published(const std::string& document_key) const;
    void decide_published(const std::string& document_key, const std::string& edtf);

    /// People's decisions about events: rows of the journal that outlive new texts and better rules. Ids are whole.
    /// Each throws StoreError, with what to do, when it cannot be done.
    std::string merge_events(const std::vector<std::string>& ids);  // gives the id of the one
    std::string split_event(const std::string& id, const std::string& quote);  // the one source whose quote holds the words; its new id
    void hide_event(const std::string& id, const std::string& why);
    void fix_event(const std::string& id, const EventFix& fix);
    /// Takes the newest decision back that still holds.
    std::optional<Decision> undo();
    /// Decisions whose words stand nowhere any more, oldest first.
    std::vector<Decision> orphans() const;
    /// Events whose sources disagree about the day, or about how many, in the total order.
    void conflicts(const std::function<bool(const Event&)>& sink) const;

    /// Calls `sink` for each event in the total order; stops when it returns false.
    void query(const EventQuery& query, const std::function<bool(const Event&)>& sink) const;
    std::vector<Event> query(const EventQuery& query) const;
    /// `limit` and `after` are not heeded by count and histogram.
    std::int64_t count(const EventQuery& query) const;
    enum class Bucket { year, month, day };
    /// (EDTF of the bucket, events whose sort day lies in it), in order, empty buckets left out.
    std::vector<std::pair<std::string, std::int64_t>> histogram(const EventQuery& query, Bucket bucket) const;

    /// Full ids that begin with `prefix`, redirects followed; at most `limit`.
    std::vector<std::string> find_ids(const std::string& prefix, std::size_t limit = 10) const;
    std::optional<EventHistory> why(const std::string& id) const;
    /// Shortest length, at least 7, at which all ids differ.
    std::size_t unique_prefix_length() const;

    std::vector<DocumentRow> documents() const;
    std::optional<std::string> text_of(const std::string& document_key) const;
    Diagnostics diagnostics() const;       // of documents
    Diagnostics file_diagnostics() const;  // of files, in order of their paths
    StoreInfo info() const;
    /// What is wrong with the database, one line each; empty when nothing is.
    std::vector<std::string> faults() const;
    /// Writes a copy, also while others read and write. Throws StoreError when `file` is there already.
    void backup(const std::filesystem::path& file) const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace annals
