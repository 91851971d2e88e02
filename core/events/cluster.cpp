#include "core/events/cluster.h"

#include "core/events/compared_topics.h"
#include "core/events/date_conflict.h"
#include "core/events/date_likeness.h"
#include "core/events/odds.h"
#include "core/events/seen_terms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

/// Others of a story that less is enough in.
constexpr std::size_t few_documents = 6;

/// Two mentions of articles about one thing that may tell one event in other words.
struct Told {
    std::size_t a = 0, b = 0;  // a behind b
    double odds = 0;
    Story story = Story::told_by_many;  // as in Odds
    bool of_one_minute = false;  // whatever else is told of it
};

/// Of each mention and another document the one whose odds are best: what each says of the other's event.
class BestTold {
public:
    explicit BestTold(const std::vector<Grouped>& items) : items_(items) {}
    void add(const Told& told) {
        raise(told.a, told.b, told.odds);
        raise(told.b, told.a, told.odds);
    }
    bool is_best(const Told& told) const { return best_.at(key(told.a, told.b)) <= told.odds && best_.at(key(told.b, told.a)) <= told.odds; }

private:
    std::pair<std::size_t, std::uint64_t> key(std::size_t item, std::size_t other) const { return {item, items_[other].document}; }
    void raise(std::size_t item, std::size_t other, double odds) {
        double& best = best_.try_emplace(key(item, other), odds).first->second;
        best = std::max(best, odds);
    }
    const std::vector<Grouped>& items_;
    std::map<std::pair<std::size_t, std::uint64_t>, double> best_;
};

/// Whether more than few documents about one thing tell of the days of an item.
class Tellers {
public:
    explicit Tellers(const std::vector<Grouped>& items) : items_(items) {}
    void add(std::size_t a, std::size_t b) {
        if (documents_.empty()) documents_.resize(items_.size());
        add_to(documents_[a], items_[b].document);
        add_to(documents_[b], items_[a].document);
    }
    bool are_many(std::size_t item) const { return !documents_.empty() && documents_[item].back() != 0; }

private:
    static constexpr std::size_t few = 4;
    using Documents = std::array<std::uint64_t, few + 1>;  // numbers of the first; 0 is free
    static void add_to(Documents& documents, std::uint64_t document) {
        for (std::uint64_t& known : documents) {
            if (known == document) return;
            if (known != 0) continue;
            known = document;
            return;
        }
    }
    const std::vector<Grouped>& items_;
    std::vector<Documents> documents_;
};

enum class Why { points, odds, disagreement };

/// What an item is most like.
struct Best {
    std::size_t other = 0;
    double score = 0;
    bool decided = false;
    Why why = Why::points;
};

}  // namespace

std::vector<ClusterEvent> cluster(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates,
                                  const std::function<void(const std::vector<std::int64_t>&)>& know_events,
                                  const std::function<std::size_t(std::string_view)>& count_named) {
    // In order of their rows, so that neither the order nor the division of the input matters.
    std::vector<Grouped> items;
    items.reserve(fresh.size() + candidates.size());
    for (const auto* list : {&fresh, &candidates})
        for (const ClusterItem* item : *list)
            if (may_found(*item)) items.push_back(grouped(*item, list == &fresh));
    std::sort(items.begin(), items.end(), [](const Grouped& a, const Grouped& b) { return a.mention < b.mention; });

    Groups groups(items.size());
    std::vector<Best> best(items.size());
    SeenTerms seen(items);
    ComparedTopics topics;
    std::vector<Told> told_alike;
    std::vector<std::pair<std::size_t, std::size_t>> disagreeing;
    BestTold best_told(items);
    Tellers tellers(items);
    std::map<std::int64_t, std::size_t> decided;
    std::vector<bool> told(items.size());  // fresh, or one event with another
    const auto join = [&](std::size_t a, std::size_t b) {
        groups.join(a, b);
        told[a] = told[b] = true;
    };
    const auto story_of = [&](std::size_t i) {
        constexpr std::size_t some = 20;
        const std::size_t documents = topics.count(*items[i].item);
        return tellers.are_many(i) || documents > some ? Story::told_by_many : documents > few_documents ? Story::told_by_few : Story::of_few;
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ClusterItem& item = *items[i].item;
        if (item.decided != 0) {
            const auto [known, added] = decided.emplace(item.decided, i);
            if (!added) {
                join(known->second, i);
                best[i].decided = best[known->second].decided = true;
            }
        }
        for (const std::size_t j : seen.before(i)) {
            const ClusterItem& other = *items[j].item;
            if (may_disagree(items[i], items[j])) {
                if (disagree_on_date(item, other, topics.of_other_days(item, other))) disagreeing.emplace_back(i, j);
                if (!may_be_one_date(items[i].days, items[j].days, items[i].once && items[j].once)) continue;
            }
            const TopicLikeness& topic = topics.of(item, other);
            if (topic.one_thing && items[i].document != items[j].document && in_reach(item, other, topic)) {
                tellers.add(i, j);
                if (const auto odds = log_odds(item, other, topic, std::min(story_of(i), story_of(j))))
                    told_alike.push_back({i, j, odds->logarithm, odds->story, of_one_minute(item.date, other.date)});
            }
            if (items[i].statement != items[j].statement) continue;
            const auto score = one_event(item, other, topic);
            if (!score) continue;
            join(i, j);
            if (*score > best[i].score) best[i] = {j, *score, best[i].decided};
            if (*score > best[j].score) best[j] = {i, *score, best[j].decided};
        }
        for (const std::size_t j : seen.of_day()) {
            const ClusterItem& other = *items[j].item;
            if (items[i].document == items[j].document || !take_up_day(item, other)) continue;
            const TopicLikeness& topic = topics.of_other_days(item, other);
            if (!topic.one_thing || !in_reach(item, other, topic)) continue;
            if (const auto odds = log_odds(item, other, topic, std::min(story_of(i), story_of(j)))) told_alike.push_back({i, j, odds->logarithm, odds->story});
        }
    }

    const auto share_rare_names = [&](const ClusterItem& a, const ClusterItem& b) {
        if (!count_named) return true;
        const std::vector<std::string> names = shared_names(*a.topic, *b.topic);
        const auto rare = std::ranges::count_if(names, [&](const std::string& name) { return count_named(name) <= few_documents + 1; });
        return !names.empty() && 2 * static_cast<std::size_t>(rare) >= names.size();
    };
    std::erase_if(told_alike, [&](const Told& pair) {
        if (pair.story > std::min(story_of(pair.a), story_of(pair.b))) return true;
        return pair.story == Story::of_few && !share_rare_names(*items[pair.a].item, *items[pair.b].item);
    });
    for (const Told& pair : told_alike) best_told.add(pair);
    for (const Told& pair : told_alike) {
        if (!pair.of_one_minute && !best_told.is_best(pair)) continue;
        join(pair.a, pair.b);
        for (const auto& [one, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)})
            if (best[one].score == 0 || (best[one].why == Why::odds && pair.odds > best[one].score))
                best[one] = {other, pair.odds, best[one].decided, Why::odds};
    }
    std::erase_if(disagreeing, [&](const auto& pair) {
        const auto [a, b] = pair;
        return std::min(story_of(a), story_of(b)) != Story::of_few || !share_rare_names(*items[a].item, *items[b].item);
    });
    std::set<std::pair<std::size_t, std::uint64_t>> tellers_of;  // of a group
    if (!disagreeing.empty())
        for (std::size_t i = 0; i < items.size(); ++i) tellers_of.emplace(groups.root(i), items[i].document);
    std::erase_if(disagreeing, [&](const auto& pair) {  // the other tells of it on its day
        const auto [a, b] = pair;
        return tellers_of.contains({groups.root(a), items[b].document}) || tellers_of.contains({groups.root(b), items[a].document});
    });
    for (const auto& [a, b] : disagreeing) {
        join(a, b);
        for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)})
            if (best[one].score == 0) best[one] = {other, enough_likeness, best[one].decided, Why::disagreement};
    }
    if (know_events) {
        std::vector<std::int64_t> joined;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (told[i] && !items[i].fresh) joined.push_back(items[i].item->mention);
        know_events(joined);
    }
    struct Held {
        std::string_view event;
        std::size_t group = 0, item = 0;
        auto operator<=>(const Held&) const = default;
    };
    std::vector<Held> held;  // what old events hold
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].fresh) told[i] = true;
        if (told[i] && !items[i].item->event.empty()) held.push_back({items[i].item->event, 0, i});
    }
    std::sort(held.begin(), held.end());
    // The candidates of an old event stay together; a fresh item is grouped anew.
    for (std::size_t at = 0, first = items.size(); at < held.size(); ++at) {
        if (at > 0 && held[at].event != held[at - 1].event) first = items.size();
        if (items[held[at].item].fresh) continue;
        if (first == items.size()) first = held[at].item;
        else groups.join(first, held[at].item);
    }
    for (Held& each : held) each.group = groups.root(each.item);
    std::sort(held.begin(), held.end());

    // An old event goes to the group that holds most of it; the group keeps the id of the largest that came to it.
    struct Claim {
        std::size_t group = 0;
        std::string_view event;
        int mentions = 0;
    };
    std::vector<Claim> claims;  // one of each event, in order of their ids, then of the groups
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
    const auto is_claimed = [&, by_id = claims](std::string_view id) {
        const auto found = std::lower_bound(by_id.begin(), by_id.end(), id, [](const Claim& claim, std::string_view other) { return claim.event < other; });
        return found != by_id.end() && found->event == id;
    };
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.group < b.group; });

    std::vector<std::pair<std::size_t, std::size_t>> members;  // groups and their items
    members.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        if (told[i]) members.emplace_back(groups.root(i), i);
    std::sort(members.begin(), members.end());
    const auto reason_of = [&](std::size_t at) -> std::string {
        if (best[at].decided) return "put together by a decision";
        if (best[at].score == 0) return {};
        const ClusterItem &item = *items[at].item, &other = *items[best[at].other].item;
        if (best[at].why == Why::disagreement) return disagreement_in_words(item, other);
        const TopicLikeness& topic = topics.of(item, other);
        return best[at].why == Why::odds ? odds_in_words(item, other, topic) : likeness(item, other, topic).reason;
    };
    std::vector<ClusterEvent> events, new_events;
    auto claim = claims.begin();
    for (auto next = members.begin(); next != members.end();) {
        const auto [root, founding] = *next;
        ClusterEvent event;
        int most = 0;
        for (; claim != claims.end() && claim->group == root; ++claim) {
            if (claim->mentions > most) {
                if (event.known) event.merged_ids.push_back(event.id);
                event.known = true;
                event.id = claim->event;
                most = claim->mentions;
            } else {
                event.merged_ids.emplace_back(claim->event);
            }
        }
        if (!event.known) {
            // What founded an event may have left it; the id stays there.
            const std::string& key = items[founding].item->key;
            event.id = event_id(key);
            for (int number = 2; is_claimed(event.id); ++number) event.id = event_id(key + '\n' + std::to_string(number));
        }
        for (; next != members.end() && next->first == root; ++next) {
            const ClusterItem& item = *items[next->second].item;
            event.mentions.push_back(item.mention);
            const bool founds = next->second == founding && item.event.empty();
            event.reasons.push_back(founds || item.event == event.id ? std::string() : reason_of(next->second));
        }
        (event.known ? events : new_events).push_back(std::move(event));
    }
    events.insert(events.end(), std::make_move_iterator(new_events.begin()), std::make_move_iterator(new_events.end()));
    return events;
}

}  // namespace annals
