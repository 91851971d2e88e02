// annals merge
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/decided.h"

namespace annals {

int merge_command(const Options& options, Console& console) {
    Store store = change_database(options, console);
    std::vector<std::string> ids;
    for (const std::string& prefix : options.arguments) ids.push_back(find_id(store, prefix));
    print_events(store, {store.merge_events(ids)}, console);
    return done;
}

}  // namespace annals
