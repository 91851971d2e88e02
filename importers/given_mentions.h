// Mentions that another program found: read from JSON Lines, and held against the text before they enter the store.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/matching/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// A mention as its line gives it; empty where the line says nothing.
struct GivenMention {
    std::string quote, trigger, date, headline, attributed_to;
    std::optional<std::uint32_t> begin;  // of the quote, code points
    std::string kind, modality;
    std::vector<Number> numbers;
    std::optional<double> confidence;
};

struct GivenMentions {
    std::string document, sha256, id;  // what may name the document: key, hash of its text, id
    std::vector<GivenMention> mentions;
};

/// A line as `annals extract` prints it ({"id", "document", "sha256", "mentions"}), or of langextract ({"document_id", "text", "extractions"},
/// where the attributes date, kind, modality, attributed_to and headline are heeded). `error` says what is wrong with a line that is neither.
struct GivenLine {
    std::optional<GivenMentions> given;
    std::string error;
};
GivenLine read_given(std::string_view line);

/// A given mention, ready to be stored. Verified: its quote stands in the text, and its date is neither outside nor finer than what the
/// rules read there. Else `unverified_because` says what is missing.
struct CheckedMention {
    Mention mention;
    std::string unverified_because;
};
/// In the order of `given`. A quote that does not stand in the text has an empty span.
std::vector<CheckedMention> check_given(const std::string& text, const std::string& published, const std::vector<GivenMention>& given, const RuleSet& rules);

}  // namespace annals
