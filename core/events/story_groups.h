// The articles of a small story read side by side: which of their mentions are one event, when all that the others tell is looked at too.
#pragma once

#include "core/events/story_signs.h"

#include <cstddef>
#include <string>
#include <vector>

namespace annals {

/// Two mentions by which their groups were found to be one event.
struct SideBySide {
    std::size_t a = 0, b = 0;  // places in the story
    double likelihood = 0;     // from 0 to 1, of these two; no two of their groups are likelier
};

/// Of each mention of a story a number: those that have the same are one event already, or would be by themselves.
struct KnownGroups {
    std::vector<std::size_t> decided, alike;
};

/// What joins groups of mentions, in the order in which it joins them: the two that are likeliest on average come first. The order of the story tells
/// only between what is equally likely.
std::vector<SideBySide> read_side_by_side(const StoryContext& story, const KnownGroups& groups);

/// For `annals why`.
std::string side_by_side_in_words(const ClusterItem& a, const ClusterItem& b, double likelihood);

}  // namespace annals
