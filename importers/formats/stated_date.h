// Dates as machines and stamps write them: "2019-06-14T06:45:00+01:00", "Fri, 14 Jun 2019 05:45 GMT", "14. Juni 2019, 6.45 Uhr".
// No prose: what does not hold a whole day (or, for read_stated_date, a whole EDTF expression) is not read.
#pragma once

#include "core/text/span.h"

#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// How "04/05/2019" is meant. A country's habit decides, else it stays unread.
enum class DayOrder { unknown, day_first, month_first };
DayOrder day_order_of(std::string_view language);  // "en-US" month first; "en-GB", "de" day first; "en" unknown

struct FoundDate {
    std::string edtf;  // a day, with its minute and offset where given
    Span span;         // in the text that was searched
};

/// The first full date (day, month, year; month names of the larger European languages) at or after `from`.
std::optional<FoundDate> find_date(std::string_view text, DayOrder order = DayOrder::unknown, std::size_t from = 0);

/// A field that holds a date and nothing else, as canonical EDTF. Also reads EDTF itself, YYYYMMDD and Unix time.
std::optional<std::string> read_stated_date(std::string_view text, DayOrder order = DayOrder::unknown);

/// Month 1..12 of a name or its usual abbreviation ("Sept", "März", "août"), 0 for any other word.
int month_of_name(std::string_view word);

}  // namespace annals
