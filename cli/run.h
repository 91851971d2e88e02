// The command line as a function.
#pragma once

#include <string>
#include <vector>

namespace annals {

struct Console;

/// Runs one command. Exit status: 0 done, 1 something could not be done, 2 usage.
int run(int argc, char** argv);

/// The same over given streams; `words` without the program's name.
int run(const std::vector<std::string>& words, Console& console);

}  // namespace annals
