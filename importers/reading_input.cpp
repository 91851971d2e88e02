#include "importers/reading_input.h"

namespace annals {
namespace {

/// Parts that cannot run into one another.
class Parts {
public:
    Parts& operator<<(std::string_view text) {
        bytes_.append(std::to_string(text.size())).append(":").append(text);
        return *this;
    }
    Parts& operator<<(std::uint32_t number) {
        bytes_.append(std::to_string(number)).append(";");
        return *this;
    }
    std::string hash() const { return sha256(bytes_).substr(0, 32); }

private:
    std::string bytes_;
};

}  // namespace

std::string reading_input(const Document& document, std::string_view published, std::string_view version) {
    Parts parts;
    parts << version << published << document_key(document) << (document.sha256.empty() ? sha256(document.text) : document.sha256);
    parts << document.title << document.url << document.publisher << document.language;
    for (const Block& block : document.blocks)
        parts << to_string(block.kind) << block.span.begin << block.span.end << block.stated << static_cast<std::uint32_t>(block.level);
    for (const StatedDate& stated : document.stated) parts << stated.edtf << to_string(stated.basis) << stated.where;
    for (const std::uint32_t page : document.pages) parts << page;
    for (const Diagnostic& diagnostic : document.diagnostics) parts << diagnostic.code << diagnostic.text;
    return parts.hash();
}

}  // namespace annals
