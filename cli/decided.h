// What the commands of decisions share.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace annals {

/// The database, for writing. Throws Error when there is none.
Store change_database(const Options& options, const Console& console);

/// These events, one a line, as `annals query` shows them.
void print_events(const Store& store, const std::vector<std::string>& ids, Console& console);

/// "merge k7m2qd4x0w9b1 ...", "fix k7m2qd4x0w9b1: date 2020-09-27".
std::string in_words(const Decision& decision);

}  // namespace annals
