// What only a verb and its subject together tell: "the ferry struck the rocks" is a crash, "part of the ceiling came down" a collapse.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string>
#include <string_view>

namespace annals {

/// The name of the happening (happenings.words) that a verb tells of by its subject; `base` is the verb's. Empty: none.
std::string_view doing_of(std::string_view text, const Tree& tree, std::uint32_t verb, const std::string& base);

/// The subject of a verb, where the tree took a part of it for the whole: "the cave-in at Tarn Hollow ended", "an inquiry into the fire opened on 2 May"
/// tell of the cave-in and of the inquiry. Of a participle the noun that it is said of.
std::int32_t whole_subject(std::string_view text, const Tree& tree, std::uint32_t verb);

}  // namespace annals
