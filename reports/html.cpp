// HTML: one offline file. The events are static HTML, so that it reads, prints and is found without the script; the script only filters.
// Two passes over the events: the first gathers the overview and the filters, the second writes.
#include "reports/page/controls.h"
#include "reports/page/frame.h"
#include "reports/report.h"

namespace annals {

void write_html(const ReportInput& input, const TextSink& sink) {
    using namespace page;
    Gathered gathered;
    TextMarks marks;
    input.events([&](const Event& event) {
        gathered.note(event);
        if (input.text_of) note_marks(marks, event, {});
        return true;
    });
    gathered.finish();
    const DocumentNumbers documents(input.documents);
    const std::string title = title_of(input, gathered.drawn);
    Html html;
    write_head(html, title);
    write_header(html, input, gathered, title);
    write_tools(html, gathered);
    write_event_list(html, input, gathered, documents, sink);
    write_documents(html, input, 0, input.documents.size(), marks, sink);
    write_method(html);
    write_document_data(html, input.documents, documents);
    write_end(html);
    sink(html.text());
}

}  // namespace annals
