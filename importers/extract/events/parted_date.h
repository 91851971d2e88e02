// The event of a date that a wait, a bracket or a comma parts from it: parsers hang such a date on another word.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// "Two years passed before he wrote", "it took until 1905 to drain the pit": the writing, the draining; no_token if no wait is told.
std::int32_t verb_of_wait(std::string_view text, const Tree& tree, TokenRange expression);

/// "The siege of Marn (1853\u20131856) ruined the port": the siege; no_token if no years stand in brackets behind an event noun.
std::int32_t noun_before_brackets(std::string_view text, const Sentence& sentence, TokenRange expression);

/// "...; on 22 April the minister announced": the first finite verb behind a date that opens a clause inside the sentence; no_token
/// if the date opens none. Parsers hang such a date on the verb before it.
std::int32_t verb_of_fronted(std::string_view text, const Tree& tree, TokenRange expression);

/// "Before noon on Monday, the paper shaking in his hands, he resigned": the resigning; no_token if what the date seems to date is no such
/// aside.
std::int32_t verb_behind_aside(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found);

/// "He sold it in May 1914, since nobody would pay more": what the reason is given for; no_token if none stands between the date and the
/// verb.
std::int32_t verb_before_reason(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t verb);

/// The first finite verb from a token on, or what it helps: of "the bridge was closed" the closing; no_token if there is none.
std::int32_t finite_verb_behind(const Tree& tree, std::uint32_t from);

}  // namespace annals
