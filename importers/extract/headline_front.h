// What stands in front of a sentence and is no part of what it tells: datelines, labels of speakers, brackets.
#pragma once

#include "importers/extract/token_choice.h"
#include "importers/extract/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// "RABAT, June 12 (Reuters) - ", "Cairo, Egypt (CNN) -- "; empty if there is none in front of `trigger`.
TokenRange dateline_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// "BLITZER: "; empty if there is none in front of `trigger`.
TokenRange label_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// Datelines, labels and brackets, one behind the other, in front of whatever the sentence tells; empty if there are none.
TokenRange front(std::string_view text, const Sentence& sentence);

/// Fills heads and relations as `parse` does, of the front and of what stands behind it apart, so that neither leads the parser astray in
/// the other. The front then hangs on the sentence as an aside.
void parse_behind_front(std::string_view text, Sentence& sentence);

/// All that stands in brackets, the marks included, "-LRB-" of treebanks too; what holds `trigger` is none.
std::vector<TokenRange> brackets(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// Drops the clause or the place that opens a sentence: of "After the crew had left, the lock closed" the clause without `trigger`, of "At the
/// fair, Holm spoke" where he did. Conditions stay.
void drop_opening(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice);

}  // namespace annals
