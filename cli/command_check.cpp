// annals check
#include "cli/commands.h"
#include "cli/database.h"

#include <ostream>

namespace annals {

int check_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    const std::vector<std::string> faults = store.faults();
    for (const std::string& fault : faults) console.out << fault << '\n';
    if (faults.empty()) console.err << database_file(options, console) << ": no fault found\n";
    return faults.empty() ? done : failed;
}

}  // namespace annals
