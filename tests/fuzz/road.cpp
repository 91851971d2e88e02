// The whole road: bytes of any format, through mentions that stand in their text.
#include "importers/extract/extract.h"
#include "importers/formats/format.h"
#include "tests/document_checks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 15) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    annals::read_documents(bytes, {"input", {}}, [](annals::Document&& document) {
        const auto end = static_cast<std::uint32_t>(document.text.size());
        const annals::Extracted extracted = annals::extract(document, *annals::english_rules(), {});
        for (const annals::Mention& mention : extracted.mentions) {
            if (mention.quote.empty() || mention.quote.end > end || !mention.quote.contains(mention.trigger)) std::abort();
            if (mention.headline.empty() || annals::code_points(mention.headline) > 100 || !annals::is_utf8(mention.headline)) std::abort();
            if (mention.date.dated() && !annals::parse_edtf(mention.date.edtf).edtf) std::abort();
            if (mention.evidence.span.end > end) std::abort();
        }
        return true;
    });
    return 0;
}
