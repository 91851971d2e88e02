// E-books: each chapter is a document. A chapter begins at each file that the table of contents names; files that it does not name go on
// with the one before.
#include "importers/formats/formats.h"

#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/entities.h"
#include "importers/formats/html_fragment.h"
#include "importers/formats/office_xml.h"
#include "importers/formats/side_matter.h"
#include "importers/formats/stated_date.h"
#include "importers/formats/zip_names.h"
#include "importers/formats/zip_parts.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace annals {
namespace {

bool holds_word(std::string_view words, std::string_view word) { return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos; }

/// "text/ch%201.xhtml#start" as a file of "OEBPS/" names it -> "OEBPS/text/ch 1.xhtml".
std::string resolved(std::string_view folder, std::string_view href) {
    href = href.substr(0, href.find('#'));
    std::string decoded;
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
    for (std::size_t i = 0; i < href.size(); ++i) {
        const bool escaped = href[i] == '%' && i + 2 < href.size() && digit(href[i + 1]) >= 0 && digit(href[i + 2]) >= 0;
        decoded += escaped ? static_cast<char>(digit(href[i + 1]) * 16 + digit(href[i + 2])) : href[i];
        if (escaped) i += 2;
    }
    std::vector<std::string_view> parts;
    const std::string whole = decoded.starts_with('/') ? decoded : std::string(folder) + "/" + decoded;
    for (std::string_view rest = whole; !rest.empty();) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (part == ".." && !parts.empty()) parts.pop_back();
        else if (!part.empty() && part != "." && part != "..") parts.push_back(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::string path;
    for (std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
    return path;
}

std::string folder_of(std::string_view path) { return std::string(path.substr(0, path.rfind('/') == path.npos ? 0 : path.rfind('/'))); }

/// "<a epub:type="noteref">1</a>" and the way back from the note: marks that are no words.
bool is_note_mark(std::string_view tag) {
    return tag.starts_with("<a ") && (tag.find("noteref") != tag.npos || tag.find("doc-backlink") != tag.npos || tag.find("\"backlink\"") != tag.npos);
}

/// XHTML as HTML: that does not know "<title/>", everything behind it would be title. Marks of notes are left out.
std::string as_html(std::string_view xhtml) {
    constexpr std::array<std::string_view, 14> always_empty{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"};
    std::string html;
    html.reserve(xhtml.size());
    for (std::size_t at = 0; at < xhtml.size();) {
        const std::size_t open = std::min(xhtml.find('<', at), xhtml.size());
        html += xhtml.substr(at, open - at);
        const std::size_t close = xhtml.find('>', open);
        if (close == std::string_view::npos) return html += xhtml.substr(open);
        const std::string_view tag = xhtml.substr(open, close + 1 - open);
        at = close + 1;
        if (is_note_mark(tag) && !tag.ends_with("/>")) {
            at = std::min(xhtml.find("</a>", at), xhtml.size());
            continue;
        }
        const std::string_view name = tag.substr(1, tag.find_first_of(" \t\n/>", 1) - 1);
        if (!tag.ends_with("/>") || name.empty() || name[0] == '!' || std::find(always_empty.begin(), always_empty.end(), name) != always_empty.end()) {
            html += tag;
            continue;
        }
        html.append(tag.substr(0, tag.size() - 2)).append("></").append(name).append(">");
    }
    return html;
}

/// Cover, imprint and lists are no chapters.
bool is_about_the_book(std::string_view body) {
    const std::string_view opening = body.substr(0, 1000);
    for (std::size_t at = opening.find("epub:type=\""); at != opening.npos; at = opening.find("epub:type=\"", at + 1)) {
        const std::string_view words = opening.substr(at + 11, opening.find('"', at + 11) - at - 11);
        for (std::string_view kind : {"cover", "titlepage", "copyright-page", "toc", "landmarks", "index", "loi", "lot"})
            if (holds_word(words, kind)) return true;
    }
    return false;
}

struct Book {
    std::string title, publisher, language, identifier, published;
    std::vector<std::string> files;             // of the chapters, in reading order
    std::map<std::string, std::string> labels;  // of the files that the table of contents names
};

void read_metadata(const pugi::xml_node& package, Book& book) {
    const std::string_view unique = package.attribute("unique-identifier").value();
    const auto take = [](std::string& into, const pugi::xml_node& node) { if (into.empty()) into = fold_space(clean_text(text_below(node))); };
    for (const pugi::xml_node& node : local_child(package, "metadata").children()) {
        const std::string_view name = local_name(node), event = local_attribute(node, "event");
        if (name == "title") take(book.title, node);
        else if (name == "publisher") take(book.publisher, node);
        else if (name == "language") take(book.language, node);
        else if (name == "identifier" && node.attribute("id").value() == unique) take(book.identifier, node);
        else if (name == "date" && (event.empty() || event == "publication")) take(book.published, node);
        else if (name == "meta" && std::string_view(node.attribute("property").value()) == "dcterms:issued") take(book.published, node);
    }
}

/// The links below a node of the navigation document, or of the older NCX: the first name of each file.
void add_labels(const pugi::xml_node& parent, const std::string& folder, Book& book) {
    for (const pugi::xml_node& node : parent.children()) {
        const std::string_view name = local_name(node);
        const bool point = name == "navPoint", link = name == "a";
        if (point || link) {
            const std::string_view target = point ? local_attribute(local_child(node, "content"), "src") : local_attribute(node, "href");
            const std::string label = text_below(point ? local_child(node, "navLabel") : node);
            if (!target.empty()) book.labels.emplace(resolved(folder, target), fold_space(clean_text(decode_entities(label))));
        }
        if (name == "nav" && local_attribute(node, "type") != "toc") continue;
        if (!link) add_labels(node, folder, book);
    }
}

Book read_book(const ZipParts& parts, Diagnostics& diagnostics) {
    Book book;
    const XmlPart container(parts["META-INF/container.xml"], "META-INF/container.xml", diagnostics);
    const std::string package_path(local_attribute(local_child(local_child(container.root(), "rootfiles"), "rootfile"), "full-path"));
    const XmlPart package_part(parts[package_path], package_path, diagnostics);
    const pugi::xml_node package = package_part.root();
    const std::string folder = folder_of(package_path);
    read_metadata(package, book);
    struct Item { std::string path, contents; bool is_text; };
    std::map<std::string_view, Item> items;
    for (const pugi::xml_node& node : local_child(package, "manifest").children()) {
        const std::string_view type = node.attribute("media-type").value();
        const bool navigation = holds_word(node.attribute("properties").value(), "nav");
        items.emplace(node.attribute("id").value(), Item{resolved(folder, node.attribute("href").value()), navigation ? "nav" : type == "application/x-dtbncx+xml" ? "ncx" : "",
                                                         (type == "application/xhtml+xml" || type == "text/html") && !navigation});
    }
    for (const char* kind : {"nav", "ncx"})
        for (const auto& [id, item] : items)
            if (item.contents == kind && book.labels.empty()) {
                const XmlPart contents(parts[item.path], item.path, diagnostics);
                add_labels(contents.root(), folder_of(item.path), book);
            }
    for (const pugi::xml_node& node : local_child(package, "spine").children()) {
        const auto item = items.find(node.attribute("idref").value());
        if (item == items.end() || !item->second.is_text || std::string_view(node.attribute("linear").value()) == "no") continue;
        book.files.push_back(item->second.path);
        item->second.is_text = false;  // told once, however often the spine names it
    }
    return book;
}

class Chapters {
public:
    Chapters(const Book& book, const DocumentSink& sink) : book_(book), sink_(sink) {}

    bool begin(const std::string& file, const std::string& label) {
        if (!end()) return false;
        open_ = true;
        document_ = {};
        label_ = label;
        // A short identifier ("1", "bookid") is the book's own affair.
        if (!book_.identifier.empty()) document_.id = book_.identifier + "#" + file;
        if (book_.identifier.size() < 10 && !document_.id.empty()) document_.id_scope = book_.title;
        document_.publisher = book_.publisher;
        document_.language = book_.language;
        if (book_.published.empty() || book_.published.starts_with("0101-01-01")) return true;  // Calibre's word for "not known"
        if (const auto edtf = read_stated_date(book_.published)) document_.stated.push_back({*edtf, DateBasis::meta, "dc:date"});
        else document_.diagnostics.push_back({"date.unreadable", Severity::warning, {}, {}, "\"" + book_.published.substr(0, 80) + "\" of <dc:date> is no date that can be read"});
        return true;
    }

    void add(std::string_view xhtml) {
        const Decoded decoded = decode(xhtml);
        document_.diagnostics.insert(document_.diagnostics.end(), decoded.diagnostics.begin(), decoded.diagnostics.end());
        std::string_view body = decoded.text;
        if (const std::size_t at = body.find("<body"); at != body.npos) body.remove_prefix(at);
        if (!is_about_the_book(body)) add_html_fragment(as_html(body), document_);
    }

    bool end() {
        if (!open_) return true;
        open_ = false;
        const auto& blocks = document_.blocks;
        if (std::none_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind != BlockKind::heading && block.kind != BlockKind::boilerplate; })) return true;
        if (label_.empty())
            for (const Block& block : blocks)
                if (block.kind == BlockKind::heading && label_.empty()) label_ = words(document_.text, block.span);
        document_.title = book_.title.empty() || label_ == book_.title ? label_ : label_.empty() ? book_.title : book_.title + ": " + label_;
        place_title(document_);
        set_side_matter_aside(document_);
        return sink_(std::move(document_));
    }

private:
    const Book& book_;
    const DocumentSink& sink_;
    Document document_;
    std::string label_;
    bool open_ = false;
};

}  // namespace

int recognise_epub(std::string_view head) { return zip_document_type(head) == "application/epub+zip" ? 95 : 0; }

Diagnostics read_epub(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    ZipParts parts = read_zip_parts(bytes, hint, [](std::string_view path) {
        const std::string_view ending = path.substr(path.rfind('.') + 1);
        return ending == "xhtml" || ending == "html" || ending == "htm" || ending == "xml" || ending == "opf" || ending == "ncx";
    });
    Diagnostics diagnostics = std::move(parts.diagnostics);
    const Book book = read_book(parts, diagnostics);
    const std::string_view encryption = parts["META-INF/encryption.xml"];
    std::size_t locked = 0;
    Chapters chapters(book, sink);
    bool going = true, first = true;
    for (const std::string& file : book.files) {
        if (!encryption.empty() && encryption.find("\"" + file + "\"") != encryption.npos) {
            ++locked;
            continue;
        }
        const auto label = book.labels.find(file);
        if (first || book.labels.empty() || label != book.labels.end()) going = chapters.begin(file, label == book.labels.end() ? std::string() : label->second);
        first = false;
        if (!going) break;
        chapters.add(parts[file]);
    }
    if (going) chapters.end();
    if (locked) diagnostics.push_back({"archive.password", Severity::warning, {}, {}, std::to_string(locked) + (locked == 1 ? " file of the book is" : " files of the book are") + " encrypted and left out"});
    return diagnostics;
}

}  // namespace annals
