// What stands in front of a sentence and is no part of what it tells: datelines, labels of speakers, brackets.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// "RABAT, June 12 (Reuters) - ", "Cairo, Egypt (CNN) -- "; empty if there is none in front of `trigger`.
TokenRange dateline_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// "The talks go on Leeds (Wire) -- ": captions and headings that ran into the sentence, up to the agency behind its place; empty if there is none
/// in front of `trigger`.
TokenRange agency_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// "Photograph: Anna Holm/Wire "; empty if there is none in front of `trigger`.
TokenRange credit_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// "BLITZER: "; empty if there is none in front of `trigger`.
TokenRange label_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// Datelines, labels and brackets, one behind the other, in front of whatever the sentence tells; empty if there are none.
TokenRange front(std::string_view text, const Sentence& sentence);

/// Those tokens with their tags: a sentence of their own.
Sentence part_of(const Sentence& sentence, TokenRange range);

/// Fills heads and relations as `parse` does, of the front and of what stands behind it apart, so that neither leads the parser astray in
/// the other. The front then hangs on the sentence as an aside.
void parse_behind_front(std::string_view text, Sentence& sentence);

/// All that stands in brackets, the marks included, "-LRB-" of treebanks too; what holds `trigger` is none.
std::vector<TokenRange> brackets(std::string_view text, const Sentence& sentence, std::uint32_t trigger);

/// "(Updated 5.45 p.m.) The keepers left": where `trigger` is the word of a stamp in front, the word of what is told behind it, else `trigger`.
std::uint32_t event_behind_stamp(std::string_view text, const Tree& tree, std::uint32_t trigger);

/// Drops a place in capitals that is left in front of a sentence: "[LEEDS] The mayor left".
void drop_shouted_place(std::string_view text, const Sentence& sentence, TokenChoice& choice);

/// Drops what stands in front of `trigger`, and all brackets.
void drop_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice);

/// Drops the clause or the place that opens a sentence: of "After the crew had left, the lock closed" the clause without `trigger`, of "At the
/// fair, Holm spoke" where he did. Conditions stay.
void drop_opening(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice);

/// Drops "hours after", "a few minutes before", where what happened then begins with them.
void drop_hours(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice);

}  // namespace annals
