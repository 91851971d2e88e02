// annals undo
#include "cli/commands.h"
#include "cli/decided.h"
#include "core/model/error.h"

#include <ostream>

namespace annals {

int undo_command(const Options& options, Console& console) {
    Store store = change_database(options, console);
    const auto undone = store.undo();
    if (!undone) throw Error("there is no decision left to undo");
    console.out << "undone: " << in_words(*undone) << '\n';
    if (undone->verb == "published") console.err << "import the article again, so that its dates lean on the day that it states\n";
    return done;
}

}  // namespace annals
