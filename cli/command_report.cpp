// annals report
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/output_file.h"
#include "reports/report.h"

#include <filesystem>
#include <optional>
#include <ostream>
#include <unordered_set>

namespace annals {
namespace {

std::vector<DocumentRow> documents_behind(const Store& store, const EventQuery& query) {
    std::unordered_set<std::string> keys;
    store.query(query, [&](const Event& event) {
        for (const EventSource& source : event.sources) keys.insert(source.document);
        return true;
    });
    std::vector<DocumentRow> documents;
    for (DocumentRow& row : store.documents())
        if (keys.contains(row.document)) documents.push_back(std::move(row));
    return documents;
}

}  // namespace

int report_command(const Options& options, Console& console) {
    const EventQuery query = event_query(options);
    const Store store = open_database(options, console);
    ReportInput input;
    input.events = [&](const std::function<bool(const Event&)>& take) { store.query(query, take); };
    input.documents = documents_behind(store, query);
    input.title = options.title;
    input.filter = filter_in_words(options);
    input.raw = options.raw;

    std::optional<OutputFile> file;
    const bool to_file = !options.output.empty() && options.output != "-";
    if (to_file && std::filesystem::is_directory(options.output))
        throw UsageError("-o " + options.output + " is a folder: name a file in it");
    if (to_file) file.emplace(options.output);
    std::ostream& out = file ? file->stream() : console.out;
    find_report_format(options.format)->write(input, [&](std::string_view text) {
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
    });
    if (file) file->commit();
    return done;
}

}  // namespace annals
