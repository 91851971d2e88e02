#include "importers/extract/headlines/headline_wording.h"

#include "core/text/utf8.h"
#include "importers/extract/headlines/headline.h"

#include <string_view>
#include <utility>

namespace annals {
namespace {

std::size_t times(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++count;
    return count;
}

/// A mark of quotation whose other half was left out goes too.
std::string balanced(std::string text) {
    if (text.ends_with(" '")) text.replace(text.size() - 2, 2, text.find("``") == text.npos ? "" : "''");
    static constexpr std::pair<std::string_view, std::string_view> marks[] = {{"\"", "\""}, {"``", "''"}, {"\u201c", "\u201d"}};
    for (const auto& [opening, closing] : marks) {
        const auto opened = times(text, opening), closed = times(text, closing);
        if (opening == closing ? opened != 1 : opened + closed != 1) continue;
        const std::string_view mark = opened == 1 ? opening : closing;
        const auto at = text.find(mark);
        text.erase(at, mark.size());
        if (at < text.size() && text[at] == ' ' && (at == 0 || text[at - 1] == ' ')) text.erase(at, 1);
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
    }
    return text;
}

/// A bracket that is never closed goes with what is in it.
std::string closed(std::string text) {
    if (times(text, "(") <= times(text, ")")) return text;
    text.erase(text.rfind('('));
    while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
    return text;
}

}  // namespace

std::string capitalised(const std::string& text) {
    std::string result(text);
    if (const char first = text.empty() ? ' ' : text.front(); first >= 'a' && first <= 'z')
        result.front() = static_cast<char>(first - 'a' + 'A');
    return result;
}

std::string uncapitalised(std::string text) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z')) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string unquoted(std::string text) {
    const auto is_quote = [](char c) { return c == '"' || c == '`' || c == '\'' || c == ' ' || c == ','; };
    while (!text.empty() && is_quote(text.back())) text.pop_back();
    while (!text.empty() && is_quote(text.front())) text.erase(0, 1);
    return text;
}

std::string fitted(std::string text) {
    text = closed(balanced(std::move(text)));
    while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
    return code_points(text) <= headline_limit ? text : shorten(text, headline_limit);
}

}  // namespace annals
