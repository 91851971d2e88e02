// Two dates that one sentence gives for one word.
#pragma once

#include "core/time/date.h"
#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// Whether `coarse` says no more than `fine` of the same thing: "on Tuesday at 1 p.m.", "this year ... on 4
/// January", "6 p.m. in Bergen, noon ET".
bool says_no_more(const Date& coarse, const Date& fine);

/// Whether the words between the two expressions tell of something else than the trigger: "was tried early that
/// year and shot in March".
bool is_parted(std::string_view text, const Tree& tree, std::uint32_t trigger, TokenRange one, TokenRange other);

/// "on 21 and 22 July", "on Friday, Saturday and Sunday": all of the days, where the second follows the first in the text and in the calendar.
std::optional<Date> days_in_a_row(std::string_view text, const Sentence& sentence, TokenRange one, const Date& first, TokenRange other, const Date& second);

/// "On 4 March, at 8pm": the day and the clock of that day behind it become one expression.
void join_clocks(std::string_view text, const Sentence& sentence, std::vector<Resolution>& resolutions);

}  // namespace annals
