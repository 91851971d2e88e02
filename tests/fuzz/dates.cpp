// Dates of any text: resolutions stand in order, lie in the text, and each is dated or says why not.
#include "core/text/utf8.h"
#include "importers/extract/extract.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 16) return 0;
    annals::Document document;
    document.text = annals::repair_utf8({reinterpret_cast<const char*>(data), size});
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.blocks = {{annals::BlockKind::paragraph, {0, end}, {}, 0}};
    for (const char* published : {"", "2012-02-29", "-9999-01-01", "9999-12-31"}) {
        const annals::DatedText dated = annals::find_dates(document, *annals::english_rules(), published);
        std::uint32_t at = 0;
        for (const annals::Resolution& found : dated.resolutions) {
            if (found.span.begin < at || found.span.empty() || found.span.end > end) std::abort();
            if (found.date.dated() == !found.undated_because.empty() || found.rule.empty()) std::abort();
            if (found.date.start_min && found.date.end_max && *found.date.start_min > *found.date.end_max) std::abort();
            if (found.date.dated() && !annals::parse_edtf(found.date.edtf).edtf) std::abort();
            at = found.span.end;
        }
    }
    return 0;
}
