// The comparison as Markdown: what both tell, then what only one has.
#include "reports/comparison/comparison.h"
#include "reports/markdown_text.h"

namespace annals {
namespace {

std::string when(const Date& date) { return date.dated() ? in_words(date) : "no date"; }

void append_side(std::string& text, const std::string& name, const Event& side) {
    text += "  - " + markdown_text(name) + ", " + markdown_text(when(side.date));
    if (const auto day = first_published(side)) text += ", published " + format_day(*day);
    text += ": “" + markdown_text(side.quote) + "”";
    for (const EventSource& source : side.sources)
        if (!source.url.empty()) text += " " + markdown_link(markdown_text(source.title.empty() ? "source" : source.title), source.url);
    text += '\n';
}

void append_event(std::string& text, const Comparison& comparison, const ComparedEvent& event) {
    const Event& shown = event.sides[0] ? *event.sides[0] : *event.sides[1];
    text += "- **" + markdown_text(when(shown.date)) + ":** " + markdown_text(shown.headline);
    if (event.both() && !event.same_date()) text += " *(dates differ)*";
    text += '\n';
    for (const std::size_t side : {0, 1})
        if (event.sides[side]) append_side(text, comparison.names[side], *event.sides[side]);
}

}  // namespace

void write_comparison_md(const Comparison& comparison, const TextSink& sink) {
    const std::string names[] = {markdown_text(comparison.names[0]), markdown_text(comparison.names[1])};
    std::string text = "# " + (comparison.title.empty() ? names[0] + " and " + names[1] : markdown_text(comparison.title)) + "\n\n";
    text += markdown_text(counts_in_words(comparison)) + "\n";
    const auto section = [&](const std::string& heading, const auto& belongs) {
        bool any = false;
        for (const ComparedEvent& event : comparison.events) {
            if (!belongs(event)) continue;
            if (!any) text += "\n## " + heading + "\n\n";
            any = true;
            append_event(text, comparison, event);
            sink(text);
            text.clear();
        }
    };
    section("Told by both", [](const ComparedEvent& event) { return event.both(); });
    section("Only " + names[0], [](const ComparedEvent& event) { return !event.sides[1]; });
    section("Only " + names[1], [](const ComparedEvent& event) { return !event.sides[0]; });
    sink(text);
}

}  // namespace annals
