#include "core/events/cluster.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace annals {
namespace {

bool may_found(const ClusterItem& item) { return item.modality == Modality::asserted || item.modality == Modality::claimed; }

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

/// Which earlier items share a term, a related word or a minute with an item. Of what very many share only the last are looked at,
/// so that a text that says one thing ten thousand times stays linear.
class SeenTerms {
public:
    /// The earlier items to compare with, in order; then the item itself is seen.
    std::vector<std::size_t> before(const ClusterItem& item, std::size_t index) {
        std::vector<std::string> keys = item.terms;
        keys.insert(keys.end(), item.related.begin(), item.related.end());
        keys.push_back(item.trigger_lemma);
        if (item.date.minute && item.date.start_min) keys.push_back("minute of " + std::to_string(*item.date.start_min));
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        std::vector<std::size_t> result;
        for (const std::string& key : keys) {
            std::vector<std::size_t>& sharing = by_key_[key];
            result.insert(result.end(), static_cast<std::ptrdiff_t>(sharing.size()) > most ? sharing.end() - most : sharing.begin(), sharing.end());
            sharing.push_back(index);
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

private:
    static constexpr std::ptrdiff_t most = 64;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

/// Above all that likeness gives.
constexpr double decision_score = 1e9;

}  // namespace

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
    std::map<std::int64_t, std::size_t> decided;
    std::map<std::string, std::size_t> holds;  // old event -> its first candidate; a fresh item is grouped anew
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool fresh_item = is_fresh.contains(items[i]->mention);
        if (!fresh_item && !items[i]->event.empty()) {
            const auto [known, added] = holds.emplace(items[i]->event, i);
            if (!added) groups.join(known->second, i);
        }
        if (items[i]->decided != 0) {
            const auto [known, added] = decided.emplace(items[i]->decided, i);
            if (!added) {
                groups.join(known->second, i);
                best[i] = best[known->second] = {decision_score, true, "put together by a decision"};
            }
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
        if (event.id.empty()) {
            // What founded an event may have left it; the id stays there.
            event.id = event_id(items[group.front()]->key);
            for (int next = 2; claims.contains(event.id); ++next) event.id = event_id(items[group.front()]->key + '\n' + std::to_string(next));
        }
        for (std::size_t i : group) {
            event.mentions.push_back(items[i]->mention);
            const bool founding = i == group.front() && (items[i]->event.empty() || items[i]->event == event.id);
            event.reasons.push_back(founding ? std::string() : best[i].reason);
        }
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace annals
