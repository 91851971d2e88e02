// Expressions that count from something named: "nine days after the vote", "the eve of the visit".
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace annals {

/// A length of days or more, said to the number.
bool is_length(const Read& read);

/// Whether "after X", "before X" or "into X" follows a length or "the day".
bool counts_from(const LookedUp& at, const Match& match);
/// "the June after", "the winter before"
bool is_season_beside(const Meaning& meaning);
/// The token of "after" in "three weeks after", "three weeks to the day after".
std::uint32_t joint_of(const LookedUp& at, const Match& match);
/// "it is forty years", "it will be", "it has been"
bool is_so_long(const LookedUp& at, const Match& match);
/// "two days late", "a week early"
bool is_late(const LookedUp& at, const Match& match);

/// "On 18 March 2014, two days after": the date that the distance of a sentence is measured from, just before it; none otherwise.
const Read* date_before(const LookedUp& at, const std::vector<Read>& reads, std::size_t i);

/// An expression that counts from something, and the words that name it.
struct NamedDistance {
    std::uint32_t first = 0, last = 0;  // tokens of the name
    const Read* inner = nullptr;        // a date within the name
    bool length = false, part = false, weekday = false, back = false;
    bool of_somebody = false;  // "the day before she died"
    bool within = false;       // "within a week of"
    bool led = false;          // "in the summer after"
    Meaning step;  // how far
};
/// None where the expression counts from nothing that is named behind it.
std::optional<NamedDistance> distance_at(const LookedUp& at, const std::vector<Read>& reads, std::size_t i);

}  // namespace annals
