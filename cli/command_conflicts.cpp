// annals conflicts
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/event_row.h"
#include "cli/text_table.h"

#include <ostream>

namespace annals {
namespace {

std::string publisher_of(const EventSource& source) {
    return harmless(!source.publisher.empty() ? source.publisher : !source.title.empty() ? source.title : source.document);
}

}  // namespace

int conflicts_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    const std::size_t length = store.unique_prefix_length(), width = static_cast<std::size_t>(console.columns);
    store.conflicts([&](const Event& event) {
        console.out << lined_up({event_row(event, length, source_cells(console.columns))}, headline_column, width);
        std::vector<std::vector<std::string>> rows;
        for (const EventSource& source : event.sources)
            if (source.role != SourceRole::duplicate)
                rows.push_back({"", source.date.dated() ? in_words(source.date) : "undated", publisher_of(source), harmless(source.quote)});
        console.out << lined_up(rows, rows.size(), 0);
        return static_cast<bool>(console.out);
    });
    return done;
}

}  // namespace annals
