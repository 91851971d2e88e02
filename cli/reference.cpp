// docs/cli.md.
#include "cli/manual.h"

namespace annals {
namespace {

/// Text of a Markdown table's cell.
std::string cell(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '|') result += '\\';
        result += c;
    }
    return result;
}

void append_command(std::string& page, const Command& command) {
    page.append("\n## annals ").append(command.name).append("\n\n");
    page.append("    annals ").append(command.name).append(command.arguments.empty() ? "" : " ").append(command.arguments);
    std::string rows;
    for (const Option& option : options())
        if (applies(option, command))
            rows.append("| `").append(cell(spelling(option))).append("` | ").append(cell(help_text(option))).append(" |\n");
    page.append(rows.empty() ? "" : " [OPTIONS]").append("\n\n").append(command.summary).append("\n");
    if (!command.text.empty()) page.append("\n").append(command.text).append("\n");
    if (!rows.empty()) page.append("\n| option | |\n|---|---|\n").append(rows);
    page.append("\n```sh\n").append(command.examples).append("\n```\n");
}

}  // namespace

std::string reference() {
    std::string page =
        "# The command line\n\n"
        "Made from the table of options in `cli/options.cpp`, as are `annals help`, the manual page and the completion scripts.\n\n"
        "Results go to standard output; messages, warnings and progress go to standard error. Exit status: 0 done, 1 something could not "
        "be done\n"
        "(of a thousand files the others are imported and kept), 2 the command line is wrong. The database is `--db FILE`, else "
        "`$ANNALS_DB`,\n"
        "else `annals.db` in the current folder. All offsets that are printed are Unicode code points.\n";
    for (const Command& command : commands()) append_command(page, command);
    return page;
}

}  // namespace annals
