// Neighbouring matches that are one expression: "10 p.m." + "Wednesday", "June" + "last year"; and tails of ranges: "1853-56".
#pragma once

#include "importers/extract/matching/scan.h"

namespace annals {

/// The matches in order, those joined that belong together, with the second ends of ranges that have no words of their own.
/// `found` is what joining takes its room from.
std::vector<Match> compose(const LookedUp& at, std::span<Match> found);

}  // namespace annals
