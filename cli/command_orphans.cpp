// annals orphans
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/decided.h"
#include "cli/text_table.h"

#include <ostream>

namespace annals {

int orphans_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    for (const Decision& decision : store.orphans())
        console.out << in_words(decision) << "\n  " << harmless(decision.document) << "\n  \"" << harmless(decision.quote) << "\"\n";
    return done;
}

}  // namespace annals
