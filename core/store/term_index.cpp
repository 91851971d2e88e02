#include "core/store/term_index.h"

#include "core/events/likeness.h"
#include "core/store/stored_date.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr std::size_t most_of_a_term = 100, most_known = 1500000;
constexpr std::int64_t to_positive = 10000000;

}  // namespace

std::int64_t days_number(DayRange days) {
    return (days.first + to_positive) * 2 * to_positive + days.last + to_positive;
}

DayRange indexed_days(const Date& date) { return {date.start_min.value_or(no_bound), date.end_max.value_or(no_bound)}; }

std::int64_t term_number(std::string_view term) {
    std::uint32_t hash = 2166136261u;  // FNV-1a; a clash only brings one candidate too many
    for (unsigned char byte : term) hash = (hash ^ byte) * 16777619u;
    return hash;
}

std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(terms.size() + heads.size());
    for (const auto* list : {&terms, &heads})
        for (const std::string& term : *list) numbers.push_back(term_number(term));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

void TermIndex::add(Posting mention, const Mention& said) {
    const std::int64_t days = days_number(indexed_days(said.date));
    bool& all_known = whole(days);
    for (std::int64_t term : term_numbers(said.terms, head_words(said.trigger_lemma, said.happenings))) {
        added_.push_back({days, term, mention.mention, mention.version});
        PostingLists::Number list = known_.find(days, term);
        if (list == PostingLists::none && all_known) list = known_.add(days, term);
        if (!known_.is_known(list)) continue;
        if (known_.size(list) > 0 && known_.last(list).mention > mention.mention) {
            known_.forget(days, term);
            all_known = false;
        } else if (known_.size(list) < most_of_a_term) {
            known_.append(list, mention);
        }
    }
}

bool& TermIndex::whole(std::int64_t days) {
    if (bool* known = whole_.find(days)) return *known;
    return whole_.add(days, !database_.integer("SELECT 1 FROM mention_term WHERE days = ? LIMIT 1", days));
}

void TermIndex::trim() {
    if (known_.weight() > most_known) {
        known_.clear();
        whole_.clear();
    }
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
    numbers.reserve(added_.size() * 4);
    for (const Entry& entry : added_) numbers.insert(numbers.end(), {entry.days, entry.term, entry.mention, entry.version});
    added_.clear();
    database_.insert_rows("INSERT OR FAIL INTO mention_term (days, term, mention, version)", 4, numbers);
}

TermIndex::Place TermIndex::place_of(std::int64_t mention) const {
    Rows rows = database_.rows(
        "SELECT m.terms, m.trigger_lemma, m.happenings, r.start_min, r.end_max FROM mention m JOIN date_range r ON r.id = m.range WHERE m.id = ?", mention);
    if (!rows.next()) return {};
    return {days_number({rows.optional<Day>(3).value_or(no_bound), rows.optional<Day>(4).value_or(no_bound)}),
            term_numbers(split_lines(rows.text(0)), head_words(rows.text(1), split_lines(rows.text(2))))};
}

void TermIndex::remove(std::int64_t mention) {
    const Place place = place_of(mention);
    if (place.terms.empty()) return;
    whole(place.days) = false;
    for (const std::int64_t term : place.terms) {
        database_.run("DELETE FROM mention_term WHERE days = ? AND term = ? AND mention = ?", place.days, term, mention);
        known_.forget(place.days, term);
    }
}

void TermIndex::move(Posting mention) {
    const Place place = place_of(mention.mention);
    if (place.terms.empty()) return;
    for (const std::int64_t term : place.terms) {
        database_.run("UPDATE mention_term SET version = ? WHERE days = ? AND term = ? AND mention = ?", mention.version, place.days, term, mention.mention);
        known_.forget(place.days, term);
    }
    whole(place.days) = false;
}

void TermIndex::read(DayRange days, std::int64_t term, std::vector<Posting>& mentions) {
    mentions.clear();
    const std::int64_t number = days_number(days);
    PostingLists::Number list = known_.find(number, term);
    if (list == PostingLists::none && whole(number)) return;
    if (!known_.is_known(list)) {
        list = known_.add(number, term);
        Rows rows = database_.rows("SELECT mention, version FROM mention_term WHERE days = ? AND term = ? LIMIT ?", number, term, most_of_a_term);
        while (rows.next()) known_.append(list, {rows.integer(0), rows.integer(1)});
    }
    known_.for_each(list, [&](const Posting& mention) { mentions.push_back(mention); });
}

}  // namespace annals
