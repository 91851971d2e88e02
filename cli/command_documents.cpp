// annals documents
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/text_table.h"
#include "reports/json_text.h"

#include <ostream>

namespace annals {
namespace {

bool inferred(const DocumentRow& row) { return row.published.empty() || row.published_basis.starts_with("text") || row.published_basis == "created"; }

void append_json(std::string& json, const DocumentRow& row) {
    const auto field = [&json](const char* name, const std::string& value) {
        json.append(", \"").append(name).append("\": ");
        append_json_string_or_null(json, value);
    };
    const auto number = [&json](const char* name, int value) {
        json.append(", \"").append(name).append("\": ").append(std::to_string(value));
    };
    json += "{\"document\": ";
    append_json_string(json, row.document);
    field("path", row.path);
    field("title", row.title);
    field("publisher", row.publisher);
    field("url", row.url);
    field("published", row.published);
    field("published_basis", row.published_basis);
    field("sha256", row.sha256);
    number("events", row.events);
    number("sentences", row.sentences);
    number("dated", row.dated);
    number("undated", row.undated);
    number("warnings", row.warnings);
    json += "}";
}

std::string basis_in_words(std::string text) {
    for (char& c : text)
        if (c == '_') c = ' ';
    return text;
}

}  // namespace

int documents_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    std::vector<DocumentRow> documents = store.documents();
    if (options.undated) std::erase_if(documents, [](const DocumentRow& row) { return !inferred(row); });
    if (options.format == "json") {
        std::string json = "[";
        for (const DocumentRow& row : documents) {
            json += json.size() > 1 ? ",\n " : "";
            append_json(json, row);
        }
        console.out << json << "]\n";
        return done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const DocumentRow& row : documents)
        rows.push_back({row.published.empty() ? "no date" : row.published, cut(harmless(basis_in_words(row.published_basis)), 24),
                        harmless(!row.title.empty()  ? row.title
                                 : !row.path.empty() ? row.path
                                                     : row.document),
                        cut(harmless(row.publisher), 24), std::to_string(row.events) + (row.events == 1 ? " event" : " events"),
                        row.warnings == 0 ? "" : std::to_string(row.warnings) + (row.warnings == 1 ? " warning" : " warnings")});
    console.out << lined_up(rows, 2, static_cast<std::size_t>(console.columns));
    return done;
}

}  // namespace annals
