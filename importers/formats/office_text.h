// Paragraphs, headings, lists, tables and notes of a word processor's file -> the blocks of a document.
#pragma once

#include "core/model/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

class OfficeText {
public:
    explicit OfficeText(Document& document) : document_(document) {}

    void add_title(std::string_view text);
    void add_heading(std::string_view text, int level) { add(BlockKind::heading, text, level); }
    void add_caption(std::string_view text) { add(BlockKind::caption, text); }
    void add_byline(std::string_view text) { add(BlockKind::byline, text); }
    void add_list_item(std::string_view text) { add(BlockKind::list_item, text); }
    void add_boilerplate(std::string_view text) { add(BlockKind::boilerplate, text); }
    /// Told by its form: byline, stamp, dateline, photo credit, prose.
    void add_paragraph(std::string_view text);
    void add_row(const std::vector<std::string>& cells);
    /// A footnote or endnote; they stand behind the text, in the order in which it names them.
    void add_note(std::string text) { notes_.push_back(std::move(text)); }

    /// To be called once, at the end. The title is that of a paragraph, else `stated`, else a heading or short line at the beginning.
    void finish(std::string_view stated);

private:
    void add(BlockKind kind, std::string_view text, int level = 0);

    Document& document_;
    std::vector<std::string> notes_;
    bool in_body_ = false;  // prose has begun
};

}  // namespace annals
