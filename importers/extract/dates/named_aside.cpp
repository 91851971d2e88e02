#include "importers/extract/dates/named_aside.h"

#include "importers/extract/dates/carried_year.h"

#include <utility>

namespace annals {

std::optional<Reading> NamedAside::reading_behind(const Read& read, std::uint32_t sentence, bool looks_back, const Setting& setting) const {
    const Meaning& m = read.match.meaning;
    if (!moment_ || sentence > sentence_ + 1 || m.kind != MeaningKind::shift || m.base != base::story || read.direction > 0) return std::nullopt;
    const bool of_years = looks_back && m.unit >= unit::year && sentence > sentence_;
    if (!of_years && (read.reading.moment || !counts_on(m))) return std::nullopt;
    Setting from = setting;
    from.mention = moment_;
    Reading behind = read_meaning(m, from);
    const bool told = behind.moment && (!setting.said || behind.moment->days.last <= setting.said->days.last);
    return told ? std::optional(std::move(behind)) : std::nullopt;
}

}  // namespace annals
