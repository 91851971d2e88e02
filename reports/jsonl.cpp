// JSON Lines: the objects of the JSON report, one a line.
#include "reports/event_json.h"
#include "reports/report.h"

namespace annals {

void write_jsonl(const ReportInput& input, const TextSink& sink) {
    std::string line;
    input.events([&](const Event& event) {
        line.clear();
        append_event_json(line, event);
        line += '\n';
        sink(line);
        return true;
    });
}

}  // namespace annals
