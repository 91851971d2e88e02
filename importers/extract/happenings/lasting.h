// What fills its time and what came about in it, beyond what single verbs say.
#pragma once

#include "core/time/date.h"
#include "importers/extract/grammar/tree.h"

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

/// "gave lessons from 1961 to 1965", "sold rope from May to July": what has no end of its own fills the time that `phrase`, the words that date it, names by
/// both its ends. Not "dug a cellar from 1961 to 1965", "the trial ran from May to July".
bool goes_on_from_to(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date, TokenRange phrase);

/// "shot 31 wolves between 1950 and 1970": a sum, whatever time it took.
bool comes_to_sum(std::string_view text, const Tree& tree, std::uint32_t token, TokenRange phrase);

/// "was not hot until 1931": what it tells came about then.
bool is_not_until(std::string_view text, const Tree& tree, std::uint32_t token, TokenRange phrase);

/// "had the mast cut down", "had a stroke": by these words something was done or came about.
bool has_done(std::string_view text, const Tree& tree, std::uint32_t token);

/// "was still in hospital", "stood at 40 million", "spent that winter at sea", "could already travel by rail": how things were.
bool was_so_then(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date);

}  // namespace annals
