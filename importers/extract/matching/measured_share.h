// How often the readings of a rule were right where people have annotated the dates: importers/rules/en/measured.shares, written by bench/rules.
#pragma once

#include <optional>
#include <string_view>

namespace annals {

/// Share of a rule's readings with the right value; `doubtful`: of those that kept another fair reading, of this rule where enough
/// were measured, else of all rules. None where too few were measured. Shared by all threads.
std::optional<double> measured_share(std::string_view rule, bool doubtful);

}  // namespace annals
