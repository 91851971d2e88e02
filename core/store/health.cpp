#include "core/store/health.h"

#include "core/store/store.h"
#include "core/store/writing.h"

namespace annals {
namespace {

std::int64_t count_wrong_voices(const Database& database) {
    std::int64_t count = 0;
    PendingEvents pending(database);
    Rows rows = database.rows("SELECT mention, voice FROM event_mention WHERE voice IS NOT NULL");
    while (rows.next()) {
        if (voice_text(pending.voice_of(rows.integer(0))) != rows.view(1)) ++count;
        pending.forget_versions();  // those of a whole database are many
    }
    return count;
}

}  // namespace

std::vector<std::string> find_faults(const Database& database) {
    std::vector<std::string> faults;
    {
        Rows rows = database.rows("PRAGMA integrity_check(20)");
        while (rows.next())
            if (const std::string fault = rows.text(0); fault != "ok") faults.push_back(fault);
    }
    {
        Rows rows = database.rows("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY \"table\"");
        while (rows.next()) faults.push_back(rows.text(0) + ": " + std::to_string(rows.integer(1)) + " rows refer to what is not there");
    }
    const auto expect_none = [&](const char* sql, const char* what) {
        if (const auto count = database.integer(sql); count && *count > 0) faults.push_back(std::to_string(*count) + " " + what);
    };
    expect_none("SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM event_mention em WHERE em.event = e.seq)", "events without a mention");
    expect_none("SELECT count(*) FROM event e WHERE NOT EXISTS (SELECT 1 FROM event_mention em WHERE em.event = e.seq AND em.mention = e.primary_mention)",
                "events whose primary mention is another's");
    expect_none("SELECT count(*) FROM date_range r WHERE r.events <> (SELECT count(*) FROM event e WHERE e.range = r.id AND e.verified)",
                "dates with a wrong count of events");
    expect_none("SELECT count(*) FROM mention m LEFT JOIN document d ON d.version = m.version WHERE d.id IS NULL", "mentions of a text that is not current");
    if (const std::int64_t count = count_wrong_voices(database); count > 0)
        faults.push_back(std::to_string(count) + " sources of events whose kept voice is not what their mention says");
    return faults;
}

void copy_database(const Database& database, const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) throw StoreError(file.string() + ": is there already; name a new file");
    database.run("VACUUM INTO ?", file.string());
}

}  // namespace annals
