#include "reports/comparison/comparison.h"

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "reports/page/assets.h"

#include <algorithm>
#include <map>

namespace annals {

void write_comparison_html(const Comparison& comparison, const TextSink& sink);
void write_comparison_json(const Comparison& comparison, const TextSink& sink);
void write_comparison_md(const Comparison& comparison, const TextSink& sink);

namespace {

constexpr std::array formats{
    ComparisonFormat{"html", write_comparison_html},
    ComparisonFormat{"json", write_comparison_json},
    ComparisonFormat{"md", write_comparison_md},
};

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// The event as one publisher tells it; none when it does not.
std::optional<Event> told_by(const Event& event, const std::string& publisher) {
    Event side = event;
    std::erase_if(side.sources, [&](const EventSource& source) { return !same_name(source.publisher, publisher); });
    if (side.sources.empty()) return {};
    const EventSource& first = side.sources.front();
    side.date = first.date;
    side.headline = first.headline;
    side.quote = first.quote;
    side.kind = first.kind;
    side.modality = first.modality;
    side.attributed_to = first.attributed_to;
    side.conflicts = 0;
    if (first.document != event.sources.front().document) side.numbers.clear(), side.confidence.reset();
    return side;
}

std::vector<std::string> keys_of(const Event& event) {
    std::vector<std::string> keys{"id " + event.id};
    for (const EventSource& source : event.sources) keys.push_back("mention " + source.document + '\n' + source.quote);
    keys.push_back("told " + event.date.edtf + '\n' + fold(event.headline));
    return keys;
}

const Date& date_of(const ComparedEvent& event) { return event.sides[0] ? event.sides[0]->date : event.sides[1]->date; }

}  // namespace

std::vector<ComparedEvent> compare_publishers(const std::vector<Event>& events, const std::string& left, const std::string& right) {
    std::vector<ComparedEvent> compared;
    for (const Event& event : events) {
        ComparedEvent both{{told_by(event, left), told_by(event, right)}};
        if (both.sides[0] || both.sides[1]) compared.push_back(std::move(both));
    }
    return compared;
}

std::vector<ComparedEvent> compare_databases(std::vector<Event> left, std::vector<Event> right) {
    std::map<std::string, std::vector<std::size_t>> by_key;
    for (std::size_t i = 0; i < left.size(); ++i)
        for (const std::string& key : keys_of(left[i])) by_key[key].push_back(i);
    std::vector<ComparedEvent> compared(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) compared[i].sides[0] = std::move(left[i]);
    const auto free_one = [&](const std::string& key) -> ComparedEvent* {
        const auto found = by_key.find(key);
        if (found == by_key.end()) return nullptr;
        for (const std::size_t i : found->second)
            if (!compared[i].sides[1]) return &compared[i];
        return nullptr;
    };
    std::vector<ComparedEvent> alone;
    for (Event& event : right) {
        ComparedEvent* match = nullptr;
        for (const std::string& key : keys_of(event))
            if (!match) match = free_one(key);
        if (match)
            match->sides[1] = std::move(event);
        else
            alone.push_back({{std::nullopt, std::move(event)}});
    }
    std::vector<ComparedEvent> merged;
    std::merge(std::make_move_iterator(compared.begin()), std::make_move_iterator(compared.end()), std::make_move_iterator(alone.begin()),
               std::make_move_iterator(alone.end()), std::back_inserter(merged),
               [](const ComparedEvent& a, const ComparedEvent& b) { return date_before(date_of(a), date_of(b)); });
    return merged;
}

std::optional<Day> first_published(const Event& event) {
    std::optional<Day> first;
    for (const EventSource& source : event.sources) {
        const DateResult read = parse_date(source.published);
        const auto day = read.date ? read.date->sort_day() : std::nullopt;
        if (day && (!first || *day < *first)) first = day;
    }
    return first;
}

ComparisonCounts counts(const Comparison& comparison) {
    ComparisonCounts counts;
    for (const ComparedEvent& event : comparison.events) {
        if (!event.both()) {
            counts.only[event.sides[0] ? 0 : 1] += 1;
            continue;
        }
        counts.both += 1;
        counts.other_dates += !event.same_date();
        const auto left = first_published(*event.sides[0]), right = first_published(*event.sides[1]);
        if (left && right && *left != *right) counts.first[*left < *right ? 0 : 1] += 1;
    }
    return counts;
}

std::string counts_in_words(const Comparison& comparison) {
    const ComparisonCounts count = counts(comparison);
    const auto told = [&](std::size_t side) { return page::counted("events", count.both + count.only[side]); };
    std::string text = page::words("compare.lede", {comparison.names[0], told(0), comparison.names[1], told(1), page::grouped(count.both), page::grouped(count.other_dates)});
    for (const std::size_t side : {0, 1})
        if (count.first[side] > 0) text += " " + page::words("compare.first", {comparison.names[side], page::grouped(count.first[side])});
    return text;
}

const ComparisonFormat* find_comparison_format(std::string_view name) {
    for (const ComparisonFormat& format : formats)
        if (format.name == name) return &format;
    return nullptr;
}

}  // namespace annals
