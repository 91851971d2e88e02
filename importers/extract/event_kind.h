// What sort of claim a dated word makes.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/referent.h"
#include "importers/extract/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// The innermost clause of the token, or the clause that it heads; null when clauses are not known.
const Clause* clause_at(const Sentence& sentence, std::uint32_t token);

/// occurrence, statement, plan or state. `said` is the last day of the document's date, if it has one.
EventKind event_kind(std::string_view text, const Tree& tree, std::uint32_t trigger, const Date& date, std::optional<Day> said);

/// asserted ... negated: that of the clause.
Modality event_modality(const Tree& tree, std::uint32_t trigger);

/// Whether what was planned for that date is called off in the same sentence: "a session planned for Sunday was cancelled".
bool is_called_off(std::string_view text, const Sentence& sentence, TokenRange expression);

/// Whose word it is: "Reuters" in "Reuters reported that ...", "X" in "according to X"; empty for the article's own.
/// `dates` are the phrases that date the sentence; `before` is what the sentence before is about, which "she" may mean.
std::string attribution(std::string_view text, const Tree& tree, std::uint32_t trigger, EventKind kind, const std::vector<TokenRange>& dates,
                        const ReferentBefore& before = {});

/// True for words that look like a dated event and are none: stamps ("updated", "retrieved"), names that hold a year
/// ("the Act of 1934"), a year alone in brackets, a heading that is only a date.
bool is_non_event(std::string_view text, const Tree& tree, BlockKind block, TokenRange expression, std::uint32_t trigger);

}  // namespace annals
