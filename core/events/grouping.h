// Which of the mentions that are clustered are one event: pairs are compared, and joined for what they share.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/compared_topics.h"
#include "core/events/odds.h"
#include "core/events/seen_terms.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

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

/// Groups of mentions, known by their places in the order of their rows, so that neither the order nor the division of the input matters.
class Grouping {
public:
    using CountNamed = std::function<std::size_t(std::string_view)>;
    using Items = std::vector<const ClusterItem*>;
    /// As cluster() takes them. What the articles of a small story tell, among the fresh items, is read side by side.
    Grouping(const Items& fresh, const Items& candidates, const CountNamed& count_named, const std::vector<Items>& stories = {});
    Grouping(const Grouping&) = delete;  // its parts point into it

    const std::vector<Grouped>& items() const { return items_; }
    /// Whether it is one event with another.
    bool is_joined(std::size_t at) const { return joined_[at]; }
    std::size_t root(std::size_t at) { return groups_.root(at); }
    /// Of one event, for what stands outside of both.
    void keep_together(std::size_t a, std::size_t b) { groups_.join(a, b); }
    /// For `annals why`: why it is one event with what it is most like; empty when it is alone.
    std::string reason(std::size_t at);

private:
    enum class Why { points, odds, disagreement, side_by_side };
    /// What an item is most like.
    struct Best {
        std::size_t other = 0;
        double score = 0;
        bool decided = false;
        Why why = Why::points;
    };
    /// Two mentions of articles about one thing that may tell one event in other words.
    struct Told {
        std::size_t a = 0, b = 0;  // a behind b
        double odds = 0;
        Story story = Story::told_by_many;  // as in Odds
        bool of_one_minute = false;         // whatever else is told of it
    };
    class BestTold;

    void compare(std::size_t at, std::size_t other);
    void compare_taken_up(std::size_t at, std::size_t other);
    void join_told(const CountNamed& count_named);
    void join_disagreeing(const CountNamed& count_named);
    void take_stories(const std::vector<Items>& stories);
    void join_alike(std::size_t a, std::size_t b);
    void join_story(const std::vector<std::size_t>& story);
    void join(std::size_t a, std::size_t b);
    void prefer(std::size_t at, std::size_t other, double score, Why why);
    Story story_of(std::size_t at) const;
    bool share_rare_names(std::size_t a, std::size_t b, const CountNamed& count_named) const;

    std::vector<Grouped> items_;
    Groups groups_, alike_;  // alike_: also what is not joined for that, as a story is read side by side
    std::vector<std::vector<std::size_t>> stories_;
    std::vector<std::size_t> story_;  // of each item, counted from one; 0 if it is of none
    std::vector<Best> best_;
    std::vector<bool> joined_;
    ComparedTopics topics_;
    Tellers tellers_;
    std::vector<Told> told_alike_;
    std::vector<std::pair<std::size_t, std::size_t>> disagreeing_;
};

}  // namespace annals
