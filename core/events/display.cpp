// The published rule: which of several claimed dates an event shows, and whose word counts.
#include "core/events/cluster.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace annals {
namespace {

/// Sorts by publication, an unknown day last; document and place make the order total.
auto publication(const Voice& voice) {
    return std::tuple(!voice.published, voice.published.value_or(0), voice.document, voice.quote.begin, voice.quote.end);
}

/// A document without a publisher stands for itself.
auto publisher_of(const auto& source) {
    return std::pair(source.publisher.empty(), std::string_view(source.publisher.empty() ? source.document : source.publisher));
}

template <class Value>
std::size_t count_distinct(std::vector<Value> values) {
    std::sort(values.begin(), values.end());
    return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

template <class Source>
int count_publishers(const std::vector<Source>& sources) {
    std::vector<decltype(publisher_of(sources.front()))> publishers;
    for (const Source& source : sources)
        if (source.role != SourceRole::duplicate) publishers.push_back(publisher_of(source));
    return static_cast<int>(count_distinct(std::move(publishers)));
}

bool encloses(const Date& outer, const Date& inner) {
    const bool starts = !outer.start_min || (inner.start_min && *outer.start_min <= *inner.start_min);
    const bool ends = !outer.end_max || (inner.end_max && *inner.end_max <= *outer.end_max);
    return starts && ends;
}

/// Days that it may take up, for "the finest" among dates of one precision.
std::int64_t length(const Date& date) {
    return std::int64_t{date.end_max.value_or(max_day)} - date.start_min.value_or(min_day);
}

auto days(const Date& date) { return std::tie(date.start_min, date.start_max, date.end_min, date.end_max, date.minute, date.edtf); }

}  // namespace

void mark_duplicates(std::vector<Voice>& voices) {
    std::vector<std::size_t> order(voices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return publication(voices[a]) < publication(voices[b]); });
    std::vector<bool> told(voices.size());  // by text
    const Voice* before = nullptr;
    for (const std::size_t i : order) {
        Voice& voice = voices[i];
        const bool again = before && before->document == voice.document;
        voice.role = again || told[voice.text] ? SourceRole::duplicate : SourceRole::corroborating;
        told[voice.text] = true;
        before = &voice;
    }
}

int independent_sources(const std::vector<Voice>& voices) { return count_publishers(voices); }
int independent_sources(const std::vector<EventSource>& sources) { return count_publishers(sources); }

DisplayChoice choose_display(const std::vector<Voice>& voices) {
    std::vector<std::size_t> counting;  // those of one date beside each other, the earliest published first
    const auto counts = [](const Voice& voice) { return voice.role != SourceRole::duplicate; };
    const bool happened = std::ranges::any_of(voices, [&](const Voice& voice) { return counts(voice) && !voice.planned; });
    for (std::size_t i = 0; i < voices.size(); ++i)
        if (counts(voices[i]) && !(happened && voices[i].planned)) counting.push_back(i);
    std::sort(counting.begin(), counting.end(), [&](std::size_t a, std::size_t b) {
        const auto one = days(voices[a].date), other = days(voices[b].date);
        return one != other ? one < other : publication(voices[a]) < publication(voices[b]);
    });
    struct Claimed {
        std::size_t first = 0, earliest = 0, publishers = 0;
    };
    const auto better = [&](const Claimed& a, const Claimed& b) {
        const Voice &first = voices[a.first], &second = voices[b.first];
        if (a.publishers != b.publishers) return a.publishers > b.publishers;
        if (first.date.precision != second.date.precision) return first.date.precision < second.date.precision;
        if (length(first.date) != length(second.date)) return length(first.date) < length(second.date);
        return publication(voices[a.earliest]) < publication(voices[b.earliest]);
    };
    std::optional<Claimed> best;
    for (auto next = counting.begin(); next != counting.end();) {
        const std::size_t first = *next;
        std::size_t earliest = first;
        std::vector<decltype(publisher_of(voices.front()))> publishers;
        for (; next != counting.end() && days(voices[*next].date) == days(voices[first].date); ++next) {
            publishers.push_back(publisher_of(voices[*next]));
            if (publication(voices[*next]) < publication(voices[earliest])) earliest = *next;
        }
        const Claimed claimed{first, earliest, count_distinct(std::move(publishers))};
        if (!best || better(claimed, *best)) best = claimed;
    }
    if (!best) return {};
    return {best->first, count_conflicts(voices, voices[best->first].date)};
}

int count_conflicts(const std::vector<Voice>& voices, const Date& shown) {
    std::vector<std::pair<std::optional<Day>, std::optional<Day>>> disagreeing;
    for (const Voice& voice : voices)
        if (!encloses(shown, voice.date) && !encloses(voice.date, shown)) disagreeing.emplace_back(voice.date.start_min, voice.date.end_max);
    return static_cast<int>(count_distinct(std::move(disagreeing)));
}

}  // namespace annals
