#include "importers/extract/dates/table_rows.h"

#include "core/time/calendar.h"

namespace annals {

void TableRows::settle(std::uint32_t row, const Setting& setting, Read& read) {
    constexpr Day a_year = 366;
    const Meaning& m = read.match.meaning;
    if ((row_ && *row_ == row) || !setting.said || !read.reading.moment) return;
    const std::optional<Moment> before = row_ && *row_ + 1 == row ? ahead_ : std::nullopt;
    row_ = row;
    if (before && m.kind == MeaningKind::date && said(m.month) && !said(m.year) && !said(m.which) && read.reading.moment->days.last < setting.said->days.first) {
        Meaning dated = m;
        const int year = to_civil(before->days.first).year;
        for (dated.year = year; dated.year <= year + 1; ++dated.year) {
            Reading reading = read_meaning(dated, setting);
            if (!reading.moment || reading.moment->days.first < before->days.first || reading.moment->days.first > before->days.first + a_year) continue;
            reading.fixed = false;
            read.reading = std::move(reading);
            break;
        }
    }
    ahead_.reset();
    if (read.reading.moment->days.first > setting.said->days.last) ahead_ = read.reading.moment;
}

}  // namespace annals
