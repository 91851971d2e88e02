// annals help, version, man, completion.
#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/version.h"

#include <ostream>

namespace annals {

int help_command(const Options& options, Console& console) {
    if (options.arguments.empty()) {
        console.out << overview();
        return done;
    }
    const Command* command = find_command(options.arguments[0]);
    if (!command) throw UsageError("unknown command " + options.arguments[0] + "\nSee: annals help");
    console.out << help_of(*command);
    return done;
}

int version_command(const Options&, Console& console) {
    console.out << "annals " << version << '\n';
    return done;
}

int man_command(const Options&, Console& console) {
    console.out << man_page();
    return done;
}

int completion_command(const Options& options, Console& console) {
    const std::string& shell = options.arguments[0];
    if (shell != "bash" && shell != "zsh" && shell != "fish") throw UsageError("no completion for '" + shell + "', only bash, zsh, fish");
    console.out << completion(shell);
    return done;
}

}  // namespace annals
