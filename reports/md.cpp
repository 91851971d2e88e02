// Markdown (CommonMark): a chronology to paste into a document, one heading a year, one item an event.
#include "reports/page/shelf.h"
#include "reports/report.h"

namespace annals {
namespace {

// What could begin markup is escaped; line ends become spaces, so that text stays within its item.
std::string escaped(std::string_view text) {
    std::string markdown;
    bool at_start = true, after_digits = false;  // where "-", "+" and "1." would begin a list
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= ' ') {
            if (!markdown.empty() && markdown.back() != ' ') markdown += ' ';
            after_digits = false;
            continue;
        }
        const bool digit = c >= '0' && c <= '9';
        const bool list = (at_start && (c == '-' || c == '+')) || (after_digits && (c == '.' || c == ')'));
        if (list || std::string_view("\\`*_{}[]<>#!|~&").find(c) != std::string_view::npos) markdown += '\\';
        markdown += c;
        after_digits = digit && (at_start || after_digits);
        at_start = false;
    }
    return markdown;
}

bool is_link(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) && url.find_first_of(" \t\r\n<>\\") == std::string_view::npos;
}

std::string date_in_words(const Date& date) { return date.dated() ? in_words(date) : "no date"; }

void append_source(std::string& text, const EventSource& source) {
    const std::string name = source.publisher.empty() ? source.title : source.publisher;
    const std::string shown = escaped(name.empty() ? "source" : name);
    text += is_link(source.url) ? "[" + shown + "](<" + source.url + ">)" : shown;
    if (!source.published.empty()) text += ", " + escaped(source.published);
}

void append_event(std::string& text, const Event& event) {
    text += "- **" + escaped(date_in_words(event.date)) + ":** " + escaped(event.headline);
    if (event.kind != EventKind::occurrence) text += " *(" + std::string(to_string(event.kind)) + ")*";
    text += "\n  > " + escaped(event.quote) + "\n\n  ";
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        const EventSource& source = event.sources[i];
        if (i > 0) text += "; ";
        append_source(text, source);
        if (event.conflicts > 0 && source.date != event.date) text += " (" + escaped(date_in_words(source.date)) + ")";
    }
    text += '\n';
}

}  // namespace

void write_md(const ReportInput& input, const TextSink& sink) {
    std::string text = "# " + escaped(input.title.empty() ? "A sourced chronology" : input.title) + "\n";
    page::Shelf shelf;
    bool first = true;
    input.events([&](const Event& event) {
        const page::Shelf next = page::shelf_of(event.date);
        if (first || !next.same_year(shelf)) text += "\n## " + escaped(page::year_heading(next)) + "\n\n";
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
