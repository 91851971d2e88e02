// What sort of claim a dated word makes.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/referent.h"
#include "importers/extract/grammar/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// The innermost clause of the token, or the clause that it heads; null when clauses are not known.
const Clause* clause_at(const Sentence& sentence, std::uint32_t token);

/// A verb or predicate of being, not of happening: "be", "belong", "was a teacher".
bool is_stative(std::string_view text, const Tree& tree, std::uint32_t token);

/// occurrence, statement, plan or state. `said` is the last day of the document's date, if it has one; `phrase` are the words that date it, if any do.
EventKind event_kind(std::string_view text, const Tree& tree, std::uint32_t trigger, const Date& date, std::optional<Day> said, TokenRange phrase = {});

/// asserted ... negated: that of the clause, or what the words around make of it.
Modality event_modality(std::string_view text, const Tree& tree, std::uint32_t trigger);

/// Whose word it is: "Reuters" in "Reuters reported that ...", "X" in "according to X"; empty for the article's own.
/// `dates` are the phrases that date the sentence; `before` is what the sentence before is about, which "she" may mean.
std::string attribution(std::string_view text, const Tree& tree, std::uint32_t trigger, EventKind kind, const std::vector<TokenRange>& dates,
                        const ReferentBefore& before = {});

}  // namespace annals
