#include "reports/page/event_list.h"

#include "core/events/cluster.h"
#include "reports/page/assets.h"
#include "reports/page/shelf.h"

#include <algorithm>

namespace annals::page {
namespace {

constexpr Day least_silence = 60;  // days

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

// What is far from the window is not laid out; how tall it will be follows from its number of events, in steps that page.css knows.
Markup size_class(int events) {
    if (events <= 1) return "few";
    if (events <= 3) return "upto3";
    if (events <= 8) return "upto8";
    if (events <= 20) return "upto20";
    if (events <= 50) return "upto50";
    if (events <= 120) return "upto120";
    if (events <= 300) return "upto300";
    return "many";
}

}  // namespace

void Gathered::note(const Event& event) {
    if (events == 0 || !shelf_of(event.date).same_year(shelf_of(last_))) shelf_sizes.push_back(0);
    last_ = event.date;
    shelf_sizes.back() += 1;
    events += 1;
    conflicts += event.conflicts > 0;
    kinds.insert(event.kind);
    most_sources = std::max(most_sources, independent_sources(event.sources));
    for (const EventSource& source : event.sources) names.note(source);
    if (event.date.dated()) {
        drawn.push_back(page::drawn(event.date));
        precisions.insert(event.date.precision);
    } else {
        undated += 1;
    }
}

void Gathered::finish() { names.finish(); }

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

void write_event_list(Html& html, const ReportInput& input, const Gathered& gathered, const DocumentNumbers& documents, const TextSink& sink) {
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
        if (const auto silence = silences.before(event.date)) html << "<p class=\"silence\">" << Text{silence_in_words(*silence)} << "</p>\n";
        if (new_section) {
            const int size = gathered.shelf_sizes.at(sections);
            html << "<section class=\"year stretch " << size_class(size) << "\"><h2>" << Text{year_heading(next)} << " <small>"
                 << Text{counted("events", size)} << "</small></h2>\n";
            if (next.kind == Shelf::Kind::undated) html << "<p class=\"lane\">" << Text{words("undated.lane")} << "</p>";
            ++sections;
        }
        if (new_list) {
            if (in_months) html << "<h3>" << Text{month_heading(next)} << "</h3>";
            html << "<ol>\n";
        }
        shelf = next;
        write_event(html, event, {documents, gathered.names, static_cast<bool>(input.text_of)}, dated, in_months ? 4 : 3);
        dated += event.date.dated();
        sink(html.text());
        html.clear();
        return true;
    });
    if (sections > 0) html << "</ol></section>\n";
    html << "<p id=\"none\"" << (sections > 0 ? Markup(" hidden") : Markup("")) << ">" << Text{words("none")} << "</p>\n</main>\n";
    sink(html.text());
    html.clear();
}

}  // namespace annals::page
