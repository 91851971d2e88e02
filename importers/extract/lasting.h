// What fills its time and what came about in it, beyond what single verbs say.
#pragma once

#include "core/time/date.h"
#include "importers/extract/tree.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// "worked out the sum", "held a hearing", "lived through a siege", "had to sell", "covered nine miles": by these words something came about,
/// though their verbs tell of what lasts.
bool comes_to_something(std::string_view text, const Tree& tree, std::uint32_t token);

/// "was first lit", "her second visit was in April": it tells of one time among others. `be`: the copula.
bool comes_once(std::string_view text, const Tree& tree, std::uint32_t predicate, std::uint32_t be);

/// "is believed to have sunk".
bool is_hearsay_of_past(std::string_view text, const Sentence& sentence, std::uint32_t token);

/// "was still in hospital", "stood at 40 million", "spent that winter at sea", "could already travel by rail": how things were.
bool was_so_then(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date);

}  // namespace annals
