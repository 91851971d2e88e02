#include "core/store/store.h"

#include "core/store/decisions.h"
#include "core/store/given.h"
#include "core/store/health.h"
#include "core/store/reading.h"
#include "core/store/remembered.h"
#include "core/store/schema.h"
#include "core/store/writing.h"

namespace annals {

class Store::Impl {
public:
    Impl(const std::filesystem::path& file, Access access, std::chrono::milliseconds patience)
        : database(file, access == Access::read_only ? Database::Access::read_only : Database::Access::read_write, patience) {
        bring_up_to_date(database, migrations());
        // NORMAL loses at most the last documents when the power fails, never the database. A larger log is written back less often.
        if (access == Access::read_write)
            database.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000");
        if (database.integer("SELECT 1 FROM reading_input LIMIT 1")) known.emplace(file, patience);
    }
    /// Before other changes than documents: they remember by themselves.
    void settle() {
        remembered.write();
        pending.write();
        remembered.forget();
    }

    Database database;
    std::optional<KnownInputs> known;  // when there were any
    Remembered remembered{database};
    PendingEvents pending{database};
    std::optional<std::int64_t> run;
};

Store::Store(const std::filesystem::path& file, Access access, std::chrono::milliseconds patience)
    : impl_(std::make_unique<Impl>(file, access, patience)) {}
Store::~Store() = default;

AddOutcome Store::add(const ReadDocument& read) {
    AddOutcome outcome{};
    together([&] { outcome = add_document(impl_->database, read, impl_->run, impl_->remembered, impl_->pending); });
    return outcome;
}

void Store::together(const std::function<void()>& steps) {
    if (impl_->database.in_transaction()) return steps();
    const std::optional<std::int64_t> run = impl_->run;
    try {
        Transaction transaction(impl_->database);
        steps();
        impl_->remembered.write();
        impl_->pending.write();
        transaction.commit();
    } catch (...) {
        impl_->run = run;
        impl_->pending.forget();
        impl_->remembered.forget();
        throw;
    }
}

std::optional<KnownReading> Store::add_known(const std::string& key, const std::string& input, const std::string& path) {
    return add_known_document(impl_->database, key, input, path);
}
bool Store::knows(const std::string& key, const std::string& input) const { return impl_->known && impl_->known->has(key, input); }

void Store::keep_file_diagnostics(const std::string& path, const Diagnostics& diagnostics) {
    annals::keep_file_diagnostics(impl_->database, path, diagnostics);
}

std::optional<std::string> Store::find_document(const DocumentName& name) const { return annals::find_document(impl_->database, name); }

GivenOutcome Store::add_given(const std::string& document_key, const std::vector<GivenMentionRow>& mentions) {
    impl_->settle();
    return annals::add_given(impl_->database, document_key, mentions);
}

std::string Store::published(const std::string& document_key) const {
    Rows rows = impl_->database.rows("SELECT v.published FROM document d JOIN document_version v ON v.id = d.version WHERE d.key = ?", document_key);
    return rows.next() ? rows.text(0) : std::string();
}

std::optional<std::string> Store::decided_published(const std::string& document_key) const {
    Rows rows = impl_->database.rows("SELECT value FROM decision WHERE verb = 'published' AND document = ? AND undone_by IS NULL ORDER BY id DESC LIMIT 1",
                                     document_key);
    if (!rows.next()) return {};
    return rows.text(0);
}

void Store::decide_published(const std::string& document_key, const std::string& edtf) {
    if (decided_published(document_key) == edtf) return;
    Transaction transaction(impl_->database);
    impl_->database.run("INSERT INTO decision (verb, document, value) VALUES ('published', ?, ?)", document_key, edtf);
    transaction.commit();
}

std::string Store::merge_events(const std::vector<std::string>& ids) {
    impl_->settle();
    return merge(impl_->database, ids);
}
std::string Store::split_event(const std::string& id, const std::string& quote) {
    impl_->settle();
    return split(impl_->database, id, quote);
}
void Store::hide_event(const std::string& id, const std::string& why) {
    impl_->settle();
    hide(impl_->database, id, why);
}
void Store::fix_event(const std::string& id, const EventFix& fix) {
    impl_->settle();
    annals::fix(impl_->database, id, fix);
}
std::optional<Decision> Store::undo() {
    impl_->settle();
    return undo_last(impl_->database);
}
std::vector<Decision> Store::orphans() const { return orphaned_decisions(impl_->database); }

void Store::conflicts(const std::function<bool(const Event&)>& sink) const {
    find_conflicts(impl_->database, [&](std::int64_t seq) { return sink(read_event(impl_->database, seq)); });
}

void Store::query(const EventQuery& query, const std::function<bool(const Event&)>& sink) const {
    if (query.primary_only) return find_event_rows(impl_->database, query, sink);
    find_events(impl_->database, query, [&](std::int64_t seq) { return sink(read_event(impl_->database, seq)); });
}

std::vector<Event> Store::query(const EventQuery& query) const {
    std::vector<Event> events;
    this->query(query, [&](const Event& event) {
        events.push_back(event);
        return true;
    });
    return events;
}

std::int64_t Store::count(const EventQuery& query) const { return count_events(impl_->database, query); }

std::vector<std::pair<std::string, std::int64_t>> Store::histogram(const EventQuery& query, Bucket bucket) const {
    const std::size_t cut = bucket == Bucket::year ? 6 : bucket == Bucket::month ? 3 : 0;
    std::vector<std::pair<std::string, std::int64_t>> result;
    if (query.undated == UndatedLane::only) return result;
    for (const auto& [day, events] : events_by_day(impl_->database, query)) {
        std::string name = format_day(day);
        name.resize(name.size() - cut);
        if (!result.empty() && result.back().first == name) result.back().second += events;
        else result.emplace_back(std::move(name), events);
    }
    return result;
}

std::vector<std::string> Store::find_ids(const std::string& prefix, std::size_t limit) const { return ids_with_prefix(impl_->database, prefix, limit); }
std::optional<EventHistory> Store::why(const std::string& id) const { return read_history(impl_->database, id); }
std::size_t Store::unique_prefix_length() const { return shortest_unique_prefix(impl_->database); }
std::vector<DocumentRow> Store::documents() const { return annals::read_documents(impl_->database); }
Diagnostics Store::diagnostics() const { return read_diagnostics(impl_->database); }
Diagnostics Store::file_diagnostics() const { return read_file_diagnostics(impl_->database); }
std::vector<std::string> Store::faults() const { return find_faults(impl_->database); }
void Store::backup(const std::filesystem::path& file) const { copy_database(impl_->database, file); }
StoreInfo Store::info() const { return read_info(impl_->database); }

std::optional<std::string> Store::text_of(const std::string& document_key) const {
    Rows rows = impl_->database.rows("SELECT v.text FROM document d JOIN document_version v ON v.id = d.version WHERE d.key = ?", document_key);
    if (!rows.next()) return {};
    return rows.text(0);
}

}  // namespace annals
