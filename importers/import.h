// The drive: walk -> read -> extract (parallel, one document a unit) -> one writer that commits in path order.
// So the number of jobs can never change an id or a byte of a report.
#pragma once

#include "core/model/diagnostic.h"
#include "core/store/store.h"
#include "importers/extract/matching/rules.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace annals {

struct ImportOptions {
    std::vector<std::string> paths;             // files, folders, "-" (standard input: all of `standard_input`)
    std::istream* standard_input = nullptr;     // read once
    std::string published;                      // EDTF; the user's word for every document
    std::string publisher;                      // for documents that name none
    std::map<std::string, std::string> fields;  // --map
    int jobs = 1;
    std::shared_ptr<const RuleSet> rules;
    std::vector<std::string> leave_out;         // files that a walk passes over: the database itself
};

struct ImportProgress {
    std::int64_t files_done = 0, files_total = 0, documents = 0, warnings = 0;
};

struct ImportSummary {
    std::int64_t files = 0, documents = 0;
    std::int64_t added = 0, unchanged = 0, new_versions = 0, read_anew = 0, duplicates = 0, failed = 0,
                 mentions = 0, warnings = 0;
    std::int64_t dated = 0, undated = 0;  // mentions that found an event, with and without a date
    bool stopped = false;  // by `go_on`
};

/// Fills in what is read out of `read.document`. `published`, if not empty, is a person's word (EDTF).
void extract_document(ReadDocument& read, const RuleSet& rules, const std::string& published = {});

/// A file that cannot be read is an error diagnostic and counts as failed; the others are imported. A broken machine throws:
/// what was stored stays.
/// `store` null: read and extract only (--dry-run). `report` gets each diagnostic in order; `go_on` is asked after each document.
ImportSummary import_paths(const ImportOptions& options, Store* store,
                           const std::function<void(const Diagnostic&)>& report,
                           const std::function<bool(const ImportProgress&)>& go_on);

}  // namespace annals
