#include "reports/page/overview.h"

#include "reports/page/assets.h"
#include "reports/page/shelf.h"
#include "reports/page/time_axis.h"

#include <algorithm>
#include <cmath>

namespace annals::page {
namespace {

constexpr double plot_height = 72;   // pixels; page.css and page.js know it
constexpr double label_height = 18;
constexpr double lane_height = 12;
constexpr std::size_t lanes = 6;
constexpr std::size_t most_marks = 400;
constexpr std::size_t bins = 150;

struct Place {
    double from = 0, to = 0;  // percent
    std::size_t lane = 0;
};

Day first_known(const Drawn& event) { return event.start_min ? *event.start_min : event.end_max.value_or(0); }
Day last_known(const Drawn& event) { return event.end_max ? *event.end_max : event.start_max.value_or(first_known(event)); }
bool exact(const Drawn& event) { return !event.span && event.start_min == event.end_max; }

TimeAxis axis_of(const std::vector<Drawn>& events) {
    std::vector<Day> days;
    for (const Drawn& event : events) {
        days.push_back(first_known(event));
        days.push_back(last_known(event));
    }
    return TimeAxis(std::move(days));
}

// Places every event in the lowest free lane; empty when the lanes do not suffice.
std::vector<Place> place_marks(const std::vector<Drawn>& events, const TimeAxis& axis) {
    std::vector<Place> places;
    if (events.size() > most_marks) return places;
    std::vector<double> free_from(lanes, -100);
    for (const Drawn& event : events) {
        Place place{axis.at(first_known(event)), axis.at(last_known(event) + 1), 0};
        if (place.to - place.from < 0.9) {  // wide enough to be seen
            const double middle = (place.from + place.to) / 2;
            place.from = middle - 0.45;
            place.to = middle + 0.45;
        }
        const auto lane = std::find_if(free_from.begin(), free_from.end(), [&](double free) { return free <= place.from; });
        if (lane == free_from.end()) return {};
        place.lane = static_cast<std::size_t>(lane - free_from.begin());
        *lane = place.to + 0.25 + (event.open_end ? 1.5 : 0);
        places.push_back(place);
    }
    return places;
}

void write_bar(Html& html, Markup kind, double from, double to, double top) {
    if (to <= from) return;
    html << "<rect class=\"" << kind << "\" x=\"" << from << "%\" y=\"" << top << "\" width=\"" << to - from << "%\" height=\"8\" rx=\"2\"/>";
}

void write_open_end(Html& html, double from, double to, double middle) {
    html << "<line class=\"open\" x1=\"" << from << "%\" x2=\"" << to << "%\" y1=\"" << middle << "\" y2=\"" << middle << "\"/>";
}

void write_mark(Html& html, const Drawn& event, const Place& place, const TimeAxis& axis, std::size_t number) {
    const double top = plot_height - lane_height * static_cast<double>(place.lane + 1);
    html << "<g data-n=\"" << number << "\">";
    if (exact(event)) {
        html << "<circle class=\"pt\" cx=\"" << (place.from + place.to) / 2 << "%\" cy=\"" << top + 4 << "\" r=\"4\"/>";
    } else if (!event.span) {
        write_bar(html, "unc", place.from, place.to, top);
    } else {
        const double certain_from = event.start_max ? std::max(place.from, axis.at(*event.start_max)) : place.from;
        const double certain_to = event.end_min ? std::min(place.to, axis.at(*event.end_min + 1)) : place.from;
        write_bar(html, "unc", place.from, place.to, top);
        if (event.about)
            write_bar(html, "dur about", certain_from, certain_to, top);
        else
            write_bar(html, "dur", certain_from, certain_to, top);
        if (event.open_start || !event.start_min) write_open_end(html, place.from - 1.5, place.from, top + 4);
        if (event.open_end || !event.end_max) write_open_end(html, place.to, place.to + 1.5, top + 4);
    }
    html << "</g>";
}

// Each event weighs one, spread over the days it may lie on: a vague date makes a low, wide hill. Heights are square roots, so that one
// event is seen beside a hundred.
void write_density(Html& html, const std::vector<Drawn>& events, const TimeAxis& axis) {
    std::vector<double> all(bins), certain(bins);
    for (const Drawn& event : events) {
        const auto bin = [&](double percent) { return std::min(bins - 1, static_cast<std::size_t>(percent * bins / 100)); };
        const double from = axis.at(first_known(event)), to = axis.at(last_known(event) + 1);
        const std::size_t first = bin(exact(event) ? (from + to) / 2 : from);
        const std::size_t last = exact(event) ? first : std::max(first, bin(to - 0.001));
        for (std::size_t i = first; i <= last; ++i) all[i] += 1.0 / static_cast<double>(last - first + 1);
        if (first == last) certain[first] += 1;
    }
    const double most = *std::max_element(all.begin(), all.end());
    const auto bars = [&](const std::vector<double>& heights, Markup kind) {
        for (std::size_t i = 0; i < bins; ++i) {
            const double height = std::sqrt(heights[i] / most) * (plot_height - 6);
            if (height <= 0) continue;
            const double shown = std::max(2.0, height);
            html << "<rect class=\"" << kind << "\" x=\"" << 100.0 * static_cast<double>(i) / bins << "%\" y=\"" << plot_height - shown << "\" width=\""
                 << 100.0 / bins * 0.82 << "%\" height=\"" << shown << "\"/>";
        }
    };
    html << "<g class=\"density\">";
    bars(all, "unc");
    bars(certain, "dur");
    html << "</g>";
}

void write_axis(Html& html, const TimeAxis& axis) {
    for (const TimeAxis::Piece& piece : axis.pieces())
        if (piece.folded)
            html << "<rect class=\"fold\" x=\"" << piece.from << "%\" y=\"0\" width=\"" << piece.to - piece.from << "%\" height=\"" << plot_height << "\"/>";
    html << "<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"" << plot_height << "\" y2=\"" << plot_height << "\"/>";
    for (const TimeAxis::Tick& tick : axis.ticks()) {
        html << "<line class=\"tick\" x1=\"" << tick.at << "%\" x2=\"" << tick.at << "%\" y1=\"0\" y2=\"" << plot_height + 4 << "\"/>";
        html << "<text class=\"" << (tick.minor ? Markup("minor") : Markup("major")) << "\" x=\"" << tick.at << "%\" dx=\"4\" y=\"" << plot_height + 14 << "\">"
             << Text{tick.label} << "</text>";
    }
}

std::string description(const std::vector<Drawn>& events, const TimeAxis& axis) {
    const auto folds = std::count_if(axis.pieces().begin(), axis.pieces().end(), [](const TimeAxis::Piece& piece) { return piece.folded; });
    const std::string count = counted("events", static_cast<std::int64_t>(events.size()));
    const std::string first = year_in_words(to_civil(axis.first()).year), last = year_in_words(to_civil(axis.last()).year);
    return (first == last ? words("overview.describe.year", {count, first}) : words("overview.describe", {count, first, last})) +
           (folds > 0 ? " " + counted("overview.folds", folds) : std::string()) + " " + std::string(words("overview.list"));
}

}  // namespace

Drawn drawn(const Date& date) {
    return {date.start_min, date.start_max, date.end_min, date.end_max, date.shape == Shape::span, date.open_start, date.open_end,
            date.edtf.find_first_of("~%") != std::string::npos};
}

void write_overview(Html& html, const std::vector<Drawn>& events) {
    if (events.empty()) return;
    const TimeAxis axis = axis_of(events);
    const std::vector<Place> places = place_marks(events, axis);
    html << "<div class=\"strip\" id=\"strip\"><svg id=\"overview\" width=\"100%\" height=\"" << plot_height + label_height << "\" role=\"img\" aria-label=\""
         << Text{description(events, axis)} << "\" data-axis=\"";
    for (const TimeAxis::Piece& piece : axis.pieces())
        html << piece.first << "," << piece.last << "," << piece.from << "," << piece.to << " ";
    html << "\">";
    write_axis(html, axis);
    if (places.empty())
        write_density(html, events, axis);
    else
        for (std::size_t i = 0; i < events.size(); ++i) write_mark(html, events[i], places[i], axis, i);
    html << "</svg></div>";
}

void write_glyph(Html& html, const Date& date) {
    const Drawn event = drawn(date);
    if (!date.dated() || exact(event)) return;
    if (!event.span) {
        html << "<svg class=\"glyph\" aria-hidden=\"true\"><use href=\"#g-some-time\"/></svg>";
        return;
    }
    // The event's own extent is the whole width, its open ends stick out.
    const double left = event.open_start || !event.start_min ? 12 : 1;
    const double right = event.open_end || !event.end_max ? 88 : 99;
    const Day first = first_known(event), last = last_known(event);
    const auto x = [&](Day day) { return left + (right - left) * (day - first) / (last - first + 1); };
    html << "<svg class=\"glyph\" aria-hidden=\"true\">";
    write_bar(html, "unc", left, right, 1);
    const double certain_from = event.start_max ? x(*event.start_max) : left;
    const double certain_to = event.end_min ? x(*event.end_min + 1) : left;
    if (event.about)
        write_bar(html, "dur about", certain_from, certain_to, 1);
    else
        write_bar(html, "dur", certain_from, certain_to, 1);
    if (left > 1) write_open_end(html, 0, left, 5);
    if (right < 99) write_open_end(html, right, 100, 5);
    html << "</svg>";
}

void write_drawing_definitions(Html& html) {
    html << "<svg class=\"defs\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"5\" height=\"5\"/><line class=\"hatch\" x1=\"0\" x2=\"0\" "
            "y1=\"0\" y2=\"5\"/></pattern>"
            "<symbol id=\"g-some-time\"><rect class=\"unc\" x=\"1%\" y=\"1\" width=\"98%\" height=\"8\" rx=\"4\"/></symbol></defs></svg>";
}

}  // namespace annals::page
