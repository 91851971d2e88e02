// The command line as data: every command and every option once. The parser, --help, the man page, shell completion
// and docs/cli.md are made of these two tables; to add an option: its row in options.cpp and its field here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annals {

struct Console;

/// What a command line says; each command reads the fields of its own options.
struct Options {
    std::vector<std::string> arguments;
    std::string db, format, output, title, rules;
    // import
    std::string published, publisher, mentions;
    std::vector<std::string> map;
    std::optional<std::int64_t> jobs;
    bool dry_run = false;
    // query and report
    std::string from, to, on, mode, text, after, histogram;
    std::vector<std::string> kinds, publishers;
    std::optional<std::int64_t> min_sources, limit;
    bool undated = false, unverified = false, count = false, raw = false;
    // gaps
    std::string longer_than;
    // report
    std::string split, compare_db;
    std::vector<std::string> compare;
    bool with_texts = false;
    // dates
    std::string reference;
    // fix and hide
    std::string date, headline, fixed_kind, reason;
};

using OptionField =
    std::variant<bool Options::*, std::string Options::*, std::vector<std::string> Options::*, std::optional<std::int64_t> Options::*>;

struct Option {
    std::string_view name;       // "from" is given as --from
    char letter = 0;             // 'o' is given as -o too
    std::string value;           // name of the value ("DATE"), or its choices ("csv|json"); empty: a switch
    std::string_view fallback;   // value when the option is not given
    std::string_view commands;   // "query report"
    std::string_view help;       // one sentence
    OptionField field;
};

struct Command {
    std::string_view name;
    std::string_view arguments;  // "PATH..."; empty: none
    std::size_t least = 0, most = 0;  // how many arguments it takes
    std::string_view summary;    // one line
    std::string_view text;       // paragraphs, parted by an empty line
    std::string_view examples;   // one a line
    int (*run)(const Options& options, Console& console);
};

const std::vector<Command>& commands();
const Command* find_command(std::string_view name);

const std::vector<Option>& options();
bool applies(const Option& option, const Command& command);
/// "csv|json" as {"csv", "json"}; empty for a free value or a switch.
std::vector<std::string_view> choices(const Option& option);

}  // namespace annals
