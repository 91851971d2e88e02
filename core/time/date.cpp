#include "core/time/date.h"

#include "core/time/calendar.h"

#include <algorithm>

namespace annals {
namespace {

std::optional<DayRange> days_of_end(const EdtfEnd& end) {
    if (end.kind != EdtfEnd::Kind::date) return std::nullopt;
    return days_of(end.date);
}

std::optional<Day> first_of(const std::optional<DayRange>& days) { return days ? std::optional(days->first) : std::nullopt; }
std::optional<Day> last_of(const std::optional<DayRange>& days) { return days ? std::optional(days->last) : std::nullopt; }

/// What an expression says before it is read as a point or a span.
Date named(const Edtf& edtf, Shape shape) {
    Date date;
    date.edtf = format_edtf(edtf);
    date.shape = shape;
    date.precision = precision_of(edtf);
    if (edtf.kind == Edtf::Kind::one_of) return date;
    const bool by_end = edtf.kind == Edtf::Kind::interval && edtf.start.kind != EdtfEnd::Kind::date;
    const EdtfDate& sorted_by = edtf.kind == Edtf::Kind::date ? edtf.date : by_end ? edtf.end.date : edtf.start.date;
    date.minute = sorted_by.minute;
    date.utc_offset = sorted_by.utc_offset;
    return date;
}

void set_point(Date& date, std::optional<Day> first, std::optional<Day> last) {
    date.start_min = date.end_min = first;
    date.start_max = date.end_max = last;
}

/// Bounds of both ends. A beginning is not after its end, which narrows 2006/2006-03 to a beginning by March.
void set_span(Date& date, const std::optional<DayRange>& start, const std::optional<DayRange>& end) {
    date.start_min = first_of(start);
    date.start_max = last_of(start);
    date.end_min = first_of(end);
    date.end_max = last_of(end);
    if (date.start_max && date.end_max) date.start_max = std::min(*date.start_max, *date.end_max);
    if (date.start_min && date.end_min) date.end_min = std::max(*date.start_min, *date.end_min);
}

/// The days of a set: the first and last that its members reach.
std::optional<Day> first_choice(const std::vector<EdtfEnd>& choices) {
    std::optional<Day> first;
    for (std::size_t at = 0; at < choices.size(); at += 2) {
        const auto days = days_of_end(choices[at]);
        if (!days) return std::nullopt;
        first = first ? std::min(*first, days->first) : days->first;
    }
    return first;
}

std::optional<Day> last_choice(const std::vector<EdtfEnd>& choices) {
    std::optional<Day> last;
    for (std::size_t at = 1; at < choices.size(); at += 2) {
        const auto days = days_of_end(choices[at]);
        if (!days) return std::nullopt;
        last = last ? std::max(*last, days->last) : days->last;
    }
    return last;
}

void set_open_flags(Date& date, const Edtf& edtf) {
    date.open_start = edtf.kind == Edtf::Kind::interval && edtf.start.kind == EdtfEnd::Kind::open;
    date.open_end = edtf.kind == Edtf::Kind::interval && edtf.end.kind == EdtfEnd::Kind::open;
}

Edtf interval(const EdtfEnd& start, const EdtfEnd& end) {
    Edtf edtf;
    edtf.kind = Edtf::Kind::interval;
    edtf.start = start;
    edtf.end = end;
    return edtf;
}

constexpr EdtfEnd::Kind open = EdtfEnd::Kind::open;

DayResult window_end_of(std::string_view text, bool first) {
    EdtfResult parsed = parse_edtf(text);
    if (!parsed.edtf) return {std::nullopt, std::move(parsed.error)};
    const Date date = point_in(*parsed.edtf);
    const std::optional<Day> day = first ? date.start_min : date.end_max;
    if (!day) return {std::nullopt, std::string(text) + ": it has no " + (first ? "first" : "last") + " day"};
    return {day, {}};
}

}  // namespace

std::string_view to_string(Shape shape) { return shape == Shape::point ? "point" : shape == Shape::span ? "span" : "undated"; }

Date point_in(const Edtf& edtf) {
    Date date = named(edtf, Shape::point);
    set_open_flags(date, edtf);
    switch (edtf.kind) {
    case Edtf::Kind::date: {
        const DayRange days = days_of(edtf.date);
        set_point(date, days.first, days.last);
        break;
    }
    case Edtf::Kind::interval: set_point(date, first_of(days_of_end(edtf.start)), last_of(days_of_end(edtf.end))); break;
    case Edtf::Kind::one_of: set_point(date, first_choice(edtf.choices), last_choice(edtf.choices)); break;
    }
    return date;
}

Date span_of(const Edtf& edtf) {
    if (edtf.kind == Edtf::Kind::one_of) return point_in(edtf);  // nothing fills a choice
    Date date = named(edtf, Shape::span);
    set_open_flags(date, edtf);
    if (edtf.kind == Edtf::Kind::date) {
        const DayRange days = days_of(edtf.date);
        set_span(date, DayRange{days.first, days.first}, DayRange{days.last, days.last});
    } else {
        set_span(date, days_of_end(edtf.start), days_of_end(edtf.end));
    }
    return date;
}

Date since(const EdtfDate& start, Day said) {
    Date date = span_of(interval({EdtfEnd::Kind::date, start}, {open, {}}));
    const Day end = std::max(said, *date.start_min);
    set_span(date, days_of(start), DayRange{end, end});
    return date;
}

Date not_before(const EdtfDate& start) {
    Date date = point_in(interval({EdtfEnd::Kind::date, start}, {open, {}}));
    const DayRange days = days_of(start);
    set_point(date, days.first, days.last);
    return date;
}

Date until(const EdtfDate& end) { return span_of(interval({open, {}}, {EdtfEnd::Kind::date, end})); }

EdtfDate edtf_day(Day day) {
    const Civil civil = to_civil(day);
    EdtfDate date;
    date.year = civil.year;
    date.month = civil.month;
    date.day = civil.day;
    return date;
}

Edtf edtf_of(DayRange days) {
    Edtf edtf;
    edtf.date = edtf_day(days.first);
    if (days.first == days.last) return edtf;
    const Civil first = to_civil(days.first);
    if (days == year_range(first.year)) {
        edtf.date.month = edtf.date.day = std::nullopt;
    } else if (days == month_range(first.year, first.month)) {
        edtf.date.day = std::nullopt;
    } else {
        return interval({EdtfEnd::Kind::date, edtf.date}, {EdtfEnd::Kind::date, edtf_day(days.last)});
    }
    return edtf;
}

DateResult parse_date(std::string_view text) {
    EdtfResult parsed = parse_edtf(text);
    if (!parsed.edtf) return {std::nullopt, std::move(parsed.error)};
    return {parsed.edtf->kind == Edtf::Kind::interval ? span_of(*parsed.edtf) : point_in(*parsed.edtf), {}};
}

DayResult window_start(std::string_view edtf) { return window_end_of(edtf, true); }
DayResult window_end(std::string_view edtf) { return window_end_of(edtf, false); }

bool in_window(const Date& date, std::optional<Day> from, std::optional<Day> to, WindowMode mode) {
    if (!date.dated()) return false;
    // A bound that nobody gave may lie anywhere: that is possible, never certain.
    const auto by_to = [&](std::optional<Day> bound) { return !to || (bound ? *bound <= *to : mode == WindowMode::possible); };
    const auto by_from = [&](std::optional<Day> bound) { return !from || (bound ? *bound >= *from : mode == WindowMode::possible); };
    switch (mode) {
    case WindowMode::possible: return by_to(date.start_min) && by_from(date.end_max);
    case WindowMode::certain: return by_to(date.start_max) && by_from(date.end_min);
    case WindowMode::within: return by_from(date.start_min) && by_to(date.end_max);
    }
    return false;
}

bool date_before(const Date& a, const Date& b) {
    if (a.dated() != b.dated()) return a.dated();
    if (a.sort_day() != b.sort_day()) return a.sort_day() && (!b.sort_day() || *a.sort_day() < *b.sort_day());
    if (a.minute != b.minute) return a.minute < b.minute;  // none before any
    if (a.end_max == b.end_max) return false;
    return !a.end_max || (b.end_max && *a.end_max > *b.end_max);
}

}  // namespace annals
