#include "reports/known_days.h"

namespace annals {

std::optional<KnownDays> known_days(const Date& date) {
    const std::optional<Day> first = date.start_min ? date.start_min : date.end_min ? date.end_min : date.end_max;
    const std::optional<Day> last = date.end_max ? date.end_max : date.start_max ? date.start_max : date.start_min;
    if (!date.dated() || !first || !last) return {};
    const bool hedged = date.open_start || date.open_end || date.edtf.find_first_of("~?%") != std::string::npos;
    const bool point = date.shape == Shape::point && date.start_min == date.end_max;
    const bool span = date.shape == Shape::span && date.start_min && date.start_min == date.start_max && date.end_min && date.end_min == date.end_max;
    return KnownDays{{*first, *last}, !hedged && (point || span)};
}

}  // namespace annals
