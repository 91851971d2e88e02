// Plain text.
#include "importers/formats/formats.h"

#include "importers/formats/decode.h"
#include "importers/formats/plain_blocks.h"

namespace annals {

int recognise_text(std::string_view head) { return looks_like_text(head) ? 30 : 0; }

Diagnostics read_text(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    Decoded decoded = decode(bytes);
    Document document;
    document.text = std::move(decoded.text);
    document.diagnostics = std::move(decoded.diagnostics);
    add_plain_blocks(document, 0, true);
    sink(std::move(document));
    return {};
}

}  // namespace annals
