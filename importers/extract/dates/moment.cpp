#include "importers/extract/dates/moment.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace annals {
namespace {

void put(std::string& text, int number, std::size_t width) {
    std::array<char, 11> digits;
    const auto size = static_cast<std::size_t>(std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr - digits.data());
    if (size < width) text.append(width - size, '0');
    text.append(digits.data(), size);
}

std::string padded(int number, std::size_t width) {
    std::string text;
    put(text, number, width);
    return text;
}

std::string year_text(int year) { return year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4); }

/// First year of the ten or hundred that share their leading digits; counted away from 0 before it: -07XX is -799 to -700.
int first_of(int year, int size) { return year >= 0 ? year / size * size : -(-year / size * size + size - 1); }

int season_of_month(int month) { return month == 12 || month <= 2 ? 24 : month <= 5 ? 21 : month <= 8 ? 22 : 23; }

EdtfDate with_month(int year, int month) {
    EdtfDate date;
    date.year = year;
    date.month = month;
    return date;
}

EdtfDate unspecified(int first_year, int digits) {
    EdtfDate date;
    date.year = first_year;
    date.unspecified = digits;
    return date;
}

int clamp_year(int year) { return std::clamp(year, min_year, max_year); }

}  // namespace

std::string timex_value(const EdtfDate& date) {
    if (date.unspecified == 1) return date.year > 0 ? padded(date.year / 10, 3) : "BC" + padded(-date.year / 10, 3);
    if (date.unspecified == 2) return date.year >= 0 ? padded(date.year / 100, 2) : "BC" + padded(-date.year / 100, 2);
    std::string text = year_text(date.year);
    if (!date.month) return text;
    static constexpr std::string_view seasons[] = {"SP", "SU", "FA", "WI"};
    const int month = *date.month;
    if (month >= 40) return text + "-H" + std::to_string(month - 39);
    if (month >= 37) return text;
    if (month >= 33) return text + "-Q" + std::to_string(month - 32);
    if (month >= 21) return text + "-" + std::string(seasons[(month - 21) % 4]);  // 29 to 32: of the south
    const auto add = [&](char mark, int number) { put(text += mark, number, 2); };
    add('-', month);
    if (date.day) add('-', *date.day);
    if (date.day && date.minute) {
        add('T', *date.minute / 60);
        add(':', *date.minute % 60);
    }
    return text;
}

Moment moment_of(const EdtfDate& date) {
    Moment moment;
    moment.edtf.date = date;
    moment.days = days_of(date);
    moment.timex = timex_value(date);
    switch (precision_of(date)) {
        case Precision::minute:
            moment.grain = unit::minute;
            break;
        case Precision::day:
            moment.grain = unit::day;
            break;
        case Precision::week:
            moment.grain = unit::week;
            break;
        case Precision::month:
            moment.grain = unit::month;
            break;
        case Precision::season:
            moment.grain = unit::season;
            break;
        case Precision::quarter:
            moment.grain = unit::quarter;
            break;
        case Precision::third:
        case Precision::half:
            moment.grain = unit::half;
            break;
        case Precision::year:
            moment.grain = unit::year;
            break;
        case Precision::decade:
            moment.grain = unit::decade;
            break;
        case Precision::century:
            moment.grain = unit::century;
            break;
    }
    return moment;
}

Moment moment_of_day(Day day) { return moment_of(edtf_day(std::clamp(day, min_day, max_day))); }

Moment moment_of_year(int year) {
    EdtfDate date;
    date.year = clamp_year(year);
    return moment_of(date);
}

Moment moment_of_days(DayRange days, int grain, std::string timex) {
    Moment moment;
    moment.edtf = edtf_of(days);
    moment.days = days;
    moment.grain = grain;
    moment.timex = std::move(timex);
    return moment;
}

EdtfDate edtf_month(int year, int month) { return with_month(year, month); }

Edtf edtf_interval(const EdtfDate& start, const EdtfDate& end) {
    Edtf edtf;
    edtf.kind = Edtf::Kind::interval;
    edtf.start = {EdtfEnd::Kind::date, start};
    edtf.end = {EdtfEnd::Kind::date, end};
    return edtf;
}

EdtfDate first_date(const Moment& moment) { return moment.edtf.kind == Edtf::Kind::interval ? moment.edtf.start.date : moment.edtf.date; }
EdtfDate last_date(const Moment& moment) { return moment.edtf.kind == Edtf::Kind::interval ? moment.edtf.end.date : moment.edtf.date; }

Moment enclosing(Day day, int unit) {
    day = std::clamp(day, min_day, max_day);
    const Civil civil = to_civil(day);
    switch (unit) {
        case unit::week:
        case unit::fortnight: {
            const IsoWeek week = iso_week(day);
            return moment_of_days(iso_week_range(day), unit::week, year_text(week.year) + "-W" + padded(week.week, 2));
        }
        case unit::weekend: {
            const IsoWeek week = iso_week(day);
            return moment_of_days(weekend_range(day), unit::weekend, year_text(week.year) + "-W" + padded(week.week, 2) + "-WE");
        }
        case unit::month:
            return moment_of(with_month(civil.year, civil.month));
        case unit::quarter:
            return moment_of(with_month(civil.year, 33 + (civil.month - 1) / 3));
        case unit::half:
            return moment_of(with_month(civil.year, 40 + (civil.month - 1) / 6));
        case unit::season:
            return moment_of(with_month(civil.month <= 2 ? clamp_year(civil.year - 1) : civil.year, season_of_month(civil.month)));
        case unit::year:
            return moment_of_year(civil.year);
        case unit::decade:
            return moment_of(unspecified(first_of(civil.year, 10), 1));
        case unit::century:
            return moment_of(unspecified(first_of(civil.year, 100), 2));
        default:
            return moment_of_day(day);
    }
}

Day moved(Day day, int unit, int n) {
    const auto far = [&](std::int64_t days) { return static_cast<Day>(std::clamp<std::int64_t>(day + days, min_day, max_day)); };
    const auto months = [&](std::int64_t count) {
        const Civil civil = to_civil(day);
        if (civil.year + count / 12 >= max_year) return max_day;
        if (civil.year + count / 12 <= min_year) return min_day;
        return to_day(add_months(civil, static_cast<int>(count)));
    };
    switch (unit) {
        case unit::second:
        case unit::minute:
            return day;
        case unit::hour:
            return far(n / 24);
        case unit::day:
            return far(n);
        case unit::week:
        case unit::weekend:
            return far(std::int64_t{7} * n);
        case unit::fortnight:
            return far(std::int64_t{14} * n);
        case unit::month:
            return months(n);
        case unit::quarter:
        case unit::season:
            return months(std::int64_t{3} * n);
        case unit::half:
            return months(std::int64_t{6} * n);
        case unit::year:
            return months(std::int64_t{12} * n);
        case unit::decade:
            return months(std::int64_t{120} * n);
        case unit::century:
            return months(std::int64_t{1200} * n);
        default:
            return months(std::int64_t{12000} * n);
    }
}

Moment unit_from(Day day, int unit, int n) {
    return enclosing(moved(day, unit, n), unit == unit::millennium ? static_cast<int>(unit::century) : unit);
}

Moment part_of(const Moment& whole, int part) {
    if (part == part::start) part = part::early;
    if (part == part::end) part = part::late;
    if (part != part::early && part != part::mid && part != part::late) return whole;
    if (whole.edtf.kind != Edtf::Kind::date) return whole;
    const EdtfDate& date = whole.edtf.date;
    const int third = part == part::early ? 0 : part == part::mid ? 1 : 2;
    Moment moment = whole;
    const auto set = [&](const Edtf& edtf, DayRange days) {
        moment.edtf = edtf;
        moment.days = days;
    };
    const auto set_date = [&](EdtfDate finer) {
        finer.about = date.about;
        Edtf edtf;
        edtf.date = finer;
        set(edtf, days_of(finer));
    };
    const auto set_years = [&](int first, int last) {
        EdtfDate a, b;
        a.year = first;
        b.year = last;
        set(edtf_interval(a, b), {year_range(first).first, year_range(last).last});
    };
    switch (whole.grain) {
        case unit::year:
            set_date(with_month(date.year, 37 + third));
            break;
        case unit::season: {
            const int first = *date.month == 24 ? 12 : 3 * (*date.month - 21) + 3;
            const Civil civil = add_months({date.year, first, 1}, third);
            set_date(with_month(civil.year, civil.month));
            break;
        }
        case unit::month: {
            const int first[] = {1, 11, 21}, last[] = {10, 20, days_in_month(date.year, *date.month)};
            EdtfDate a = date, b = date;
            a.day = first[third];
            b.day = last[third];
            set(edtf_interval(a, b), {days_of(a).first, days_of(b).last});
            break;
        }
        case unit::decade: {
            const int first[] = {0, 4, 7}, last[] = {3, 6, 9};
            set_years(date.year + first[third], date.year + last[third]);
            break;
        }
        case unit::century: {
            const int first[] = {0, 34, 67}, last[] = {33, 66, 99};
            set_years(date.year + first[third], date.year + last[third]);
            break;
        }
        default:
            break;
    }
    return moment;
}

}  // namespace annals
