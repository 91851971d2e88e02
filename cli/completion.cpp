// `annals completion`.
#include "cli/manual.h"

namespace annals {
namespace {

bool wants_file(std::string_view value) {
    return value.find("FILE") != value.npos || value.find("PATH") != value.npos || value == "DIR";
}

std::string spaced(std::string_view choices) {
    std::string text(choices);
    for (char& c : text)
        if (c == '|') c = ' ';
    return text;
}

/// Inside single quotes, for a shell.
std::string quoted(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '\'') result += "'\\''";
        else result += c;
    }
    return result;
}

std::string names_of_commands() {
    std::string names;
    for (const Command& command : commands()) names.append(names.empty() ? "" : " ").append(command.name);
    return names;
}

std::string bash() {
    std::string cases, values;
    for (const Command& command : commands()) {
        std::string words = "--help";
        for (const Option& option : options()) {
            if (!applies(option, command)) continue;
            words.append(" --").append(option.name);
            const std::string name = std::string(command.name) + ",--" + std::string(option.name);
            if (!choices(option).empty())
                values += "        " + name + ") COMPREPLY=($(compgen -W '" + spaced(option.value) + "' -- \"$word\")); return;;\n";
            else if (wants_file(option.value)) values += "        " + name + ") COMPREPLY=($(compgen -f -- \"$word\")); return;;\n";
            else if (!option.value.empty()) values += "        " + name + ") return;;\n";
        }
        if (command.name == "help") words = names_of_commands();
        if (command.name == "completion") words = spaced(command.arguments);
        cases += "        " + std::string(command.name) + ") words='" + words + "';;\n";
    }
    return "# bash completion for annals\n"
           "_annals() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=\n"
           "    if ((COMP_CWORD == 1)); then\n"
           "        COMPREPLY=($(compgen -W '" + names_of_commands() + " --help --version' -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    case $command,$before in\n" + values +
           "    esac\n"
           "    case $command in\n" + cases +
           "    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "    [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- \"$word\"))\n"
           "}\n"
           "complete -o filenames -F _annals annals\n";
}

std::string zsh() {
    const auto plain = [](std::string_view text) {  // characters that _arguments reads itself
        std::string result;
        for (char c : quoted(text)) {
            if (c == '[' || c == ']' || c == ':') result += '\\';
            result += c;
        }
        return result;
    };
    std::string names, cases;
    for (const Command& command : commands()) {
        names += "        '" + std::string(command.name) + ":" + plain(command.summary) + "'\n";
        cases += "        " + std::string(command.name) + ") _arguments";
        for (const Option& option : options()) {
            if (!applies(option, command)) continue;
            cases += " \\\n            '--" + std::string(option.name) + "[" + plain(option.help) + "]";
            if (!choices(option).empty()) cases += ":value:(" + spaced(option.value) + ")";
            else if (wants_file(option.value)) cases += ":file:_files";
            else if (!option.value.empty()) cases += ":" + plain(option.value) + ":";
            cases += "'";
        }
        if (command.name == "help") cases += " '1:command:(" + names_of_commands() + ")'";
        else if (command.name == "completion") cases += " '1:shell:(" + spaced(command.arguments) + ")'";
        else if (wants_file(command.arguments)) cases += " '*:file:_files'";
        cases += ";;\n";
    }
    return "#compdef annals\n"
           "_annals() {\n"
           "    local -a names=(\n" + names +
           "    )\n"
           "    if ((CURRENT == 2)); then\n"
           "        _describe command names\n"
           "        return\n"
           "    fi\n"
           "    local command=$words[2]\n"
           "    shift words\n"
           "    ((CURRENT--))\n"
           "    case $command in\n" + cases +
           "    esac\n"
           "}\n"
           "compdef _annals annals\n";
}

std::string fish() {
    std::string text = "# fish completion for annals\ncomplete -c annals -f\n";
    for (const Command& command : commands()) {
        text += "complete -c annals -n __fish_use_subcommand -a " + std::string(command.name) + " -d '" + quoted(command.summary) + "'\n";
        const std::string seen = "complete -c annals -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
        for (const Option& option : options()) {
            if (!applies(option, command)) continue;
            text += seen + " -l " + std::string(option.name) + (option.letter ? std::string(" -s ") + option.letter : "");
            if (!choices(option).empty()) text += " -x -a '" + spaced(option.value) + "'";
            else if (wants_file(option.value)) text += " -r -F";
            else if (!option.value.empty()) text += " -x";
            text += " -d '" + quoted(option.help) + "'\n";
        }
        if (command.name == "help") text += seen + " -a '" + names_of_commands() + "'\n";
        else if (command.name == "completion") text += seen + " -a '" + spaced(command.arguments) + "'\n";
        else if (wants_file(command.arguments)) text += seen + " -F\n";
    }
    return text;
}

}  // namespace

std::string completion(std::string_view shell) { return shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish(); }

}  // namespace annals
