// The command line as a function.
#pragma once

namespace annals {

/// Runs one command. Exit status: 0 done, 1 something could not be done, 2 usage.
int run(int argc, char** argv);

}  // namespace annals
