// Markdown (CommonMark): a chronology to paste into a document, one heading a year, one item an event.
#include "reports/markdown_text.h"
#include "reports/page/shelf.h"
#include "reports/report.h"

namespace annals {
namespace {

std::string date_in_words(const Date& date) { return date.dated() ? in_words(date) : "no date"; }

void append_source(std::string& text, const EventSource& source) {
    const std::string name = source.publisher.empty() ? source.title : source.publisher;
    const std::string shown = markdown_text(name.empty() ? "source" : name);
    text += markdown_link(shown, source.url);
    if (!source.published.empty()) text += ", " + markdown_text(source.published);
}

void append_event(std::string& text, const Event& event) {
    text += "- **" + markdown_text(date_in_words(event.date)) + ":** " + markdown_text(event.headline);
    if (event.kind != EventKind::occurrence) text += " *(" + std::string(to_string(event.kind)) + ")*";
    text += "\n  > " + markdown_text(event.quote) + "\n\n  ";
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        const EventSource& source = event.sources[i];
        if (i > 0) text += "; ";
        append_source(text, source);
        if (event.conflicts > 0 && source.date != event.date) text += " (" + markdown_text(date_in_words(source.date)) + ")";
    }
    text += '\n';
}

}  // namespace

void write_md(const ReportInput& input, const TextSink& sink) {
    std::string text = "# " + markdown_text(input.title.empty() ? "A sourced chronology" : input.title) + "\n";
    page::Shelf shelf;
    bool first = true;
    input.events([&](const Event& event) {
        const page::Shelf next = page::shelf_of(event.date);
        if (first || !next.same_year(shelf)) text += "\n## " + markdown_text(page::year_heading(next)) + "\n\n";
        first = false;
        shelf = next;
        append_event(text, event);
        sink(text);
        text.clear();
        return true;
    });
    sink(text);
}

}  // namespace annals
