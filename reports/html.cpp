// HTML: one offline file. The events are static HTML, so that it reads, prints and is found without the script; the script only filters.
// Two passes over the events: the first gathers the overview and the filters, the second writes.
#include "core/text/utf8.h"
#include "reports/page/assets.h"
#include "reports/page/event_html.h"
#include "reports/page/overview.h"
#include "reports/page/shelf.h"
#include "reports/report.h"

#include <algorithm>
#include <set>

namespace annals {
namespace {

using namespace page;

constexpr Day least_silence = 60;  // days

struct Gathered {
    explicit Gathered(const ReportInput& input) : sources(input.documents) {}
    Sources sources;
    std::vector<Drawn> drawn;
    std::vector<int> shelf_sizes;  // events of each year section, in order
    std::set<Precision> precisions;
    std::set<EventKind> kinds;
    std::int64_t events = 0, undated = 0, conflicts = 0;
};

Gathered gather(const ReportInput& input) {
    Gathered gathered(input);
    Shelf shelf;
    input.events([&](const Event& event) {
        const Shelf next = shelf_of(event.date);
        if (gathered.events == 0 || !next.same_year(shelf)) gathered.shelf_sizes.push_back(0);
        shelf = next;
        gathered.shelf_sizes.back() += 1;
        gathered.events += 1;
        gathered.conflicts += event.conflicts > 0;
        gathered.kinds.insert(event.kind);
        for (const EventSource& source : event.sources) gathered.sources.note(source);
        if (event.date.dated()) {
            gathered.drawn.push_back(drawn(event.date));
            gathered.precisions.insert(event.date.precision);
        } else {
            gathered.undated += 1;
        }
        return true;
    });
    gathered.sources.finish();
    return gathered;
}

// Silences far longer than usual are named; the usual one is the median of those between two beginnings.
Day silence_threshold(const std::vector<Drawn>& events) {
    std::vector<Day> steps;
    for (std::size_t i = 1; i < events.size(); ++i) {
        const auto& before = events[i - 1].start_max;
        const auto& after = events[i].start_min;
        if (before && after && *after > *before) steps.push_back(*after - *before);
    }
    if (steps.empty()) return least_silence;
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2), steps.end());
    return std::max(least_silence, 3 * std::min<Day>(steps[(steps.size() - 1) / 2], 365 * 200));
}

std::string years_of(const std::vector<Drawn>& events) {
    std::optional<Day> first, last;
    for (const Drawn& event : events)
        for (const auto& day : {event.start_min, event.start_max, event.end_min, event.end_max}) {
            if (!day) continue;
            first = std::min(first.value_or(*day), *day);
            last = std::max(last.value_or(*day), *day);
        }
    if (!first) return {};
    const std::string from = year_in_words(to_civil(*first).year), to = year_in_words(to_civil(*last).year);
    return from == to ? from : words("years", {from, to});
}

std::string title_of(const ReportInput& input, const std::string& years) {
    if (!input.title.empty()) return input.title;
    std::string about(words("title"));
    if (input.documents.size() == 1 && !input.documents.front().title.empty()) about = shorten(input.documents.front().title, 120);
    return years.empty() ? about : words("title.years", {about, years});
}

void write_head(Html& html, const std::string& title) {
    html << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '"
         << Text{policy_hash(script())} << "'; style-src '" << Text{policy_hash(style())}
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">"
            "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"generator\" content=\"annals\">\n<title>"
         << Text{title} << "</title>\n<style>" << style() << "</style></head>\n<body>\n<a class=\"skip\" href=\"#list\">" << Text{words("skip")} << "</a>\n";
}

void write_legend(Html& html) {
    const auto item = [&](Markup drawing, std::string_view key) {
        html << "<li><svg class=\"glyph\" aria-hidden=\"true\">" << drawing << "</svg>" << Text{words(key)} << "</li>";
    };
    html << "<ul class=\"legend\" aria-label=\"" << Text{words("legend")} << "\">";
    item("<circle class=\"pt\" cx=\"50%\" cy=\"5\" r=\"4\"/>", "legend.day");
    item("<rect class=\"dur\" x=\"1%\" y=\"1\" width=\"98%\" height=\"8\" rx=\"2\"/>", "legend.lasted");
    item("<use href=\"#g-some-time\"/>", "legend.some");
    item("<rect class=\"dur\" x=\"1%\" y=\"1\" width=\"60%\" height=\"8\" rx=\"2\"/><line class=\"open\" x1=\"62%\" x2=\"100%\" y1=\"5\" y2=\"5\"/>", "legend.open");
    item("<rect class=\"fold\" x=\"20%\" y=\"0\" width=\"60%\" height=\"10\"/>", "legend.folded");
    html << "</ul>";
}

void write_header(Html& html, const ReportInput& input, const Gathered& gathered, const std::string& title) {
    html << "<header><p class=\"kicker\">" << Text{words("kicker")} << "</p><h1 dir=\"auto\">" << Text{title} << "</h1>\n<p class=\"lede\">"
         << Text{words("lede", {counted("events", gathered.events), counted("documents", static_cast<std::int64_t>(input.documents.size()))})};
    if (gathered.conflicts > 0) html << " " << Text{counted("lede.conflicts", gathered.conflicts)};
    html << " " << Text{words("lede.method")} << "</p>";
    if (!input.filter.empty()) html << "<p class=\"asked\">" << Text{words("asked", {shorten(input.filter, 400)})} << "</p>";
    if (!gathered.drawn.empty()) write_legend(html);
    html << "</header>\n";
}

void begin_select(Html& html, Markup id, std::string_view label, std::string_view all) {
    html << "<label>" << Text{words(label)} << "<select id=\"" << id << "\">";
    if (!all.empty()) html << "<option value=\"\">" << Text{words(all)} << "</option>";
}

void write_option(Html& html, std::string_view value, std::string_view shown) {
    html << "<option value=\"" << Text{value} << "\">" << Text{shorten(shown, 60)} << "</option>";
}

void write_controls(Html& html, const Gathered& gathered) {
    html << "<div id=\"controls\" role=\"search\" aria-label=\"" << Text{words("controls")} << "\" hidden><div class=\"fields\">"
         << "<label class=\"wide\">" << Text{words("search")} << "<input type=\"search\" id=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>"
         << "<label>" << Text{words("from")} << "<input id=\"from\" autocomplete=\"off\" placeholder=\"" << Text{words("from.example")}
         << "\" aria-describedby=\"bad-date\"></label><label>" << Text{words("to")} << "<input id=\"to\" autocomplete=\"off\" placeholder=\""
         << Text{words("to.example")} << "\" aria-describedby=\"bad-date\"></label>";
    begin_select(html, "mode", "mode", "");
    for (const std::string_view mode : {"possible", "certain", "within"}) write_option(html, mode, words("mode." + std::string(mode)));
    html << "</select></label>";
    begin_select(html, "source", "source", "source.any");
    for (std::size_t i = 0; i < gathered.sources.names().size(); ++i) write_option(html, std::to_string(i), gathered.sources.names()[i]);
    html << "</select></label>";
    begin_select(html, "kind", "kind", "kind.any");
    for (const EventKind kind : gathered.kinds) write_option(html, to_string(kind), words("kind." + std::string(to_string(kind))));
    html << "</select></label>";
    begin_select(html, "precision", "precision", "precision.any");
    for (const Precision precision : gathered.precisions) write_option(html, to_string(precision), words("precision." + std::string(to_string(precision))));
    html << "</select></label></div>\n<p id=\"bad-date\" role=\"status\"></p><div class=\"actions\"><output id=\"count\" aria-live=\"polite\">"
         << Text{counted("events", gathered.events)} << "</output><button type=\"button\" id=\"clear\">" << Text{words("clear")}
         << "</button><button type=\"button\" id=\"save\">" << Text{words("save")} << "</button><button type=\"button\" id=\"keys\" aria-haspopup=\"dialog\">"
         << Text{words("keys")} << "</button></div></div>\n";
}

void write_tools(Html& html, const Gathered& gathered) {
    write_drawing_definitions(html);
    write_controls(html, gathered);
    if (gathered.drawn.empty()) return;
    html << "<section class=\"bar\" aria-label=\"" << Text{words("overview")} << "\">";
    write_overview(html, gathered.drawn);
    html << "<div id=\"range\" hidden><input type=\"range\" id=\"range-from\" min=\"0\" max=\"1000\" value=\"0\" aria-label=\"" << Text{words("range.from")}
         << "\"><input type=\"range\" id=\"range-to\" min=\"0\" max=\"1000\" value=\"1000\" aria-label=\"" << Text{words("range.to")} << "\"></div></section>\n";
}

void write_list(Html& html, const ReportInput& input, const Gathered& gathered, const TextSink& sink) {
    Silences silences(silence_threshold(gathered.drawn));
    Shelf shelf;
    std::size_t sections = 0, dated = 0;
    bool in_months = false;  // what is known to the year alone comes first and needs no heading of its own
    html << "<main id=\"list\" tabindex=\"-1\">\n";
    input.events([&](const Event& event) {
        const Shelf next = shelf_of(event.date);
        const bool new_section = sections == 0 || !next.same_year(shelf);
        const bool new_list = new_section || next.month != shelf.month;
        in_months = new_section ? next.month > 0 : in_months || next.month > 0;
        if (sections > 0 && new_list) html << "</ol>";
        if (sections > 0 && new_section) html << "</section>\n";
        if (const std::string silence = silences.before(event.date); !silence.empty()) html << "<p class=\"silence\">" << Text{silence} << "</p>\n";
        if (new_section) {
            const int size = gathered.shelf_sizes.at(sections);
            html << "<section class=\"year\"><h2>" << Text{year_heading(next)} << " <small>" << Text{counted("events", size)} << "</small></h2>\n";
            if (next.kind == Shelf::Kind::undated) html << "<p class=\"lane\">" << Text{words("undated.lane")} << "</p>";
            ++sections;
        }
        if (new_list) {
            if (in_months) html << "<h3>" << Text{month_heading(next)} << "</h3>";
            html << "<ol>\n";
        }
        shelf = next;
        write_event(html, event, gathered.sources, dated, in_months ? 4 : 3);
        dated += event.date.dated();
        sink(html.text());
        html.clear();
        return true;
    });
    if (sections > 0) html << "</ol></section>\n";
    html << "<p id=\"none\"" << (sections > 0 ? Markup(" hidden") : Markup("")) << ">" << Text{words("none")} << "</p>\n</main>\n";
}

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

void write_document(Html& html, const DocumentRow& row, std::size_t number) {
    const std::string title = !row.title.empty() ? row.title : !row.publisher.empty() ? row.publisher : std::string(words("source.unnamed"));
    html << "<li><a class=\"number\" id=\"d-" << number << "\" href=\"#d-" << number << "\" data-key=\"" << Text{shorten(row.document, 2000)} << "\" data-title=\"" << Text{shorten(row.title, 2000)}
         << "\" data-publisher=\"" << Text{shorten(row.publisher, 2000)} << "\" data-link=\"" << Text{shorten(row.url, 4000)} << "\" data-published=\"" << Text{shorten(row.published, 100)} << "\">[" << number
         << "]</a> ";
    const bool link = is_web_link(row.url);
    if (link) html << "<a href=\"" << Text{row.url} << "\" rel=\"noopener noreferrer\">";
    html << "<cite><bdi>" << Text{shorten(title, 200)} << "</bdi></cite>";
    if (link) html << "</a>";
    if (!row.publisher.empty() && row.publisher != title) html << ", <bdi>" << Text{shorten(row.publisher, 200)} << "</bdi>";
    html << "<br><span class=\"basis\">" << Text{basis_in_words(row)} << "</span> "
         << Text{words("dated.share", {grouped(row.dated), grouped(row.sentences), counted("events", row.events)})};
    if (row.undated > 0) html << " " << Text{counted("dated.failed", row.undated)};
    html << "</li>\n";
}

void write_foot(Html& html, const ReportInput& input, const TextSink& sink) {
    html << "<section class=\"sources\" aria-labelledby=\"sources\"><h2 id=\"sources\">" << Text{words("sources")} << " <small>"
         << Text{counted("documents", static_cast<std::int64_t>(input.documents.size()))} << "</small></h2>\n<ol>\n";
    for (std::size_t i = 0; i < input.documents.size(); ++i) {
        write_document(html, input.documents[i], i + 1);
        sink(html.text());
        html.clear();
    }
    html << "</ol></section>\n<section class=\"method\" aria-labelledby=\"method\"><h2 id=\"method\">" << Text{words("method")} << "</h2>\n";
    for (const std::string_view key : {"method.1", "method.2", "method.3", "method.4", "method.5"}) html << "<p>" << Text{words(key)} << "</p>\n";
    html << "</section>\n<footer><p>" << Text{words("footer")} << "</p></footer>\n<dialog id=\"dialog\" aria-labelledby=\"dialog-title\"><h2 id=\"dialog-title\">"
         << Text{words("keys.title")} << "</h2><dl>";
    for (const std::string_view key : {"/", "j", "k", "o", "c", "Esc", "?"})
        html << "<dt><kbd>" << Text{key} << "</kbd></dt><dd>" << Text{words("key." + std::string(key))} << "</dd>";
    html << "</dl><label><input type=\"checkbox\" id=\"letters\" checked> " << Text{words("keys.letters")} << "</label><button type=\"button\" id=\"close\">"
         << Text{words("keys.close")} << "</button></dialog>\n<script type=\"application/json\" id=\"strings\">";
    write_script_strings(html);
    html << "</script>\n<script>" << script() << "</script>\n</body></html>\n";
    sink(html.text());
}

}  // namespace

void write_html(const ReportInput& input, const TextSink& sink) {
    const Gathered gathered = gather(input);
    const std::string title = title_of(input, years_of(gathered.drawn));
    Html html;
    write_head(html, title);
    write_header(html, input, gathered, title);
    write_tools(html, gathered);
    write_list(html, input, gathered, sink);
    write_foot(html, input, sink);
}

}  // namespace annals
