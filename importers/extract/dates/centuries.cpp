#include "importers/extract/dates/centuries.h"

namespace annals {
namespace {

// The thousand years, or their third, that an ordinal names: the early third millennium BCE is -2999/-2666.
std::optional<Moment> millennium(const Meaning& meaning) {
    const int n = meaning.century;
    if (n < 1 || n > 9) return std::nullopt;
    const bool bc = said(meaning.era) && meaning.era == era::bc;
    const int first = bc ? 1 - n * 1000 : (n - 1) * 1000, part = said(meaning.part) ? meaning.part : 0;
    const bool early = part == part::early || part == part::start, late = part == part::late || part == part::end;
    const int from = first + (late ? 667 : part == part::mid ? 334 : 0), to = first + (early ? 333 : part == part::mid ? 666 : 999);
    EdtfDate a, b;
    a.year = from;
    b.year = to;
    Moment moment =
        moment_of_days({year_range(from).first, year_range(to).last}, unit::century, (bc ? "BC" : "") + std::to_string(bc ? n : n - 1));
    moment.edtf = edtf_interval(a, b);
    return moment;
}

// Its nth part, of so many years: the second half, the last quarter.
Moment part_of_century(const EdtfDate& century, int years, int n) {
    EdtfDate first, last;
    first.year = century.year + years * (n - 1);
    last.year = first.year + years - 1;
    Moment moment = moment_of(century);
    moment.edtf = edtf_interval(first, last);
    moment.days = {year_range(first.year).first, year_range(last.year).last};
    return moment;
}

}  // namespace

std::optional<Moment> read_century(const Meaning& meaning) {
    if (meaning.unit == unit::millennium) return millennium(meaning);
    const bool bc = said(meaning.era) && meaning.era == era::bc;
    EdtfDate date;
    date.unspecified = 2;
    date.year = bc ? -(meaning.century * 100) + 1 : (meaning.century - 1) * 100;
    if (date.year < min_year || date.year + 99 > max_year) return std::nullopt;
    if (said(meaning.half)) return part_of_century(date, 50, meaning.half);
    if (said(meaning.quarter)) return part_of_century(date, 25, meaning.quarter);
    return moment_of(date);
}

}  // namespace annals
