// Rows of a table that each begin with a date.
#pragma once

#include "importers/extract/frames.h"

#include <cstdint>
#include <optional>

namespace annals {

/// "3 December ... 9 May", written in October: a table that has come to what is ahead goes on with it.
class TableRows {
public:
    /// Takes what an expression of a row was read as, and mends that of the first one of a row.
    void settle(std::uint32_t row, const Setting& setting, Read& read);

private:
    std::optional<std::uint32_t> row_;  // block of the row that was entered last
    std::optional<Moment> ahead_;       // what it is of, if that is ahead of the day of writing
};

/// "On 3 May the snow came. For four days nothing moved": those days, from `day` on; none for other lengths, or where they would end after the
/// words were written. `read` opens its sentence.
std::optional<DayRange> days_from(const LookedUp& at, const Moment& day, const Setting& setting, const Read& read);

}  // namespace annals
