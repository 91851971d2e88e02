#include "importers/extract/dates/named_months.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t sentences_apart = 12, near = 3, not_far = 8;
constexpr Day lately = 60, half_a_year = 183, long_ago = 3660;

}  // namespace

std::optional<int> NamedMonths::year_of(const Read& read, const Place& place, const Moment& said_on) {
    const Meaning& m = read.match.meaning;
    if (m.kind != MeaningKind::date || !said(m.month) || m.month < 1 || m.month > 12 || said(m.which) || said(m.of_unit) || !read.reading.moment) return std::nullopt;
    if (read.direction > 0) return std::nullopt;
    Named& named = months_[static_cast<std::size_t>(m.month - 1)];
    const Moment& moment = *read.reading.moment;
    if (!said(m.day)) {
        if (moment.grain == unit::month && !read.aside) named = {moment.days, place, read.reading.fixed || read.reading.lean == Lean::said, read.reading.fixed};
        return std::nullopt;
    }
    if (read.reading.fixed || !named.told || (moment.days.first >= named.days.first && moment.days.first <= named.days.last)) return std::nullopt;
    if (named.fixed) {  // "in October 2016 ... on 9 October": told close by, and not of this year's
        const bool of_our_time = named.days.first > said_on.days.first - long_ago;
        const bool surely_named = of_our_time && moment.days.first <= said_on.days.first - half_a_year;  // by then one says "last November"
        const bool beside = surely_named ? place.sentence <= named.place.sentence + not_far
                                         : place.sentence <= named.place.sentence + near && place.block <= named.place.block + of_our_time;
        if (!beside || read.reading.lean != Lean::said || moment.days.first > said_on.days.first - lately) return std::nullopt;
    } else if (place.sentence > named.place.sentence + sentences_apart || place.of_fixed_year || read.reading.lean != Lean::story) {
        return std::nullopt;
    }
    return to_civil(named.days.first).year;
}

std::optional<Moment> NamedFeasts::day_of(const Read& read, std::uint32_t block, std::uint32_t story_block, const std::optional<Moment>& story) {
    const Meaning& m = read.match.meaning;
    if (m.kind != MeaningKind::date || !said(m.feast) || said(m.which) || said(m.nth) || said(m.of_unit) || said(m.unit) || !read.reading.moment || read.aside) return std::nullopt;
    const auto found = std::find_if(named_.begin(), named_.end(), [&](const Named& named) { return named.feast == m.feast; });
    if (read.reading.lean == Lean::said) {
        if (found != named_.end()) found->moment = *read.reading.moment;
        else if (named_.size() < most) named_.push_back({m.feast, *read.reading.moment});
        return std::nullopt;
    }
    const bool of_year_before = read.reading.lean == Lean::story && story && story->grain >= unit::year && story_block != block;
    return found != named_.end() && of_year_before ? std::optional(found->moment) : std::nullopt;
}

}  // namespace annals
