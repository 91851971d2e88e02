// Which documents tell one story, where few do. Internal to core/store.
#pragma once

#include "core/store/topics.h"

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace annals {

class DatedMentions;

/// The documents about one thing with one of them, and those about one thing with these: few, with few mentions. Both in order.
struct SmallStory {
    std::vector<std::int64_t> versions, mentions;
};

class Stories {
public:
    Stories(Topics& topics, DatedMentions& mentions) : topics_(topics), mentions_(mentions) {}
    /// Empty where a document stands alone, or the story is not small.
    SmallStory of(std::int64_t version);
    /// Small stories that would be there without a document by which they are parts of a larger one; to be asked behind `of`.
    std::vector<SmallStory> without(std::int64_t version);
    /// To be told when a document is read anew: large stories may be small again.
    void forget() { large_.clear(); }

private:
    SmallStory story(std::int64_t version, std::int64_t but);

    Topics& topics_;
    DatedMentions& mentions_;
    std::unordered_set<std::int64_t> large_;  // versions of stories that are not small, whatever comes
};

}  // namespace annals
