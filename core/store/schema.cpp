#include "core/store/schema.h"

#include "core/store/store.h"

namespace annals {
namespace embedded {
const std::vector<EmbeddedFile>& schema();
}

namespace {

constexpr std::int64_t application_id = 0x616e6e6c;  // "annl": tells our databases from others

}  // namespace

std::span<const EmbeddedFile> migrations() { return embedded::schema(); }

void bring_up_to_date(Database& database, std::span<const EmbeddedFile> migrations) {
    const auto newest = static_cast<std::int64_t>(migrations.size());
    const std::string file = database.file().string();
    const auto version = [&] { return *database.integer("PRAGMA user_version"); };
    const auto ours = [&] { return database.integer("PRAGMA application_id") == application_id; };

    if (ours() && version() == newest) return;
    if (ours() && version() > newest)
        throw StoreError(file + ": was written by a newer annals (schema " + std::to_string(version()) + ", this program knows " +
                         std::to_string(newest) + "); use that version, or import into another database with --db");
    if (database.access() == Database::Access::read_only) {
        if (ours())
            throw StoreError(file + ": has the older schema " + std::to_string(version()) + "; any `annals import` into it brings it up to date");
        throw StoreError(file + ": is not a database of annals; name another one with --db");
    }
    Transaction transaction(database);
    // Looked at again under the lock: another process may have been faster.
    if (!ours() && *database.integer("SELECT count(*) FROM sqlite_schema") > 0)
        throw StoreError(file + ": is a database of another program; name another one with --db");
    for (std::int64_t next = version(); next < newest; ++next) database.script(migrations[static_cast<std::size_t>(next)].text);
    database.script("PRAGMA application_id = " + std::to_string(application_id) + "; PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
}

}  // namespace annals
