#include "core/store/term_index.h"

#include "core/events/likeness.h"
#include "core/store/stored_date.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr std::size_t most_of_a_term = 400;
constexpr std::int64_t to_positive = 10000000;

/// What likeness asks of a mention, as schema/010 copies it.
constexpr std::string_view add_candidate =
    "INSERT INTO candidate SELECT ?2, m.id, m.version, r.minute, m.utc_offset, m.kind, m.trigger_lemma, m.terms, m.names, m.related, m.happenings,"
    " m.recurs, m.once, m.sole, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), m.unverified_because IS NOT NULL,"
    " m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end FROM mention m JOIN date_range r ON r.id = m.range WHERE m.id = ?1";

}  // namespace

std::int64_t days_number(DayRange days) {
    return (days.first + to_positive) * 2 * to_positive + days.last + to_positive;
}

DayRange days_of_number(std::int64_t number) {
    return {static_cast<Day>(number / (2 * to_positive) - to_positive), static_cast<Day>(number % (2 * to_positive) - to_positive)};
}

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

void TermIndex::add(const IndexedMention& mention) {
    const Mention& said = *mention.said;
    const std::int64_t days = days_number(indexed_days(said.date));
    std::optional<int> counts;
    if (!said.numbers.empty()) counts = counts_something(said.numbers);
    database_.run("INSERT INTO candidate (days, mention, version, minute, utc_offset, kind, trigger_lemma, terms, names, related, happenings, recurs, once, sole,"
                  " counts, unverified, quote_begin, quote_end, trigger_begin, trigger_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  days, mention.id, mention.version, said.date.minute, said.date.utc_offset, to_string(said.kind), said.trigger_lemma, mention.terms,
                  mention.names, mention.related, mention.happenings, mention.recurs, said.once, mention.sole, counts, mention.unverified, said.quote.begin,
                  said.quote.end, said.trigger.begin, said.trigger.end);
    bool& all_known = whole(days);
    for (std::int64_t term : term_numbers(said.terms, head_words(said.trigger_lemma, said.happenings))) {
        added_.push_back({days, term, mention.id});
        std::vector<std::int64_t>* known = known_.find({days, term});
        if (!known && all_known) known = &known_.add({days, term}, {}, 9);
        if (!known) continue;
        if (!known->empty() && known->back() > mention.id) {
            known_.erase({days, term});
            all_known = false;
        } else if (known->size() < most_of_a_term) {
            known->push_back(mention.id);
        }
    }
}

bool& TermIndex::whole(std::int64_t days) {
    if (bool* known = whole_.find(days)) return *known;
    return whole_.add(days, !database_.integer("SELECT 1 FROM mention_term WHERE days = ? LIMIT 1", days));
}

void TermIndex::trim() {
    if (known_.trim()) whole_.clear();
    whole_.trim();
}

void TermIndex::forget() {
    added_.clear();
    known_.clear();
    whole_.clear();
}

void TermIndex::write() {
    std::sort(added_.begin(), added_.end());
    std::vector<std::int64_t> numbers;
    numbers.reserve(added_.size() * 3);
    for (const Entry& entry : added_) numbers.insert(numbers.end(), {entry.days, entry.term, entry.mention});
    added_.clear();
    database_.insert_rows("INSERT OR FAIL INTO mention_term (days, term, mention)", 3, numbers);
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
    database_.run("DELETE FROM candidate WHERE days = ? AND mention = ?", days, mention);
    whole(days) = false;
    for (std::int64_t term : terms) {
        database_.run("DELETE FROM mention_term WHERE days = ? AND term = ? AND mention = ?", days, term, mention);
        known_.erase({days, term});
    }
}

void TermIndex::renew(std::int64_t mention, const Date& date) {
    const std::int64_t days = days_number(indexed_days(date));
    database_.run("DELETE FROM candidate WHERE days = ? AND mention = ?", days, mention);
    database_.run(add_candidate, mention, days);
}

const std::vector<std::int64_t>& TermIndex::mentions(DayRange days, std::int64_t term) {
    const std::int64_t number = days_number(days);
    if (const auto* known = known_.find({number, term})) return *known;
    static const std::vector<std::int64_t> none;
    if (whole(number)) return none;
    std::vector<std::int64_t> mentions;
    Rows rows = database_.rows("SELECT mention FROM mention_term WHERE days = ? AND term = ? LIMIT ?", number, term, most_of_a_term);
    while (rows.next()) mentions.push_back(rows.integer(0));
    const std::size_t weight = mentions.size() + 8;
    return known_.add({number, term}, std::move(mentions), weight);
}

}  // namespace annals
