// Saved web pages.
#include "importers/formats/formats.h"

#include "importers/formats/decode.h"
#include "importers/formats/html_tree.h"
#include "importers/formats/plain_blocks.h"

namespace annals {

int recognise_html(std::string_view head) {
    std::string folded;
    for (char c : head.substr(0, 4096)) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const std::size_t first = folded.find_first_not_of(" \t\n");
    if (first == std::string::npos || folded[first] != '<') return 0;
    if (folded.find("<!doctype html") != std::string::npos || folded.find("<html") != std::string::npos) return 95;
    const char next = first + 1 < folded.size() ? folded[first + 1] : ' ';
    return (next >= 'a' && next <= 'z') || next == '!' || next == '?' ? 50 : 0;
}

Diagnostics read_html(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    Decoded decoded = decode(bytes);
    Document document;
    document.diagnostics = std::move(decoded.diagnostics);
    document.text = strip_tags(decoded.text);
    add_plain_blocks(document, 0, true);
    sink(std::move(document));
    return {};
}

}  // namespace annals
