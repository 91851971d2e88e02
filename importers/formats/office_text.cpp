#include "importers/formats/office_text.h"

#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/line_kind.h"
#include "importers/formats/side_matter.h"

#include <algorithm>

namespace annals {

void OfficeText::add(BlockKind kind, std::string_view text, int level) { add_block(document_, kind, clean_text(text), level); }

void OfficeText::add_title(std::string_view text) {
    if (!document_.title.empty()) return add_heading(text, 1);
    document_.title = fold_space(clean_text(text));
    add_folded_block(document_, BlockKind::title, document_.title, 1);
}

void OfficeText::add_paragraph(std::string_view text) {
    const std::string folded = fold_space(clean_text(text));
    const auto put = [&](BlockKind kind, std::string_view words) { add_folded_block(document_, kind, words); };
    if (is_boilerplate(folded)) return put(BlockKind::boilerplate, folded);
    if (is_stamp(folded) || (!in_body_ && is_byline(folded))) return put(BlockKind::byline, folded);
    if (folded.size() < 400 && has_photo_credit(folded)) return put(BlockKind::caption, folded);
    if (!in_body_ && is_dateline(folded)) return put(BlockKind::dateline, folded);
    if (folded.size() > 120) in_body_ = true;
    const std::size_t opening = dateline_length(folded);
    put(BlockKind::dateline, fold_space(std::string_view(folded).substr(0, opening)));
    put(BlockKind::paragraph, fold_space(std::string_view(folded).substr(opening)));
}

void OfficeText::add_row(const std::vector<std::string>& cells) {
    if (cells.size() == 1) return add_paragraph(cells[0]);  // a frame around text
    std::vector<std::string> clean;
    for (const std::string& cell : cells) clean.push_back(clean_text(cell));
    annals::add_row(document_, clean);
}

void OfficeText::finish(std::string_view stated) {
    auto& blocks = document_.blocks;
    if (document_.title.empty()) document_.title = fold_space(clean_text(repair_utf8(stated)));
    if (document_.title.empty()) {
        for (std::size_t i = 0; i < std::min<std::size_t>(blocks.size(), 3); ++i) {
            const std::string_view text = words(document_.text, blocks[i].span);
            const bool opens = blocks[i].kind == BlockKind::heading || (i == 0 && blocks[i].kind == BlockKind::paragraph && blocks.size() > 1 && is_heading_like(text));
            if (!opens) continue;
            blocks[i].kind = BlockKind::title;
            blocks[i].level = 1;
            document_.title = text;
            break;
        }
    }
    place_title(document_);
    for (const std::string& note : notes_) add(BlockKind::paragraph, note);
    set_side_matter_aside(document_);
}

}  // namespace annals
