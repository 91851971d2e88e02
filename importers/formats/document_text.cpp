#include "importers/formats/document_text.h"

#include <algorithm>

namespace annals {
namespace {

/// Length of a white-space character of Unicode at the place, 0 for none.
std::size_t space_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
    if (text.substr(at, 2) == "\xc2\xa0") return 2;
    const std::string_view three = text.substr(at, 3);
    if (three == "\xe3\x80\x80" || three == "\xe2\x80\xaf" || three == "\xe2\x81\x9f") return 3;
    return three.size() == 3 && three.starts_with("\xe2\x80") && static_cast<unsigned char>(three[2]) <= 0x8a && static_cast<unsigned char>(three[2]) >= 0x80 ? 3 : 0;
}

std::size_t invisible_at(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) == "\xc2\xad") return 2;
    const std::string_view three = text.substr(at, 3);
    return three == "\xe2\x80\x8b" || three == "\xe2\x81\xa0" || three == "\xef\xbb\xbf" ? 3 : 0;
}

bool stands_close(BlockKind kind) { return kind == BlockKind::list_item || kind == BlockKind::table_row; }

}  // namespace

std::string fold_space(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    bool space = false;
    for (std::size_t i = 0; i < utf8.size();) {
        if (const std::size_t length = space_at(utf8, i)) {
            space = true;
            i += length;
        } else if (const std::size_t hidden = invisible_at(utf8, i)) {
            i += hidden;
        } else {
            if (space && !folded.empty()) folded += ' ';
            space = false;
            folded += utf8[i++];
        }
    }
    return folded;
}

Block* add_block(Document& document, BlockKind kind, std::string_view text, int level) {
    return add_folded_block(document, kind, fold_space(text), level);
}

Block* add_row(Document& document, const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) {
        const std::string folded = fold_space(cell);
        if (!folded.empty()) row += (row.empty() ? "" : "\t") + folded;
    }
    return add_folded_block(document, BlockKind::table_row, row);
}

Block* add_folded_block(Document& document, BlockKind kind, std::string_view folded, int level) {
    if (folded.empty()) return nullptr;
    if (!document.blocks.empty()) document.text += stands_close(kind) && document.blocks.back().kind == kind ? "\n" : "\n\n";
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += folded;
    document.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(document.text.size())}, {}, level});
    return &document.blocks.back();
}

void place_title(Document& document) {
    document.title = fold_space(document.title);
    if (document.title.empty()) return;
    for (Block& block : document.blocks) {
        if (block.kind == BlockKind::title) return;
        if ((block.kind == BlockKind::heading || block.kind == BlockKind::paragraph) && words(document.text, block.span) == document.title) {
            block.kind = BlockKind::title;
            return;
        }
        if (block.kind == BlockKind::paragraph && block.span.size() > 300) break;  // the article has begun
    }
    const std::string lead = document.title + (document.blocks.empty() ? "" : "\n\n");
    const auto shift = static_cast<std::uint32_t>(lead.size());
    document.text.insert(0, lead);
    for (Block& block : document.blocks) block.span = {block.span.begin + shift, block.span.end + shift};
    document.blocks.insert(document.blocks.begin(), Block{BlockKind::title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, 1});
}

}  // namespace annals
