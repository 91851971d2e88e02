// What a relative clause takes from its sentence to stand alone.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// Drops what else is said with a noun that is no part of its phrase: of "This is a town that was burnt" all but "a town" and the clause of `verb`.
void keep_phrase_alone(const Tree& tree, std::uint32_t noun, std::uint32_t verb, TokenChoice& choice);

/// "the lock that the board closed": "that" leaves `choice`, and behind the verb "the lock" is written. Nothing where it is not sure that the
/// verb takes it there.
void write_object(std::string_view text, const Tree& tree, std::uint32_t verb, const std::vector<TokenRange>& phrases, TokenChoice& choice,
                  Replacements& replaced);

/// "was", "were": of that noun or pronoun.
std::string_view helper_of(std::string_view text, const Tree& tree, std::uint32_t noun);

/// "the notice issued in May": "was" is written before the participle. Nothing where the parser may have taken a past tense for one.
void write_helper(std::string_view text, const Tree& tree, std::uint32_t verb, std::int32_t subject, TokenChoice& choice, Replacements& replaced);

/// "crews from Leeds[,] left": no comma parts the subject from its verb where nothing stands between them.
void drop_lone_comma(std::string_view text, const Tree& tree, std::uint32_t subject, std::uint32_t verb, TokenChoice& choice);

/// "was full of people[, the other gate opened]": clauses behind a comma that nothing joins, and whatever stands behind a semicolon, leave
/// `choice`, where they do not hold `verb`.
void drop_spliced(std::string_view text, const Tree& tree, std::uint32_t verb, TokenChoice& choice);

}  // namespace annals
