// annals query
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/event_row.h"
#include "cli/text_table.h"
#include "reports/report.h"

#include <algorithm>
#include <ostream>

namespace annals {
namespace {

constexpr std::size_t rows_at_a_time = 500;  // that line up; so a table of any length stays flat in memory

void print_table(const Store& store, const EventQuery& query, Console& console) {
    const std::size_t length = store.unique_prefix_length(), width = static_cast<std::size_t>(console.columns);
    std::vector<std::vector<std::string>> rows;
    const auto flush = [&] {
        console.out << lined_up(rows, headline_column, width);
        rows.clear();
    };
    store.query(query, [&](const Event& event) {
        rows.push_back(event_row(event, length, source_cells(console.columns)));
        if (rows.size() == rows_at_a_time) flush();
        return static_cast<bool>(console.out);
    });
    flush();
}

void print_histogram(const Store& store, const EventQuery& query, const std::string& unit, Console& console) {
    const auto bucket = unit == "year" ? Store::Bucket::year : unit == "month" ? Store::Bucket::month : Store::Bucket::day;
    const auto counts = store.histogram(query, bucket);
    std::int64_t most = 1;
    for (const auto& count : counts) most = std::max(most, count.second);
    std::vector<std::vector<std::string>> rows;
    for (const auto& [date, count] : counts) {
        std::string bar;
        for (std::int64_t i = 0; i < (40 * count + most - 1) / most; ++i) bar += "▇";
        rows.push_back({date, std::to_string(count), bar});
    }
    console.out << lined_up(rows, rows.size(), 0);
}

}  // namespace

int query_command(const Options& options, Console& console) {
    if (options.count && !options.histogram.empty()) throw UsageError("--count goes without --histogram: it is the sum of its lines");
    EventQuery query = event_query(options);
    const Store store = open_database(options, console);
    if (!options.after.empty()) query.after = find_id(store, options.after);
    if (options.count) {
        console.out << store.count(query) << '\n';
    } else if (!options.histogram.empty()) {
        print_histogram(store, query, options.histogram, console);
    } else if (options.format == "table") {
        print_table(store, query, console);
    } else {
        ReportInput input;
        input.raw = options.raw;
        input.byte_order_mark = false;  // a pipe would take it for a part of the first name
        input.events = [&](const std::function<bool(const Event&)>& take) { store.query(query, take); };
        const ReportFormat* format = find_report_format(options.format);
        query.primary_only = format->primary_only;
        format->write(input, [&](std::string_view text) { console.out.write(text.data(), static_cast<std::streamsize>(text.size())); });
    }
    return done;
}

}  // namespace annals
