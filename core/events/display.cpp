// The published rule: which of several claimed dates an event shows, and whose word counts.
#include "core/events/cluster.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace annals {
namespace {

/// Sorts by publication, an unknown day last; document and place make the order total.
auto publication(const EventSource& source) {
    const std::optional<Date> date = source.published.empty() ? std::nullopt : parse_date(source.published).date;
    const std::optional<Day> day = date ? date->sort_day() : std::nullopt;
    return std::tuple(!day, day.value_or(0), std::string_view(source.document), source.quote_span.begin, source.quote_span.end);
}

std::string publisher_of(const EventSource& source) { return source.publisher.empty() ? "document " + source.document : "publisher " + source.publisher; }

bool encloses(const Date& outer, const Date& inner) {
    const bool starts = !outer.start_min || (inner.start_min && *outer.start_min <= *inner.start_min);
    const bool ends = !outer.end_max || (inner.end_max && *inner.end_max <= *outer.end_max);
    return starts && ends;
}

/// Days that it may take up, for "the finest" among dates of one precision.
std::int64_t length(const Date& date) {
    return std::int64_t{date.end_max.value_or(max_day)} - date.start_min.value_or(min_day);
}

}  // namespace

void mark_duplicates(std::vector<EventSource>& sources, const std::vector<std::string>& texts) {
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return publication(sources[a]) < publication(sources[b]); });
    std::set<std::string> seen;
    for (std::size_t i : order) {
        const bool copy = !seen.insert("text " + texts[i]).second;
        const bool again = !seen.insert("document " + sources[i].document).second;
        sources[i].role = copy || again ? SourceRole::duplicate : SourceRole::corroborating;
    }
}

int independent_sources(const std::vector<EventSource>& sources) {
    std::set<std::string> publishers;
    for (const EventSource& source : sources)
        if (source.role != SourceRole::duplicate) publishers.insert(publisher_of(source));
    return static_cast<int>(publishers.size());
}

DisplayChoice choose_display(const std::vector<EventSource>& sources) {
    struct Claimed {
        std::set<std::string> publishers;
        std::size_t first = 0;  // its earliest published source
    };
    const auto days = [](const Date& date) { return std::tuple(date.start_min, date.start_max, date.end_min, date.end_max, date.minute, date.edtf); };
    std::map<decltype(days(Date{})), Claimed> dates;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].role == SourceRole::duplicate) continue;
        const auto [claimed, added] = dates.try_emplace(days(sources[i].date));
        if (added || publication(sources[i]) < publication(sources[claimed->second.first])) claimed->second.first = i;
        claimed->second.publishers.insert(publisher_of(sources[i]));
    }
    const auto better = [&](const Claimed& a, const Claimed& b) {
        const EventSource &first = sources[a.first], &second = sources[b.first];
        if (a.publishers.size() != b.publishers.size()) return a.publishers.size() > b.publishers.size();
        if (first.date.precision != second.date.precision) return first.date.precision < second.date.precision;
        if (length(first.date) != length(second.date)) return length(first.date) < length(second.date);
        return publication(first) < publication(second);
    };
    const Claimed* best = nullptr;
    for (const auto& [date, claimed] : dates)
        if (!best || better(claimed, *best)) best = &claimed;

    DisplayChoice choice;
    if (!best) return choice;
    choice.source = best->first;
    choice.conflicts = count_conflicts(sources, sources[choice.source].date);
    return choice;
}

int count_conflicts(const std::vector<EventSource>& sources, const Date& shown) {
    std::set<std::pair<std::optional<Day>, std::optional<Day>>> disagreeing;
    for (const EventSource& source : sources)
        if (!encloses(shown, source.date) && !encloses(source.date, shown)) disagreeing.insert({source.date.start_min, source.date.end_max});
    return static_cast<int>(disagreeing.size());
}

}  // namespace annals
