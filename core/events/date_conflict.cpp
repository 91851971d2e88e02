#include "core/events/date_conflict.h"

#include "core/events/date_likeness.h"
#include "core/events/likeness.h"
#include "core/time/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {
namespace {

constexpr Day month = 31, year = 366;

std::uint64_t bit(std::uint64_t number) { return std::uint64_t{1} << number % 64; }

bool tells_of_seldom(const ClusterItem& item) {
    return std::ranges::any_of(item.happenings, [](const Word& one) { return one.text().starts_with(seldom_mark); });
}

Day length(DayRange days) { return days.last - days.first + 1; }

/// What the document of an item tells of other days.
struct OtherDays {
    bool within = false;  // of days in the range
    bool later = false;   // of days not before its end
};
OtherDays days_beside(const ClusterItem& item, DayRange range) {
    OtherDays told;
    item.topic->days.for_each([&](std::string_view number) {
        Day day = 0;
        std::from_chars(number.data(), number.data() + number.size(), day);
        told.within = told.within || (day >= range.first && day <= range.last);
        told.later = told.later || day >= range.last;
    });
    return told;
}

/// A day of which both documents tell lies between: what was done before the accident and what was done after it.
bool part_days(const ClusterItem& a, const ClusterItem& b) {
    const DayRange of_a = days_of(a), of_b = days_of(b);
    const Day after = std::min(of_a.last, of_b.last), before = std::max(of_a.first, of_b.first);
    bool any = false;
    a.topic->days.for_each([&](std::string_view number) {
        Day day = 0;
        std::from_chars(number.data(), number.data() + number.size(), day);
        any = any || (day > after && day < before && b.topic->days.has(Word(std::string(number))));
    });
    return any;
}

bool came_before(const ClusterItem& item) {
    static const Word mark = "~again";
    return item.happenings.has(mark);
}

/// "Was last surveyed".
bool is_last_of_kind(const ClusterItem& item) {
    static const Word mark = "~last";
    return item.happenings.has(mark);
}

/// What happens in both, if an article hardly tells of two; else the trigger, where one of them does not say what happens.
const Word* shared_head(const ClusterItem& a, const ClusterItem& b) {
    const auto is_seldom = [&](const Word& happening) {
        return std::ranges::any_of(a.happenings, [&](const Word& mark) {
            return mark.text().starts_with(seldom_mark) && std::string_view(mark.text()).substr(seldom_mark.size()) == happening.text();
        });
    };
    for (const Word& happening : a.happenings)
        if (b.happenings.has(happening) && is_seldom(happening)) return &happening;
    const bool unknown = !names_happening(a) || !names_happening(b);
    const auto may_be = [](const ClusterItem& item) { return !names_happening(item) || tells_of_seldom(item); };
    return unknown && may_be(a) && may_be(b) && !a.trigger_lemma.empty() && a.trigger_lemma == b.trigger_lemma ? &a.trigger_lemma : nullptr;
}

/// Beside the head; numbers left out.
std::vector<std::string> shared_words(const ClusterItem& a, const ClusterItem& b, const Word& head) {
    std::vector<std::string> words;
    for (const Word& term : a.terms)
        if (b.terms.has(term) && !(term == head) && !(term == a.trigger_lemma) && !(term == b.trigger_lemma) && !is_number(term.text()))
            words.push_back(term.text());
    return words;
}

std::size_t count_words(const ClusterItem& item) {
    return static_cast<std::size_t>(
        std::ranges::count_if(item.terms, [&](const Word& term) { return !(term == item.trigger_lemma) && !is_number(term.text()); }));
}

/// Each names somebody whom the other sentence lacks, and one of these is new to the other's article.
bool name_others(const ClusterItem& a, const ClusterItem& b) {
    const auto lacks = [](const ClusterItem& item, const ClusterItem& other) {
        return std::ranges::any_of(item.names, [&](const Word& name) { return !other.terms.has(name); });
    };
    const auto is_new = [](const ClusterItem& item, const ClusterItem& other) {
        return std::ranges::any_of(item.names, [&](const Word& name) { return !knows(other, name); });
    };
    return lacks(a, b) && lacks(b, a) && (is_new(a, b) || is_new(b, a));
}

}  // namespace

bool may_be_mistaken(DayRange a, DayRange b) {
    const Day apart = std::max(a.first - b.last, b.first - a.last), longer = std::max(length(a), length(b));
    if (apart <= 0) return false;
    if (longer <= month) return apart <= month;
    if (longer > year || std::min(length(a), length(b)) < 28) return false;
    return std::abs(to_civil(a.first).year - to_civil(b.first).year) <= 2;
}

std::uint64_t bits_of_heads(const ClusterItem& item) {
    const bool done = item.kind != EventKind::statement && item.kind != EventKind::plan;
    if (!done || item.recurs) return 0;
    std::uint64_t bits = 0;
    for (const Word& one : item.happenings)
        if (one.text().starts_with(seldom_mark)) bits |= bit(one.number());
    if (names_happening(item) && bits == 0) return 0;
    return item.trigger_lemma.empty() ? bits : bits | bit(item.trigger_lemma.number());
}

std::uint64_t bits_of_heads(std::string_view trigger_lemma, std::string_view happenings) {
    std::uint64_t bits = 0;
    for (std::size_t at = happenings.find(seldom_mark); at != happenings.npos; at = happenings.find(seldom_mark, at + 1))
        bits |= bit(word_number(happenings.substr(at, happenings.find('\n', at) - at)));
    if (!happenings.empty() && !is_mark_of_happening(happenings) && bits == 0) return 0;
    return trigger_lemma.empty() ? bits : bits | bit(word_number(trigger_lemma));
}

bool disagree_on_date(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (a.recurs || b.recurs || a.alone || b.alone || a.document == b.document || !a.topic || !b.topic) return false;
    if (!compares_all(topics) || topics.same || a.kind != b.kind || a.kind == EventKind::statement || a.kind == EventKind::plan) return false;
    if (!a.date.start_min || !a.date.end_max || !b.date.start_min || !b.date.end_max) return false;
    const DayRange of_a = days_of(a), of_b = days_of(b);
    if (!may_be_mistaken(of_a, of_b) || came_before(a) || came_before(b)) return false;
    const Word* head = shared_head(a, b);
    if (!head) return false;
    constexpr Day near = 3;
    const bool unmarked = head == &a.trigger_lemma && !tells_of_seldom(a) && !tells_of_seldom(b);
    if (unmarked && (!one_day(a.date) || !one_day(b.date) || std::abs(of_a.first - of_b.first) > near)) return false;
    const std::size_t shared = shared_words(a, b, *head).size();
    const bool none_behind = is_last_of_kind(of_a.first < of_b.first ? a : b);  // "was last surveyed on 4 May", "was surveyed on 7 May"
    if ((shared == 0 && !none_behind) || (head == &a.trigger_lemma && (shared == 1 || 2 * shared < std::min(count_words(a), count_words(b))))) return false;
    if (name_others(a, b) || (has_other_number(a, b) && has_other_number(b, a))) return false;
    const DayRange last{std::max(of_a.first, of_b.first), std::max(of_a.last, of_b.last)};
    const OtherDays by_a = days_beside(a, of_b), by_b = days_beside(b, of_a);
    if ((length(of_b) <= month && by_a.within) || (length(of_a) <= month && by_b.within)) return false;
    if (part_days(a, b)) return false;
    return days_beside(a, last).later && days_beside(b, last).later;
}

bool may_be_told_of_other_days(const ClusterItem& a, const ClusterItem& b) {
    const DayRange of_a = days_of(a), of_b = days_of(b);
    if (!may_be_mistaken(of_a, of_b) || came_before(a) || came_before(b)) return false;
    const bool share = std::ranges::any_of(a.terms, [&](const Word& term) { return b.terms.has(term) && !is_number(term.text()); });
    if (!share && !is_last_of_kind(of_a.first < of_b.first ? a : b)) return false;
    return !a.topic || !b.topic || !part_days(a, b);
}

DateDoubt doubt_dates(const ClusterItem& a, const ClusterItem& b) {
    const DayRange of_a = days_of(a), of_b = days_of(b);
    DateDoubt doubt;
    doubt.may_be_mistaken = may_be_mistaken(of_a, of_b);
    doubt.last_of_kind = is_last_of_kind(a) || is_last_of_kind(b);
    doubt.came_before = came_before(a) || came_before(b);
    if (!doubt.may_be_mistaken || !a.topic || !b.topic) return doubt;
    const DayRange last{std::max(of_a.first, of_b.first), std::max(of_a.last, of_b.last)};
    doubt.tell_of_others = (length(of_b) <= month && days_beside(a, of_b).within) + (length(of_a) <= month && days_beside(b, of_a).within);
    doubt.tell_of_later = days_beside(a, last).later && days_beside(b, last).later;
    doubt.parted = part_days(a, b);
    return doubt;
}

std::string disagreement_in_words(const ClusterItem& a, const ClusterItem& b) {
    const Word* head = shared_head(a, b);
    if (!head) return {};
    const std::string text = fmt::format("each tells of {} on one day alone, and not on the same", head->text());
    const std::vector<std::string> words = shared_words(a, b, *head);
    return text + fmt::format(", shared: {}", fmt::join(std::span(words).first(std::min<std::size_t>(words.size(), 12)), ", "));
}

}  // namespace annals
