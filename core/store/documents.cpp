#include "core/store/reading.h"

#include "core/store/stored_date.h"
#include "core/time/day.h"

#include <sqlite3.h>

namespace annals {

std::vector<DocumentRow> read_documents(const Database& database) {
    std::vector<DocumentRow> result;
    Rows rows = database.rows(
        "SELECT d.key, (SELECT path FROM document_path p WHERE p.document = d.id ORDER BY p.id LIMIT 1), d.title, d.publisher, d.url, v.published,"
        " v.published_basis, v.sha256, d.language, v.sentences, v.dated, v.undated, length(CAST(v.text AS BLOB)),"
        " (SELECT count(DISTINCT em.event) FROM mention m CROSS JOIN event_mention em ON em.mention = m.id WHERE m.version = v.id),"
        " (SELECT count(*) FROM diagnostic g WHERE g.version = v.id AND g.severity <> 'note')"
        " FROM document d JOIN document_version v ON v.id = d.version ORDER BY d.id");
    while (rows.next()) {
        DocumentRow& row = result.emplace_back();
        row.document = rows.text(0);
        row.path = rows.text(1);
        row.title = rows.text(2);
        row.publisher = rows.text(3);
        row.url = rows.text(4);
        row.published = rows.text(5);
        row.published_basis = rows.text(6);
        row.sha256 = rows.text(7);
        row.language = rows.text(8);
        row.sentences = static_cast<int>(rows.integer(9));
        row.dated = static_cast<int>(rows.integer(10));
        row.undated = static_cast<int>(rows.integer(11));
        row.text_bytes = rows.integer(12);
        row.events = static_cast<int>(rows.integer(13));
        row.warnings = static_cast<int>(rows.integer(14));
    }
    return result;
}

Severity severity_of(std::string_view name) { return name == "note" ? Severity::note : name == "warning" ? Severity::warning : Severity::error; }

Diagnostics read_diagnostics(const Database& database) {
    Diagnostics result;
    Rows rows = database.rows(
        "SELECT g.code, g.severity, CASE g.document WHEN '' THEN d.key ELSE g.document END, g.begin_byte, g.end_byte, g.text"
        " FROM document d CROSS JOIN diagnostic g ON g.version = d.version ORDER BY d.id, g.id");
    while (rows.next()) {
        Diagnostic& diagnostic = result.emplace_back();
        diagnostic.code = rows.text(0);
        diagnostic.severity = severity_of(rows.text(1));
        diagnostic.document = rows.text(2);
        if (!rows.null(3)) diagnostic.span = Span{static_cast<std::uint32_t>(rows.integer(3)), static_cast<std::uint32_t>(rows.integer(4))};
        diagnostic.text = rows.text(5);
    }
    return result;
}

StoreInfo read_info(const Database& database) {
    const auto number = [&](const char* sql) { return database.integer(sql).value_or(0); };
    const auto day = [&](const char* sql) {
        const auto value = database.integer(sql);
        return value ? format_day(static_cast<Day>(*value)) : std::string();
    };
    StoreInfo info;
    info.schema_version = static_cast<int>(number("PRAGMA user_version"));
    info.documents = number("SELECT count(*) FROM document");
    info.versions = number("SELECT count(*) FROM document_version");
    info.mentions = number("SELECT count(*) FROM mention");
    info.events = number("SELECT count(*) FROM event");
    info.undated_events = number("SELECT count(*) FROM event WHERE range IS NULL");
    info.warnings = number("SELECT count(*) FROM document d CROSS JOIN diagnostic g ON g.version = d.version WHERE g.severity <> 'note'") +
                    number("SELECT count(*) FROM file_diagnostic WHERE severity <> 'note'");
    info.bytes = number("PRAGMA page_count") * number("PRAGMA page_size");
    info.first_day = day("SELECT min(ifnull(start_min, end_max)) FROM date_range WHERE events > 0");
    info.last_day = day("SELECT max(ifnull(end_max, start_min)) FROM date_range WHERE events > 0");
    info.sqlite_version = sqlite3_libversion();
    return info;
}

}  // namespace annals
