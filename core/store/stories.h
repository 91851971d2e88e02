// Which documents tell one story, where few do. Internal to core/store.
#pragma once

#include "core/store/topics.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace annals {

class DatedMentions;

/// The documents about one thing with one of them, and those about one thing with these: few, with few mentions. Both in order. Where many are linked
/// so, only those that share more of what they are about are one story, and so on until it is small;
/// none that is about one thing with eight.
struct SmallStory {
    std::vector<std::int64_t> versions, mentions;
    double share = 0;  // that links them, at least
};

class Stories {
public:
    Stories(Topics& topics, DatedMentions& mentions) : topics_(topics), mentions_(mentions) {}
    /// Empty where a document stands alone.
    SmallStory of(std::int64_t version);
    /// The stories that would be there without a document, and are not as they would be.
    std::vector<SmallStory> without(std::int64_t version);
    /// To be told when a document is read anew: large stories may be small again.
    void forget() { large_.clear(); }

private:
    bool is_of_many(std::int64_t version, std::int64_t but);
    SmallStory story(std::int64_t version, std::int64_t but);

    Topics& topics_;
    DatedMentions& mentions_;
    std::unordered_map<std::int64_t, std::size_t> large_;  // of a version: by how many of the shares its story is not small, whatever comes
};

}  // namespace annals
