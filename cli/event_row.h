// An event as a line of a table.
#pragma once

#include "core/model/event.h"

#include <cstddef>
#include <string>
#include <vector>

namespace annals {

/// Id (its first letters), date in words, headline, source; the headline is the column to cut.
std::vector<std::string> event_row(const Event& event, std::size_t id_length, std::size_t source_cells);
inline constexpr std::size_t headline_column = 2;

/// Cells that a source may take of a line.
std::size_t source_cells(int columns);

}  // namespace annals
