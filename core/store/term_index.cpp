#include "core/store/term_index.h"

#include "core/events/likeness.h"
#include "core/store/fields.h"
#include "core/store/stored_date.h"
#include "core/time/day.h"

#include <algorithm>
#include <string_view>

namespace annals {
namespace {

constexpr std::size_t most_of_a_term = 100, most_bytes = 32000000;

/// Schema 12 builds it in SQL.
std::int64_t list_number(std::int64_t days, std::int64_t term) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(days) << 24 | static_cast<std::uint64_t>(term) >> 8);
}

}  // namespace

std::int64_t days_number(DayRange days) {
    constexpr std::int64_t exact = 1 << 16, open = 2 * exact - 1;  // 17 bits
    const auto length = [&]() -> std::int64_t {
        if (days.last == no_bound) return open;
        if (days.first == no_bound) return exact + (days.last - min_day) % (exact - 1);
        const std::int64_t days_after = std::int64_t{days.last} - days.first;
        return days_after < exact ? days_after : exact + days_after % (exact - 1);
    };
    return (days.first == no_bound ? 0 : std::int64_t{days.first} - min_day + 1) << 17 | length();
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

TermIndex::Days TermIndex::at(DayRange range) {
    const std::int64_t number = days_number(range);
    if (const Days* known = days_.find(number)) return *known;
    const std::int64_t first = list_number(number, 0);
    const bool any = database_.integer("SELECT 1 FROM mention_term WHERE list BETWEEN ? AND ? LIMIT 1", first, first + 0xffffff).has_value();
    return days_.add(number, {number, any, !any});
}

PostingLists::List& TermIndex::known(const Days& days, std::int64_t term) {
    const std::int64_t number = list_number(days.number, term);
    if (PostingLists::List* list = lists_.find(number)) return *list;
    PostingLists::List& list = lists_.add(number);
    if (days.whole) return list;
    Rows rows = database_.rows("SELECT mentions FROM mention_term WHERE list = ?", number);
    if (!rows.next()) return list;
    list.stored = true;
    for (std::string_view text = rows.view(0); !text.empty();) {
        const std::uint32_t mention = take_number<std::uint32_t>(text, ' ').value_or(0);
        lists_.append(list, {mention, take_number<std::uint32_t>(text, '\n').value_or(0)});
    }
    return list;
}

void TermIndex::add(Posting mention, const Mention& said) {
    Date compared = said.date;
    compared.end_max = last_day_compared(said);
    const Days days = at(indexed_days(compared));
    days_.find(days.number)->any = true;
    for (const std::int64_t term : term_numbers(said.terms, head_words(said.trigger_lemma, said.happenings))) {
        PostingLists::List& list = known(days, term);
        if (list.size > 0 && lists_.last(list).mention >= mention.mention) {  // an older one comes back
            postings_.clear();
            lists_.for_each(list, [&](const Posting& one) { postings_.push_back(one); });
            const auto place = std::find_if(postings_.begin(), postings_.end(), [&](const Posting& one) { return one.mention >= mention.mention; });
            if (place->mention == mention.mention) *place = mention;
            else postings_.insert(place, mention);
            postings_.resize(std::min(postings_.size(), most_of_a_term));
            lists_.set(list, postings_);
        } else if (list.size < most_of_a_term) {
            lists_.append(list, mention);
        } else {
            continue;
        }
        change(list);
    }
}

TermIndex::Place TermIndex::place_of(std::int64_t mention) {
    static const std::string sql = "SELECT m.terms, m.trigger_lemma, m.happenings, r.start_min, " + last_compared("m", "r") +
                                   " FROM mention m JOIN date_range r ON r.id = m.range WHERE m.id = ?";
    Rows rows = database_.rows(sql, mention);
    if (!rows.next()) return {};
    return {at({rows.optional<Day>(3).value_or(no_bound), rows.optional<Day>(4).value_or(no_bound)}),
            term_numbers(split_lines(rows.text(0)), head_words(rows.text(1), split_lines(rows.text(2))))};
}

void TermIndex::remove(std::int64_t mention) {
    const Place place = place_of(mention);
    for (const std::int64_t term : place.terms) {
        PostingLists::List& list = known(place.days, term);
        postings_.clear();
        lists_.for_each(list, [&](const Posting& one) {
            if (one.mention != mention) postings_.push_back(one);
        });
        if (postings_.size() == list.size) continue;
        lists_.set(list, postings_);
        change(list);
    }
}

void TermIndex::move(Posting mention) {
    const Place place = place_of(mention.mention);
    for (const std::int64_t term : place.terms) {
        PostingLists::List& list = known(place.days, term);
        postings_.clear();
        lists_.for_each(list, [&](const Posting& one) { postings_.push_back(one); });
        const auto found = std::find_if(postings_.begin(), postings_.end(), [&](const Posting& one) { return one.mention == mention.mention; });
        if (found == postings_.end()) continue;
        *found = mention;
        lists_.set(list, postings_);
        change(list);
    }
}

void TermIndex::read(const Days& days, std::int64_t term, std::vector<Posting>& mentions) {
    mentions.clear();
    if (!days.any) return;
    const PostingLists::List* list = lists_.find(list_number(days.number, term));
    if (!list && days.whole) return;
    lists_.for_each(list ? *list : known(days, term), [&](const Posting& mention) { mentions.push_back(mention); });
}

void TermIndex::write() {
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    std::vector<std::int64_t> numbers;  // of new rows
    std::vector<std::string> mentions;
    std::string text;
    for (const std::int64_t number : changed_) {
        PostingLists::List& list = *lists_.find(number);
        text.clear();
        lists_.for_each(list, [&](const Posting& posting) {
            append_number(text, posting.mention, ' ');
            append_number(text, posting.version, '\n');
        });
        if (list.stored && text.empty()) {
            database_.run("DELETE FROM mention_term WHERE list = ?", number);
        } else if (list.stored) {
            database_.run("UPDATE mention_term SET mentions = ? WHERE list = ?", text, number);
        } else if (!text.empty()) {
            numbers.push_back(number);
            mentions.push_back(text);
        }
        list.stored = !text.empty();
    }
    changed_.clear();
    database_.insert_rows("INSERT OR FAIL INTO mention_term (list, mentions)", 1, numbers, mentions);
}

void TermIndex::trim() {
    days_.trim();
    if (lists_.bytes() <= most_bytes || !changed_.empty()) return;
    lists_.clear();
    days_.clear();
}

void TermIndex::forget() {
    changed_.clear();
    lists_.clear();
    days_.clear();
}

}  // namespace annals
