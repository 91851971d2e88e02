// Participles that open a sentence.
#pragma once

#include "importers/extract/grammar/referent.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// "[Hit] by a storm, Holm turned back": that Holm was hit by a storm. Empty where `trigger` is no such participle, or that were too long.
std::string told_of_participle(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases,
                               const ReferentBefore& before);

/// "Only in May did the bank [reply]": that the bank did reply. Empty where nothing is inverted, or that were too long.
std::string told_of_inverted(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases,
                             const ReferentBefore& before);

/// "After [getting] her degree, Holm went to Leeds": both, if there is room; else empty.
std::string opening_and_main(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases,
                             const ReferentBefore& before);

}  // namespace annals
