// One thing that two articles of a story put on different days: "was inspected on 4 May", "the inspection of 14 May".
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/topic.h"
#include "core/time/day.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

/// Before what hardly happens twice: "~seldom founding".
inline constexpr std::string_view seldom_mark = "~seldom ";

/// Days that do not meet, and are so near that one of them may be wrong: days or months 31 days apart, a month or a year two years.
bool may_be_mistaken(DayRange a, DayRange b);

/// A bit of each word by which it tells what happens, so that most that tell of something else are known by it.
std::uint64_t bits_of_heads(const ClusterItem& item);
std::uint64_t bits_of_heads(std::string_view trigger_lemma, std::string_view happenings);  // one a line

/// Whether both tell of it, and each of nothing like it on another day nor of anything on the other's day, though both tell of later days; and they
/// share a word beside what happens. Symmetric.
bool disagree_on_date(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics);

/// Whether one of them may be mistaken: neither happened again nor was it parted from the other, and they share a word or the first was the last of its
/// kind. Both with days. Symmetric.
bool may_be_told_of_other_days(const ClusterItem& a, const ClusterItem& b);

/// What speaks for a mistake in one of two dates, and against it. Symmetric.
struct DateDoubt {
    bool may_be_mistaken = false;  // as above; without it none of the rest but the marks
    bool last_of_kind = false;     // "was last surveyed": one says so
    bool came_before = false;      // "was surveyed again": one says so
    int tell_of_others = 0;        // articles that tell of the other's days too
    bool tell_of_later = false;    // both articles do
    bool parted = false;           // a day of which both tell lies between
};
/// Both with days.
DateDoubt doubt_dates(const ClusterItem& a, const ClusterItem& b);

/// For `annals why`.
std::string disagreement_in_words(const ClusterItem& a, const ClusterItem& b);

}  // namespace annals
