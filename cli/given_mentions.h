// annals import --mentions
#pragma once

#include "cli/console.h"
#include "cli/options.h"

namespace annals {

/// Adds the mentions of --mentions FILE to the database. Gives the exit status: `failed` when a line was refused.
int import_mentions(const Options& options, Console& console);

}  // namespace annals
