#include "core/store/stored_date.h"

#include "core/model/mention.h"

#include <algorithm>

namespace annals {
namespace {

std::optional<std::string> as_text(std::optional<Day> day) {
    if (!day) return {};
    return format_day(*day);
}

}  // namespace

bool has_place(const Date& date) { return date.dated() && date.sort_day(); }

std::optional<std::int64_t> range_of(const Database& database, const Date& date) {
    if (!has_place(date)) return {};
    // The expressions are those of the index date_range_by_bounds.
    const auto known = database.integer(
        "SELECT id FROM date_range WHERE ifnull(start_min, -9999999) = ?1 AND ifnull(end_max, -9999999) = ?2"
        " AND ifnull(start_max, -9999999) = ?3 AND ifnull(end_min, -9999999) = ?4 AND ifnull(minute, -1) = ?5",
        date.start_min.value_or(-9999999), date.end_max.value_or(-9999999), date.start_max.value_or(-9999999), date.end_min.value_or(-9999999),
        date.minute.value_or(-1));
    if (known) return known;
    database.run("INSERT INTO date_range (start_min, start_max, end_min, end_max, minute, earliest, latest) VALUES (?, ?, ?, ?, ?, ?, ?)",
                 date.start_min, date.start_max, date.end_min, date.end_max, date.minute, as_text(date.start_min), as_text(date.end_max));
    return database.last_id();
}

std::string date_columns(const std::string& table, const std::string& range) {
    std::string columns;
    for (const char* name : {"start_min", "start_max", "end_min", "end_max", "minute"}) columns += range + "." + name + ", ";
    for (const char* name : {"edtf", "shape", "precision", "utc_offset", "open_start"}) columns += table + "." + name + ", ";
    return columns + table + ".open_end";
}

std::string last_compared(const std::string& mention, const std::string& range) {
    return "CASE WHEN instr(" + mention + ".happenings, '" + std::string(beginning_mark) + "') THEN " + range + ".start_max ELSE " + range + ".end_max END";
}

Date read_date(const Rows& rows, int first) {
    Date date;
    date.start_min = rows.optional<Day>(first);
    date.start_max = rows.optional<Day>(first + 1);
    date.end_min = rows.optional<Day>(first + 2);
    date.end_max = rows.optional<Day>(first + 3);
    date.minute = rows.optional<int>(first + 4);
    date.edtf = rows.text(first + 5);
    date.shape = parse_name(rows.text(first + 6), Shape::undated);
    date.precision = parse_name(rows.text(first + 7), Precision::century);
    date.utc_offset = rows.optional<int>(first + 8);
    date.open_start = rows.integer(first + 9) != 0;
    date.open_end = rows.integer(first + 10) != 0;
    return date;
}

std::string join_lines(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) (text += text.empty() ? "" : "\n") += item;
    return text;
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> items;
    items.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        items.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return items;
}

}  // namespace annals
