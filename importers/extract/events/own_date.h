// Which of the dates of a sentence is a word's own.
#pragma once

#include "importers/extract/grammar/tree.h"
#include "importers/extract/matching/time_expression.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// "(Update, noon) The crews left on Monday": the stamp in front does not date what has a day of its own. `expressions`: those of `all`.
bool is_outdone(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger, const std::vector<Resolution>& all,
                const std::vector<TokenRange>& expressions);

/// "He resigned two weeks before Easter": Easter (`all[index]`) dates no more than what it stands with, "two days after the vote of 9 May"
/// the vote.
bool is_counted_from(const std::vector<Resolution>& all, std::size_t index, const Sentence& sentence, std::uint32_t trigger);

/// "condemned the invasion of the island on 2 August": the noun that the date stands behind, though the verb has it too.
/// Null for no such date.
const Resolution* date_behind(std::string_view text, const Sentence& sentence, std::uint32_t noun,
                              const std::vector<Resolution>& resolutions);

/// "On 14 March 2007.": a dating phrase, and nothing that it dates. Null for other sentences.
const Resolution* tells_only_when(std::string_view text, const Sentence& sentence, const std::vector<Resolution>& resolutions);

}  // namespace annals
