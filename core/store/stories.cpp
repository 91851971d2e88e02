#include "core/store/stories.h"

#include "core/store/remembered.h"

#include <algorithm>

namespace annals {
namespace {

/// More documents tell of more than one thing, and of so many mentions not all pairs can be looked at.
constexpr std::size_t most_documents = 7, most_mentions = 300, most_known = 100000;

bool has(const std::vector<std::int64_t>& versions, std::int64_t version) { return std::find(versions.begin(), versions.end(), version) != versions.end(); }

}  // namespace

SmallStory Stories::of(std::int64_t version) {
    SmallStory found = story(version, 0);
    return found.versions.size() > 1 ? found : SmallStory{};
}

std::vector<SmallStory> Stories::without(std::int64_t version) {
    std::vector<SmallStory> stories;
    if (!large_.contains(version)) return stories;
    for (const std::int64_t other : topics_.like(version)) {
        const auto known = [&](const SmallStory& one) { return has(one.versions, other); };
        if (large_.contains(other) || std::any_of(stories.begin(), stories.end(), known)) continue;
        if (SmallStory found = story(other, version); found.versions.size() > 1) stories.push_back(std::move(found));
    }
    return stories;
}

/// Empty when it is not small.
SmallStory Stories::story(std::int64_t version, std::int64_t but) {
    if (large_.size() > most_known) large_.clear();
    SmallStory found{{version}, {}};
    for (std::size_t next = 0; next < found.versions.size(); ++next) {
        const std::int64_t one = found.versions[next];
        if (large_.contains(one)) found.versions.resize(most_documents + 1);
        else
            for (const std::int64_t other : topics_.like(one))
                if (other != but && !has(found.versions, other)) found.versions.push_back(other);
        if (found.versions.size() <= most_documents)
            for (const DatedMentions::Dated& each : mentions_.of(one)) found.mentions.push_back(each.mention);
        if (found.versions.size() <= most_documents && found.mentions.size() <= most_mentions) continue;
        large_.insert(version);
        return {};
    }
    std::sort(found.versions.begin(), found.versions.end());
    std::sort(found.mentions.begin(), found.mentions.end());
    return found;
}

}  // namespace annals
