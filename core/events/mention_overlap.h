// What two mentions have in common, counted. All of it is symmetric unless it says otherwise.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/date_likeness.h"

#include <cstddef>
#include <string>

namespace annals {

/// Whether what they say happens is named alike.
enum class Happenings { unknown, same, of_one_kind, other };
Happenings compare_happenings(const ClusterItem& a, const ClusterItem& b);

/// Both say what happens, and one of them alone is an undoing: a closure and a reopening, an arrest and a release.
bool one_undoes(const ClusterItem& a, const ClusterItem& b);

/// How much a shared term tells: what is said again and again, and a single digit, little.
double weight_of(const Word& term, const ClusterItem& a, const ClusterItem& b);
/// Share of the shorter's terms that the other has, weighed.
double overlap_of(const ClusterItem& a, const ClusterItem& b);
/// Shared terms but for the triggers that are neither names nor numbers nor said again and again.
std::size_t shared_things(const ClusterItem& a, const ClusterItem& b);
/// The trigger of one is told by the other, or akin to it.
bool kindred_triggers(const ClusterItem& a, const ClusterItem& b);
/// Names of `item` that neither the other's sentence has, nor is its article about.
std::size_t new_names(const ClusterItem& item, const ClusterItem& other);

/// The cosine of their wordings; 0 where one has none.
double alike_in_wording(const ClusterItem& a, const ClusterItem& b);
/// Near enough: of two of one day four in five are one event then.
inline bool near_in_wording(const ClusterItem& a, const ClusterItem& b) { return alike_in_wording(a, b) >= 0.4; }

/// The first of two dated ones does not take less long.
inline bool takes_longer(const Date& a, const Date& b) { return *a.end_max - *a.start_min >= *b.end_max - *b.start_min; }
/// Of the days of the longer of two dates: those that the article of the other tells of.
int days_within(const ClusterItem& a, const ClusterItem& b);

/// For `annals why`: ", both tell of fire, shared: hall, roof, both articles tell of orsley".
std::string shared_in_words(const ClusterItem& a, const ClusterItem& b);

}  // namespace annals
