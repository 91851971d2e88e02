// annals info
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/text_table.h"
#include "cli/version.h"

#include <ostream>

namespace annals {

int info_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    const StoreInfo info = store.info();
    std::vector<std::vector<std::string>> rows{
        {"database", database_file(options, console)},
        {"size", std::to_string((info.bytes + 1023) / 1024) + " KiB"},
        {"documents",
         std::to_string(info.documents) + " (" + std::to_string(info.versions) + (info.versions == 1 ? " version)" : " versions)")},
        {"mentions", std::to_string(info.mentions)},
        {"events", std::to_string(info.events) + " dated, " + std::to_string(info.undated_events) + " undated"},
        {"warnings", std::to_string(info.warnings)},
        {"schema", std::to_string(info.schema_version)},
        {"written by", "annals " + std::string(version) + ", SQLite " + info.sqlite_version},
    };
    if (!info.first_day.empty()) rows.insert(rows.begin() + 5, {"days", info.first_day + " to " + info.last_day});
    console.out << lined_up(rows, rows[0].size(), 0);
    return done;
}

}  // namespace annals
