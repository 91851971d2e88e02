// The page of a large report: one overview with search over everything, and the events in linked pages by year beside it.
#pragma once

#include "reports/report.h"

#include <functional>
#include <string>
#include <string_view>

namespace annals {

/// From here on one page gets slow: the command line splits it by itself.
inline constexpr std::int64_t largest_single_page = 20'000;  // events

/// Takes one file after the other: calls back with where its text goes.
using FileSink = std::function<void(const std::string& name, const std::function<void(const TextSink&)>& write)>;

/// Writes STEM-1994.html, ..., STEM-sources.html and at last the overview, STEM.html. A page takes further years while it holds at most `packed` events
/// in all (0: a page a year); a year of more than 5,000 is parted.
void write_split_page(const ReportInput& input, const std::string& stem, std::size_t packed, const FileSink& file);

}  // namespace annals
