// `annals help`.
#include "cli/manual.h"

#include "core/text/utf8.h"

namespace annals {
namespace {

constexpr std::size_t width = 100;

/// Breaks paragraphs into lines of at most `width`, each begun with `indent`, except the first.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t at) {
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        if (at > indent && at + 1 + word.size() > width) {
            result.append("\n").append(indent, ' ');
            at = indent;
        } else if (at > indent) {
            result += ' ';
            ++at;
        }
        result.append(word);
        at += word.size();
        begin = end + 1;
        if (end < text.size() && text[end] == '\n') {
            result.append(begin < text.size() && text[begin] == '\n' ? "\n" : "").append("\n").append(indent, ' ');
            begin = std::min(text.find_first_not_of('\n', begin), text.size());
            at = indent;
        }
    }
    return result + "\n";
}

std::string row(const std::string& name, std::string_view text, std::size_t column) {
    std::string line = "  " + name;
    if (line.size() + 2 > column) line.append("\n").append(column, ' ');
    else line.resize(column, ' ');
    return line + wrapped(text, column, column);
}

}  // namespace

std::string spelling(const Option& option) {
    std::string text = option.letter ? std::string{'-', option.letter, ',', ' '} : "";
    text.append("--").append(option.name);
    if (!option.value.empty()) text.append(" ").append(option.value);
    return text;
}

std::string help_text(const Option& option) {
    std::string text(option.help);
    if (!option.fallback.empty()) {
        text.pop_back();
        text.append(" (default: ").append(option.fallback).append(").");
    }
    return text;
}

std::string overview() {
    std::string text = "annals turns articles into a sourced chronology.\n\nUsage: annals COMMAND [OPTIONS]\n\nCommands:\n";
    for (const Command& command : commands()) text += row(std::string(command.name), command.summary, 15);
    return text + "\nExamples:\n  annals import articles/\n  annals query --from 2020 --to 2023-09\n  annals report -o timeline.html\n\n"
                  "See: annals help COMMAND\n";
}

std::string help_of(const Command& command) {
    std::string text(command.summary);
    text.append("\n\nUsage: annals ").append(command.name).append(command.arguments.empty() ? "" : " ").append(command.arguments);
    std::string rows;
    for (const Option& option : options())
        if (applies(option, command)) rows += row(spelling(option), help_text(option), 32);
    text.append(rows.empty() ? "\n" : " [OPTIONS]\n");
    if (!command.text.empty()) text.append("\n").append(wrapped(command.text, 0, 0));
    if (!rows.empty()) text.append("\nOptions:\n").append(rows);
    text.append("\nExamples:\n");
    for (std::size_t at = 0; at < command.examples.size();) {
        const std::size_t end = std::min(command.examples.find('\n', at), command.examples.size());
        text.append("  ").append(command.examples.substr(at, end - at)).append("\n");
        at = end + 1;
    }
    return text;
}

}  // namespace annals
