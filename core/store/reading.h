// Rows of the database as the structs that travel. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace annals {

/// The event with all its sources: primary, corroborating, duplicate; within a role by document key and place.
Event read_event(const Database& database, std::int64_t seq);
/// As EventQuery::primary_only says: a statement over event e and date_range r that ends in `condition`, and its current row.
std::string event_rows_sql(std::string_view condition);
Event read_event_row(const Rows& rows);
std::optional<EventHistory> read_history(const Database& database, const std::string& id);

/// Full ids that begin with `prefix`, redirects followed, in order of id.
std::vector<std::string> ids_with_prefix(const Database& database, const std::string& prefix, std::size_t limit);
std::size_t shortest_unique_prefix(const Database& database);

/// Row numbers of the events that fit, in the total order, until `sink` returns false.
void find_events(const Database& database, const EventQuery& query, const std::function<bool(std::int64_t)>& sink);
/// The same events as EventQuery::primary_only says.
void find_event_rows(const Database& database, const EventQuery& query, const std::function<bool(const Event&)>& sink);
/// Those whose sources claim different days, or different numbers of the same thing.
void find_conflicts(const Database& database, const std::function<bool(std::int64_t)>& sink);
std::int64_t count_events(const Database& database, const EventQuery& query);
/// (sort day, events) of the dated events that fit, in order.
std::vector<std::pair<Day, std::int64_t>> events_by_day(const Database& database, const EventQuery& query);

std::vector<DocumentRow> read_documents(const Database& database);
Diagnostics read_diagnostics(const Database& database);
Diagnostics read_file_diagnostics(const Database& database);
Severity severity_of(std::string_view name);

/// From what documents were read before, asked from several threads over a connection of its own, which is opened for the first question.
class KnownInputs {
public:
    KnownInputs(std::filesystem::path file, std::chrono::milliseconds patience) : file_(std::move(file)), patience_(patience) {}
    bool has(const std::string& key, const std::string& input);

private:
    const std::filesystem::path file_;
    const std::chrono::milliseconds patience_;
    std::mutex asking_;
    std::optional<Database> database_;
};
StoreInfo read_info(const Database& database);

}  // namespace annals
