// The only file that includes CLI11: it compiles slowly.
#include "cli/parser.h"

#include "cli/console.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace annals {
namespace {

/// Number of letters to insert, delete, change or swap with a neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, row(b.size() + 1), last;
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = std::move(last);
        last = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row.back();
}

/// "; did you mean --from?", or nothing if no name is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
    if (word.size() > 40) return {};
    std::string nearest;
    std::size_t least = word.size() / 3 + 2;
    for (const std::string& name : names) {
        const std::size_t far = name.starts_with(word) && word.size() > 2 ? 1 : distance(word, name);
        if (far < least) least = far, nearest = name;
    }
    return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (std::string_view word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string checked(const Option& option, const std::string& value) {
    const auto allowed = choices(option);
    if (value.empty() && allowed.empty()) throw UsageError("--" + std::string(option.name) + " needs " + option.value + ", it is empty");
    if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
    throw UsageError("--" + std::string(option.name) + " cannot be '" + value + "', only " + joined(allowed) +
                     suggestion(value, {allowed.begin(), allowed.end()}));
}

std::int64_t number(const Option& option, const std::string& value) {
    std::int64_t result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc{} || end != value.data() + value.size() || result < 0)
        throw UsageError("--" + std::string(option.name) + " needs a whole number, not '" + value + "'");
    return result;
}

struct Set {
    Options& options;
    const Option& option;
    const std::vector<std::string>& values;

    void operator()(bool Options::*field) const { options.*field = !values.empty(); }
    void operator()(std::string Options::*field) const {
        if (!values.empty()) options.*field = checked(option, values.back());
        else options.*field = option.fallback;
    }
    void operator()(std::vector<std::string> Options::*field) const { options.*field = values; }
    void operator()(std::optional<std::int64_t> Options::*field) const {
        if (!values.empty()) options.*field = number(option, values.back());
    }
};

std::string see_help(const Command& command) { return "\nSee: annals help " + std::string(command.name); }

const Command& command_named(const std::string& name) {
    if (const Command* command = find_command(name)) return *command;
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    const std::string what = name.starts_with('-') ? "unknown option " : "unknown command ";
    throw UsageError(what + name + suggestion(name, names) + "\nSee: annals help");
}

CommandLine explain(std::string_view name) {
    CommandLine line{find_command("help"), {}};
    if (!name.empty()) line.options.arguments = {std::string(name)};
    return line;
}

void check_arguments(const Command& command, const std::vector<std::string>& arguments) {
    if (arguments.size() < command.least)
        throw UsageError(std::string(command.name) + " needs " + std::string(command.arguments) + see_help(command));
    if (arguments.size() > command.most)
        throw UsageError("unexpected argument '" + arguments[command.most] + "'" + see_help(command));
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& words) {
    if (words.empty()) throw UsageError("no command\nSee: annals help");
    if (words[0] == "-h" || words[0] == "--help") return explain({});
    if (words[0] == "-V" || words[0] == "--version") return {find_command("version"), {}};
    const Command& command = command_named(words[0]);

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::pair<const Option*, CLI::Option*>> known;
    std::vector<std::string> names{"--help"};
    for (const Option& option : options()) {
        if (!applies(option, command)) continue;
        names.push_back("--" + std::string(option.name));
        const std::string spelled = (option.letter ? std::string{'-', option.letter, ','} : "") + names.back();
        CLI::Option* parsed = option.value.empty() ? app.add_flag(spelled) : app.add_option(spelled);
        if (std::holds_alternative<std::vector<std::string> Options::*>(option.field)) parsed->delimiter(',')->take_all();
        else parsed->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        if (!option.value.empty()) parsed->expected(1);
        known.emplace_back(&option, parsed);
    }
    CLI::Option* help = app.add_flag("-h,--help");
    CommandLine line{&command, {}};
    app.add_option("arguments", line.options.arguments);

    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend() - 1));  // CLI11 takes the last word first
    } catch (const CLI::ParseError& error) {
        throw UsageError(std::string(error.what()) + see_help(command));
    }
    if (help->count() > 0) return explain(command.name);
    for (const std::string& word : app.remaining()) {
        if (word == "--") continue;  // ends the options; CLI11 keeps it
        const std::string name = word.substr(0, word.find('='));
        throw UsageError("unknown option " + name + suggestion(name, names) + see_help(command));
    }
    for (const auto& [option, parsed] : known) std::visit(Set{line.options, *option, parsed->results()}, option->field);
    check_arguments(command, line.options.arguments);
    return line;
}

}  // namespace annals
