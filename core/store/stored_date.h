// A date as columns: its bounds in date_range, the rest beside the row that has it. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/time/date.h"

#include <string>

namespace annals {

/// A date without any bound has no place in the order: it is kept as an undated one.
bool has_place(const Date& date);

/// Row of date_range with these bounds, made when it is not there; none when the date has no place.
std::optional<std::int64_t> range_of(const Database& database, const Date& date);

/// The columns that `read_date` reads, of `table` and of its date_range `range`.
std::string date_columns(const std::string& table, const std::string& range);
constexpr int date_column_count = 11;
Date read_date(const Rows& rows, int first);

/// SQL for last_day_compared of a row of `mention` and its date_range.
std::string last_compared(const std::string& mention, const std::string& range);

/// Reverse of to_string; a text that the schema would not let in is a fault of ours.
template <class Enum>
Enum parse_name(std::string_view text, Enum last) {
    for (int i = 0; i < static_cast<int>(last); ++i)
        if (to_string(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    return last;
}

/// A list as text, one item a line.
std::string join_lines(const std::vector<std::string>& items);
std::vector<std::string> split_lines(const std::string& text);

}  // namespace annals
