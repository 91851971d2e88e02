// Whom the sentences before tell of, for a pronoun of the one at hand: "The mayor opened the bridge. He ...".
#pragma once

#include "importers/extract/dates/dated_text.h"
#include "importers/extract/grammar/referent.h"

#include <cstddef>

namespace annals {

/// A sentence longer than this is no prose: it is neither tagged nor parsed, and tells no event.
inline constexpr std::size_t sentence_token_limit = 400;

/// What the sentence before is about, if this one (`tree`, number `index` of the text) has a pronoun that may mean it; else nobody. "He"
/// and "she" go on from one sentence to the next, and from paragraph to paragraph: "Anna Holm left. She sold the mill. She died in May."
Referent referent_before(const Document& document, const DatedText& dated, std::uint32_t index, const Tree& tree);

}  // namespace annals
