// What a command touches of the world outside. run() makes one of the process; tests make their own.
#pragma once

#include "core/model/diagnostic.h"

#include <functional>
#include <iosfwd>
#include <stdexcept>
#include <string>

namespace annals {

struct Console {
    std::istream& in;
    std::ostream& out;           // results only
    std::ostream& err;           // messages, warnings, progress
    int columns = 100;           // width that tables fit
    bool progress = false;       // err is a terminal
    std::string database = {};   // $ANNALS_DB
    std::function<bool()> interrupted = [] { return false; };  // Ctrl-C was pressed
};

/// Exit status of a command.
enum Status { done = 0, failed = 1, usage = 2 };

/// The command line is wrong. The text says what to write instead.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// "a.txt: warning: ... [text.encoding]" on err.
void print(Console& console, const Diagnostic& diagnostic);

}  // namespace annals
