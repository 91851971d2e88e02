// LibreOffice's files (OpenDocument text). Headers, footers, comments, deleted text and tables of contents are no part of the text.
#include "importers/formats/formats.h"

#include "importers/formats/office_text.h"
#include "importers/formats/office_xml.h"
#include "importers/formats/stated_date.h"
#include "importers/formats/zip_names.h"
#include "importers/formats/zip_parts.h"

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace annals {
namespace {

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); }

int positive(std::string_view digits) {
    int number = 0;
    for (char c : digits)
        if (c >= '0' && c <= '9' && number < 1000) number = number * 10 + (c - '0');
    return number;
}

class Reader {
public:
    Reader(const pugi::xml_node& content, OfficeText& text) : text_(text) {
        for (const pugi::xml_node& style : local_child(content, "automatic-styles").children())
            if (local_name(style) == "style") parents_.emplace(local_attribute(style, "name"), local_attribute(style, "parent-style-name"));
    }

    void read(const pugi::xml_node& parent, bool listed = false) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (name == "h" || name == "p") read_paragraph(node, listed);
            else if (name == "list") read(node, true);
            else if (name == "table") read_table(node);
            else if (is_any_of(name, {"list-item", "list-header", "section", "frame", "text-box", "numbered-paragraph"})) read(node, listed);
        }
    }

private:
    /// A style that the document made for one paragraph stands for the one that it is based on.
    std::string_view style_of(const pugi::xml_node& paragraph) const {
        const std::string_view style = local_attribute(paragraph, "style-name");
        const auto found = parents_.find(style);
        return found == parents_.end() || found->second.empty() ? style : found->second;
    }

    void read_paragraph(const pugi::xml_node& paragraph, bool listed) {
        std::vector<pugi::xml_node> boxes;
        std::string words;
        add_words(paragraph, words, &boxes);
        const std::string_view style = style_of(paragraph);
        if (local_name(paragraph) == "h") text_.add_heading(words, std::clamp(positive(local_attribute(paragraph, "outline-level")), 1, 6));
        else if (style == "Title") text_.add_title(words);
        else if (is_any_of(style, {"Caption", "Illustration", "Figure", "Drawing", "FigureCaption", "FigureWithCaption", "TableCaption"})) text_.add_caption(words);
        else if (style == "Author") text_.add_byline(words);
        else if (style.starts_with("Contents_20_")) text_.add_boilerplate(words);
        else if (listed) text_.add_list_item(words);
        else text_.add_paragraph(words);
        for (const pugi::xml_node& box : boxes) read(box);
    }

    void add_words(const pugi::xml_node& parent, std::string& words, std::vector<pugi::xml_node>* boxes) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) words += node.value();
            else if (is_any_of(name, {"s", "tab", "line-break"})) words += ' ';
            else if (name == "note") add_note(local_child(node, "note-body"));
            else if (name == "text-box") { if (boxes) boxes->push_back(node); }
            else if (!is_any_of(name, {"annotation", "ruby-text", "title", "desc", "hidden-text", "object", "image", "script"})) add_words(node, words, boxes);
        }
    }

    void add_note(const pugi::xml_node& body) {
        std::string words;
        for (const pugi::xml_node& paragraph : body.children()) {
            words += ' ';
            add_words(paragraph, words, nullptr);
        }
        text_.add_note(std::move(words));
    }

    void read_table(const pugi::xml_node& table) {
        for (const pugi::xml_node& row : table.children()) {
            const std::string_view name = local_name(row);
            if (is_any_of(name, {"table-header-rows", "table-rows", "table-row-group"})) read_table(row);
            if (name != "table-row") continue;
            std::vector<pugi::xml_node> cells;
            bool prose = false;  // a table that only holds the page's columns
            for (const pugi::xml_node& cell : row.children())
                if (local_name(cell) == "table-cell") {
                    cells.push_back(cell);
                    prose |= std::count_if(cell.children().begin(), cell.children().end(), [](const pugi::xml_node& node) { return local_name(node) == "p"; }) > 3;
                }
            if (cells.size() == 1 || prose) {
                for (const pugi::xml_node& cell : cells) read(cell);
                continue;
            }
            std::vector<std::string> texts(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) add_cell(cells[i], texts[i]);
            text_.add_row(texts);
        }
    }

    void add_cell(const pugi::xml_node& cell, std::string& words) {
        for (const pugi::xml_node& node : cell.children()) {
            words += ' ';
            if (is_any_of(local_name(node), {"p", "h"})) add_words(node, words, nullptr);
            else add_cell(node, words);
        }
    }

    OfficeText& text_;
    std::map<std::string_view, std::string_view> parents_;
};

}  // namespace

int recognise_odt(std::string_view head) { return zip_document_type(head).starts_with("application/vnd.oasis.opendocument.text") ? 95 : 0; }

Diagnostics read_odt(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    ZipParts parts = read_zip_parts(bytes, hint, [](std::string_view path) { return is_any_of(path, {"META-INF/manifest.xml", "content.xml", "meta.xml"}); });
    if (parts["META-INF/manifest.xml"].find("encryption-data") != std::string_view::npos)
        return {{"archive.password", Severity::error, {}, {}, "the document is protected by a password; save it without one"}};
    Document document;
    document.diagnostics = std::move(parts.diagnostics);
    const XmlPart content(parts["content.xml"], "content.xml", document.diagnostics), meta_part(parts["meta.xml"], "meta.xml", document.diagnostics);
    const pugi::xml_node meta = local_child(meta_part.root(), "meta");
    document.language = text_below(local_child(meta, "language"));
    if (const auto edtf = read_stated_date(text_below(local_child(meta, "creation-date")))) document.stated.push_back({*edtf, DateBasis::created, "meta:creation-date"});
    OfficeText text(document);
    Reader(content.root(), text).read(local_child(local_child(content.root(), "body"), "text"));
    text.finish(text_below(local_child(meta, "title")));
    if (document.blocks.empty()) return std::move(document.diagnostics);
    sink(std::move(document));
    return {};
}

}  // namespace annals
