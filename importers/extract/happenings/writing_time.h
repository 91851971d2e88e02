// Whether what a word tells of lies before the day on which the text was written, about it or behind it, where no words date it.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

enum class WritingTime { before, about, after };

/// By the grammar around an event word: its tense and modality, the clause that it stands in, the word that governs it.
WritingTime writing_time(std::string_view text, const Tree& tree, std::uint32_t token, Modality modality);

}  // namespace annals
