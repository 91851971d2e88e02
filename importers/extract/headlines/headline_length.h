// A headline that is too long: what it can do without.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

/// What is said beside the matter: "in a referendum", "which was closed".
bool is_adjunct(Relation relation);

/// Goes first where there is little room: clauses that add to a noun or a verb, appositions; but not the name in "press secretary Anna Holm".
bool only_adds(const Tree& tree, std::uint32_t token);

/// What a headline keeps however long it is.
struct HeadlineCore {
    std::uint32_t trigger = 0;
    std::uint32_t verb = 0;           // of what is told: the trigger, or of a speech the verb of what was said
    std::int32_t subject = no_token;
    std::int32_t needed = no_token;   // any other word
};

/// The words that are chosen, of a parsed sentence, with `replaced` in place of some. As long as they are more than `limit` code points parts
/// leave `choice`, the least needed first and from the end, as few as it takes; it may not suffice.
std::string shortened(std::string_view text, const Tree& tree, const HeadlineCore& core, const Replacements& replaced, std::size_t limit, TokenChoice& choice);

}  // namespace annals
