// Finding again, in a text that may have changed, the mention that a decision is about. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/text/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace annals {

/// A mention as it was when somebody decided about it.
struct DecidedWords {
    std::string key, sha256;  // of the mention; of the text
    Span trigger;
    std::string context;      // the trigger with 32 characters on either side
    std::string quote;
};

struct MentionsOfText {
    struct Mention {
        std::int64_t id = 0;
        std::string key;
        Span trigger;
        std::string quote;
    };
    std::string sha256, text;
    std::vector<Mention> mentions;
};
/// Of the document's current version.
MentionsOfText mentions_of_text(const Database& database, const std::string& document);

/// In the same text the same place; else the same context; else the same quote; else the one quote that is much alike.
/// None where there are two of these.
std::optional<std::int64_t> find_place(const DecidedWords& words, const MentionsOfText& now);

/// (document key, words) of a stored mention.
std::pair<std::string, DecidedWords> words_of_mention(const Database& database, std::int64_t mention);

}  // namespace annals
