// Events for the report tests and the pages under test: our own inventions about a valley that does not exist.
#pragma once

#include "reports/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals::sample {

/// Dates by their parts, so that the reports are tested without the date reader. Days are "YYYY-MM-DD"; "" is a bound nobody gave.
Date point(std::string_view edtf, std::string_view first, std::string_view last, Precision precision);
Date span(std::string_view edtf, std::string_view start_min, std::string_view start_max, std::string_view end_min, std::string_view end_max,
          Precision precision);
Date on(std::string_view day);  // a point, exact to the day

/// An event with one source, the Ansel Courier of 2023-09-27. `mark` are the dating words inside the quote.
Event event(std::string_view id, Date date, std::string_view headline, std::string_view quote, std::string_view mark = {});
/// Another source of the same event.
EventSource& add_source(Event& event, std::string_view publisher, Date date, std::string_view quote, std::string_view mark = {});

std::vector<Event> few();            // those of the golden files: one of every kind of date
std::vector<Event> valley();         // a chronicle as a reader would meet it, with disagreements, plans and open ends
std::vector<Event> hostile();        // script, markup, bidi controls, links that run, endless words, formulas
std::vector<Event> right_to_left();  // Hebrew, Arabic and mixed quotes
std::vector<Event> many(int count);  // generated, in order

/// The report of these events, with the documents that stand behind them.
ReportInput report(std::vector<Event> events, std::string_view title = {});
/// What a format writes; fails the test when there is no such format.
std::string written(std::string_view format, const ReportInput& input);

}  // namespace annals::sample
