#include "importers/import.h"

#include "core/model/error.h"
#include "core/text/utf8.h"
#include "importers/extract/extract.h"
#include "importers/formats/format.h"
#include "importers/input_file.h"
#include "importers/ordered_work.h"
#include "importers/reading_input.h"
#include "importers/walk.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t waiting_bytes = std::size_t{64} << 20;
/// So much is stored in one transaction: pages that many documents change are written once, and another writer waits a fraction of a second.
constexpr std::size_t most_together = 128, most_bytes_together = std::size_t{1} << 20;

/// A document on its way, or what there is to say of a file once its documents are through.
struct Unit {
    ReadDocument read;
    bool has_document = false;
    bool known = false;       // as it seems: was read from the same input before, and is not read again
    bool file_done = false;
    std::string path;         // of the file, and what is wrong with it: once its documents are through
    Diagnostics diagnostics;

    std::size_t weight() const { return read.document.text.size() * 4; }  // with its tokens
};

/// Files -> documents, in order.
void read_file(const ImportOptions& options, const std::string& path, const std::function<bool(Unit&&)>& put) {
    const std::string name = repair_utf8(path);  // as it is stored and shown: names of files may be in any charset
    Unit last;
    last.file_done = true;
    last.path = name;
    try {
        const InputFile file = path == "-" && options.standard_input ? InputFile::read(*options.standard_input) : InputFile::open(path);
        last.diagnostics = read_documents(file.bytes(), {name, options.fields, [&file](std::size_t size) { file.forget(size); }}, [&](Document&& document) {
            if (document.publisher.empty()) document.publisher = options.publisher;
            Unit unit;
            unit.read.document = std::move(document);
            unit.has_document = true;
            return put(std::move(unit));
        });
    } catch (const Error& error) {
        last.diagnostics.push_back({"file.unreadable", Severity::error, name, {}, std::string("cannot be read: ") + error.what()});
    }
    put(std::move(last));
}

/// Document -> mentions.
class Extraction {
public:
    Extraction(const ImportOptions& options, const Store* store) : options_(options), version_(reading_version(*options.rules)), store_(store) {}

    void run(Unit& unit) const {
        unit.read.input = input(unit.read.document, options_.published);
        unit.known = store_ && store_->knows(document_key(unit.read.document), unit.read.input);
        if (!unit.known) extract_document(unit.read, options_.published);
    }

    std::string input(const Document& document, const std::string& published) const { return reading_input(document, published, version_); }

    /// `published` is a person's word.
    void extract_document(ReadDocument& read, const std::string& published) const { annals::extract_document(read, *options_.rules, published); }

private:
    const ImportOptions& options_;
    const std::string version_;
    const Store* const store_;
};

/// The one writer. Several documents go into one transaction; diagnostics are reported once it is committed.
class Writer {
public:
    using GoOn = std::function<bool(const ImportProgress&)>;
    Writer(const ImportOptions& options, const Extraction& extraction, Store* store, std::int64_t files,
           const std::function<void(const Diagnostic&)>& report, const GoOn& go_on)
        : options_(options), extraction_(extraction), store_(store), files_(files), report_(report), go_on_(go_on) {}

    /// False to stop.
    bool take(Unit& unit) {
        waiting_bytes_ += unit.read.document.text.size();
        waiting_.push_back(std::move(unit));
        if (!store_ || waiting_.size() >= most_together || waiting_bytes_ >= most_bytes_together) return finish();
        if (goes_on()) return true;
        finish(false);
        return false;
    }

    /// Stores what waits, until it is told to stop, if it `asks`.
    bool finish(bool asks = true) {
        std::vector<Unit> units = std::exchange(waiting_, {});
        waiting_bytes_ = 0;
        const auto write_all = [&](bool each_reported) {
            for (Unit& unit : units) {
                write(unit);
                if (each_reported) report();
                if (asks && !goes_on()) return;
            }
        };
        if (units.size() > 1) {
            const ImportSummary before = summary;
            try {
                store_->together([&] { write_all(false); });
                report();
                return !summary.stopped;
            } catch (const std::exception&) {  // one by one, so that only what cannot be stored is lost
                summary = before;
                told_.clear();
                go_on_(progress());
            }
        }
        write_all(true);
        return !summary.stopped;
    }

    void tell(const Diagnostics& diagnostics, const std::string& path) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.document.empty()) diagnostic.document = path;
            summary.warnings += diagnostic.severity == Severity::warning;
            told_.push_back(std::move(diagnostic));
        }
    }
    void report() {
        for (const Diagnostic& diagnostic : std::exchange(told_, {})) report_(diagnostic);
    }

    ImportSummary summary;

private:
    ImportProgress progress() const { return {summary.files, files_, summary.documents, summary.warnings}; }
    bool goes_on() {
        summary.stopped = !go_on_(progress());
        return !summary.stopped;
    }

    void write(Unit& unit) {
        if (unit.has_document) add(unit);
        tell(unit.diagnostics, {});
        if (!unit.file_done) return;
        if (store_) store_->keep_file_diagnostics(unit.path, unit.diagnostics);
        ++summary.files;
        summary.failed += std::any_of(unit.diagnostics.begin(), unit.diagnostics.end(),
                                      [](const Diagnostic& d) { return d.severity == Severity::error; });
    }

    void add(Unit& unit) {
        ReadDocument& read = unit.read;
        const std::string key = document_key(read.document);
        ++summary.documents;
        if (store_ && !options_.published.empty()) store_->decide_published(key, options_.published);
        std::optional<KnownReading> known;
        // What was decided once holds for later imports.
        const auto decided = store_ && options_.published.empty() ? store_->decided_published(key) : std::nullopt;
        if (decided) known = store_->add_known(key, extraction_.input(read.document, *decided), read.document.path);
        else if (unit.known) known = store_->add_known(key, read.input, read.document.path);
        if (known) {
            count(known->outcome);
            summary.mentions += known->mentions;
            summary.dated += known->dated;
            summary.undated += known->undated;
            tell(known->diagnostics, read.document.path);
            return;
        }
        if (unit.known) extraction_.extract_document(read, options_.published);
        if (decided && *decided != read.published) {
            read.input = extraction_.input(read.document, *decided);
            extraction_.extract_document(read, *decided);
        }
        summary.mentions += static_cast<std::int64_t>(read.mentions.size());
        for (const Mention& mention : read.mentions)
            if (founds_event(mention)) ++(mention.date.dated() ? summary.dated : summary.undated);
        if (store_) count(store_->add(read));
        tell(read.document.diagnostics, read.document.path);
        tell(read.diagnostics, read.document.path);
    }

    void count(AddOutcome outcome) {
        switch (outcome) {
            case AddOutcome::added: ++summary.added; break;
            case AddOutcome::unchanged: ++summary.unchanged; break;
            case AddOutcome::new_version: ++summary.new_versions; break;
            case AddOutcome::read_anew: ++summary.read_anew; break;
            case AddOutcome::duplicate: ++summary.duplicates; break;
        }
    }

    const ImportOptions& options_;
    const Extraction& extraction_;
    Store* store_;
    std::int64_t files_;
    const std::function<void(const Diagnostic&)>& report_;
    const GoOn& go_on_;
    std::vector<Unit> waiting_;
    std::size_t waiting_bytes_ = 0;
    Diagnostics told_;
};

}  // namespace

void extract_document(ReadDocument& read, const RuleSet& rules, const std::string& published) {
    Extracted extracted = extract(read.document, rules, published);
    read.published = std::move(extracted.published);
    read.published_basis = std::move(extracted.published_basis);
    read.mentions = std::move(extracted.mentions);
    read.sentences = extracted.sentences;
    read.dated = extracted.dated;
    read.undated = extracted.undated;
    read.diagnostics = std::move(extracted.diagnostics);
}

ImportSummary import_paths(const ImportOptions& options, Store* store,
                           const std::function<void(const Diagnostic&)>& report,
                           const std::function<bool(const ImportProgress&)>& go_on) {
    const FilesFound found = find_files(options.paths, options.leave_out);
    const Extraction extraction(options, store);
    Writer writer(options, extraction, store, static_cast<std::int64_t>(found.files.size()), report, go_on);
    writer.tell(found.diagnostics, {});
    writer.report();
    for (const Diagnostic& diagnostic : found.diagnostics) writer.summary.failed += diagnostic.severity == Severity::error;

    const auto make = [&](const std::function<bool(Unit&&)>& put) {
        bool going = true;
        for (const std::string& path : found.files) {
            read_file(options, path, [&](Unit&& unit) { return going = put(std::move(unit)); });
            if (!going) break;
        }
    };
    const auto work = [&](Unit& unit) {
        if (unit.has_document) extraction.run(unit);
    };
    OrderedWork<Unit>::run(std::max(options.jobs, 1), waiting_bytes, make, work, [&](Unit& unit) { return writer.take(unit); });
    writer.finish();
    return writer.summary;
}

}  // namespace annals
