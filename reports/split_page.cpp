#include "reports/split_page.h"

#include "reports/page/assets.h"
#include "reports/page/controls.h"
#include "reports/page/frame.h"
#include "reports/page/search_index.h"
#include "reports/page/shelf.h"

#include <algorithm>
#include <set>

namespace annals {
namespace {

using namespace page;

constexpr std::size_t most_in_a_part = 5000;

struct Part {
    std::string name;     // of its file
    std::string heading;  // "1994", "1994 to 1996"
    std::size_t events = 0;
};

// Which page each event of the order stands on.
class Parts {
public:
    Parts(const std::string& stem, std::size_t packed) : stem_(stem), packed_(packed) {}

    /// Events that stand in one year, one after the other.
    void year(const Shelf& shelf, std::size_t events) {
        const bool undated = shelf.kind == Shelf::Kind::undated;
        if (!parts_.empty() && !undated && parts_.back().events + events <= packed_ && !undated_) {
            parts_.back().events += events;
            parts_.back().heading = words("years", {first_year_, year_in_words(shelf.year)});
            return;
        }
        undated_ = undated;
        first_year_ = undated ? std::string(words("parts.undated")) : year_in_words(shelf.year);
        const std::string name = stem_ + "-" + (undated ? "undated" : format_day(to_day({shelf.year, 1, 1})).substr(0, shelf.year < 0 ? 5 : 4));
        const std::size_t pieces = std::max<std::size_t>(1, (events + most_in_a_part - 1) / most_in_a_part);
        for (std::size_t i = 0; i < pieces; ++i) {
            const std::string piece = i > 0 ? "-" + std::to_string(i + 1) : std::string();
            parts_.push_back({name + piece + ".html", first_year_ + (pieces > 1 ? " (" + std::to_string(i + 1) + "/" + std::to_string(pieces) + ")" : ""),
                              events * (i + 1) / pieces - events * i / pieces});
        }
    }
    const std::vector<Part>& all() const { return parts_; }

private:
    std::string stem_, first_year_;
    std::size_t packed_;
    std::vector<Part> parts_;
    bool undated_ = false;
};

Parts parts_of(const ReportInput& input, const std::string& stem, std::size_t packed) {
    Parts parts(stem, packed);
    Shelf shelf;
    std::size_t events = 0;
    input.events([&](const Event& event) {
        const Shelf next = shelf_of(event.date);
        const bool same = next.year == shelf.year && (next.kind == Shelf::Kind::undated) == (shelf.kind == Shelf::Kind::undated);
        if (events > 0 && !same) {
            parts.year(shelf, events);
            events = 0;
        }
        shelf = next;
        ++events;
        return true;
    });
    if (events > 0) parts.year(shelf, events);
    return parts;
}

void write_way(Html& html, const std::vector<Part>& parts, std::size_t part, const std::string& home, Markup place) {
    html << "<nav class=\"way\" aria-label=\"" << Text{words("parts")} << place << "\">";
    if (part > 0) html << "<a rel=\"prev\" href=\"" << Text{parts[part - 1].name} << "\">" << Text{words("parts.before", {parts[part - 1].heading})} << "</a>";
    html << "<a class=\"up\" href=\"" << Text{home} << "\">" << Text{words("parts.up")} << "</a>";
    if (part + 1 < parts.size()) html << "<a rel=\"next\" href=\"" << Text{parts[part + 1].name} << "\">" << Text{words("parts.after", {parts[part + 1].heading})} << "</a>";
    html << "</nav>\n";
}

struct Whole {
    const ReportInput& input;
    const DocumentNumbers& documents;
    const std::vector<Part>& parts;
    std::string title, home;
};

void write_part(const Whole& whole, std::size_t part, const std::vector<Event>& events, const TextSink& sink) {
    ReportInput input;
    input.filter = whole.input.filter;
    input.text_of = whole.input.text_of;
    input.events = [&](const std::function<bool(const Event&)>& take) {
        for (const Event& event : events)
            if (!take(event)) return;
    };
    Gathered gathered;
    std::set<int> numbers;
    for (const Event& event : events) {
        gathered.note(event);
        for (const EventSource& source : event.sources) numbers.insert(whole.documents.of(source.document));
    }
    gathered.finish();
    for (const int number : numbers)
        if (number > 0) input.documents.push_back(whole.input.documents[static_cast<std::size_t>(number) - 1]);
    const std::string title = words("parts.title", {whole.title, whole.parts[part].heading});
    Html html;
    write_head(html, title);
    write_way(html, whole.parts, part, whole.home, "");
    write_header(html, input, gathered, title);
    write_tools(html, gathered);
    write_event_list(html, input, gathered, whole.documents, sink);
    write_way(html, whole.parts, part, whole.home, ", 2");
    write_document_data(html, input.documents, whole.documents);
    write_end(html);
    sink(html.text());
}

void write_sources(const Whole& whole, std::size_t page, const TextMarks& marks, const TextSink& sink) {
    const std::size_t first = page * DocumentNumbers::documents_a_page;
    Html html;
    write_head(html, words("parts.title", {whole.title, std::string(words("sources"))}), false);
    html << "<nav class=\"way\"><a class=\"up\" href=\"" << Text{whole.home} << "\">" << Text{words("parts.up")} << "</a></nav>\n<main id=\"list\" tabindex=\"-1\"><h1 dir=\"auto\">"
         << Text{whole.title} << "</h1>\n";
    write_documents(html, whole.input, first, std::min(whole.input.documents.size(), first + DocumentNumbers::documents_a_page), marks, sink);
    html << "</main>\n</body></html>\n";
    sink(html.text());
}

void write_overview_page(const Whole& whole, const Gathered& gathered, const SearchIndex& index, const TextSink& sink) {
    Html html;
    write_head(html, whole.title);
    write_header(html, whole.input, gathered, whole.title);
    write_tools(html, gathered);
    html << "<main id=\"list\" tabindex=\"-1\"><ol id=\"hits\" hidden></ol><p id=\"more\" hidden><button type=\"button\"></button></p><p id=\"none\" hidden>" << Text{words("none")}
         << "</p>\n<section class=\"parts\" aria-labelledby=\"parts\"><h2 id=\"parts\">" << Text{words("parts")} << "</h2><p class=\"lane\">" << Text{words("parts.lane")}
         << "</p>\n<ol>\n";
    for (const Part& part : whole.parts)
        html << "<li class=\"part\"><a href=\"" << Text{part.name} << "\">" << Text{part.heading} << "</a> <small>" << Text{counted("events", static_cast<std::int64_t>(part.events))}
             << "</small></li>\n";
    html << "</ol></section></main>\n<section class=\"sources\" aria-labelledby=\"sources-of-all\"><h2 id=\"sources-of-all\">" << Text{words("sources")} << " <small>"
         << Text{counted("documents", static_cast<std::int64_t>(whole.input.documents.size()))} << "</small></h2><p>";
    for (std::size_t page = 0; page < whole.documents.pages(); ++page) {
        const std::size_t first = page * DocumentNumbers::documents_a_page;
        html << "<a href=\"" << Text{whole.documents.page_of(static_cast<int>(first) + 1)} << "\">" << Text{words("parts.sources")};
        if (whole.documents.pages() > 1)
            html << " " << first + 1 << "–" << std::min(whole.input.documents.size(), first + DocumentNumbers::documents_a_page);
        html << "</a> ";
    }
    html << "</p></section>\n";
    write_method(html);
    index.write(html);
    write_document_data(html, whole.input.documents, whole.documents);
    write_end(html);
    sink(html.text());
}

}  // namespace

void write_split_page(const ReportInput& input, const std::string& stem, std::size_t packed, const FileSink& file) {
    const Parts parts = parts_of(input, stem, packed);
    const DocumentNumbers documents(input.documents, stem + "-sources");
    Gathered gathered;
    input.events([&](const Event& event) {
        gathered.note(event);
        return true;
    });
    gathered.finish();
    const Whole whole{input, documents, parts.all(), title_of(input, gathered.drawn), stem + ".html"};

    SearchIndex index;
    TextMarks marks;
    std::vector<Event> events;
    std::size_t part = 0;
    input.events([&](const Event& event) {
        index.add(event, gathered.names, documents, part);
        if (input.text_of) note_marks(marks, event, parts.all()[part].name);
        events.push_back(event);
        if (events.size() < parts.all()[part].events) return true;
        file(parts.all()[part].name, [&](const TextSink& sink) { write_part(whole, part, events, sink); });
        events.clear();
        ++part;
        return true;
    });
    for (std::size_t page = 0; page < documents.pages(); ++page)
        file(documents.page_of(static_cast<int>(page * DocumentNumbers::documents_a_page) + 1), [&](const TextSink& sink) { write_sources(whole, page, marks, sink); });
    file(whole.home, [&](const TextSink& sink) { write_overview_page(whole, gathered, index, sink); });
}

}  // namespace annals
