#include "core/events/cluster.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>

#include "core/time/calendar.h"

namespace annals {
namespace {

bool same_days(const Date& a, const Date& b) { return a.start_min == b.start_min && a.end_max == b.end_max; }

bool compares_with(const Date& a, const Date& b) {
    if (!b.start_min || !b.end_max) return false;
    const std::vector<DayRange> days = comparable_days(a);
    return std::find(days.begin(), days.end(), DayRange{*b.start_min, *b.end_max}) != days.end();
}

bool may_found(const ClusterItem& item) { return item.modality == Modality::asserted || item.modality == Modality::claimed; }

/// What happened and what somebody said or plans about it are told apart, also on one day.
int kind_group(EventKind kind) {
    switch (kind) {
    case EventKind::occurrence:
    case EventKind::state: return 0;
    case EventKind::statement: return 1;
    case EventKind::plan: return 2;
    }
    return 0;
}

/// Groups by union-find; the root of a group is its smallest index.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t at) {
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    void join(std::size_t a, std::size_t b) {
        a = root(a), b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> parent_;
};

/// Which earlier items share a term with an item. Of a term that very many share only the last are looked at,
/// so that a text that says one thing ten thousand times stays linear.
class SeenTerms {
public:
    /// The earlier items to compare with, in order; then the item itself is seen.
    std::vector<std::size_t> before(const ClusterItem& item, std::size_t index) {
        std::vector<std::size_t> result;
        for (const std::string& term : item.terms) {
            std::vector<std::size_t>& sharing = by_term_[term];
            result.insert(result.end(), static_cast<std::ptrdiff_t>(sharing.size()) > most ? sharing.end() - most : sharing.begin(), sharing.end());
            sharing.push_back(index);
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

private:
    static constexpr std::ptrdiff_t most = 64;
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_term_;
};

}  // namespace

std::vector<DayRange> comparable_days(const Date& date) {
    if (!date.start_min || !date.end_max) return {};
    const DayRange days{*date.start_min, *date.end_max};
    const Civil civil = to_civil(days.first);
    const DayRange month = month_range(civil.year, civil.month);
    if (days.first == days.last) {
        std::vector<DayRange> result{month};
        for (Day near : {-3, -2, -1, 1, 2, 3})
            if (days.first + near >= min_day && days.first + near <= max_day) result.push_back({days.first + near, days.first + near});
        return result;
    }
    if (days == month) {
        std::vector<DayRange> result{year_range(civil.year)};
        for (Day day = month.first; day <= month.last; ++day) result.push_back({day, day});
        return result;
    }
    if (days == year_range(civil.year)) {
        std::vector<DayRange> result;
        for (int number = 1; number <= 12; ++number) result.push_back(month_range(civil.year, number));
        return result;
    }
    return {};
}

Likeness likeness(const ClusterItem& a, const ClusterItem& b) {
    Likeness result;
    if (!a.date.sort_day() || !b.date.sort_day()) return {0, false, "without a date"};
    const bool same = same_days(a.date, b.date);
    if (!same && !compares_with(a.date, b.date)) return {0, false, "on other days"};
    if (kind_group(a.kind) != kind_group(b.kind)) return {0, false, "of another kind"};

    std::vector<std::string> shared;
    std::set_intersection(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(), std::back_inserter(shared));
    const bool trigger = !a.trigger_lemma.empty() && a.trigger_lemma == b.trigger_lemma;
    std::erase(shared, a.trigger_lemma);
    const auto others = [](const ClusterItem& item) {
        return item.terms.size() - static_cast<std::size_t>(std::binary_search(item.terms.begin(), item.terms.end(), item.trigger_lemma));
    };
    const std::size_t total = others(a) + others(b);
    result.score = total == 0 ? 0 : 2.0 * static_cast<double>(shared.size()) / static_cast<double>(total);

    // The less the days and the trigger tell, the more the words must.
    const bool one_day = same && a.date.start_min == a.date.end_max;
    std::size_t least = 2;
    double enough = one_day ? 0.5 : 0.6;
    if (trigger && one_day) least = 1, enough = 0.4;
    if (!trigger) least = 3, enough = one_day ? 0.6 : 0.75;
    if (a.kind == EventKind::statement) least = std::max<std::size_t>(least, 3);
    if (a.document == b.document) enough = std::max(enough, trigger ? 0.6 : 0.8), least = std::max<std::size_t>(least, 2);
    if (!same) least = 3, enough = 0.7;
    result.same_event = shared.size() >= least && result.score >= enough && (same || (trigger && a.document != b.document));

    result.reason = same ? "same days" : "days that may be one another's";
    if (trigger) result.reason += ", both say \"" + a.trigger_lemma + "\"";
    if (!shared.empty()) {
        result.reason += ", shared: ";
        for (std::size_t i = 0; i < shared.size(); ++i) result.reason += (i ? ", " : "") + shared[i];
    }
    return result;
}

std::vector<ClusterEvent> cluster(const std::vector<ClusterItem>& fresh, const std::vector<ClusterItem>& candidates) {
    // In order of their rows, so that neither the order nor the division of the input matters.
    std::vector<const ClusterItem*> items;
    std::set<std::int64_t> is_fresh;
    for (const auto* list : {&fresh, &candidates})
        for (const ClusterItem& item : *list)
            if (may_found(item)) items.push_back(&item);
    for (const ClusterItem& item : fresh) is_fresh.insert(item.mention);
    std::sort(items.begin(), items.end(), [](const auto* a, const auto* b) { return a->mention < b->mention; });

    Groups groups(items.size());
    std::vector<Likeness> best(items.size());
    SeenTerms seen;
    std::map<std::string, std::size_t> holds;  // old event -> its first candidate; a fresh item is grouped anew
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fresh_item = is_fresh.contains(items[i]->mention);
        if (!fresh_item && !items[i]->event.empty()) {
            const auto [known, added] = holds.emplace(items[i]->event, i);
            if (!added) groups.join(known->second, i);
        }
        for (const std::size_t j : seen.before(*items[i], i)) {
            if (!fresh_item && !is_fresh.contains(items[j]->mention)) continue;
            Likeness like = likeness(*items[i], *items[j]);
            if (!like.same_event) continue;
            groups.join(i, j);
            for (std::size_t at : {i, j})
                if (like.score > best[at].score) best[at] = like;
        }
    }

    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < items.size(); ++i) members[groups.root(i)].push_back(i);

    // An old event goes to the group that holds most of it; the group keeps the id of the largest that came to it.
    struct Claim {
        int mentions = 0;
        std::size_t group = 0;
    };
    std::map<std::string, Claim> claims;
    std::map<std::string, std::map<std::size_t, int>> shares;
    for (const auto& [root, group] : members)
        for (std::size_t i : group)
            if (!items[i]->event.empty()) {
                int& share = shares[items[i]->event][root];
                // Candidates stand for all mentions of their event, also those that were not given.
                share = is_fresh.contains(items[i]->mention) ? share + 1 : std::max(share + 1, items[i]->event_mentions);
            }
    for (const auto& [event, by_group] : shares)
        for (const auto& [root, mentions] : by_group)
            if (mentions > claims[event].mentions) claims[event] = {mentions, root};

    std::vector<ClusterEvent> events;
    for (const auto& [root, group] : members) {
        ClusterEvent event;
        int most = 0;
        for (const auto& [id, claim] : claims) {
            if (claim.group != root) continue;
            if (claim.mentions > most) {
                if (!event.id.empty()) event.merged_ids.push_back(event.id);
                event.id = id;
                most = claim.mentions;
            } else {
                event.merged_ids.push_back(id);
            }
        }
        if (event.id.empty()) event.id = event_id(items[group.front()]->key);
        for (std::size_t i : group) {
            event.mentions.push_back(items[i]->mention);
            event.reasons.push_back(i == group.front() || !is_fresh.contains(items[i]->mention) ? std::string() : best[i].reason);
        }
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace annals
