#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "importers/formats/decode.h"
#include "importers/formats/live_entries.h"

#include <array>
#include <string>

namespace annals {
namespace {

constexpr std::array table{
    Format{"html", "html htm xhtml shtml", "saved web page: main text, title, publication date from its metadata", recognise_html, read_html},
    Format{"feeds", "rss atom rdf", "RSS, Atom or JSON Feed: each item is an article of its own day", recognise_feeds, read_feeds},
    Format{"mail", "eml mbox", "mail, one message or an mbox: subject, text part, forwarded messages with their own day", recognise_mail, read_mail},
    Format{"jsonl", "jsonl ndjson", "JSON Lines, one article a line: id, title, url, publisher, published or dct, text", recognise_jsonl, nullptr, read_jsonl},
    Format{"json", "json", "JSON: an article, an array of them or an object around one, with the fields of JSON Lines", recognise_json, nullptr, read_json},
    Format{"text", "txt text", "plain text in any charset; paragraphs parted by blank lines", recognise_text, read_text},
    Format{"pdf", "pdf", "PDF with text, by pdftotext of poppler-utils: paragraphs, page numbers for citations", recognise_pdf, read_pdf, nullptr, true},
    Format{"docx", "docx docm dotx", "Word: text, headings, lists, tables, notes; no deleted text, no headers and footers", recognise_docx, read_docx, nullptr, true},
    Format{"odt", "odt ott", "OpenDocument text (LibreOffice): as Word", recognise_odt, read_odt, nullptr, true},
    Format{"epub", "epub", "e-book: each chapter is an article of the book's day", recognise_epub, read_epub, nullptr, true},
    Format{"warc", "warc", "web archive: each page that was answered with success", recognise_warc, nullptr, read_warc, true},
    Format{"archive", "zip tar gz tgz bz2 tbz xz txz zst", "zip, tar, and files that gzip, bzip2, xz or zstd compressed: each entry is read as a file of its own", recognise_archive, read_archive, read_archive_stream,
           true},
    Format{"markdown", "md markdown mdown mkd", "Markdown, with front matter where it has some", recognise_markdown, read_markdown},
    Format{"csv", "csv tsv tab", "CSV or TSV: columns by header, each row an article; comma, semicolon, tab or bar", recognise_csv, nullptr, read_csv},
};

constexpr std::size_t head_size = 64 << 10;  // bytes that decide the format
constexpr std::size_t file_limit = 1 << 30;  // bytes of a file that is read as a whole

std::string_view extension_of(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

bool has_extension(const Format& format, std::string_view extension) {
    if (extension.empty()) return false;
    return (" " + std::string(format.extensions) + " ").find(" " + ascii_lower(extension) + " ") != std::string::npos;
}

bool is_blank(std::string_view bytes) {
    std::string_view head = bytes.substr(0, head_size);
    return bytes.size() <= head_size && head.find_first_not_of(" \t\r\n\xef\xbb\xbf") == std::string_view::npos;
}

Diagnostic error(std::string code, const FormatHint& hint, std::string text) { return {std::move(code), Severity::error, hint.path, {}, std::move(text)}; }

}  // namespace

std::span<const Format> formats() { return table; }

ByteStream pieces_of(std::string_view bytes, std::function<void(std::size_t)> done_with) {
    constexpr std::size_t piece_size = 1 << 20;
    return [bytes, done_with = std::move(done_with), at = std::size_t{0}]() mutable {
        if (done_with) done_with(at);
        const std::string_view piece = bytes.substr(at, piece_size);
        at += piece.size();
        return piece;
    };
}

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

namespace {

/// What is done for every format: `read` is given a sink that completes each document.
template <class Read>
Diagnostics read_completed(const Format& format, const FormatHint& hint, const DocumentSink& sink, const Read& read) {
    bool any = false;
    Diagnostics diagnostics = read([&](Document&& document) {
        if (document.path.empty()) document.path = hint.path;
        bool prose = false;
        for (const Block& block : document.blocks) prose |= block.kind != BlockKind::boilerplate && block.kind != BlockKind::title;
        if (!prose && document.title.empty()) return true;
        any = true;
        find_live_entries(document);
        if (document.sha256.empty()) document.sha256 = sha256(document.text);
        return sink(std::move(document));
    });
    bool told = false;
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.document.empty()) diagnostic.document = hint.path;
        told |= diagnostic.severity == Severity::error;
    }
    if (!any && !told) diagnostics.push_back(error("format.no_text", hint, "no text was found in this " + std::string(format.name) + " file"));
    return diagnostics;
}

Diagnostics unknown(const FormatHint& hint) { return {error("format.unknown", hint, "not a format that can be read; `annals formats` lists those that can")}; }

}  // namespace

Diagnostics read_documents(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    if (is_blank(bytes)) return {error("format.empty", hint, "the file is empty")};
    const Format* format = find_format(bytes, hint);
    if (!format) return unknown(hint);
    if (bytes.size() > file_limit && !format->read_stream) return {error("format.size", hint, "the file is larger than 1 GB; split it, or hand it over as JSON Lines")};
    return read_completed(*format, hint, sink, [&](const DocumentSink& completed) {
        return format->read ? format->read(bytes, hint, completed) : format->read_stream(pieces_of(bytes, hint.done_with), hint, completed);
    });
}

Diagnostics read_documents(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) {
    std::string held;
    std::string_view piece = bytes();
    const auto hold = [&](std::size_t limit) {
        for (; !piece.empty() && held.size() <= limit; piece = bytes()) held += piece;
    };
    hold(head_size);
    if (is_blank(held)) return {error("format.empty", hint, "the file is empty")};
    const Format* format = find_format(held, hint);
    if (!format) return unknown(hint);
    if (!format->read_stream) {
        hold(held_limit);
        if (held.size() > held_limit) return {error("archive.entry", hint, "is larger than 64 MB; take it out of the archive")};
        return read_completed(*format, hint, sink, [&](const DocumentSink& completed) { return format->read(held, hint, completed); });
    }
    int turn = 0;  // what is held, the piece behind it, then all others
    const ByteStream whole = [&]() -> std::string_view { return ++turn == 1 ? held : turn == 2 || piece.empty() ? piece : piece = bytes(); };
    return read_completed(*format, hint, sink, [&](const DocumentSink& completed) { return format->read_stream(whole, hint, completed); });
}

}  // namespace annals
