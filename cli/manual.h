// What the tables of options.h say, in all the forms that people read.
#pragma once

#include "cli/options.h"

#include <string>

namespace annals {

/// `annals help`: all commands, one line each.
std::string overview();
/// `annals help COMMAND`.
std::string help_of(const Command& command);
/// annals(1) as roff.
std::string man_page();
/// docs/cli.md.
std::string reference();
/// A completion script; `shell` is "bash", "zsh" or "fish".
std::string completion(std::string_view shell);

/// "--from DATE", "-o, --output FILE".
std::string spelling(const Option& option);
/// The sentence of help with its default.
std::string help_text(const Option& option);

}  // namespace annals
