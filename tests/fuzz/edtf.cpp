// Any bytes: a date or a reason. A date prints as text that reads back as the same date, and its bounds are in order.
#include "core/time/date.h"

#include <cstdlib>

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void require_order(std::optional<annals::Day> a, std::optional<annals::Day> b) { require(!a || !b || *a <= *b); }

void require_bounds(const annals::Date& date) {
    require_order(date.start_min, date.start_max);
    require_order(date.end_min, date.end_max);
    require_order(date.start_min, date.end_min);
    require_order(date.start_max, date.end_max);
    require(!date_before(date, date));
    require(!annals::in_words(date).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const annals::EdtfResult result = annals::parse_edtf(text);
    require(result.edtf.has_value() == result.error.empty());
    if (!result.edtf) return 0;
    const std::string canonical = annals::format_edtf(*result.edtf);
    const annals::EdtfResult again = annals::parse_edtf(canonical);
    require(again.edtf == result.edtf);
    require(annals::format_edtf(*again.edtf) == canonical);
    require_bounds(annals::point_in(*result.edtf));
    require_bounds(annals::span_of(*result.edtf));
    return 0;
}
