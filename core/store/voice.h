// A source as the display rule hears it, as text: those of an event lie side by side. Internal to core/store.
#pragma once

#include "core/events/cluster.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// What is told of a mention and the text it stands in; the words belong to others.
struct StoredVoice {
    Voice voice;                        // `text` and `role` are not of it: they depend on the other voices
    std::optional<std::int64_t> range;  // row of the date's bounds
    bool verified = false;
    std::string_view hash, sketch;      // of the document's text
};

/// Numbers and names parted by blanks, then the lengths of the words, then the words.
std::string voice_text(const StoredVoice& voice);
/// What is cut or was not written by `voice_text` is read as far as it goes.
StoredVoice read_voice(std::string_view text);

}  // namespace annals
