// Saved web pages.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/html_blocks.h"
#include "importers/formats/html_metadata.h"
#include "importers/formats/html_tree.h"
#include "importers/formats/plain_blocks.h"

namespace annals {
namespace {

/// The charset that the page's first kilobytes declare: <meta charset=...>, http-equiv, <?xml encoding=...>.
std::string declared_charset(std::string_view bytes) {
    const std::string head = ascii_lower(bytes.substr(0, 4096));
    for (std::string_view key : {"charset=", "encoding="}) {
        std::size_t at = head.find(key);
        if (at == std::string::npos) continue;
        at += key.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
        const std::size_t end = head.find_first_of("\"' />;", at);
        if (end != std::string::npos && end - at < 30) return head.substr(at, end - at);
    }
    return {};
}

}  // namespace

int recognise_html(std::string_view head) {
    const std::string folded = ascii_lower(head.substr(0, 4096));
    const std::size_t first = folded.find_first_not_of(" \t\n");
    if (first == std::string::npos || folded[first] != '<') return 0;
    if (folded.find("<!doctype html") != std::string::npos || folded.find("<html") != std::string::npos) return 95;
    const char next = first + 1 < folded.size() ? folded[first + 1] : ' ';
    return (next >= 'a' && next <= 'z') || next == '!' || next == '?' ? 50 : 0;
}

Diagnostics read_html(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    Decoded decoded = decode(bytes, declared_charset(bytes));
    Document document;
    document.diagnostics = std::move(decoded.diagnostics);
    if (const std::string broken = html_bound_broken(decoded.text); !broken.empty()) {
        document.diagnostics.push_back({"html.nesting", Severity::warning, {}, {}, "the page is " + broken + ": its text was taken without its structure, and no date was looked for in its markup"});
        document.text = clean_text(strip_tags(decoded.text));
        add_plain_blocks(document, 0, true);
    } else {
        const HtmlTree tree(std::move(decoded.text));
        const HtmlRegions regions = find_regions(tree);
        const std::string body = read_metadata(tree, regions, document);
        add_html_blocks(tree, regions, document);
        // A page that a script draws shows little, and may have all of it here.
        if (body.size() > 2 * document.text.size()) {
            document.blocks.clear();
            document.text = clean_text(strip_tags(body));
            add_plain_blocks(document, 0, false);
        }
        place_title(document);
    }
    sink(std::move(document));
    return {};
}

}  // namespace annals
