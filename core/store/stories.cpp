#include "core/store/stories.h"

#include "core/store/remembered.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

/// More documents tell of more than one thing, and of so many mentions not all pairs can be looked at.
constexpr std::size_t most_documents = 7, most_mentions = 300, most_known = 100000;
/// A document that is about one thing with so many is of a large story, whatever it shares with some.
constexpr std::size_t many_about_it = 8;
constexpr std::array shares{0.0, 0.18, 0.2, 0.225, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6};

bool has(const std::vector<std::int64_t>& versions, std::int64_t version) { return std::find(versions.begin(), versions.end(), version) != versions.end(); }

}  // namespace

bool Stories::is_of_many(std::int64_t version, std::int64_t but) {
    const auto counts = [&](const TopicLink& link) { return link.one_thing && link.version != but; };
    return static_cast<std::size_t>(std::ranges::count_if(topics_.links(version), counts)) >= many_about_it;
}

SmallStory Stories::of(std::int64_t version) {
    SmallStory found = story(version, 0);
    return found.versions.size() > 1 ? found : SmallStory{};
}

std::vector<SmallStory> Stories::without(std::int64_t version) {
    std::vector<SmallStory> stories;
    for (const TopicLink& link : topics_.links(version)) {
        const auto known = [&](const SmallStory& one) { return has(one.versions, link.version); };
        if (std::any_of(stories.begin(), stories.end(), known)) continue;
        if (SmallStory found = story(link.version, version); found.versions.size() > 1 && link.share >= found.share) stories.push_back(std::move(found));
    }
    return stories;
}

SmallStory Stories::story(std::int64_t version, std::int64_t but) {
    if (large_.size() > most_known) large_.clear();
    if (is_of_many(version, but)) return {};
    const auto known = large_.find(version);
    for (std::size_t i = known == large_.end() ? 0 : known->second; i < shares.size(); ++i) {
        SmallStory found{{version}, {}, shares[i]};
        for (std::size_t next = 0; next < found.versions.size() && found.versions.size() <= most_documents; ++next) {
            if (const auto large = large_.find(found.versions[next]); large != large_.end() && large->second > i) found.versions.resize(most_documents + 1);
            else
                for (const TopicLink& link : topics_.links(found.versions[next]))
                    if (link.share >= shares[i] && link.version != but && !has(found.versions, link.version) && !is_of_many(link.version, but)) found.versions.push_back(link.version);
        }
        if (found.versions.size() <= most_documents) {
            for (const std::int64_t one : found.versions)
                for (const DatedMentions::Dated& each : mentions_.of(one)) found.mentions.push_back(each.mention);
            std::sort(found.versions.begin(), found.versions.end());
            std::sort(found.mentions.begin(), found.mentions.end());
            if (found.versions.size() == 1 || found.mentions.size() <= most_mentions) return found;
        }
        large_[version] = i + 1;
    }
    return {};
}

}  // namespace annals
