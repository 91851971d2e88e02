// What the order of the words says of a date where the parser hung it on a verb of another clause.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// "Two men died on Monday, the coroner said": the dying, if the parser found the saying; no_token if no verb
/// stands nearer before the date.
std::int32_t verb_told_before(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "He was hurt when a crane fell on Monday": he was hurt then too; no_token if the verb is in no such clause, or
/// the main one has a date of its own.
std::int32_t verb_hosting_when(std::string_view text, const Tree& tree, std::uint32_t found, const std::vector<TokenRange>& dates);

/// "The order lapsed in May and in June the board met": what stands behind a date that opens a clause without a
/// comma; no_token if it opens none.
std::int32_t verb_of_joined_front(std::string_view text, const Tree& tree, TokenRange expression);

/// "was banned from driving until 2031", "ran without stopping from 1801", "was wrecked by shelling in 1944": what
/// the doing is said of; else no_token.
std::int32_t verb_hosting_doing(std::string_view text, const Tree& tree, std::uint32_t doing);

/// "They were last night looking for it", "was yesterday sentenced": the verb whose helper stands before the date;
/// else no_token.
std::int32_t verb_around(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "Not until 1970 did doctors grasp it": the verb whose helper stands before its subject.
std::int32_t verb_of_inverted(std::string_view text, const Tree& tree, TokenRange expression);

/// "It flooded in 1968, as we know, and again in 2003": the verb at the top; "the year ended 31 March rose",
/// "in fiscal 2021, which ended on 27 June, it grew": the verb of the period; no_token elsewhere.
std::int32_t verb_beyond_words_of_time(std::string_view text, const Tree& tree, TokenRange expression, const std::vector<TokenRange>& others);

/// "has been fined over the death of a driver in 2018": the death, for what has been done has no day; no_token
/// elsewhere.
std::int32_t noun_of_perfect(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "The mill, which burned down and was rebuilt, closes in June": the closing, if the parser found an earlier verb
/// beyond a comma or an "and".
std::int32_t verb_right_before(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "The closing date is 3 June": what is on that day, if all that was found is the "is"; no_token elsewhere.
std::int32_t noun_of_bare_be(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "A man shot a week ago died on Friday": the shooting; no_token if no other verb stands right before the date and
/// the one found behind it.
std::int32_t verb_beside(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "It was there, on 3 May, that she sang": the singing, not "it was clear on Monday that"; else no_token.
std::int32_t verb_of_cleft(std::string_view text, const Tree& tree, TokenRange expression);

/// "She resigned that June to paint": the resigning, where the parser found another clause behind "that"; else no_token.
std::int32_t verb_before_that(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "resigned on Monday, hours before the rebels took the town": the taking, which was then too, not "hours before he was to speak"; else no_token.
std::int32_t verb_within_hours(std::string_view text, const Tree& tree, TokenRange expression);

}  // namespace annals
