// The topics of the documents whose mentions are compared.
#pragma once

#include "core/events/likeness.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace annals {

/// The topics of two documents, compared once.
class ComparedTopics {
public:
    const TopicLikeness& of(const ClusterItem& a, const ClusterItem& b) {
        if (a.document == b.document) return one_document_;
        Known& known = of_both(a, b);
        if (known.like.one_thing && !known.counted) {
            known.counted = true;
            ++of_one_thing_[a.topic.get()];
            ++of_one_thing_[b.topic.get()];
        }
        return known.like;
    }
    /// The same for what is not told of the same days: that does not count.
    const TopicLikeness& of_other_days(const ClusterItem& a, const ClusterItem& b) { return a.document == b.document ? one_document_ : of_both(a, b).like; }
    /// How many documents about one thing with it have been compared.
    std::size_t count(const ClusterItem& item) const {
        const auto known = of_one_thing_.find(item.topic.get());
        return known == of_one_thing_.end() ? 0 : known->second;
    }

private:
    using Pair = std::pair<const DocumentTopic*, const DocumentTopic*>;
    const TopicLikeness one_document_{};
    struct Known {
        TopicLikeness like;
        bool counted = false;
    };
    /// Mentions of two documents are compared one after the other.
    Known& of_both(const ClusterItem& a, const ClusterItem& b) {
        const Pair both = std::minmax(a.topic.get(), b.topic.get());
        if (last_ && last_->first == both) return last_->second;
        const auto [known, added] = known_.try_emplace(both);
        if (added) known->second.like = topics_of(a, b);
        last_ = &*known;
        return known->second;
    }
    std::map<const DocumentTopic*, std::size_t> of_one_thing_;
    std::map<Pair, Known> known_;
    std::pair<const Pair, Known>* last_ = nullptr;
};

}  // namespace annals
