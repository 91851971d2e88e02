#include "importers/formats/pdf_pages.h"

#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/entities.h"

#include <algorithm>
#include <charconv>

namespace annals {
namespace {

constexpr double widest_gap = 4;  // heights; justified words stand no further apart

/// The number in name="..." of a tag; 0 when there is none.
double attribute(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(std::string(name) + "=\"");
    if (at == tag.npos) return 0;
    tag.remove_prefix(at + name.size() + 2);
    double value = 0;
    std::from_chars(tag.data(), tag.data() + tag.size(), value);
    return value > -1e6 && value < 1e6 ? value : 0;
}

/// Whether the word goes on with the line: at the same height, to the right of it.
bool goes_on(const PdfLine& line, const PdfBox& word) {
    const double lower = std::min(line.box.height(), word.height());
    const double shared = std::min(line.box.bottom, word.bottom) - std::max(line.box.top, word.top);
    const double gap = word.left - line.box.right;
    return shared > 0.4 * lower && gap > -lower && gap < widest_gap * std::max(line.box.height(), word.height());
}

}  // namespace

std::vector<PdfPage> read_pdf_pages(std::string_view bbox) {
    std::vector<PdfPage> pages;
    for (std::size_t at = bbox.find("<page"); at != bbox.npos; at = bbox.find('<', at + 1)) {
        const std::string_view rest = bbox.substr(at);
        const std::string_view tag = rest.substr(0, rest.find('>'));
        if (tag.starts_with("<page")) {
            pages.push_back({attribute(tag, "width"), attribute(tag, "height"), {}});
        } else if (tag.starts_with("<word") && tag.size() < rest.size() && !pages.empty()) {
            const std::string_view inside = rest.substr(tag.size() + 1, rest.find('<', tag.size()) - tag.size() - 1);
            const PdfBox box{attribute(tag, "xMin"), attribute(tag, "yMin"), attribute(tag, "xMax"), attribute(tag, "yMax")};
            const std::string word = fold_space(clean_text(decode_entities(repair_utf8(inside))));
            if (word.empty()) continue;
            std::vector<PdfLine>& lines = pages.back().lines;
            if (lines.empty() || !goes_on(lines.back(), box)) {
                lines.push_back({box, word});
                continue;
            }
            PdfLine& line = lines.back();
            // Letters that a wide type parts from their word stand close to it.
            if (box.left - line.box.right > 0.05 * box.height()) line.text += ' ';
            line.text += word;
            line.box = {std::min(line.box.left, box.left), std::min(line.box.top, box.top), std::max(line.box.right, box.right), std::max(line.box.bottom, box.bottom)};
        }
    }
    return pages;
}

}  // namespace annals
