#include "core/store/reading.h"
#include "core/store/writing.h"

#include <algorithm>

namespace annals {
namespace {

Diagnostic read_row(const Rows& rows) {
    return {rows.text(1), severity_of(rows.text(2)), rows.text(0), {}, rows.text(3)};
}

bool same(const Diagnostics& a, const Diagnostics& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Diagnostic& one, const Diagnostic& other) {
        return one.code == other.code && one.severity == other.severity && one.text == other.text;
    });
}

}  // namespace

void keep_file_diagnostics(const Database& database, const std::string& path, const Diagnostics& diagnostics) {
    Diagnostics known;
    {
        Rows rows = database.rows("SELECT path, code, severity, text FROM file_diagnostic WHERE path = ? ORDER BY id", path);
        while (rows.next()) known.push_back(read_row(rows));
    }
    if (same(known, diagnostics)) return;
    Transaction transaction(database);
    database.run("DELETE FROM file_diagnostic WHERE path = ?", path);
    for (const Diagnostic& d : diagnostics)
        database.run("INSERT INTO file_diagnostic (path, code, severity, text) VALUES (?, ?, ?, ?)", path, d.code, severity_name(d.severity), d.text);
    transaction.commit();
}

Diagnostics read_file_diagnostics(const Database& database) {
    Diagnostics result;
    Rows rows = database.rows("SELECT path, code, severity, text FROM file_diagnostic ORDER BY path, id");
    while (rows.next()) result.push_back(read_row(rows));
    return result;
}

}  // namespace annals
