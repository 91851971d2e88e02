// Figures and terms of a clause: what clustering compares and reports show.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Numbers of the clause that count something ("47,000 people", "$42 billion"), without those inside `dating_phrases`.
std::vector<Number> figures(std::string_view text, const Tree& tree, TokenRange clause, const std::vector<TokenRange>& dating_phrases);

/// Value of a written number ("47,000", "three", "1.3m", "42 billion" as two words is 42 here); none if it is none.
std::optional<double> number_value(std::string_view word);

/// Names, nouns, the trigger's lemma and the figures of the sentence, folded and sorted, each once.
std::vector<std::string> terms(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases);

/// Those of the terms that are parts of names.
std::vector<std::string> names(std::string_view text, const Tree& tree, const std::vector<TokenRange>& dating_phrases);

/// Words for the same happening as the trigger: derived forms and synonyms.
std::vector<std::string> related_to(const std::string& trigger_lemma);

}  // namespace annals
