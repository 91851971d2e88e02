#include "core/time/edtf.h"

#include "core/time/calendar.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

void put(std::string& text, int value, int width) {
    char digits[4];
    for (int at = width - 1; at >= 0; --at, value /= 10) digits[at] = static_cast<char>('0' + value % 10);
    text.append(digits, static_cast<std::size_t>(width));
}

void put_date(std::string& text, const EdtfDate& date) {
    if (date.year < 0) text += '-';
    put(text, date.year < 0 ? -date.year : date.year, 4);
    // A decade or century before 1 BC to AD 9 counts from its last year: -799..-700 is -07XX, -99..0 is -00XX.
    for (int n = 1; n <= date.unspecified; ++n) text[text.size() - static_cast<std::size_t>(n)] = 'X';
    if (date.month) {
        text += '-';
        put(text, *date.month, 2);
    }
    if (date.day) {
        text += '-';
        put(text, *date.day, 2);
    }
    if (date.minute) {
        text += 'T';
        put(text, *date.minute / 60, 2);
        text += ':';
        put(text, *date.minute % 60, 2);
        if (date.utc_offset == 0) {
            text += 'Z';
        } else if (date.utc_offset) {
            const int offset = *date.utc_offset;
            text += offset < 0 ? '-' : '+';
            put(text, (offset < 0 ? -offset : offset) / 60, 2);
            text += ':';
            put(text, (offset < 0 ? -offset : offset) % 60, 2);
        }
    }
    if (date.about || date.doubtful) text += date.about && date.doubtful ? '%' : date.about ? '~' : '?';
}

void put_end(std::string& text, const EdtfEnd& end) {
    if (end.kind == EdtfEnd::Kind::date) put_date(text, end.date);
    if (end.kind == EdtfEnd::Kind::open) text += "..";
}

}  // namespace

std::string format_edtf(const EdtfDate& date) {
    std::string text;
    put_date(text, date);
    return text;
}

std::string format_edtf(const Edtf& edtf) {
    std::string text;
    switch (edtf.kind) {
    case Edtf::Kind::date: put_date(text, edtf.date); break;
    case Edtf::Kind::interval:
        put_end(text, edtf.start);
        text += '/';
        put_end(text, edtf.end);
        break;
    case Edtf::Kind::one_of:
        for (std::size_t at = 0; at + 1 < edtf.choices.size(); at += 2) {
            const EdtfEnd &first = edtf.choices[at], &last = edtf.choices[at + 1];
            text += at == 0 ? '[' : ',';
            if (first.kind == EdtfEnd::Kind::date) put_date(text, first.date);
            if (first == last) continue;
            text += "..";
            if (last.kind == EdtfEnd::Kind::date) put_date(text, last.date);
        }
        text += ']';
        break;
    }
    return text;
}

DayRange days_of(const EdtfDate& date) {
    if (date.unspecified == 2) return century_range(date.year);
    if (date.unspecified == 1) return decade_range(date.year);
    if (!date.month) return year_range(date.year);
    const int month = *date.month;
    if (date.day) {
        const Day day = to_day({date.year, month, *date.day});
        return {day, day};
    }
    if (month <= 12) return month_range(date.year, month);
    if (month <= 24) return season_range(date.year, static_cast<Season>(month));
    if (month <= 30) return season_range(date.year, static_cast<Season>(month - 6));  // 29, 30: the south's spring and summer
    if (month <= 32) return season_range(date.year, static_cast<Season>(month - 10));  // 31, 32: its autumn and winter
    if (month <= 36) return quarter_range(date.year, month - 32);
    if (month <= 39) return third_range(date.year, month - 36);
    return half_range(date.year, month - 39);
}

Precision precision_of(const EdtfDate& date) {
    if (date.unspecified > 0) return date.unspecified == 2 ? Precision::century : Precision::decade;
    if (!date.month) return Precision::year;
    if (date.day) return date.minute ? Precision::minute : Precision::day;
    const int month = *date.month;
    return month <= 12   ? Precision::month
           : month <= 32 ? Precision::season
           : month <= 36 ? Precision::quarter
           : month <= 39 ? Precision::third
                         : Precision::half;
}

Precision precision_of(const Edtf& edtf) {
    if (edtf.kind == Edtf::Kind::date) return precision_of(edtf.date);
    Precision coarsest = Precision::minute;
    const auto add = [&](const EdtfEnd& end) {
        if (end.kind == EdtfEnd::Kind::date) coarsest = std::max(coarsest, precision_of(end.date));
    };
    if (edtf.kind == Edtf::Kind::interval) {
        add(edtf.start);
        add(edtf.end);
    }
    for (const EdtfEnd& choice : edtf.choices) add(choice);
    return coarsest;
}

std::string_view to_string(Precision precision) {
    constexpr std::array names = {"minute", "day", "week", "month", "season", "quarter", "third", "half", "year", "decade", "century"};
    return names[static_cast<std::size_t>(precision)];
}

}  // namespace annals
