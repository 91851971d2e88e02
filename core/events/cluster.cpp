#include "core/events/cluster.h"

#include "core/events/grouping.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace annals {
namespace {

/// What an old event holds of the given items.
struct Held {
    std::string_view event;
    std::size_t group = 0, item = 0;
    auto operator<=>(const Held&) const = default;
};

/// In order of events and groups. The candidates of an old event stay together; a fresh item is grouped anew.
std::vector<Held> held_by_events(Grouping& grouping) {
    const std::vector<Grouped>& items = grouping.items();
    std::vector<Held> held;
    for (std::size_t i = 0; i < items.size(); ++i)
        if ((items[i].fresh || grouping.is_joined(i)) && !items[i].item->event.empty()) held.push_back({items[i].item->event, 0, i});
    std::sort(held.begin(), held.end());
    for (std::size_t at = 0, first = items.size(); at < held.size(); ++at) {
        if (at > 0 && held[at].event != held[at - 1].event) first = items.size();
        if (items[held[at].item].fresh) continue;
        if (first == items.size()) first = held[at].item;
        else grouping.keep_together(first, held[at].item);
    }
    for (Held& each : held) each.group = grouping.root(each.item);
    std::sort(held.begin(), held.end());
    return held;
}

/// An old event goes to the group that holds most of it.
struct Claim {
    std::size_t group = 0;
    std::string_view event;
    int mentions = 0;
};

/// One of each event, in order of their ids.
std::vector<Claim> claims_of(const std::vector<Held>& held, const std::vector<Grouped>& items) {
    std::vector<Claim> claims;
    for (auto next = held.begin(); next != held.end();) {
        Claim claim{next->group, next->event, 0};
        for (; next != held.end() && next->event == claim.event && next->group == claim.group; ++next) {
            const Grouped& each = items[next->item];
            // Candidates stand for all mentions of their event, also those that were not given.
            claim.mentions = each.fresh ? claim.mentions + 1 : std::max(claim.mentions + 1, each.item->event_mentions);
        }
        if (claims.empty() || claims.back().event != claim.event) claims.push_back(claim);
        else if (claim.mentions > claims.back().mentions) claims.back() = claim;
    }
    return claims;
}

bool is_claimed(const std::vector<Claim>& by_id, std::string_view id) {
    const auto found = std::lower_bound(by_id.begin(), by_id.end(), id, [](const Claim& claim, std::string_view other) { return claim.event < other; });
    return found != by_id.end() && found->event == id;
}

/// What founded an event may have left it; the id stays there.
std::string new_id(const std::string& key, const std::vector<Claim>& by_id) {
    std::string id = event_id(key);
    for (int number = 2; is_claimed(by_id, id); ++number) id = event_id(key + '\n' + std::to_string(number));
    return id;
}

/// Groups and their items, of those that are fresh or one event with another.
std::vector<std::pair<std::size_t, std::size_t>> members_of(Grouping& grouping) {
    std::vector<std::pair<std::size_t, std::size_t>> members;
    members.reserve(grouping.items().size());
    for (std::size_t i = 0; i < grouping.items().size(); ++i)
        if (grouping.items()[i].fresh || grouping.is_joined(i)) members.emplace_back(grouping.root(i), i);
    std::sort(members.begin(), members.end());
    return members;
}

}  // namespace

std::vector<ClusterEvent> cluster(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates,
                                  const std::function<void(const std::vector<std::int64_t>&)>& know_events,
                                  const std::function<std::size_t(std::string_view)>& count_named,
                                  const std::vector<std::vector<const ClusterItem*>>& stories) {
    Grouping grouping(fresh, candidates, count_named, stories);
    const std::vector<Grouped>& items = grouping.items();
    if (know_events) {
        std::vector<std::int64_t> joined;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (grouping.is_joined(i) && !items[i].fresh) joined.push_back(items[i].item->mention);
        know_events(joined);
    }
    const std::vector<Claim> by_id = claims_of(held_by_events(grouping), items);
    std::vector<Claim> claims = by_id;
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.group < b.group; });
    const std::vector<std::pair<std::size_t, std::size_t>> members = members_of(grouping);
    std::vector<ClusterEvent> events, new_events;
    auto claim = claims.begin();
    for (auto next = members.begin(); next != members.end();) {
        const auto [root, founding] = *next;
        ClusterEvent event;
        int most = 0;
        for (; claim != claims.end() && claim->group == root; ++claim) {  // the id of the largest that came to it
            if (claim->mentions > most) {
                if (event.known) event.merged_ids.push_back(event.id);
                event.known = true;
                event.id = claim->event;
                most = claim->mentions;
            } else {
                event.merged_ids.emplace_back(claim->event);
            }
        }
        if (!event.known) event.id = new_id(items[founding].item->key, by_id);
        for (; next != members.end() && next->first == root; ++next) {
            const ClusterItem& item = *items[next->second].item;
            event.mentions.push_back(item.mention);
            const bool founds = next->second == founding && item.event.empty();
            event.reasons.push_back(founds || item.event == event.id ? std::string() : grouping.reason(next->second));
        }
        (event.known ? events : new_events).push_back(std::move(event));
    }
    events.insert(events.end(), std::make_move_iterator(new_events.begin()), std::make_move_iterator(new_events.end()));
    return events;
}

}  // namespace annals
