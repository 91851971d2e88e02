// From what each version of a document was read, so that it need not be read again.
#include "core/store/reading.h"
#include "core/store/writing.h"

namespace annals {

void keep_input(const Database& database, std::int64_t version, const ReadDocument& read) {
    if (read.input.empty()) {
        database.run("DELETE FROM reading_input WHERE version = ?", version);
        return;
    }
    Rows rows = database.rows("SELECT 1 FROM reading_input WHERE version = ? AND input = ?", version, read.input);
    if (rows.next()) return;
    std::int64_t dated = 0, undated = 0;
    for (const Mention& mention : read.mentions)
        if (founds_event(mention)) ++(mention.date.dated() ? dated : undated);
    database.run("INSERT OR REPLACE INTO reading_input (version, input, mentions, dated, undated) VALUES (?, ?, ?, ?, ?)", version,
                 read.input, static_cast<std::int64_t>(read.mentions.size()), dated, undated);
}

std::optional<KnownReading> add_known_document(const Database& database, const std::string& key, const std::string& input,
                                               const std::string& path) {
    KnownReading known;
    std::int64_t document = 0, version = 0;
    {
        Rows rows = database.rows(
            "SELECT d.id, v.id, i.mentions, i.dated, i.undated FROM document d JOIN document_version v ON v.document = d.id"
            " JOIN reading_input i ON i.version = v.id WHERE d.key = ? AND i.input = ?",
            key, input);
        if (!rows.next()) return {};
        document = rows.integer(0);
        version = rows.integer(1);
        known.mentions = rows.integer(2);
        known.dated = rows.integer(3);
        known.undated = rows.integer(4);
    }
    Rows rows = database.rows("SELECT code, severity, document, text FROM diagnostic WHERE version = ? ORDER BY id", version);
    while (rows.next()) known.diagnostics.push_back({rows.text(0), severity_of(rows.text(1)), rows.text(2), {}, rows.text(3)});
    Transaction transaction(database);
    if (store_path(database, document, path)) known.outcome = AddOutcome::duplicate;
    transaction.commit();
    return known;
}

bool KnownInputs::has(const std::string& key, const std::string& input) {
    const std::lock_guard lock(asking_);
    if (!database_) database_.emplace(file_, Database::Access::read_only, patience_);
    return database_->integer("SELECT 1 FROM document d JOIN document_version v ON v.document = d.id JOIN reading_input i ON i.version = v.id"
                              " WHERE d.key = ? AND i.input = ?", key, input).has_value();
}

}  // namespace annals
