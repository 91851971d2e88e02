// Rows of a table that each begin with a date.
#pragma once

#include "importers/extract/dates/frames.h"

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

}  // namespace annals
