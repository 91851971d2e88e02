#include "core/store/term_index.h"

#include "core/events/likeness.h"
#include "core/store/stored_date.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr Day no_bound = -9999999;
constexpr std::size_t most_of_a_term = 400;

/// Days as one number: the expression of schema/007.
std::int64_t days_number(DayRange days) {
    constexpr std::int64_t to_positive = 10000000;
    return (days.first + to_positive) * 2 * to_positive + days.last + to_positive;
}

}  // namespace

DayRange indexed_days(const Date& date) { return {date.start_min.value_or(no_bound), date.end_max.value_or(no_bound)}; }

std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads) {
    std::vector<std::int64_t> numbers;
    const auto add = [&](std::string_view term) {
        std::uint32_t hash = 2166136261u;  // FNV-1a; a clash only brings one candidate too many
        for (unsigned char byte : term) hash = (hash ^ byte) * 16777619u;
        numbers.push_back(hash);
    };
    for (const auto* list : {&terms, &heads})
        for (const std::string& term : *list) add(term);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

void TermIndex::add(std::int64_t mention, const Date& date, const std::vector<std::string>& terms, const std::vector<std::string>& heads) {
    const std::int64_t days = days_number(indexed_days(date));
    for (std::int64_t term : term_numbers(terms, heads)) {
        database_.run("INSERT INTO mention_term (days, term, mention) VALUES (?, ?, ?)", days, term, mention);
        std::vector<std::int64_t>* known = known_.find({days, term});
        if (!known) continue;
        if (!known->empty() && known->back() > mention) known_.erase({days, term});
        else if (known->size() < most_of_a_term) known->push_back(mention);
    }
}

void TermIndex::remove(std::int64_t mention) {
    std::vector<std::int64_t> terms;
    std::int64_t days = 0;
    {
        Rows rows = database_.rows(
            "SELECT m.terms, m.trigger_lemma, r.start_min, r.end_max, m.happenings FROM mention m JOIN date_range r ON r.id = m.range "
            "WHERE m.id = ?",
            mention);
        if (!rows.next()) return;
        terms = term_numbers(split_lines(rows.text(0)), head_words(rows.text(1), split_lines(rows.text(4))));
        days = days_number({rows.optional<Day>(2).value_or(no_bound), rows.optional<Day>(3).value_or(no_bound)});
    }
    for (std::int64_t term : terms) {
        database_.run("DELETE FROM mention_term WHERE days = ? AND term = ? AND mention = ?", days, term, mention);
        known_.erase({days, term});
    }
}

const std::vector<std::int64_t>& TermIndex::mentions(DayRange days, std::int64_t term) {
    const std::int64_t number = days_number(days);
    if (const auto* known = known_.find({number, term})) return *known;
    std::vector<std::int64_t> mentions;
    Rows rows = database_.rows("SELECT mention FROM mention_term WHERE days = ? AND term = ? LIMIT ?", number, term, most_of_a_term);
    while (rows.next()) mentions.push_back(rows.integer(0));
    const std::size_t weight = mentions.size() + 8;
    return known_.add({number, term}, std::move(mentions), weight);
}

}  // namespace annals
