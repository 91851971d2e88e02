// JSON Lines: one article a line, read line by line, so that a file may be larger than memory is for its articles.
#include "importers/formats/formats.h"

#include "importers/formats/byte_window.h"
#include "importers/formats/decode.h"
#include "importers/formats/json_article.h"

#include <algorithm>

namespace annals {
namespace {

/// Makes the line's end be at hand: gives its length, more than `held_limit` for one that is too long to be held.
std::size_t hold_line(ByteWindow& window) {
    std::size_t looked = 0;
    while (true) {
        const std::size_t end = window.text().find('\n', looked);
        if (end != std::string_view::npos) return end;
        looked = window.text().size();
        if (!window.grow(held_limit + 1)) return looked;
    }
}

/// Moves behind the line's end; false at the end of the file.
bool pass_line(ByteWindow& window) {
    while (true) {
        const std::size_t end = window.text().find('\n');
        window.drop(std::min(end, window.text().size() - 1) + 1);
        if (end != std::string_view::npos) return true;
        if (!window.grow(1)) return false;
    }
}

}  // namespace

int recognise_jsonl(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || head[first] != '{') return 0;
    head.remove_prefix(first);
    if (head.find('\n') == std::string_view::npos) {  // one long line: its beginning must do
        const std::size_t quote = head.find_first_not_of(" \t", 1);
        return quote != std::string_view::npos && head[quote] == '"' ? 60 : 0;
    }
    const std::string_view first_line = head.substr(0, head.find('\n'));
    int sure = 90;
    for (int line = 0; line < 20 && head.find('\n') != std::string_view::npos; ++line, sure = 70) {  // the first may be broken
        const std::string_view text = head.substr(0, head.find('\n'));
        if (text.starts_with('{') && is_json(text)) return sure;
        head.remove_prefix(text.size() + 1);
    }
    return first_line.find_first_not_of("{ \t") != std::string_view::npos && first_line.find("\":") != std::string_view::npos ? 50 : 0;
}

Diagnostics read_jsonl(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) {
    JsonArticles articles(hint, sink);
    ByteWindow window(as_utf8(bytes));
    for (std::size_t number = 1; ; ++number) {
        const std::size_t size = hold_line(window);
        if (window.text().empty()) break;
        const std::string_view line = window.text().substr(0, size);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos && !articles.read(line, number)) break;
        if (!pass_line(window)) break;
    }
    return articles.take_diagnostics();
}

}  // namespace annals
