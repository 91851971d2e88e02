// What happens, in words that all who tell of it share: "fire" of "a blaze tore through the mill", "strike" of "drivers walked out".
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct Happenings {
    std::vector<std::string> names;  // as Mention::happenings: of importers/rules/en/happenings.words, or an event noun itself; may be empty
    bool once = false;               // it comes to its subject only once, or the source calls it the last or the first
};

/// Of the trigger, and of the event noun that it is said of: its subject ("the fire broke out"), its object ("held a meeting"),
/// the occasion ("died in a fire"), and of a clause with "when" that the trigger governs; but of the subject alone where it is that which a dating
/// phrase is said of ("the closure of the mill on 2 May has emptied the town").
Happenings happenings(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases);

/// The name of what a noun or a verb in any form (lower case) tells of: "fire" for "blaze", "death" for "died"; empty where the list has none.
std::string_view happening_of_word(std::string_view word);

/// The same of a verb and the word behind it: "collapse" for "gave way", "strike" for "walked out".
std::string_view happening_of_words(std::string_view verb, std::string_view next);

}  // namespace annals
