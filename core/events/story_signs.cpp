#include "core/events/story_signs.h"

#include "core/events/date_conflict.h"
#include "core/events/date_likeness.h"
#include "core/events/head_likeness.h"
#include "core/events/likeness.h"
#include "core/events/mention_overlap.h"
#include "core/events/odds.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr Day most_between = 7;
constexpr std::uint32_t far_behind = 2000;  // bytes: nothing before it tells of these days

Day length(DayRange days) { return days.last - days.first + 1; }
bool meet(DayRange a, DayRange b) { return a.first <= b.last && b.first <= a.last; }
Day between(DayRange a, DayRange b) { return meet(a, b) ? 0 : std::max(a.first, b.first) - std::min(a.last, b.last); }

float log_of(double number) { return static_cast<float>(std::log1p(number)); }

/// What is shared, as far as it tells.
float shared_of(const ClusterItem& a, const ClusterItem& b) {
    double shared = 0;
    if (a.terms.may_share(b.terms))
        for (const Word& term : a.terms)
            if (b.terms.has(term)) shared += weight_of(term, a, b);
    if (a.happenings.may_share(b.happenings) && compare_happenings(a, b) == Happenings::same) shared += 2;
    return static_cast<float>(shared);
}

/// Fills signs in their order.
class Filler {
public:
    explicit Filler(StorySigns& signs) : next_(signs.begin()), end_(signs.end()) {}
    bool is_done() const { return next_ == end_; }
    void add(double value) { *next_++ = static_cast<float>(value); }
    void add_both(double a, double b) {
        add(std::min(a, b));
        add(std::max(a, b));
    }

private:
    StorySigns::iterator next_, end_;
};

void add_dates(Filler& signs, const ClusterItem& a, const ClusterItem& b) {
    const DayRange of_a = days_of(a), of_b = days_of(b);
    const bool same = of_a == of_b;
    const Day longer = std::max(length(of_a), length(of_b)), shorter = std::min(length(of_a), length(of_b));
    signs.add(same && longer == 1);
    signs.add(same && longer > 1 && longer <= 31);
    signs.add(same && longer > 31);
    signs.add(!same && meet(of_a, of_b));
    signs.add(log_of(between(of_a, of_b)));
    signs.add(log_of(longer));
    signs.add(log_of(shorter));
    signs.add(of_a.first == of_b.first);
    signs.add(of_a.last == of_b.last);
    const bool clocks = a.date.minute && b.date.minute, one_minute = clocks && same && of_one_minute(a.date, b.date);
    signs.add(one_minute);
    signs.add(clocks && !one_minute);
    signs.add(a.date.minute.has_value() + b.date.minute.has_value());
}

void add_happenings(Filler& signs, const ClusterItem& a, const ClusterItem& b) {
    const Happenings happenings = compare_happenings(a, b);
    bool mark = false, seldom = false;
    for (const Word& one : a.happenings) {
        if (!b.happenings.has(one)) continue;
        mark = true;
        seldom = seldom || one.text().starts_with(seldom_mark);
    }
    signs.add(happenings == Happenings::same ? 1 : happenings == Happenings::of_one_kind ? 0.5 : 0);
    signs.add(mark);
    signs.add(seldom);
    signs.add(names_happening(a) + names_happening(b));
    signs.add(names_happening(a) && names_happening(b) && !mark);
    signs.add(takes_something_as_known(a) + takes_something_as_known(b));
    signs.add(kindred_triggers(a, b));
    signs.add(a.trigger_lemma == b.trigger_lemma);
    signs.add(a.once + b.once);
}

void add_words(Filler& signs, const ClusterItem& a, const ClusterItem& b) {
    int words = 0, names = 0, numbers = 0, related = 0;
    for (const Word& term : a.terms) {
        if (b.terms.has(term)) ++(is_number(term.text()) ? numbers : a.names.has(term) || b.names.has(term) ? names : words);
        related += b.related.has(term);
    }
    for (const Word& term : b.terms) related += a.related.has(term);
    const auto lacking = [](const ClusterItem& item, const ClusterItem& other) {
        return std::ranges::count_if(item.names, [&](const Word& name) { return !other.terms.has(name); });
    };
    signs.add(static_cast<double>(shared_things(a, b)));
    signs.add(overlap_of(a, b));
    signs.add(words);
    signs.add(names);
    signs.add(numbers);
    signs.add(has_other_number(a, b) + has_other_number(b, a));
    signs.add_both(static_cast<double>(lacking(a, b)), static_cast<double>(lacking(b, a)));
    signs.add(static_cast<double>(std::min<std::size_t>(new_names(a, b) + new_names(b, a), 5)));
    signs.add_both(static_cast<double>(a.terms.size()), static_cast<double>(b.terms.size()));
    signs.add(related);
}

void add_articles(Filler& signs, const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    const DayRange of_a = days_of(a), of_b = days_of(b);
    signs.add(topics.one_thing);
    signs.add(log_of(static_cast<double>(topics.shared)));
    signs.add(log_of(static_cast<double>(topics.days)));
    signs.add(topics.points);
    signs.add(log_of(a.day_sentences) + log_of(b.day_sentences));
    signs.add(of_a != of_b && meet(of_a, of_b) ? log_of(days_within(a, b)) : 0);
    signs.add(a.document != b.document);
}

bool is_kind(const ClusterItem& item, EventKind kind) { return item.kind == kind; }

void add_kinds(Filler& signs, const ClusterItem& a, const ClusterItem& b) {
    signs.add(a.kind == b.kind);
    for (const EventKind kind : {EventKind::statement, EventKind::plan, EventKind::state}) signs.add(is_kind(a, kind) + is_kind(b, kind));
    const auto begin = [](const ClusterItem& item) { return static_cast<int>(item.quote.begin); };
    signs.add(a.document == b.document ? log_of(std::abs(begin(a) - begin(b))) : 0);
}

void add_by_themselves(Filler& signs, const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    signs.add(one_event(a, b, topics).value_or(0));
    const std::optional<Odds> odds = log_odds(a, b, topics);
    signs.add(odds ? odds->logarithm + 1 : -1);
    signs.add(disagree_on_date(a, b, topics));
    signs.add((a.modality == Modality::claimed) + (b.modality == Modality::claimed));
    const DateDoubt doubt = doubt_dates(a, b);
    signs.add(doubt.may_be_mistaken);
    signs.add(doubt.last_of_kind);
    signs.add(doubt.came_before);
    signs.add(doubt.tell_of_others);
    signs.add(doubt.tell_of_later);
    signs.add(doubt.parted);
}

}  // namespace

void StoryContext::Most::add(std::size_t item, float shared) {
    if (shared > most) {
        next = most;
        most = shared;
        which = item;
    } else {
        next = std::max(next, shared);
    }
}

StoryContext::StoryContext(std::vector<const ClusterItem*> items)
    : items_(std::move(items)), document_(items_.size()), place_(items_.size()), first_of_days_(items_.size()), behind_(items_.size(), far_behind), shared_(items_.size() * items_.size()) {
    std::map<std::uint64_t, std::size_t> numbers;
    for (std::size_t i = 0; i < items_.size(); ++i) document_[i] = numbers.try_emplace(items_[i]->document.number(), numbers.size()).first->second;
    documents_ = numbers.size();
    told_.resize(documents_);
    for (const std::size_t one : document_) ++told_[one];
    beside_.resize(items_.size() * documents_);
    for (std::size_t i = 0; i < items_.size(); ++i) {
        bool first = true;
        for (std::size_t j = 0; j < items_.size(); ++j) {
            if (i == j) continue;
            const bool same_days_as = days_of(*items_[i]) == days_of(*items_[j]);
            if (document_[i] == document_[j] && items_[j]->quote.begin < items_[i]->quote.begin) {
                ++place_[i];
                first = first && !same_days_as;
                if (meet(days_of(*items_[i]), days_of(*items_[j]))) behind_[i] = std::min(behind_[i], items_[i]->quote.begin - items_[j]->quote.begin);
            }
            const float both = j < i ? shared_[j * items_.size() + i] : shared_of(*items_[i], *items_[j]);
            shared_[i * items_.size() + j] = both;
            Beside& told = beside_[i * documents_ + document_[j]];
            told.of_any.add(j, both);
            if (meet(days_of(*items_[i]), days_of(*items_[j]))) told.of_its_days.add(j, both);
            told.of_same_days += same_days_as;
            if (document_[i] != document_[j] && may_be_one(i, j)) told.in_wording.add(j, static_cast<float>(alike_in_wording(*items_[i], *items_[j])));
        }
        first_of_days_[i] = first;
    }
}

bool StoryContext::may_be_one(std::size_t a, std::size_t b) const {
    const ClusterItem &one = *items_[a], &other = *items_[b];
    if (one.alone || other.alone || !may_have_begun(one, other)) return false;
    if (document_[a] == document_[b] && (one.quote.overlaps(other.quote) || !meet(days_of(one), days_of(other)))) return false;
    return between(days_of(one), days_of(other)) <= most_between || (document_[a] != document_[b] && may_be_told_of_other_days(one, other));
}

bool StoryContext::may_join(std::size_t a, std::size_t b, bool sure) const {
    const ClusterItem &one = *items_[a], &other = *items_[b];
    const Happenings happenings = compare_happenings(one, other);
    if (document_[a] == document_[b] || compare_dates(one.date, other.date, false).other_time || one_undoes(one, other)) return false;
    if (sure) return true;
    if (happenings == Happenings::other) return false;
    if (happenings != Happenings::unknown || shared(a, b) >= 1 || kindred_triggers(one, other) || of_one_minute(one.date, other.date) ||
        near_in_wording(one, other))
        return true;
    return sole(one) && sole(other) && (one.kind == EventKind::plan) == (other.kind == EventKind::plan) && same_days(one.date, other.date) && telling_days(one.date);
}

StorySigns StoryContext::signs(std::size_t a, std::size_t b, const TopicLikeness& topics, bool alike) const {
    const ClusterItem &one = *items_[a], &other = *items_[b];
    StorySigns signs{};
    Filler filler(signs);
    add_dates(filler, one, other);
    add_happenings(filler, one, other);
    add_words(filler, one, other);
    add_articles(filler, one, other, topics);
    const Beside &own_a = beside(a, document_[a]), &own_b = beside(b, document_[b]), &from_a = beside(a, document_[b]), &from_b = beside(b, document_[a]);
    const float both = shared(a, b);
    filler.add_both(log_of(own_a.of_same_days), log_of(own_b.of_same_days));
    filler.add_both(log_of(from_a.of_same_days), log_of(from_b.of_same_days));
    filler.add(both);
    filler.add_both(both - from_a.of_any.but(b), both - from_b.of_any.but(a));
    filler.add_both(both - from_a.of_its_days.but(b), both - from_b.of_its_days.but(a));
    const double wording = alike_in_wording(one, other);
    filler.add(wording);
    filler.add_both(wording - from_a.in_wording.but(b), wording - from_b.in_wording.but(a));
    filler.add_both(log_of(static_cast<double>(place_[a])), log_of(static_cast<double>(place_[b])));
    filler.add(first_of_days_[a] + first_of_days_[b]);
    filler.add((place_[a] == 0) + (place_[b] == 0));
    add_kinds(filler, one, other);
    filler.add(alike);
    add_by_themselves(filler, one, other, topics);
    filler.add_both(told_[document_[a]], told_[document_[b]]);
    filler.add_both(log_of(behind_[a]), log_of(behind_[b]));
    assert(filler.is_done());
    return signs;
}

}  // namespace annals
