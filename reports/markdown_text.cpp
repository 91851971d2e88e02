#include "reports/markdown_text.h"

#include "reports/page/html.h"

namespace annals {

std::string markdown_text(std::string_view text) {
    std::string markdown;
    bool at_start = true, after_digits = false;  // where "-", "+" and "1." would begin a list
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= ' ') {
            if (!markdown.empty() && markdown.back() != ' ') markdown += ' ';
            after_digits = false;
            continue;
        }
        const bool digit = c >= '0' && c <= '9';
        const bool list = (at_start && (c == '-' || c == '+')) || (after_digits && (c == '.' || c == ')'));
        if (list || std::string_view("\\`*_{}[]<>#!|~&").find(c) != std::string_view::npos) markdown += '\\';
        markdown += c;
        after_digits = digit && (at_start || after_digits);
        at_start = false;
    }
    return markdown;
}

std::string markdown_link(const std::string& shown, const std::string& url) {
    const bool link = page::is_web_link(url) && url.find_first_of("<>\\") == std::string::npos;
    return link ? "[" + shown + "](<" + url + ">)" : shown;
}

}  // namespace annals
