// One pass over a document's expressions, in order, that carries what the text is talking about.
#pragma once

#include "importers/extract/dates/anchors.h"

#include <vector>

namespace annals {

/// Resolutions of all matches, in text order. `sentences` must have been scanned; `rules` gives the lexicon for the words around.
std::vector<Resolution> resolve(const Document& document, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches,
                                const Anchor& anchor, const RuleSet& rules);

}  // namespace annals
