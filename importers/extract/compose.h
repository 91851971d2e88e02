// Neighbouring matches that are one expression: "10 p.m." + "Wednesday", "June" + "last year"; and tails of ranges: "1853-56".
#pragma once

#include "importers/extract/scan.h"

namespace annals {

/// Joins what belongs together and adds the second ends of ranges that have no words of their own. Keeps the order.
void compose(const LookedUp& at, std::vector<Match>& matches);

}  // namespace annals
