// What holds for every document, whatever bytes it was read from.
#pragma once

#include "core/model/document.h"
#include "core/text/utf8.h"
#include "core/time/edtf.h"

#include <string>

namespace annals::test {

/// Empty when all is well, else what is broken.
inline std::string broken_invariant(const Document& document) {
    const std::string& text = document.text;
    if (!is_utf8(text)) return "the text is no UTF-8";
    if (text.find('\0') != std::string::npos || text.find('\r') != std::string::npos) return "the text holds a control character";
    if (!is_utf8(document.title)) return "the title is no UTF-8";
    const auto on_border = [&](std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80; };
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        if (block.span.begin < end || block.span.empty() || block.span.end > text.size()) return "blocks overlap or leave the text";
        if (!on_border(block.span.begin) || !on_border(block.span.end)) return "a block cuts a character";
        for (std::uint32_t i = end; end && i < block.span.begin; ++i)
            if (!is_space(text[i])) return "words stand between two blocks";
        if (end && end == block.span.begin) return "two blocks touch";
        end = block.span.end;
        if (!block.stated.empty() && !parse_edtf(block.stated).edtf) return "the date of a block is no EDTF";
    }
    for (const StatedDate& stated : document.stated) {
        const auto read = parse_edtf(stated.edtf);
        if (!read.edtf || format_edtf(*read.edtf) != stated.edtf) return "a stated date is no canonical EDTF: " + stated.edtf;
    }
    return {};
}

}  // namespace annals::test
