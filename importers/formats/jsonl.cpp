// JSON Lines: one article a line, read line by line, so that a file may be larger than memory is for its articles.
#include "importers/formats/formats.h"

#include "importers/formats/decode.h"
#include "importers/formats/json_article.h"

#include <algorithm>
#include <string>

namespace annals {

int recognise_jsonl(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || head[first] != '{') return 0;
    head.remove_prefix(first);
    const std::size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    if (end == std::string_view::npos) {  // one long line: its beginning must do
        const std::size_t quote = line.find_first_not_of(" \t", 1);
        return quote != std::string_view::npos && line[quote] == '"' ? 60 : 0;
    }
    return is_json(line) ? 90 : head.substr(1).find_first_not_of(" \t") != std::string_view::npos && line.find("\":") != std::string_view::npos ? 50 : 0;
}

Diagnostics read_jsonl(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    std::string wide;  // UTF-16 is turned into UTF-8 as a whole; UTF-8 is read where it stands
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        wide = decode(bytes).text;
        bytes = wide;
    }
    const char* begin = bytes.data();
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    JsonArticles articles(hint, sink);
    for (std::size_t number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos && !articles.read(line, number)) break;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (hint.done_with && wide.empty()) hint.done_with(static_cast<std::size_t>(bytes.data() - begin));
    }
    return articles.take_diagnostics();
}

Diagnostics read_jsonl_stream(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) {
    JsonArticles articles(hint, sink);
    std::string open;  // a line whose end has not come; no more of it is kept than tells that it is too long
    std::size_t number = 0;
    bool going = true;
    const auto read_line = [&](std::string_view line) {
        if (++number == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
        going = line.find_first_not_of(" \t\r") == std::string_view::npos || articles.read(line, number);
    };
    for (std::string_view piece = bytes(); going && !piece.empty(); piece = going ? bytes() : std::string_view())
        while (going && !piece.empty()) {
            const std::size_t end = std::min(piece.find('\n'), piece.size());
            const bool ended = end < piece.size();
            if (!ended || !open.empty()) open += piece.substr(0, std::min(end, held_limit + 1 - std::min(open.size(), held_limit + 1)));
            if (ended) {
                read_line(open.empty() ? piece.substr(0, end) : open);
                open.clear();
            }
            piece.remove_prefix(std::min(end + 1, piece.size()));
        }
    if (going && !open.empty()) read_line(open);
    return articles.take_diagnostics();
}

}  // namespace annals
