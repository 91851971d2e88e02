// annals hide
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/decided.h"

#include <ostream>

namespace annals {

int hide_command(const Options& options, Console& console) {
    if (options.reason.empty()) throw UsageError("hide needs --why TEXT: what is wrong with the event");
    Store store = change_database(options, console);
    const std::string id = find_id(store, options.arguments[0]);
    store.hide_event(id, options.reason);
    console.err << id << ": hidden; `annals undo` shows it again\n";
    return done;
}

}  // namespace annals
