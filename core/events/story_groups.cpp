#include "core/events/story_groups.h"

#include "core/events/compared_topics.h"
#include "core/events/date_likeness.h"
#include "core/events/mention_overlap.h"
#include "core/events/story_odds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace annals {
namespace {

/// Of a pair that shares nothing or has two names. Learnt with the trees, as is what is enough (importers/training/README.md).
constexpr double sure = 0.4;

/// Of the pairs of two groups on average: the more of them, the more sure the average is.
double enough(std::size_t pairs) {
    constexpr double of_one = 0.2, of_more = 0.1;
    return of_one + of_more * std::log(static_cast<double>(pairs));
}

/// Of two groups: the sum of their pairs, and the likeliest of them.
struct Between {
    double sum = 0;
    SideBySide best;
    void add(const Between& other) {
        sum += other.sum;
        if (other.best.likelihood > best.likelihood) best = other.best;
    }
};

/// Groups that are joined two by two.
class Linkage {
public:
    Linkage(const StoryContext& story, const KnownGroups& groups) {
        std::map<std::size_t, std::size_t> numbers;
        std::vector<std::size_t> number;
        for (const std::size_t group : groups.decided) number.push_back(numbers.try_emplace(group, numbers.size()).first->second);
        sizes_.resize(numbers.size());
        for (const std::size_t one : number) ++sizes_[one];
        between_.resize(sizes_.size() * sizes_.size());
        ComparedTopics topics;
        for (std::size_t a = 0; a < story.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                if (number[a] == number[b] || !story.may_be_one(a, b)) continue;
                const bool alike = groups.alike[a] == groups.alike[b];
                const double likelihood = one_event_likelihood(story.signs(a, b, topics.of_other_days(story.item(a), story.item(b)), alike));
                const bool may_join = alike || story.may_join(a, b, likelihood >= sure);
                for (const auto& [one, other] : {std::pair(number[a], number[b]), std::pair(number[b], number[a])})
                    at(one, other).add({likelihood, {b, a, may_join ? likelihood : 0}});
            }
    }

    /// Joins the two likeliest groups; false when none are likely enough.
    bool join(SideBySide& by) {
        std::size_t one = 0, other = 0;
        double most = 0;
        for (std::size_t i = 0; i < sizes_.size(); ++i)
            for (std::size_t j = 0; j < i && sizes_[i] > 0; ++j) {
                if (sizes_[j] == 0) continue;
                const std::size_t pairs = sizes_[i] * sizes_[j];
                const double above = at(i, j).sum / static_cast<double>(pairs) - enough(pairs);
                if (above > most && at(i, j).best.likelihood > 0) most = above, one = j, other = i;
            }
        if (one == other) return false;
        by = at(one, other).best;
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            if (i == one || i == other) continue;
            at(one, i).add(at(other, i));
            at(i, one) = at(one, i);
        }
        sizes_[one] += std::exchange(sizes_[other], 0);
        return true;
    }

private:
    Between& at(std::size_t a, std::size_t b) { return between_[a * sizes_.size() + b]; }
    std::vector<std::size_t> sizes_;  // 0: it was joined to another
    std::vector<Between> between_;
};

}  // namespace

std::vector<SideBySide> read_side_by_side(const StoryContext& story, const KnownGroups& groups) {
    Linkage linkage(story, groups);
    std::vector<SideBySide> joins;
    for (SideBySide by; linkage.join(by);) joins.push_back(by);
    return joins;
}

std::string side_by_side_in_words(const ClusterItem& a, const ClusterItem& b, double likelihood) {
    const std::string_view dates = compare_dates(a.date, b.date, a.once && b.once).words;
    std::string text = fmt::format("read side by side {:.0f} % likely: {}", 100 * likelihood, dates.empty() ? "days that differ" : dates);
    if (sole(a) && sole(b)) text += ", of which neither article tells anything else";
    if (near_in_wording(a, b)) text += ", said in words of near meaning";
    return text + shared_in_words(a, b);
}

}  // namespace annals
