// JSON: one array, one event a line, so that it reads as well in a text editor as in a program.
#include "reports/event_json.h"
#include "reports/report.h"

namespace annals {

void write_json(const ReportInput& input, const TextSink& sink) {
    std::string json = "[";
    bool first = true;
    input.events([&](const Event& event) {
        json += first ? "\n" : ",\n";
        first = false;
        append_event_json(json, event);
        sink(json);
        json.clear();
        return true;
    });
    json += first ? "]\n" : "\n]\n";
    sink(json);
}

}  // namespace annals
