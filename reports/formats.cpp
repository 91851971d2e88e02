// The table of report formats.
#include "reports/report.h"

#include <array>

namespace annals {

void write_csv(const ReportInput& input, const TextSink& sink);
void write_html(const ReportInput& input, const TextSink& sink);
void write_ics(const ReportInput& input, const TextSink& sink);
void write_json(const ReportInput& input, const TextSink& sink);
void write_jsonl(const ReportInput& input, const TextSink& sink);
void write_markwhen(const ReportInput& input, const TextSink& sink);
void write_md(const ReportInput& input, const TextSink& sink);
void write_timelinejs(const ReportInput& input, const TextSink& sink);

namespace {

constexpr std::array formats{
    ReportFormat{"html", "html", "one offline page to read, explore and print", write_html},
    ReportFormat{"csv", "csv", "one row an event, for spreadsheets (RFC 4180)", write_csv, true},
    ReportFormat{"json", "json", "one array of events with all their sources", write_json},
    ReportFormat{"jsonl", "jsonl", "the same objects, one a line", write_jsonl},
    ReportFormat{"md", "md", "Markdown, one item an event", write_md},
    ReportFormat{"ics", "ics", "iCalendar, one all-day entry an event (RFC 5545)", write_ics},
    ReportFormat{"timelinejs", "json", "JSON for TimelineJS", write_timelinejs},
    ReportFormat{"markwhen", "mw", "text for markwhen", write_markwhen},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return formats; }

const ReportFormat* find_report_format(std::string_view name) {
    for (const ReportFormat& format : formats)
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace annals
