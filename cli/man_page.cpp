// `annals man`: annals(1) in roff's man macros.
#include "cli/manual.h"
#include "cli/version.h"

namespace annals {
namespace {

/// Text that roff prints as it stands.
std::string roff(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '\\') result += "\\e";
        else if (c == '-') result += "\\-";
        else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) result.append("\\&").append(1, c);
        else if (c == '\n' && !result.empty() && result.back() == '\n') result += ".PP\n";
        else result += c;
    }
    return result;
}

void append_command(std::string& page, const Command& command) {
    page.append(".SS ").append(roff("annals " + std::string(command.name) + " " + std::string(command.arguments))).append("\n");
    page.append(roff(command.summary)).append("\n");
    if (!command.text.empty()) page.append(".PP\n").append(roff(command.text)).append("\n");
    for (const Option& option : options())
        if (applies(option, command))
            page.append(".TP\n.B ").append(roff(spelling(option))).append("\n").append(roff(help_text(option))).append("\n");
    page.append(".PP\n.nf\n").append(roff(command.examples)).append("\n.fi\n");
}

}  // namespace

std::string man_page() {
    std::string page = ".TH ANNALS 1 \"\" \"annals " + std::string(version) + "\" \"User Commands\"\n"
        ".SH NAME\nannals \\- articles in, a sourced chronology out\n"
        ".SH SYNOPSIS\n.B annals\n.I COMMAND\n.RI [ OPTIONS ]\n"
        ".SH DESCRIPTION\n"
        "annals reads articles, finds the dated events that they tell, keeps them with their sources in a SQLite database\n"
        "and gives them back by range of dates.\n"
        ".SH COMMANDS\n";
    for (const Command& command : commands()) append_command(page, command);
    return page +
           ".SH EXIT STATUS\n.TP\n.B 0\nDone.\n.TP\n.B 1\nSomething could not be done; what could be done was done and kept.\n.TP\n.B "
           "2\nThe command line is wrong.\n"
           ".SH ENVIRONMENT\n.TP\n.B ANNALS_DB\nThe database, where \\-\\-db is not given.\n.TP\n.B COLUMNS\nThe width of tables.\n";
}

}  // namespace annals
