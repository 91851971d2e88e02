// Words of a command line -> command and options.
#pragma once

#include "cli/options.h"

#include <string>
#include <vector>

namespace annals {

struct CommandLine {
    const Command* command = nullptr;
    Options options;
};

/// `words` without the program's name. Throws UsageError, with the nearest name for a misspelt one.
CommandLine parse_command_line(const std::vector<std::string>& words);

}  // namespace annals
