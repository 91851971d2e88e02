#include "core/events/date_likeness.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace annals {
namespace {

/// So far apart sources may put what happens only once.
constexpr Day most_apart = 31;
/// Days around another's, no longer than this.
constexpr Day longest_around = 366;

bool near(Day a, Day b) { return std::abs(a - b) <= 3; }

/// Minutes from the beginning of 1970 at Greenwich; by the clock of an unknown place where the zone is not said.
std::int64_t instant(const Date& date) { return std::int64_t{*date.start_min} * 1440 + *date.minute - date.utc_offset.value_or(0); }

/// What the clocks say of it, where both say something.
std::optional<DateLikeness> compare_clocks(const Date& a, const Date& b) {
    if (!a.minute || !b.minute || !one_day(a) || !one_day(b)) return {};
    const std::int64_t apart = std::abs(instant(a) - instant(b));
    const bool two_places = a.utc_offset.has_value() != b.utc_offset.has_value();
    if (apart == 0 && !two_places) return DateLikeness{3, "the same minute"};
    if (!same_days(a, b)) return {};
    // Zones lie whole half hours apart, so that 3.32 here may be 9.02 there, but never 9.40.
    if (apart > 120 && (!two_places || apart % 30 != 0)) return DateLikeness{0, "same day, another time", false, true};
    return {};
}

}  // namespace

bool of_one_minute(const Date& a, const Date& b) {
    const auto clocks = compare_clocks(a, b);
    return clocks && !clocks->other_time;
}

DateLikeness compare_dates(const Date& a, const Date& b, bool once) {
    if (!a.start_min || !a.end_max || !b.start_min || !b.end_max) return {};
    if (const auto clocks = compare_clocks(a, b)) return *clocks;
    if (same_days(a, b)) {
        const Day days = *a.end_max - *a.start_min + 1;
        return {days == 1 ? 2 : days <= 7 ? 1.75 : days <= 31 ? 1.25 : days <= 366 ? 0.75 : 0.5, "same days"};
    }
    const auto holds = [](const Date& outer, const Date& inner) { return *outer.start_min <= *inner.start_min && *inner.end_max <= *outer.end_max; };
    if (holds(a, b) || holds(b, a)) {
        const Day days = std::max(*a.end_max - *a.start_min, *b.end_max - *b.start_min) + 1;
        if (days > longest_around) return {};
        const bool begin = a.start_min == b.start_min, end = a.end_max == b.end_max;
        return {days <= 31 ? (begin ? 1.25 : end ? 1 : 0.5) : -0.5, "days within the other's"};
    }
    if (!one_day(a) || !one_day(b)) return {};
    const Day apart = std::abs(*a.start_min - *b.start_min);
    if (apart == 1) return {0.5, "the day beside it", true};
    if (near(*a.start_min, *b.start_min)) return {0, "some days beside it", true};
    if (once && apart <= most_apart) return {0.5, "some days from it, though it happens only once", true};
    return {};
}

std::vector<DayRange> comparable_days(const Date& date) {
    if (!date.start_min || !date.end_max) return {};
    const DayRange days{*date.start_min, *date.end_max};
    const Civil civil = to_civil(days.first);
    const DayRange month = month_range(civil.year, civil.month);
    if (days.first == days.last) {
        std::vector<DayRange> result{month};
        for (Day near : {-3, -2, -1, 1, 2, 3})
            if (days.first + near >= min_day && days.first + near <= max_day) result.push_back({days.first + near, days.first + near});
        return result;
    }
    if (days == month) {
        std::vector<DayRange> result{year_range(civil.year)};
        for (Day day = month.first; day <= month.last; ++day) result.push_back({day, day});
        return result;
    }
    if (days == year_range(civil.year)) {
        std::vector<DayRange> result;
        for (int number = 1; number <= 12; ++number) result.push_back(month_range(civil.year, number));
        return result;
    }
    return {};
}

bool compares_with(const Date& a, const Date& b) {
    if (!a.start_min || !a.end_max || !b.start_min || !b.end_max) return false;
    const DayRange days{*a.start_min, *a.end_max}, other{*b.start_min, *b.end_max};
    const bool within = days.first <= other.first && other.last <= days.last;
    const auto month_of = [](DayRange of) { return month_range(to_civil(of.first).year, to_civil(of.first).month); };
    const auto year_of = [](DayRange of) { return year_range(to_civil(of.first).year); };
    if (days.first == days.last) return other.first == other.last ? other.first != days.first && near(days.first, other.first) : other == month_of(days);
    if (days == month_of(days)) return other.first == other.last ? within : other == year_of(days);
    return within && days == year_of(days) && other == month_of(other);
}

bool may_be_one_date(DayRange a, DayRange b, bool once) {
    if (a == b) return true;
    if ((a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)) return std::max(a.last - a.first, b.last - b.first) < longest_around;
    return a.first == a.last && b.first == b.last && (near(a.first, b.first) || (once && std::abs(a.first - b.first) <= most_apart));
}

}  // namespace annals
