// The events of one page: what is known of them before any is written, and their list under years and months.
#pragma once

#include "reports/page/documents.h"
#include "reports/page/event_html.h"
#include "reports/page/overview.h"

#include <set>
#include <string>
#include <vector>

namespace annals::page {

/// What the overview and the filters of a page need; one pass over its events.
struct Gathered {
    SourceNames names;
    std::vector<Drawn> drawn;      // of the dated ones
    std::vector<int> shelf_sizes;  // events of each year section, in order
    std::set<Precision> precisions;
    std::set<EventKind> kinds;
    int most_sources = 0;          // independent ones, of one event
    std::int64_t events = 0, undated = 0, conflicts = 0;

    void note(const Event& event);
    void finish();

private:
    Date last_;
};

/// "1853 to 2040"; empty without dated events.
std::string years_of(const std::vector<Drawn>& events);

void write_event_list(Html& html, const ReportInput& input, const Gathered& gathered, const DocumentNumbers& documents, const TextSink& sink);

}  // namespace annals::page
