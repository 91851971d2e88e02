// In which language a document is written, as far as that decides whether there are rules for it.
#pragma once

#include "core/model/document.h"

#include <string>

namespace annals {

/// What to call the language of a document that is not in English: "French", "Greek letters", "another language than English".
/// Empty for English, for a document that holds as much English as anything else, and for one too short to tell (30 words).
/// Decided by the text; what the file declares is not heeded.
std::string other_language(const Document& document);

}  // namespace annals
