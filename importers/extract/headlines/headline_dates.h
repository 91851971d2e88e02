// Date words left out of a headline.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>
#include <vector>

namespace annals {

/// Drops the phrases with what leans on them ("just [after noon]", "as soon [as Monday]", "[until Friday], the eve of the fair"), but not what
/// belongs to the words behind ("before the [June] regatta", "on the morning of the vote"). Nothing of `kept` is dropped.
void drop_dates(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, TokenChoice& choice, TokenRange kept = {});

/// Drops "according to the ministry" and the closing ", the board said on Friday", unless `trigger` is in it.
void drop_source(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases, std::uint32_t trigger,
                 TokenChoice& choice, std::int32_t subject = no_token);

}  // namespace annals
