#include "reports/silences.h"

#include <algorithm>

namespace annals {

Silences::Silences(Day least, std::optional<Day> from) : least_(std::max(least, 1)) {
    if (from) last_start_ = covered_until_ = *from - 1;
}

std::optional<Silence> Silences::ending(Day next) const {
    if (covered_until_ && next - *covered_until_ - 1 >= least_) return Silence{{*covered_until_ + 1, next - 1}, false};
    if (last_start_ && next - *last_start_ - 1 >= least_) return Silence{{*last_start_ + 1, next - 1}, true};
    return {};
}

std::optional<Silence> Silences::before(const Date& date) {
    const auto start = date.sort_day();
    if (!date.dated() || !start) return {};
    const std::optional<Silence> silence = date.start_min ? ending(*start) : std::nullopt;  // an unknown beginning ends nothing for sure
    const Day begun = date.start_max.value_or(*start);
    const Day end = std::max(begun, date.end_max.value_or(date.open_end ? max_day : begun));
    last_start_ = std::max(last_start_.value_or(begun), begun);
    covered_until_ = std::max(covered_until_.value_or(end), end);
    return silence;
}

std::optional<Silence> Silences::until(Day last) const { return last < max_day ? ending(last + 1) : std::nullopt; }

}  // namespace annals
