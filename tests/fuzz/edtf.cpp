// Any bytes are an EDTF text or none, with a reason; what is one prints and reads as itself, within the calendar.
#include "core/time/date.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const annals::EdtfResult result = annals::parse_edtf(text);
    if (result.edtf.has_value() == !result.error.empty()) std::abort();
    if (result.edtf) {
        const std::string printed = annals::format_edtf(*result.edtf);
        const annals::EdtfResult again = annals::parse_edtf(printed);
        if (!again.edtf || *again.edtf != *result.edtf || annals::format_edtf(*again.edtf) != printed) std::abort();
        for (const annals::Date& date : {annals::point_in(*result.edtf), annals::span_of(*result.edtf)}) {
            if (date.start_min && date.end_max && *date.start_min > *date.end_max) std::abort();
            annals::in_words(date);
        }
    }
    annals::parse_date(text);
    annals::window_start(text);
    annals::window_end(text);
    return 0;
}
