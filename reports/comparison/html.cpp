// The comparison as a page: the two sides beside each other, without a script.
#include "core/text/utf8.h"
#include "reports/comparison/comparison.h"
#include "reports/page/assets.h"
#include "reports/page/frame.h"

namespace annals {
namespace {

using namespace page;

constexpr std::size_t quote_limit = 1500;  // code points

std::string when(const Date& date) { return date.dated() ? in_words(date) : std::string(words("undated.one")); }

void write_side(Html& html, const std::string& name, const std::optional<Event>& side) {
    html << "<div class=\"side\"><p class=\"says\"><bdi>" << Text{shorten(name, 200)} << "</bdi>: ";
    if (!side) {
        html << Text{words("compare.none")} << "</p></div>";
        return;
    }
    html << Text{when(side->date)} << "</p><blockquote dir=\"auto\">" << Text{shorten(side->quote, quote_limit)} << "</blockquote><p class=\"src\">";
    if (const auto day = first_published(*side)) html << Text{words("compare.published", {published_in_words(format_day(*day))})} << " ";
    for (const EventSource& source : side->sources) {
        const std::string title = shorten(source.title.empty() ? source_name(source) : source.title, 200);
        if (is_web_link(source.url))
            html << "<a href=\"" << Text{source.url} << "\" rel=\"noopener noreferrer\"><cite><bdi>" << Text{title} << "</bdi></cite></a> ";
        else
            html << "<cite><bdi>" << Text{title} << "</bdi></cite> ";
    }
    html << "</p></div>";
}

void write_pair(Html& html, const Comparison& comparison, const ComparedEvent& event) {
    const Event& shown = event.sides[0] ? *event.sides[0] : *event.sides[1];
    html << "<li class=\"ev\" id=\"e-" << Text{shown.id} << "\"><div class=\"when\"><a class=\"date\" href=\"#e-" << Text{shown.id} << "\">" << Text{when(shown.date)}
         << "</a></div><div class=\"what\"><h3 dir=\"auto\">" << Text{shorten(shown.headline, 200)} << "</h3>";
    if (event.both() && !event.same_date()) html << "<p class=\"disagree\">" << Text{words("compare.differs")} << "</p>";
    html << "<div class=\"sides\">";
    for (const std::size_t side : {0, 1}) write_side(html, comparison.names[side], event.sides[side]);
    html << "</div></div></li>\n";
}

}  // namespace

void write_comparison_html(const Comparison& comparison, const TextSink& sink) {
    Html html;
    const std::string title = comparison.title.empty() ? words("compare.title", {shorten(comparison.names[0], 200), shorten(comparison.names[1], 200)}) : comparison.title;
    write_head(html, title, false);
    html << "<header><p class=\"kicker\">" << Text{words("compare.kicker")} << "</p><h1 dir=\"auto\">" << Text{title} << "</h1>\n<p class=\"lede\">"
         << Text{counts_in_words(comparison)} << "</p>";
    if (!comparison.filter.empty()) html << "<p class=\"asked\">" << Text{words("asked", {shorten(comparison.filter, 400)})} << "</p>";
    html << "</header>\n<main id=\"list\" tabindex=\"-1\">\n";
    const auto section = [&](const std::string& heading, const auto& belongs) {
        std::int64_t size = 0;
        for (const ComparedEvent& event : comparison.events) size += belongs(event);
        if (size == 0) return;
        html << "<section class=\"year\"><h2>" << Text{heading} << " <small>" << Text{counted("events", size)} << "</small></h2>\n<ol>\n";
        for (const ComparedEvent& event : comparison.events) {
            if (!belongs(event)) continue;
            write_pair(html, comparison, event);
            sink(html.text());
            html.clear();
        }
        html << "</ol></section>\n";
    };
    section(std::string(words("compare.both")), [](const ComparedEvent& event) { return event.both(); });
    section(words("compare.only", {shorten(comparison.names[0], 200)}), [](const ComparedEvent& event) { return !event.sides[1]; });
    section(words("compare.only", {shorten(comparison.names[1], 200)}), [](const ComparedEvent& event) { return !event.sides[0]; });
    if (comparison.events.empty()) html << "<p>" << Text{words("none")} << "</p>";
    html << "</main>\n<footer><p>" << Text{words("footer")} << "</p></footer>\n</body></html>\n";
    sink(html.text());
}

}  // namespace annals
