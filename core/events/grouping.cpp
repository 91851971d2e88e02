#include "core/events/grouping.h"

#include "core/events/date_conflict.h"
#include "core/events/date_likeness.h"
#include "core/events/story_groups.h"

#include <algorithm>
#include <map>
#include <set>

namespace annals {
namespace {

/// Others of a story that less is enough in.
constexpr std::size_t few_documents = 6;
/// Dated mentions of an article: where it tells less, what else it tells says nothing.
constexpr int few_told = 4;

bool may_found(const ClusterItem& item) { return item.modality == Modality::asserted || item.modality == Modality::claimed; }

std::vector<Grouped> in_order(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates) {
    std::vector<Grouped> items;
    items.reserve(fresh.size() + candidates.size());
    for (const auto* list : {&fresh, &candidates})
        for (const ClusterItem* item : *list)
            if (may_found(*item)) items.push_back(grouped(*item, list == &fresh));
    std::sort(items.begin(), items.end(), [](const Grouped& a, const Grouped& b) { return a.mention < b.mention; });
    return items;
}

}  // namespace

/// Of each mention and another document the one whose odds are best: what each says of the other's event.
class Grouping::BestTold {
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

Grouping::Grouping(const Items& fresh, const Items& candidates, const CountNamed& count_named, const std::vector<Items>& stories)
    : items_(in_order(fresh, candidates)), groups_(items_.size()), alike_(items_.size()), story_(items_.size()), best_(items_.size()), joined_(items_.size()),
      tellers_(items_) {
    take_stories(stories);
    SeenTerms seen(items_);
    std::map<std::int64_t, std::size_t> decided;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        if (const std::int64_t number = items_[i].item->decided; number != 0) {
            const auto [known, added] = decided.emplace(number, i);
            if (!added) {
                join(known->second, i);
                best_[i].decided = best_[known->second].decided = true;
            }
        }
        for (const std::size_t j : seen.before(i)) compare(i, j);
        for (const std::size_t j : seen.of_day()) compare_taken_up(i, j);
    }
    join_told(count_named);
    join_disagreeing(count_named);
    for (const std::vector<std::size_t>& story : stories_) join_story(story);
}

void Grouping::compare(std::size_t at, std::size_t other) {
    const Grouped &a = items_[at], &b = items_[other];
    const ClusterItem &item = *a.item, &beside = *b.item;
    if (may_disagree(a, b)) {
        if (disagree_on_date(item, beside, topics_.of_other_days(item, beside))) disagreeing_.emplace_back(at, other);
        if (!may_be_one_date(a.days, b.days, a.once && b.once)) return;
    }
    const TopicLikeness& topic = topics_.of(item, beside);
    if (topic.one_thing && a.document != b.document && in_reach(item, beside, topic)) {
        tellers_.add(at, other);
        if (const auto odds = log_odds(item, beside, topic, std::min(story_of(at), story_of(other))))
            told_alike_.push_back({at, other, odds->logarithm, odds->story, of_one_minute(item.date, beside.date)});
    }
    if (a.statement != b.statement) return;
    const auto score = one_event(item, beside, topic);
    if (!score) return;
    join_alike(at, other);
    if (*score > best_[at].score) prefer(at, other, *score, Why::points);
    if (*score > best_[other].score) prefer(other, at, *score, Why::points);
}

void Grouping::compare_taken_up(std::size_t at, std::size_t other) {
    const ClusterItem &item = *items_[at].item, &beside = *items_[other].item;
    if (items_[at].document == items_[other].document || !take_up_day(item, beside)) return;
    const TopicLikeness& topic = topics_.of_other_days(item, beside);
    if (!topic.one_thing || !in_reach(item, beside, topic)) return;
    if (const auto odds = log_odds(item, beside, topic, std::min(story_of(at), story_of(other))))
        told_alike_.push_back({at, other, odds->logarithm, odds->story});
}

void Grouping::join_told(const CountNamed& count_named) {
    std::erase_if(told_alike_, [&](const Told& pair) {
        if (pair.story > std::min(story_of(pair.a), story_of(pair.b))) return true;
        return pair.story == Story::of_few && !share_rare_names(pair.a, pair.b, count_named);
    });
    BestTold best_told(items_);
    for (const Told& pair : told_alike_) best_told.add(pair);
    for (const Told& pair : told_alike_) {
        if (!pair.of_one_minute && !best_told.is_best(pair)) continue;
        join_alike(pair.a, pair.b);
        for (const auto& [one, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)})
            if (best_[one].score == 0 || (best_[one].why == Why::odds && pair.odds > best_[one].score)) prefer(one, other, pair.odds, Why::odds);
    }
}

void Grouping::join_disagreeing(const CountNamed& count_named) {
    std::erase_if(disagreeing_, [&](const auto& pair) {
        return std::min(story_of(pair.first), story_of(pair.second)) != Story::of_few || !share_rare_names(pair.first, pair.second, count_named);
    });
    if (disagreeing_.empty()) return;
    std::set<std::pair<std::size_t, std::uint64_t>> tellers_of;  // of a group
    for (std::size_t i = 0; i < items_.size(); ++i) tellers_of.emplace(alike_.root(i), items_[i].document);
    std::erase_if(disagreeing_, [&](const auto& pair) {  // the other tells of it on its day
        const auto [a, b] = pair;
        return tellers_of.contains({alike_.root(a), items_[b].document}) || tellers_of.contains({alike_.root(b), items_[a].document});
    });
    for (const auto& [a, b] : disagreeing_) {
        join_alike(a, b);
        for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)})
            if (best_[one].score == 0) prefer(one, other, enough_likeness, Why::disagreement);
    }
}

void Grouping::take_stories(const std::vector<Items>& stories) {
    for (const Items& story : stories) {
        std::map<std::uint64_t, int> told;  // by document
        const auto is_told = [](const ClusterItem* item) { return has_days(*item) && may_found(*item); };
        for (const ClusterItem* item : story)
            if (is_told(item)) ++told[item->document.number()];
        std::vector<std::size_t>& places = stories_.emplace_back();
        for (const ClusterItem* item : story) {
            if (!is_told(item) || told.at(item->document.number()) < few_told) continue;
            const auto place = std::lower_bound(items_.begin(), items_.end(), item->mention, [](const Grouped& one, std::int64_t id) { return one.mention < id; });
            places.push_back(static_cast<std::size_t>(place - items_.begin()));
        }
        std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return items_[a].item->key < items_[b].item->key; });
        for (const std::size_t place : places) story_[place] = stories_.size();
    }
}

void Grouping::join_story(const std::vector<std::size_t>& story) {
    Items told;
    KnownGroups known;
    for (const std::size_t place : story) {
        told.push_back(items_[place].item);
        known.decided.push_back(root(place));
        known.alike.push_back(alike_.root(place));
    }
    const std::vector<SideBySide> joins = read_side_by_side(StoryContext(std::move(told)), known);
    for (const SideBySide& by : joins) join(story[by.a], story[by.b]);
    for (const std::size_t place : story)
        if (best_[place].score > 0 && !best_[place].decided && root(best_[place].other) != root(place)) best_[place] = {};
    for (const SideBySide& by : joins)
        for (const auto& [one, other] : {std::pair(story[by.a], story[by.b]), std::pair(story[by.b], story[by.a])})
            if (best_[one].score == 0) prefer(one, other, by.likelihood, Why::side_by_side);
}

void Grouping::join_alike(std::size_t a, std::size_t b) {
    const bool one_telling = items_[a].document == items_[b].document && items_[a].item->quote.overlaps(items_[b].item->quote);  // dated twice
    if (one_telling || story_[a] == 0 || story_[a] != story_[b]) return join(a, b);
    alike_.join(a, b);
}

void Grouping::join(std::size_t a, std::size_t b) {
    groups_.join(a, b);
    alike_.join(a, b);
    joined_[a] = joined_[b] = true;
}

void Grouping::prefer(std::size_t at, std::size_t other, double score, Why why) { best_[at] = {other, score, best_[at].decided, why}; }

Story Grouping::story_of(std::size_t at) const {
    constexpr std::size_t some = 20;
    const std::size_t documents = topics_.count(*items_[at].item);
    return tellers_.are_many(at) || documents > some ? Story::told_by_many : documents > few_documents ? Story::told_by_few : Story::of_few;
}

bool Grouping::share_rare_names(std::size_t a, std::size_t b, const CountNamed& count_named) const {
    if (!count_named) return true;
    const std::vector<std::string> names = shared_names(*items_[a].item->topic, *items_[b].item->topic);
    const auto rare = std::ranges::count_if(names, [&](const std::string& name) { return count_named(name) <= few_documents + 1; });
    return !names.empty() && 2 * static_cast<std::size_t>(rare) >= names.size();
}

std::string Grouping::reason(std::size_t at) {
    const Best& best = best_[at];
    if (best.decided) return "put together by a decision";
    if (best.score == 0) return {};
    const ClusterItem &item = *items_[at].item, &other = *items_[best.other].item;
    if (best.why == Why::disagreement) return disagreement_in_words(item, other);
    const TopicLikeness& topic = topics_.of(item, other);
    if (best.why == Why::side_by_side) return side_by_side_in_words(item, other, best.score);
    return best.why == Why::odds ? odds_in_words(item, other, topic) : likeness(item, other, topic).reason;
}

}  // namespace annals
