// What belongs to the clause of a headline's verb, and what the parser put there or elsewhere.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// "was caught and put in [a cell]", of which the parser gave the cell to the catching: kept for the second verb.
void keep_what_follows(const Tree& tree, std::uint32_t trigger, TokenChoice& choice);

/// The same, dropped for the first; not "built and mended [boats]".
void drop_object_of_other(const Tree& tree, std::uint32_t trigger, TokenChoice& choice);

/// "[What they smelt was] the oven had gone out"
void drop_lone_copula(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t subject, TokenChoice& choice);

/// "the concert, which takes place", "a clock made": what is left of a clause without its date, but for one that holds `trigger` or `needed`.
void drop_hollow_clauses(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, std::int32_t needed, TokenChoice& choice);

/// "The end came [on Monday], when the last mill closed": the clause that says what it was, without dates.
void keep_when_of_coming(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, TokenChoice& choice);

/// A verb whose subject the parser did not see: "On Tuesday the club of lenders, Germany among them, called on ...".
void keep_what_leads_up(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, TokenChoice& choice);

/// "before [a new lock] is opened", of which the parser took "before" for a preposition.
void drop_preposition_of_subject(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t subject, TokenChoice& choice);

}  // namespace annals
