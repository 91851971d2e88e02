#include "importers/extract/table_rows.h"

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

std::optional<DayRange> days_from(const LookedUp& at, const Moment& day, const Setting& setting, const Read& read) {
    constexpr int most_days = 60;
    const Meaning& m = read.match.meaning;
    const int length = m.unit == unit::week ? 7 : m.unit == unit::day ? 1 : 0;
    if (m.kind != MeaningKind::duration || length == 0 || !said(m.n) || said(m.modified) || said(m.to_n) || said(m.eighths)) return std::nullopt;
    if (m.n < 2 || m.n > most_days / length || read.match.first != 1 || at.word(0) != "For" || read.direction >= 0 || read.aside) return std::nullopt;
    if (day.grain != unit::day || day.edtf.kind != Edtf::Kind::date) return std::nullopt;
    const DayRange days{day.days.first, day.days.first + m.n * length - 1};
    return setting.said && days.last > setting.said->days.last ? std::nullopt : std::optional(days);
}

}  // namespace annals
