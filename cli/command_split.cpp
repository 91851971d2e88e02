// annals split
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/decided.h"

namespace annals {

int split_command(const Options& options, Console& console) {
    Store store = change_database(options, console);
    const std::string id = find_id(store, options.arguments[0]);
    const std::string apart = store.split_event(id, options.arguments[1]);
    print_events(store, {id, apart}, console);
    return done;
}

}  // namespace annals
