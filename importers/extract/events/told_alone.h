// Words of a sentence that tell an event of their own: "shut two schools, a day after [fire broke out in Marn]".
#pragma once

#include "importers/extract/grammar/referent.h"
#include "importers/extract/grammar/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// What those words tell, parsed without the rest: the parser may have joined it with what stands before them.
class ToldAlone {
public:
    /// `trigger`: the word at the top of the range in the whole sentence.
    ToldAlone(std::string_view text, const Tree& tree, TokenRange range, std::uint32_t trigger);

    /// The verb of the words, or the trigger given; and the past verbs beside it: "wrecked the pier and sent six sailors to hospital".
    const std::vector<std::uint32_t>& triggers() const { return triggers_; }
    /// Of one of them. `phrases` are those of the whole sentence that date something. Empty where the words were not parsed.
    std::string headline(std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before) const;

private:
    std::string_view text_;
    TokenRange range_;
    std::vector<std::uint32_t> triggers_;
    Sentence words_;
    std::int32_t root_ = no_token;  // of the words
    bool torn_ = false;             // the parser made another word that
};

}  // namespace annals
