// annals backup
#include "cli/commands.h"
#include "cli/database.h"

namespace annals {

int backup_command(const Options& options, Console& console) {
    open_database(options, console).backup(options.arguments[0]);
    return done;
}

}  // namespace annals
