// Columns of text for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Cells that a terminal gives it: wide letters count two, combining marks none.
std::size_t cells_of(std::string_view text);

/// Text of others on one line, without anything that could steer a terminal (escapes, bidi controls).
std::string harmless(std::string_view text);

/// At most `cells` cells; a cut is shown by an ellipsis.
std::string cut(std::string_view text, std::size_t cells);

/// Rows whose columns line up. One column, `flexible`, is cut so that a line fits `width`; the others are kept whole,
/// and before it the longest tenth of a column's cells stand out of it, so that one long date does not narrow every row.
std::string lined_up(const std::vector<std::vector<std::string>>& rows, std::size_t flexible, std::size_t width);

}  // namespace annals
