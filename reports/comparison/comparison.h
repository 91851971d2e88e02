// Two sides of a chronology: who told what and when, and what only one of them has.
#pragma once

#include "reports/report.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// One event; a side that does not tell it is empty, at least one does.
struct ComparedEvent {
    std::array<std::optional<Event>, 2> sides;
    bool both() const { return sides[0] && sides[1]; }
    bool same_date() const { return both() && sides[0]->date == sides[1]->date; }
};

struct Comparison {
    std::array<std::string, 2> names;
    std::vector<ComparedEvent> events;  // in the total order of dates
    std::string title, filter;
};

/// Events told by one or both publishers (ASCII case aside), each side with its own sources only: their date, headline and quote.
std::vector<ComparedEvent> compare_publishers(const std::vector<Event>& events, const std::string& left, const std::string& right);
/// Events of two databases. Two are the same event if they share their id, else a mention (document and quote), else date and headline.
std::vector<ComparedEvent> compare_databases(std::vector<Event> left, std::vector<Event> right);

struct ComparisonCounts {
    int both = 0, other_dates = 0;      // told by both; of these, with different dates
    std::array<int, 2> only{}, first{}; // told by one alone; of those told by both, published by it first
};
ComparisonCounts counts(const Comparison& comparison);
/// "Ansel Courier tells 12 of these events, Northern Wire 9. ..."
std::string counts_in_words(const Comparison& comparison);
/// The day on which a side first told it; none if none of its documents has a date.
std::optional<Day> first_published(const Event& event);

struct ComparisonFormat {
    std::string_view name;
    void (*write)(const Comparison& comparison, const TextSink& sink);
};
/// html, md and json; null for the others.
const ComparisonFormat* find_comparison_format(std::string_view name);

}  // namespace annals
