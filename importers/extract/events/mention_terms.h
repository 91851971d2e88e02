// Figures and terms of a clause: what clustering compares and reports show.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Numbers of the clause that count something ("47,000 people", "$42 billion"), without those inside `dating_phrases`.
std::vector<Number> figures(std::string_view text, const Tree& tree, TokenRange clause, const std::vector<TokenRange>& dating_phrases);

/// Value of a written number ("47,000", "three", "1.3m", "42 billion" as two words is 42 here); none if it is none.
std::optional<double> number_value(std::string_view word);

/// Sets what clustering knows a mention's event by: the trigger and its lemma; `terms` (names, nouns, the lemma and the figures of the
/// sentence, folded and sorted, each once); `names`, those of them that are parts of names; `related`, words for the same happening; and
/// what happens (happenings.h).
void set_trigger(Mention& mention, std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases);

}  // namespace annals
