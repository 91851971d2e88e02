// annals backup
#include "cli/commands.h"
#include "cli/decided.h"

namespace annals {

int backup_command(const Options& options, Console& console) {
    change_database(options, console).backup(options.arguments[0]);
    return done;
}

}  // namespace annals
