#include "importers/formats/formats.h"

#include "importers/formats/decode.h"

#include <array>
#include <string>

namespace annals {
namespace {

constexpr std::array table{
    Format{"html", "html htm xhtml shtml", "saved web page: main text, title, publication date from its metadata", recognise_html, read_html},
    Format{"feeds", "rss atom rdf", "RSS, Atom or JSON Feed: each item is an article of its own day", recognise_feeds, read_feeds},
    Format{"mail", "eml mbox", "mail, one message or an mbox: subject, text part, forwarded messages with their own day", recognise_mail, read_mail},
    Format{"jsonl", "jsonl ndjson", "JSON Lines, one article a line: id, title, url, publisher, published or dct, text", recognise_jsonl, read_jsonl},
    Format{"json", "json", "JSON: an article, an array of them or an object around one, with the fields of JSON Lines", recognise_json, read_json},
    Format{"text", "txt text", "plain text in any charset; paragraphs parted by blank lines", recognise_text, read_text},
    Format{"pdf", "pdf", "PDF with text, by pdftotext of poppler-utils: paragraphs, page numbers for citations", recognise_pdf, read_pdf, true},
    Format{"markdown", "md markdown mdown mkd", "Markdown, with front matter where it has some", recognise_markdown, read_markdown},
    Format{"csv", "csv tsv tab", "CSV or TSV: columns by header, each row an article; comma, semicolon, tab or bar", recognise_csv, read_csv},
};

constexpr std::size_t head_size = 64 << 10;  // bytes that decide the format
constexpr std::size_t file_limit = 1 << 30;  // bytes; what is read row by row may be longer

bool is_read_by_rows(const Format& format) { return format.name == "jsonl" || format.name == "json" || format.name == "csv"; }

std::string_view extension_of(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

bool has_extension(const Format& format, std::string_view extension) {
    if (extension.empty()) return false;
    std::string folded = " ";
    for (char c : extension) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return (" " + std::string(format.extensions) + " ").find(folded + " ") != std::string::npos;
}

bool is_blank(std::string_view bytes) {
    std::string_view head = bytes.substr(0, head_size);
    return bytes.size() <= head_size && head.find_first_not_of(" \t\r\n\xef\xbb\xbf") == std::string_view::npos;
}

Diagnostic error(std::string code, const FormatHint& hint, std::string text) { return {std::move(code), Severity::error, hint.path, {}, std::move(text)}; }

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view bytes, const FormatHint& hint) {
    if (is_blank(bytes)) return nullptr;
    // Whatever the charset, the signs of a format are ASCII: a wide text is looked at as UTF-8.
    const bool text = looks_like_text(bytes);
    const std::string_view head = bytes.substr(0, head_size);
    const std::string decoded = text ? decode(head).text : std::string();
    const std::string_view extension = extension_of(hint.path);
    const Format* best = nullptr;
    int best_score = 0;
    for (const Format& format : table) {
        if (!text && !format.binary) continue;
        const int sure = format.recognise(format.binary ? head : decoded);
        const int score = sure ? 2 * sure + has_extension(format, extension) : 0;
        if (score > best_score) {
            best = &format;
            best_score = score;
        }
    }
    return best;
}

Diagnostics read_documents(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    if (is_blank(bytes)) return {error("format.empty", hint, "the file is empty")};
    const Format* format = find_format(bytes, hint);
    if (!format) return {error("format.unknown", hint, "not a format that can be read; `annals formats` lists those that can")};
    if (bytes.size() > file_limit && !is_read_by_rows(*format)) return {error("format.size", hint, "the file is larger than 1 GB; split it, or hand it over as JSON Lines")};
    bool any = false;
    Diagnostics diagnostics = format->read(bytes, hint, [&](Document&& document) {
        document.path = hint.path;
        bool prose = false;
        for (const Block& block : document.blocks) prose |= block.kind != BlockKind::boilerplate && block.kind != BlockKind::title;
        if (!prose && document.title.empty()) return true;
        any = true;
        document.sha256 = sha256(document.text);
        return sink(std::move(document));
    });
    bool told = false;
    for (Diagnostic& diagnostic : diagnostics) {
        diagnostic.document = hint.path;
        told |= diagnostic.severity == Severity::error;
    }
    if (!any && !told) diagnostics.push_back(error("format.no_text", hint, "no text was found in this " + std::string(format->name) + " file"));
    return diagnostics;
}

}  // namespace annals
