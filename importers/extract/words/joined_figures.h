// Figures with marks between them that are one date or two years. All look no further than `end`.
#pragma once

namespace annals {

/// End of "2023-09-26", "2023-09-26T20:47:00+01:00", "26-09-2023", whose first figures are [start, mark); null when it is none.
const char* iso_date_end(const char* start, const char* mark, const char* end);

/// "1940/41", "12/11 BC": two years beside each other, no fraction.
bool joins_years(const char* start, const char* slash, const char* end);

}  // namespace annals
