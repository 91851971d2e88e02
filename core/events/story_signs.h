// Mentions of a few articles about one thing, side by side: what speaks for two of them being one event, and what else the two articles tell.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/topic.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// Of a pair, in the order of story_sign_names. All are symmetric: where each of the two has its own, the smaller and the larger.
inline constexpr std::array<std::string_view, 76> story_sign_names{
    // Their dates.
    "same day", "same month", "same year", "meet", "days between", "longer", "shorter", "begin together", "end together", "same minute", "other minute", "clocks",
    // What happens.
    "happening", "mark", "seldom", "named happenings", "other happenings", "taken as known", "kindred triggers", "one trigger", "once",
    // Their words.
    "things", "overlap", "words", "names", "numbers", "lacking numbers", "lacking names, fewer", "lacking names, more", "new names", "terms, fewer", "terms, more", "related",
    // Their articles.
    "one thing", "topic names", "topic days", "topic points", "crowd", "days within", "two articles",
    // What else the articles tell.
    "of its days, fewer", "of its days, more", "of the other's days, fewer", "of the other's days, more", "shared", "more than else, less", "more than else, most",
    "more than of these days, less", "more than of these days, most", "wording", "wording more than else, less", "wording more than else, most",
    "place, first", "place, last", "first of its days", "openings",
    // What kind of event.
    "one kind", "statements", "plans", "states", "distance",
    // What they are by themselves.
    "alike", "points", "odds", "disagreement", "claims", "mistakable days", "last of its kind", "came before", "tell of others", "tell of later", "parted",
    "told, fewer", "told, more",
    // How far behind what its article tells of these days before it.
    "behind, less", "behind, more"};
using StorySigns = std::array<float, story_sign_names.size()>;

/// Whether it can be compared by its days.
inline bool has_days(const ClusterItem& item) { return item.date.dated() && item.date.start_min && item.date.end_max; }

/// All mentions of the story that have days and may found events; they must outlive it.
class StoryContext {
public:
    explicit StoryContext(std::vector<const ClusterItem*> items);
    std::size_t size() const { return items_.size(); }
    const ClusterItem& item(std::size_t at) const { return *items_[at]; }
    /// False where their days are further apart than a week and none of them may be mistaken, or somebody took one of them out.
    bool may_be_one(std::size_t a, std::size_t b) const;
    /// Whether they may be put together for themselves: two articles tell them, neither hours apart nor as a closure and a reopening, and
    /// they share more than the date or are near in wording, or it is all that either article tells of these days, less than a week, or it
    /// is sure without, or though what happens has two names.
    bool may_join(std::size_t a, std::size_t b, bool sure) const;
    /// `alike`: whether they would be one event by themselves.
    StorySigns signs(std::size_t a, std::size_t b, const TopicLikeness& topics, bool alike) const;

private:
    /// Of an item and a document: the most that it has in common with mentions of it, and the next most.
    struct Most {
        float most = 0, next = 0;
        std::size_t which = 0;
        void add(std::size_t item, float shared);
        float but(std::size_t item) const { return which == item ? next : most; }
    };
    struct Beside {
        Most of_any, of_its_days, in_wording;  // in_wording: of those that may be one event with it
        int of_same_days = 0;
    };
    const Beside& beside(std::size_t item, std::size_t document) const { return beside_[item * documents_ + document]; }
    float shared(std::size_t a, std::size_t b) const { return shared_[a * items_.size() + b]; }

    std::vector<const ClusterItem*> items_;
    std::size_t documents_ = 0;
    std::vector<std::size_t> document_, place_;  // of each item; its place among those of its document
    std::vector<int> told_;  // of each document: how many items
    std::vector<bool> first_of_days_;
    std::vector<std::uint32_t> behind_;  // of each item: bytes from the nearest before it in its document that tells of days of its own
    std::vector<float> shared_;
    std::vector<Beside> beside_;  // of each item and document
};

}  // namespace annals
