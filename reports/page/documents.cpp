#include "reports/page/documents.h"

#include "core/text/utf8.h"
#include "reports/page/assets.h"
#include "reports/page/event_html.h"

#include <algorithm>

namespace annals::page {
namespace {

constexpr std::size_t field_limit = 4000;  // code points of what the script keeps of a document

// published_basis is the name of a basis, with the words it rests on behind a colon: "text: as of writing on September 27".
std::string basis_in_words(const DocumentRow& row) {
    if (row.published.empty()) return std::string(words("basis.missing"));
    const std::string published = published_in_words(row.published);
    const std::size_t colon = row.published_basis.find(": ");
    const std::string key = "basis." + row.published_basis.substr(0, colon);
    const std::string basis = has_words(key) ? std::string(words(key)) : shorten(row.published_basis, 200);
    if (colon == std::string::npos || !has_words(key)) return words("basis", {published, basis});
    return words("basis.quoted", {published, basis, shorten(row.published_basis.substr(colon + 2), 200)});
}

std::string title_of(const DocumentRow& row) {
    return shorten(!row.title.empty() ? row.title : !row.publisher.empty() ? row.publisher : std::string(words("source.unnamed")), 200);
}

void write_document(Html& html, const DocumentRow& row, std::size_t number, bool has_text) {
    html << "<li><a class=\"number\" id=\"d-" << number << "\" href=\"#d-" << number << "\">[" << number << "]</a> ";
    const bool link = is_web_link(row.url);
    if (link) html << "<a href=\"" << Text{row.url} << "\" rel=\"noopener noreferrer\">";
    html << "<cite><bdi>" << Text{title_of(row)} << "</bdi></cite>";
    if (link) html << "</a>";
    if (!row.publisher.empty() && row.publisher != row.title) html << ", <bdi>" << Text{shorten(row.publisher, 200)} << "</bdi>";
    html << "<br><span class=\"basis\">" << Text{basis_in_words(row)} << "</span> "
         << Text{words("dated.share", {grouped(row.dated), grouped(row.sentences), counted("events", row.events)})};
    if (row.undated > 0) html << " " << Text{counted("dated.failed", row.undated)};
    if (has_text) html << " <a href=\"#t-" << number << "\">" << Text{words("text.read")} << "</a>";
    html << "</li>\n";
}

// The text in paragraphs. Marks may overlap: the text is cut wherever one begins or ends.
void write_text(Html& html, const std::string& text, std::vector<TextMark> marks) {
    const auto limit = static_cast<std::uint32_t>(text.size());
    std::erase_if(marks, [&](const TextMark& mark) { return mark.span.empty() || mark.span.end > limit; });
    std::sort(marks.begin(), marks.end(), [](const TextMark& a, const TextMark& b) {
        return std::tie(a.span.begin, b.span.end, a.id) < std::tie(b.span.begin, a.span.end, b.id);
    });
    std::vector<std::uint32_t> cuts{0, limit};
    for (const TextMark& mark : marks) cuts.insert(cuts.end(), {mark.span.begin, mark.span.end});
    for (std::uint32_t i = 0; i < limit; ++i)
        if (text[i] == '\n') cuts.insert(cuts.end(), {i, i + 1});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    std::size_t next = 0;
    std::uint32_t marked_to = 0;
    html << "<p>";
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        for (; next < marks.size() && marks[next].span.begin == cuts[i]; ++next) {
            const TextMark& mark = marks[next];
            html << "<a class=\"tag\" id=\"" << Text{mark.id} << "\" href=\"" << Text{mark.href} << "\">" << Text{mark.label} << "</a> ";
            marked_to = std::max(marked_to, mark.span.end);
        }
        const std::string_view piece = std::string_view(text).substr(cuts[i], cuts[i + 1] - cuts[i]);
        if (piece == "\n")
            html << "</p>\n<p>";
        else if (cuts[i] < marked_to)
            html << "<span class=\"told\">" << Text{piece} << "</span>";
        else
            html << Text{piece};
    }
    html << "</p>\n";
}

}  // namespace

DocumentNumbers::DocumentNumbers(const std::vector<DocumentRow>& documents, std::string stem) : stem_(std::move(stem)) {
    for (const DocumentRow& row : documents) numbers_.emplace(row.document, static_cast<int>(numbers_.size()) + 1);
}

int DocumentNumbers::of(std::string_view key) const {
    const auto found = numbers_.find(key);
    return found == numbers_.end() ? 0 : found->second;
}

std::string DocumentNumbers::page_of(int number) const {
    if (stem_.empty()) return {};
    const std::size_t page = (static_cast<std::size_t>(number) - 1) / documents_a_page;
    return stem_ + (page > 0 ? "-" + std::to_string(page + 1) : std::string()) + ".html";
}

std::string mark_id(const Event& event, std::size_t source) { return "x-" + event.id + "-" + std::to_string(source); }

void note_marks(TextMarks& marks, const Event& event, const std::string& page) {
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        const EventSource& source = event.sources[i];
        marks[source.document].push_back({source.quote_span, mark_id(event, i), page + "#e-" + event.id,
                                          source.date.dated() ? in_words(source.date) : std::string(words("undated.one"))});
    }
}

void write_documents(Html& html, const ReportInput& input, std::size_t first, std::size_t last, const TextMarks& marks, const TextSink& sink) {
    const auto flush = [&] {
        sink(html.text());
        html.clear();
    };
    html << "<section class=\"sources\" aria-labelledby=\"sources-heading\"><h2 id=\"sources-heading\">" << Text{words("sources")}
         << " <small>" << Text{counted("documents", static_cast<std::int64_t>(last - first))} << "</small></h2>\n<ol>\n";
    for (std::size_t i = first; i < last; ++i) {
        write_document(html, input.documents[i], i + 1, static_cast<bool>(input.text_of));
        flush();
    }
    html << "</ol></section>\n";
    if (!input.text_of) return;
    html << "<section class=\"texts\" aria-labelledby=\"texts\"><h2 id=\"texts\">" << Text{words("texts")} << "</h2>\n<p class=\"lane\">" << Text{words("texts.lane")} << "</p>\n";
    static const std::vector<TextMark> none;
    for (std::size_t i = first; i < last; ++i) {
        const DocumentRow& row = input.documents[i];
        const std::optional<std::string> text = input.text_of(row.document);
        if (!text) continue;
        const auto found = marks.find(row.document);
        html << "<article id=\"t-" << i + 1 << "\" dir=\"auto\"><h3><bdi>" << Text{title_of(row)} << "</bdi> <a class=\"ref\" href=\"#d-" << i + 1 << "\" aria-label=\""
             << Text{words("source.number", {std::to_string(i + 1)})} << "\">[" << i + 1 << "]</a></h3>\n";
        write_text(html, *text, found == marks.end() ? none : found->second);
        html << "</article>\n";
        flush();
    }
    html << "</section>\n";
}

void write_document_data(Html& html, const std::vector<DocumentRow>& documents, const DocumentNumbers& numbers) {
    html << "<script type=\"application/json\" id=\"documents\">{";
    bool first = true;
    for (const DocumentRow& row : documents) {
        html << (first ? Markup("\"") : Markup(",\n\"")) << numbers.of(row.document) << "\":[";
        first = false;
        html.json_string(shorten(row.document, field_limit)) << ",";
        html.json_string(shorten(row.title, field_limit)) << ",";
        html.json_string(shorten(row.publisher, field_limit)) << ",";
        if (row.url == row.document)
            html << "null,";  // the key is the address
        else
            html.json_string(shorten(row.url, field_limit)) << ",";
        html.json_string(shorten(row.published, field_limit)) << "]";
    }
    html << "}</script>\n";
}

}  // namespace annals::page
