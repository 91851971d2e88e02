// annals report
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/output_file.h"
#include "core/model/error.h"
#include "reports/comparison/comparison.h"
#include "reports/report.h"
#include "reports/split_page.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <unordered_set>

namespace annals {
namespace {

constexpr std::size_t packed_by_itself = 1000;  // events to which short years are put together in one page

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

TextSink sink_to(std::ostream& out) {
    return [&out](std::string_view text) { out.write(text.data(), static_cast<std::streamsize>(text.size())); };
}

bool to_file(const Options& options) { return !options.output.empty() && options.output != "-"; }

void write_output(const Options& options, Console& console, const std::function<void(const TextSink&)>& write) {
    if (!to_file(options)) return write(sink_to(console.out));
    OutputFile file(options.output);
    write(sink_to(file.stream()));
    file.commit();
}

// All pages are written before the first takes its place; the overview, which links them, is the last.
void write_pages(const Options& options, const ReportInput& input) {
    const std::filesystem::path output(options.output);
    std::vector<std::unique_ptr<OutputFile>> files;
    const std::size_t packed = options.split == "year" ? 0 : packed_by_itself;
    write_split_page(input, output.stem().string(), packed, [&](const std::string& name, const std::function<void(const TextSink&)>& write) {
        const bool overview = name == output.stem().string() + ".html";
        files.push_back(std::make_unique<OutputFile>(overview ? options.output : (output.parent_path() / name).string()));
        write(sink_to(files.back()->stream()));
        files.back()->finish();
    });
    for (const auto& file : files) file->commit();
}

bool is_split(const Options& options, const Store& store, const EventQuery& query) {
    if (options.split == "year") {
        if (options.format != "html" || !to_file(options) || !options.output.ends_with(".html")) throw UsageError("--split year needs --format html and -o FILE.html");
        return true;
    }
    return options.split.empty() && options.format == "html" && to_file(options) && options.output.ends_with(".html") && store.count(query) > largest_single_page;
}

std::vector<Event> all_events(const Store& store, const EventQuery& query) {
    std::vector<Event> events;
    store.query(query, [&](const Event& event) {
        events.push_back(event);
        return true;
    });
    return events;
}

Comparison comparison_of(const Options& options, const Console& console, const Store& store, EventQuery query) {
    Comparison comparison{{}, {}, options.title, filter_in_words(options)};
    if (!options.compare_db.empty()) {
        Options other = options;
        other.db = options.compare_db;
        const Store second = open_database(other, console);
        comparison.names = {database_file(options, console), options.compare_db};
        comparison.events = compare_databases(all_events(store, query), all_events(second, query));
        return comparison;
    }
    if (options.compare.size() != 2) throw UsageError("--compare needs two publishers: --compare \"Ansel Courier,Northern Wire\"");
    query.publishers = options.compare;
    comparison.names = {options.compare[0], options.compare[1]};
    comparison.events = compare_publishers(all_events(store, query), options.compare[0], options.compare[1]);
    return comparison;
}

}  // namespace

int report_command(const Options& options, Console& console) {
    const bool compares = !options.compare.empty() || !options.compare_db.empty();
    if (!options.compare.empty() && !options.compare_db.empty()) throw UsageError("--compare goes without --compare-db");
    if (compares && !find_comparison_format(options.format)) throw UsageError("a comparison can be html, md or json, not " + options.format);
    if (compares && !options.publishers.empty() && !options.compare.empty()) throw UsageError("--compare goes without --publisher: it names both");
    if (compares && !options.split.empty()) throw UsageError("--split goes without --compare");
    if (options.with_texts && (options.format != "html" || compares)) throw UsageError("--with-texts goes with --format html, without --compare");
    if (to_file(options) && std::filesystem::is_directory(options.output)) throw UsageError("-o " + options.output + " is a folder: name a file in it");

    EventQuery query = event_query(options);
    if (options.format == "html" && !compares) query.undated = UndatedLane::with;  // the page always has its lane
    const Store store = open_database(options, console);
    if (compares) {
        const Comparison comparison = comparison_of(options, console, store, query);
        write_output(options, console, [&](const TextSink& sink) { find_comparison_format(options.format)->write(comparison, sink); });
        return done;
    }
    query.primary_only = find_report_format(options.format)->primary_only;
    ReportInput input;
    input.events = [&](const std::function<bool(const Event&)>& take) { store.query(query, take); };
    if (options.format == "html") input.documents = documents_behind(store, query);
    if (options.with_texts) input.text_of = [&](const std::string& document) { return store.text_of(document); };
    input.title = options.title;
    input.filter = filter_in_words(options);
    input.raw = options.raw;
    if (is_split(options, store, query))
        write_pages(options, input);
    else
        write_output(options, console, [&](const TextSink& sink) { find_report_format(options.format)->write(input, sink); });
    return done;
}

}  // namespace annals
