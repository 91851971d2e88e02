#include "cli/run.h"

#include "cli/console.h"
#include "cli/parser.h"
#include "cli/text_table.h"
#include "core/model/error.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <iostream>

namespace annals {
namespace {

std::atomic<bool> interrupted = false;

/// The first Ctrl-C asks a running import to stop; the second ends the program.
void watch_interrupts() {
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, nullptr);
}

int terminal_columns() {
    if (const char* columns = std::getenv("COLUMNS"))
        if (const int width = std::atoi(columns); width >= 20) return width;
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
    return 100;
}

}  // namespace

void print(Console& console, const Diagnostic& diagnostic) {
    constexpr const char* names[] = {"note", "warning", "error"};
    if (!diagnostic.document.empty()) console.err << harmless(diagnostic.document) << ": ";
    console.err << names[static_cast<int>(diagnostic.severity)] << ": " << harmless(diagnostic.text) << " [" << diagnostic.code << "]\n";
}

int run(const std::vector<std::string>& words, Console& console) {
    try {
        const CommandLine line = parse_command_line(words);
        const int status = line.command->run(line.options, console);
        if (!console.out.flush()) throw Error("cannot write to standard output: is the disk full?");
        return status;
    } catch (const UsageError& error) {
        console.err << "annals: " << error.what() << '\n';
        return usage;
    } catch (const std::exception& error) {
        console.err << "annals: " << error.what() << '\n';
        return failed;
    }
}

int run(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    Console console{std::cin, std::cout, std::cerr};
    console.columns = terminal_columns();
    console.progress = isatty(STDERR_FILENO);
    if (const char* database = std::getenv("ANNALS_DB")) console.database = database;
    console.interrupted = [] { return interrupted.load(); };
    if (argc > 1 && std::string_view(argv[1]) == "import") watch_interrupts();
    return run(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), console);
}

}  // namespace annals
