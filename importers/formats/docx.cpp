// Word's files (Office Open XML). Headers, footers, comments, deleted and hidden text and the codes of fields are no part of the text.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "importers/formats/office_text.h"
#include "importers/formats/office_xml.h"
#include "importers/formats/stated_date.h"
#include "importers/formats/zip_names.h"
#include "importers/formats/zip_parts.h"

#include <pugixml.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace annals {
namespace {

bool is_switched_on(const pugi::xml_node& property) {
    const std::string_view value = local_attribute(property, "val");
    return property && value != "0" && value != "false" && value != "off";
}

int number_of(std::string_view digits) {
    return digits.size() == 1 && digits[0] >= '0' && digits[0] <= '9' ? digits[0] - '0' : 0;
}

/// What a paragraph's style makes of it. Ids are in the language of the program that wrote the file; names are not.
struct Style {
    enum class Kind { text, title, heading, caption, byline, contents } kind = Kind::text;
    int level = 0;
    bool listed = false;
};

class Styles {
public:
    explicit Styles(const pugi::xml_node& root) {
        for (const pugi::xml_node& style : root.children())
            if (local_name(style) == "style") nodes_.emplace(local_attribute(style, "styleId"), style);
    }

    Style of(std::string_view id) const {
        Style style;
        for (int up = 0; up < 20; ++up) {  // a style may be based on itself
            const auto found = nodes_.find(id);
            if (found == nodes_.end()) break;
            if (style.kind == Style::Kind::text) named(local_attribute(local_child(found->second, "name"), "val"), style);
            const pugi::xml_node properties = local_child(found->second, "pPr");
            if (local_child(properties, "numPr")) style.listed = true;
            id = local_attribute(local_child(found->second, "basedOn"), "val");
        }
        return style;
    }

private:
    static void named(std::string_view name, Style& style) {
        const std::string folded = ascii_lower(name);
        const auto is = [&](Style::Kind kind, int level = 0) {
            style.kind = kind;
            style.level = level;
        };
        if (folded == "title") is(Style::Kind::title);
        else if (folded.starts_with("heading ")) is(Style::Kind::heading, std::clamp(number_of(folded.substr(8)), 1, 6));
        else if (folded.find("caption") != std::string::npos) is(Style::Kind::caption);
        else if (folded == "author" || folded == "byline") is(Style::Kind::byline);
        else if (folded.starts_with("toc ") || folded == "table of figures" || folded.starts_with("index ")) is(Style::Kind::contents);
    }

    std::map<std::string_view, pugi::xml_node> nodes_;
};

class Reader {
public:
    Reader(const Styles& styles, const pugi::xml_node& footnotes, const pugi::xml_node& endnotes, OfficeText& text) : styles_(styles), text_(text) {
        index(footnotes, footnotes_);
        index(endnotes, endnotes_);
    }

    void read(const pugi::xml_node& parent) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (name == "p") read_paragraph(node);
            else if (name == "tbl") read_table(node);
            else if (name == "AlternateContent") read(alternative(node));
            else if (name == "sdt") {
                const pugi::xml_node gallery = local_child(local_child(local_child(node, "sdtPr"), "docPartObj"), "docPartGallery");
                if (local_attribute(gallery, "val") != "Table of Contents") read(local_child(node, "sdtContent"));
            } else if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag") read(node);
        }
    }

private:
    using Notes = std::map<std::string_view, pugi::xml_node>;

    static void index(const pugi::xml_node& root, Notes& notes) {
        for (const pugi::xml_node& note : root.children()) {
            const std::string_view type = local_attribute(note, "type");
            if (type.empty() || type == "normal") notes.emplace(local_attribute(note, "id"), note);
        }
    }

    static pugi::xml_node alternative(const pugi::xml_node& node) {
        const pugi::xml_node choice = local_child(node, "Choice");
        return choice ? choice : local_child(node, "Fallback");
    }

    void read_paragraph(const pugi::xml_node& paragraph) {
        std::vector<pugi::xml_node> boxes;
        const std::string words = words_of(paragraph, &boxes);
        const pugi::xml_node properties = local_child(paragraph, "pPr");
        Style style = styles_.of(local_attribute(local_child(properties, "pStyle"), "val"));
        if (const pugi::xml_node outline = local_child(properties, "outlineLvl"); outline && style.kind == Style::Kind::text) {
            const int level = number_of(local_attribute(outline, "val"));
            if (level < 6) style = {Style::Kind::heading, level + 1, false};
        }
        if (const pugi::xml_node list = local_child(properties, "numPr")) style.listed = local_attribute(local_child(list, "numId"), "val") != "0";
        switch (style.kind) {
            case Style::Kind::title: text_.add_title(words); break;
            case Style::Kind::heading: text_.add_heading(words, style.level); break;
            case Style::Kind::caption: text_.add_caption(words); break;
            case Style::Kind::byline: text_.add_byline(words); break;
            case Style::Kind::contents: text_.add_boilerplate(words); break;
            case Style::Kind::text: style.listed ? text_.add_list_item(words) : text_.add_paragraph(words);
        }
        for (const pugi::xml_node& box : boxes) read(box);
    }

    /// The words of a paragraph; text boxes that hang on it are gathered, its notes noted.
    std::string words_of(const pugi::xml_node& paragraph, std::vector<pugi::xml_node>* boxes) {
        std::string words;
        fields_.clear();
        codes_ = 0;
        add_words(paragraph, words, boxes);
        return words;
    }

    void add_words(const pugi::xml_node& parent, std::string& words, std::vector<pugi::xml_node>* boxes) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = local_name(node);
            if (name == "t") { if (!codes_) words += text_below(node); }
            else if (name == "tab" || name == "br" || name == "cr" || name == "ptab") words += ' ';
            else if (name == "noBreakHyphen") words += '-';
            else if (name == "fldChar") read_field_mark(local_attribute(node, "fldCharType"));
            else if (name == "r") { if (!is_switched_on(local_child(local_child(node, "rPr"), "vanish"))) add_words(node, words, boxes); }
            else if (name == "footnoteReference") add_note(footnotes_, node);
            else if (name == "endnoteReference") add_note(endnotes_, node);
            else if (name == "txbxContent") { if (boxes) boxes->push_back(node); }
            else if (name == "AlternateContent") add_words(alternative(node), words, boxes);
            else if (name == "del" || name == "moveFrom" || name == "pPr" || name == "rPr" || name == "sdtPr" || name == "instrText" || name == "delText" || name == "rt") {}
            else add_words(node, words, boxes);
        }
    }

    /// A field is its code up to "separate", its result up to "end".
    void read_field_mark(std::string_view type) {
        if (type == "begin") {
            fields_.push_back(true);
            ++codes_;
        } else if (!fields_.empty() && (type == "separate" || type == "end")) {
            if (fields_.back()) --codes_;
            fields_.back() = false;
            if (type == "end") fields_.pop_back();
        }
    }

    void add_note(Notes& notes, const pugi::xml_node& reference) {
        const auto found = notes.find(local_attribute(reference, "id"));
        if (found == notes.end() || in_note_) return;
        in_note_ = true;
        const auto fields = std::exchange(fields_, {});
        const int codes = std::exchange(codes_, 0);
        std::string words;
        for (const pugi::xml_node& paragraph : found->second.children())
            if (local_name(paragraph) == "p") words += " " + words_of(paragraph, nullptr);
        fields_ = fields;
        codes_ = codes;
        in_note_ = false;
        notes.erase(found);  // told once, however often it is named
        text_.add_note(std::move(words));
    }

    void read_table(const pugi::xml_node& table) {
        for (const pugi::xml_node& row : table.children()) {
            const std::string_view name = local_name(row);
            if (name == "sdt") read_table(local_child(row, "sdtContent"));
            if (name != "tr" || local_child(local_child(row, "trPr"), "del")) continue;
            std::vector<pugi::xml_node> cells;
            std::vector<std::string> texts;
            bool prose = false;  // a table that only holds the page's columns
            for (const pugi::xml_node& child : row.children()) {
                const pugi::xml_node cell = local_name(child) == "sdt" ? local_child(local_child(child, "sdtContent"), "tc") : child;
                if (local_name(cell) != "tc") continue;
                cells.push_back(cell);
                prose |= std::count_if(cell.children().begin(), cell.children().end(), [](const pugi::xml_node& node) { return local_name(node) == "p"; }) > 3;
            }
            if (cells.size() == 1 || prose) {
                for (const pugi::xml_node& cell : cells) read(cell);
                continue;
            }
            for (const pugi::xml_node& cell : cells) texts.push_back(words_of_cell(cell));
            text_.add_row(texts);
        }
    }

    std::string words_of_cell(const pugi::xml_node& cell) {
        std::string words;
        for (const pugi::xml_node& node : cell.children()) {
            const std::string_view name = local_name(node);
            if (name == "p") words += " " + words_of(node, nullptr);
            else if (name == "tcPr" || name == "tblPr" || name == "trPr" || name == "del") continue;
            else words += " " + words_of_cell(node);
        }
        return words;
    }

    const Styles& styles_;
    OfficeText& text_;
    Notes footnotes_, endnotes_;
    std::vector<bool> fields_;  // that are open: true while in their code
    int codes_ = 0;             // of them that are
    bool in_note_ = false;
};

/// "word/document.xml", or where the package says that it is.
std::string main_part(const ZipParts& parts, Diagnostics& diagnostics) {
    const XmlPart relations(parts["_rels/.rels"], "_rels/.rels", diagnostics);
    for (const pugi::xml_node& relation : relations.root().children())
        if (std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument")) {
            const std::string_view target = relation.attribute("Target").value();
            return std::string(target.starts_with('/') ? target.substr(1) : target);
        }
    return "word/document.xml";
}

}  // namespace

int recognise_docx(std::string_view head) { return zip_document_type(head) == "word" ? 95 : 0; }

Diagnostics read_docx(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    ZipParts parts = read_zip_parts(bytes, hint, [](std::string_view path) {
        if (path == "_rels/.rels" || path == "docProps/core.xml") return true;
        const std::string_view name = path.substr(path.rfind('/') + 1);
        return path.starts_with("word/") && path.size() == 5 + name.size() && name.ends_with(".xml") &&
               (name.starts_with("document") || name.starts_with("footnotes") || name.starts_with("endnotes") || name.starts_with("styles"));
    });
    Document document;
    document.diagnostics = std::move(parts.diagnostics);
    const auto part = [&](const std::string& name) { return XmlPart(parts[name], name, document.diagnostics); };
    const XmlPart main = part(main_part(parts, document.diagnostics)), style_part = part("word/styles.xml"), footnotes = part("word/footnotes.xml"), endnotes = part("word/endnotes.xml");
    const XmlPart core = part("docProps/core.xml");
    document.language = text_below(local_child(core.root(), "language"));
    if (const auto edtf = read_stated_date(text_below(local_child(core.root(), "created")))) document.stated.push_back({*edtf, DateBasis::created, "dcterms:created"});
    const Styles styles(style_part.root());
    OfficeText text(document);
    Reader(styles, footnotes.root(), endnotes.root(), text).read(local_child(main.root(), "body"));
    text.finish(text_below(local_child(core.root(), "title")));
    if (document.blocks.empty()) return std::move(document.diagnostics);
    sink(std::move(document));
    return {};
}

}  // namespace annals
