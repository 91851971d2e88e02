// The comparison as JSON: counts, then one event a line; a side that does not tell it is null.
#include "reports/comparison/comparison.h"
#include "reports/event_json.h"
#include "reports/json_text.h"

namespace annals {

void write_comparison_json(const Comparison& comparison, const TextSink& sink) {
    const ComparisonCounts count = counts(comparison);
    std::string json = "{\"left\": ";
    append_json_string(json, comparison.names[0]);
    json += ", \"right\": ";
    append_json_string(json, comparison.names[1]);
    json += ", \"both\": " + std::to_string(count.both) + ", \"other_dates\": " + std::to_string(count.other_dates) +
            ", \"only_left\": " + std::to_string(count.only[0]) + ", \"only_right\": " + std::to_string(count.only[1]) +
            ", \"left_first\": " + std::to_string(count.first[0]) + ", \"right_first\": " + std::to_string(count.first[1]) + ", \"events\": [";
    bool first = true;
    for (const ComparedEvent& event : comparison.events) {
        json += first ? "\n" : ",\n";
        first = false;
        json.append("{\"told_by\": \"").append(event.both() ? "both" : event.sides[0] ? "left" : "right").append("\", \"same_date\": ");
        json += event.both() ? (event.same_date() ? "true" : "false") : "null";
        for (const std::size_t side : {0, 1}) {
            json += side == 0 ? ", \"left\": " : ", \"right\": ";
            if (event.sides[side])
                append_event_json(json, *event.sides[side]);
            else
                json += "null";
        }
        json += '}';
        sink(json);
        json.clear();
    }
    json += first ? "]}\n" : "\n]}\n";
    sink(json);
}

}  // namespace annals
