#include "cli/decided.h"

#include "cli/database.h"
#include "cli/event_row.h"
#include "cli/text_table.h"
#include "core/model/error.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace annals {

Store change_database(const Options& options, const Console& console) {
    { open_database(options, console); }  // there must be one
    return Store(database_file(options, console));
}

void print_events(const Store& store, const std::vector<std::string>& ids, Console& console) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& id : ids)
        if (const auto history = store.why(id))
            rows.push_back(event_row(history->event, store.unique_prefix_length(), source_cells(console.columns)));
    console.out << lined_up(rows, headline_column, static_cast<std::size_t>(console.columns));
}

std::string in_words(const Decision& decision) {
    std::string text = decision.verb, value = decision.value;
    std::replace(value.begin(), value.end(), '\n', ' ');
    if (decision.verb == "merge") return harmless(text + " " + value);
    if (!decision.event.empty()) text += " " + decision.event;
    if (!decision.document.empty() && decision.verb == "published") text += " " + decision.document;
    if (!value.empty()) text += ": " + value;
    if (!decision.why.empty()) text += ": " + decision.why;
    return harmless(text);
}

}  // namespace annals
