// Walks the tables of commands and options: what is in them is everywhere.
#include "cli/console.h"
#include "cli/manual.h"
#include "cli/parser.h"
#include "tests/catch.hpp"
#include "tests/folder.h"
#include "tests/paths.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace annals;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// Whether the line that begins at or after `from` with this option stands before `until`.
std::string section(const std::string& text, const std::string& from, const std::string& until) {
    const std::size_t begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(until, begin + from.size()) - begin);
}

std::string man_spelling(std::string text) {
    for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
}

std::string value_for(const Option& option) {
    if (const auto allowed = choices(option); !allowed.empty()) return std::string(allowed.back());
    return std::holds_alternative<std::optional<std::int64_t> Options::*>(option.field) ? "7" : "x";
}

struct IsSet {
    const Options& options;
    const std::string& value;
    bool operator()(bool Options::*field) const { return options.*field; }
    bool operator()(std::string Options::*field) const { return options.*field == value; }
    bool operator()(std::vector<std::string> Options::*field) const { return options.*field == std::vector<std::string>{value}; }
    bool operator()(std::optional<std::int64_t> Options::*field) const { return options.*field == 7; }
};

}  // namespace

TEST_CASE("every option is in the help, the manual page, the completions and the reference") {
    const std::string man = man_page(), page = reference(), bash = completion("bash"), zsh = completion("zsh"), fish = completion("fish");
    for (const Command& command : commands()) {
        const std::string name(command.name);
        INFO(name);
        CHECK(holds(overview(), "  " + name + " "));
        const std::string help = help_of(command), manual = section(man, ".SS annals " + name + " ", ".SS "),
                          text = section(page, "## annals " + name + "\n", "\n## ");
        const std::string bash_words = section(bash, "        " + name + ") words=", ";;"),
                          zsh_words = section(zsh, "        " + name + ") _arguments", ";;");
        CHECK(holds(manual, man_spelling(std::string(command.summary))));
        CHECK(holds(text, command.summary));
        CHECK(holds(bash_words, name));
        CHECK(holds(zsh_words, name));
        CHECK(holds(fish, "-a " + name + " -d"));
        for (const Option& option : options()) {
            const std::string long_name = "--" + std::string(option.name);
            INFO(long_name);
            if (!applies(option, command)) continue;
            CHECK(holds(help, "  " + spelling(option)));
            CHECK(holds(manual, ".B " + man_spelling(spelling(option)) + "\n"));
            CHECK(holds(text, "| `" + long_name) + holds(text, ", " + long_name) > 0);
            CHECK(holds(bash_words, long_name));
            CHECK(holds(zsh_words, "'" + long_name + "["));
            CHECK(holds(fish, "__fish_seen_subcommand_from " + name + "' -l " + std::string(option.name)));
        }
    }
}

TEST_CASE("docs/cli.md is what the tables say") {
    const bool same = file_text(annals::test::source_dir() / "docs/cli.md") == reference();
    if (!same) std::ofstream("cli.md.new") << reference();
    INFO("docs/cli.md is old: copy cli.md.new of the build folder over it");
    CHECK(same);
}

TEST_CASE("the tables are sound") {
    for (const Option& option : options()) {
        INFO(option.name);
        CHECK(option.help.ends_with('.'));
        if (const auto allowed = choices(option); !allowed.empty() && !option.fallback.empty())
            CHECK(std::count(allowed.begin(), allowed.end(), option.fallback) == 1);
        std::istringstream names{std::string(option.commands)};
        for (std::string name; names >> name;) CHECK(find_command(name) != nullptr);
    }
    for (const Command& command : commands()) {
        INFO(command.name);
        CHECK(command.summary.ends_with('.'));
        CHECK(command.examples.starts_with("annals ") + command.examples.starts_with("curl ") > 0);
        std::set<std::string_view> names;
        std::set<char> letters;
        for (const Option& option : options()) {
            if (!applies(option, command)) continue;
            CHECK(names.insert(option.name).second);
            if (option.letter) CHECK(letters.insert(option.letter).second);
        }
    }
}

TEST_CASE("the parser takes every option of the table, in each spelling") {
    for (const Command& command : commands()) {
        for (const Option& option : options()) {
            if (!applies(option, command)) continue;
            INFO(command.name << " --" << option.name);
            const std::string value = value_for(option), name = "--" + std::string(option.name);
            std::vector<std::vector<std::string>> spellings{{name}};
            if (!option.value.empty()) spellings = {{name, value}, {name + "=" + value}};
            if (option.letter) {
                spellings.push_back({std::string{'-', option.letter}});
                if (!option.value.empty()) spellings.back().push_back(value);
            }
            for (std::vector<std::string> words : spellings) {
                words.insert(words.begin(), std::string(command.name));
                for (std::size_t i = 0; i < command.least; ++i) words.push_back("argument");
                const CommandLine line = parse_command_line(words);
                CHECK(line.command == &command);
                CHECK(std::visit(IsSet{line.options, value}, option.field));
                CHECK(line.options.arguments.size() == command.least);
            }
        }
    }
}

TEST_CASE("what a command line may be") {
    const auto parse = [](std::vector<std::string> words) { return parse_command_line(words); };
    CHECK(parse({"query", "--kind", "plan,state", "--kind", "occurrence"}).options.kinds ==
          std::vector<std::string>{"plan", "state", "occurrence"});
    CHECK(parse({"query", "--from", "-0043"}).options.from == "-0043");                // 44 BC is a value, not an option
    CHECK(parse({"query", "--from", "2020", "--from", "2021"}).options.from == "2021");  // the last one holds
    CHECK(parse({"import", "-", "a", "--", "-b"}).options.arguments == std::vector<std::string>{"-", "a", "-b"});
    CHECK(parse({"import", "a", "--dry-run", "b"}).options.arguments == std::vector<std::string>{"a", "b"});
    CHECK(parse({"query", "--help"}).command->name == "help");
    CHECK(parse({"--version"}).command->name == "version");
    CHECK(parse({"query"}).options.format == "table");
    CHECK(parse({"report"}).options.format == "html");
}

TEST_CASE("a wrong command line says what is right") {
    const auto said = [](std::vector<std::string> words) -> std::string {
        try {
            parse_command_line(words);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "nothing";
    };
    CHECK(said({"query", "--form", "2020"}).starts_with("unknown option --form; did you mean --from?"));
    CHECK(said({"query", "--tille=x"}).starts_with("unknown option --tille\n"));
    CHECK(said({"qurey"}).starts_with("unknown command qurey; did you mean query?"));
    CHECK(said({"query", "--format", "jsn"}) == "--format cannot be 'jsn', only table, csv, json, jsonl; did you mean json?");
    CHECK(said({"query", "--limit", "many"}) == "--limit needs a whole number, not 'many'");
    CHECK(said({"query", "--limit", "-1"}) == "--limit needs a whole number, not '-1'");
    CHECK(said({"query", "--limit", "99999999999999999999"}) == "--limit needs a whole number, not '99999999999999999999'");
    CHECK(said({"query", "what"}).starts_with("unexpected argument 'what'"));
    CHECK(said({"why"}).starts_with("why needs EVENT"));
    CHECK(said({"query", "--from"}).starts_with("--from"));
    CHECK(said({}).starts_with("no command"));
}

TEST_CASE("shells and man read what is made for them") {
    const annals::test::Folder folder;
    const auto run = [&](const std::string& command) { return std::system(("cd '" + folder.path().string() + "' && " + command).c_str()); };
    folder.write("completion.bash", completion("bash"));
    CHECK(run("bash -n completion.bash") == 0);
    CHECK(run("bash -c 'source ./completion.bash; COMP_WORDS=(annals query --fo); COMP_CWORD=2; _annals; [[ ${COMPREPLY[*]} == "
                      "--format ]]'") == 0);
    CHECK(run("bash -c 'source ./completion.bash; COMP_WORDS=(annals dates --format j); COMP_CWORD=3; _annals; [[ ${COMPREPLY[*]} "
                      "== jsonl ]]'") == 0);
    if (std::system("command -v zsh >/dev/null") == 0) {
        folder.write("completion.zsh", completion("zsh"));
        CHECK(run("zsh -n completion.zsh") == 0);
    } else WARN("skipped: there is no zsh");
    if (std::system("command -v fish >/dev/null") == 0) {
        folder.write("completion.fish", completion("fish"));
        CHECK(run("fish -n completion.fish") == 0);
    } else WARN("skipped: there is no fish");
    if (std::system("command -v groff >/dev/null") == 0) {
        folder.write("annals.1", man_page());
        CHECK(run("test -z \"$(groff -man -ww -Tutf8 annals.1 2>&1 >/dev/null)\"") == 0);
    } else WARN("skipped: there is no groff");
}
