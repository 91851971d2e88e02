#include "core/time/calendar.h"
#include "core/time/date.h"
#include "tests/properties.h"

namespace annals {
namespace {

using test::any_of;
using test::between;
using test::check_property;
using test::maybe;

EdtfDate any_date() {
    EdtfDate date;
    date.about = maybe();
    date.doubtful = maybe();
    date.year = maybe() ? between(min_year, max_year) : between(1990, 1995);
    const int kind = between(0, 5);
    if (kind == 0) {
        date.unspecified = between(1, 2);
        const int unit = date.unspecified == 1 ? 10 : 100;
        const int first = between(0, 9999 / unit) * unit;
        date.year = maybe() ? first : -(first + unit - 1);
    }
    if (kind == 2)
        date.month = any_of(rc::gen::elementOf(std::vector<int>{21, 22, 23, 24, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41}));
    if (kind >= 3) date.month = between(1, 12);
    if (kind >= 4) date.day = between(1, days_in_month(date.year, *date.month));
    if (kind == 5) {
        date.minute = between(0, 1439);
        if (maybe()) date.utc_offset = between(-18 * 60, 18 * 60);
    }
    return date;
}

/// An expression as parse_edtf gives it: intervals in order, sets sorted.
Edtf any_edtf() {
    Edtf edtf;
    edtf.date = any_date();
    const int kind = between(0, 2);
    if (kind == 0) return edtf;
    std::string text;
    if (kind == 1) {
        const int ends = between(0, 4);
        const std::string a = format_edtf(edtf.date), b = format_edtf(any_date());
        text = ends == 0 ? a + "/.." : ends == 1 ? "../" + a : ends == 2 ? a + "/" : a + "/" + b;
        if (!parse_edtf(text).edtf) text = b + "/" + a;
    } else {
        text = "[" + format_edtf(edtf.date);
        for (int more = between(0, 3); more > 0; --more) {
            const std::string a = format_edtf(any_date()), b = format_edtf(any_date());
            text += "," + (maybe() ? a : parse_edtf(a + "/" + b).edtf ? a + ".." + b : b);
        }
        text += "]";
    }
    const EdtfResult result = parse_edtf(text);
    RC_PRE(result.edtf.has_value());  // two times of one day may still be in the wrong order
    return *result.edtf;
}

Date any_dated() {
    switch (between(0, 4)) {
        case 0:
            return since(any_date(), between(min_day, max_day));
        case 1:
            return not_before(any_date());
        case 2:
            return until(any_date());
        case 3:
            return span_of(any_edtf());
        default:
            return point_in(any_edtf());
    }
}

bool ordered(std::optional<Day> a, std::optional<Day> b) { return !a || !b || *a <= *b; }

}  // namespace

TEST_CASE("what is printed is read again, and is canonical") {
    check_property([] {
        const Edtf edtf = any_edtf();
        const std::string text = format_edtf(edtf);
        const EdtfResult result = parse_edtf(text);
        RC_ASSERT(result.error == "");
        RC_ASSERT(*result.edtf == edtf);
        RC_ASSERT(format_edtf(*result.edtf) == text);
    });
}

TEST_CASE("bytes of any kind are a date or have a reason") {
    check_property([] {
        const std::string text = *rc::gen::container<std::string>(
            rc::gen::oneOf(rc::gen::elementOf(std::string("0123456789-/.,[]X~?%TZ:+")), rc::gen::arbitrary<char>()));
        const EdtfResult result = parse_edtf(text);
        RC_ASSERT(result.edtf.has_value() == result.error.empty());
        if (result.edtf) RC_ASSERT(*parse_edtf(format_edtf(*result.edtf)).edtf == *result.edtf);
    });
    check_property([] {  // nearly right: one byte changed, put in or taken out
        std::string text = format_edtf(any_edtf());
        const auto at = static_cast<std::size_t>(between(0, static_cast<int>(text.size()) - 1));
        const char byte = any_of(rc::gen::elementOf(std::string("0123456789-/.,[]X~?%TZ:+ ")));
        const int change = between(0, 2);
        if (change == 0) text[at] = byte;
        if (change == 1) text.insert(at, 1, byte);
        if (change == 2) text.erase(at, 1);
        const EdtfResult result = parse_edtf(text);
        RC_ASSERT(result.edtf.has_value() == result.error.empty());
        if (result.edtf) RC_ASSERT(*parse_edtf(format_edtf(*result.edtf)).edtf == *result.edtf);
    });
}

TEST_CASE("bounds are in order and within the calendar") {
    check_property([] {
        const Date date = any_dated();
        RC_ASSERT(ordered(date.start_min, date.start_max));
        RC_ASSERT(ordered(date.end_min, date.end_max));
        RC_ASSERT(ordered(date.start_min, date.end_min));
        RC_ASSERT(ordered(date.start_max, date.end_max));
        for (const auto& bound : {date.start_min, date.start_max, date.end_min, date.end_max})
            RC_ASSERT(!bound || (*bound >= min_day && *bound <= max_day));
        RC_ASSERT(date.sort_day().has_value() || date.edtf.front() == '[');
        if (date.shape == Shape::point) RC_ASSERT(date.start_min == date.end_min && date.start_max == date.end_max);
    });
}

TEST_CASE("a coarser date encloses its finer ones") {
    check_property([] {
        EdtfDate finer = any_date();
        finer.year = between(min_year, max_year - 1);
        finer.unspecified = 0;
        if (finer.day) finer.day = std::min(*finer.day, days_in_month(finer.year, *finer.month));
        EdtfDate coarser = finer;
        coarser.minute = coarser.utc_offset = coarser.day = std::nullopt;
        if (!finer.day) coarser.month = std::nullopt;
        if (!finer.month) {
            coarser.unspecified = between(1, 2);
            const int unit = coarser.unspecified == 1 ? 10 : 100;
            coarser.year = finer.year >= 0 ? finer.year / unit * unit : -(-finer.year / unit * unit + unit - 1);
        }
        const DayRange outer = days_of(coarser), inner = days_of(finer);
        RC_ASSERT(outer.first <= inner.first);
        const bool over_new_year = finer.month == 24 || finer.month == 30;
        RC_ASSERT((over_new_year ? inner.first : inner.last) <= outer.last);
        RC_ASSERT(precision_of(coarser) > precision_of(finer));
    });
}

TEST_CASE("certain and within imply possible, and a wider window loses nothing") {
    check_property([] {
        const Date date = any_dated();
        const auto limit = [] {
            return maybe() ? std::optional<Day>(maybe() ? between(min_day, max_day) : between(7000, 10000)) : std::nullopt;
        };
        auto from = limit(), to = limit();
        if (from && to && *from > *to) std::swap(from, to);
        const bool possible = in_window(date, from, to, WindowMode::possible);
        RC_ASSERT(possible || !in_window(date, from, to, WindowMode::certain));
        RC_ASSERT(possible || !in_window(date, from, to, WindowMode::within));
        const auto wider_from = from ? std::optional(std::max(min_day, *from - between(0, 1000))) : from;
        const auto wider_to = to ? std::optional(std::min(max_day, *to + between(0, 1000))) : to;
        for (const WindowMode mode : {WindowMode::possible, WindowMode::certain, WindowMode::within}) {
            RC_ASSERT(!in_window(date, from, to, mode) || in_window(date, wider_from, wider_to, mode));
        }
    });
}

TEST_CASE("the order of dates is a strict weak order") {
    check_property([] {
        const Date a = any_dated(), b = any_dated(), c = maybe() ? Date{} : any_dated();
        RC_ASSERT(!date_before(a, a));
        RC_ASSERT(!(date_before(a, b) && date_before(b, a)));
        RC_ASSERT(!(date_before(a, b) && date_before(b, c)) || date_before(a, c));
        const auto same = [](const Date& x, const Date& y) { return !date_before(x, y) && !date_before(y, x); };
        RC_ASSERT(!(same(a, b) && same(b, c)) || same(a, c));
    });
}

TEST_CASE("the date of days has exactly these days") {
    check_property([] {
        const int first = between(min_day, max_day);
        const DayRange days{first, std::min(max_day, first + between(0, 800))};
        const Date date = point_in(edtf_of(days));
        RC_ASSERT(date.start_min == days.first);
        RC_ASSERT(date.end_max == days.last);
    });
}

TEST_CASE("months are added without leaving the month meant") {
    check_property([] {
        const Civil civil = to_civil(between(to_day({-9000, 1, 1}), to_day({9000, 12, 31})));
        const int months = between(-10000, 10000);
        const Civil moved = add_months(civil, months);
        RC_ASSERT(is_valid(moved));
        RC_ASSERT(moved.year * 12 + moved.month == civil.year * 12 + civil.month + months);
        RC_ASSERT(moved.day == std::min(civil.day, days_in_month(moved.year, moved.month)));
        if (civil.day <= 28) RC_ASSERT(add_months(moved, -months) == civil);
        RC_ASSERT(add_years(civil, 3) == add_months(civil, 36));
    });
}

TEST_CASE("words are given for every date and hold no digits that it lacks") {
    check_property([] {
        const Date date = any_dated();
        const std::string words = in_words(date);
        RC_ASSERT(!words.empty());
        RC_ASSERT(words != date.edtf || date.edtf.find_first_of("-/[X~?%") == std::string::npos);
    });
}

}  // namespace annals
