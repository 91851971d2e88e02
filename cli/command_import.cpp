// annals import
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/given_mentions.h"
#include "cli/progress_bar.h"
#include "core/model/error.h"
#include "importers/import.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

namespace annals {
namespace {

std::string counted(std::int64_t number, const char* noun) { return std::to_string(number) + " " + noun + (number == 1 ? "" : "s"); }

/// "6 documents: 5 added, 1 unchanged; 47 events dated, 12 undated; 2 warnings"
std::string in_words(const ImportSummary& summary, bool stored) {
    std::string text = counted(summary.documents, "document");
    std::string parts;
    const auto part = [&parts](std::int64_t number, const char* what) {
        if (number > 0) parts.append(parts.empty() ? "" : ", ").append(std::to_string(number)).append(what);
    };
    part(summary.added, " added");
    part(summary.unchanged, " unchanged");
    part(summary.new_versions, " changed");
    part(summary.read_anew, " read anew");
    part(summary.duplicates, summary.duplicates == 1 ? " copy" : " copies");
    if (!stored) parts = "read, nothing stored";
    if (!parts.empty()) text += ": " + parts;
    text += "; " + counted(summary.dated, "event") + " dated, " + std::to_string(summary.undated) + " undated";
    if (summary.failed > 0) text += "; " + counted(summary.failed, "file") + " not read";
    if (summary.warnings > 0) text += "; " + counted(summary.warnings, "warning");
    return text;
}

int import_articles(const Options& options, Console& console) {
    ImportOptions import;
    import.paths = options.arguments;
    import.published = checked_date(options.published, "published");
    import.publisher = options.publisher;
    import.fields = mapped_fields(options.map);
    import.jobs = static_cast<int>(std::min<std::int64_t>(options.jobs.value_or(std::max(1u, std::thread::hardware_concurrency())), 256));
    import.rules = rules_of(options, console);
    const std::string file = database_file(options, console);
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) import.leave_out.push_back(file + ending);
    import.standard_input = &console.in;

    std::unique_ptr<Store> store;
    if (!options.dry_run) store = std::make_unique<Store>(file);
    ProgressBar bar(console);
    ImportProgress last;
    const auto report = [&](const Diagnostic& diagnostic) {
        bar.clear();
        print(console, diagnostic);
    };
    const auto go_on = [&](const ImportProgress& progress) {
        last = progress;
        bar.show(progress);
        return !console.interrupted();
    };
    try {
        const ImportSummary summary = import_paths(import, store.get(), report, go_on);
        bar.clear();
        console.err << in_words(summary, store != nullptr) << '\n';
        if (summary.stopped) console.err << "Stopped; run the same command again to go on.\n";
        return summary.failed > 0 || summary.stopped ? failed : done;
    } catch (const std::runtime_error& error) {
        bar.clear();
        throw Error(std::string(error.what()) +
                    (last.documents > 0 ? "; " + counted(last.documents, "document") + " before are kept" : ""));
    }
}

}  // namespace

int import_command(const Options& options, Console& console) {
    if (options.arguments.empty() && options.mentions.empty()) throw UsageError("import needs PATH...\nSee: annals help import");
    if (options.dry_run && !options.mentions.empty()) throw UsageError("--mentions goes without --dry-run");
    const int status = options.arguments.empty() ? done : import_articles(options, console);
    return options.mentions.empty() || status == usage ? status : std::max(status, import_mentions(options, console));
}

}  // namespace annals
