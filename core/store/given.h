// Mentions that another program found, beside those that annals reads. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/writing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annals {

class TermIndex;

/// The key of the one document that is meant: by key, then by the hash of its text, then by an id or path that only one has.
std::optional<std::string> find_document(const Database& database, const DocumentName& name);

/// In one transaction; a mention that is there already, or that annals reads itself, is passed over.
GivenOutcome add_given(const Database& database, const std::string& document, const std::vector<GivenMentionRow>& mentions);

/// Takes the given mentions of an old version along, as far as their quotes still stand in the new text; the others go.
void carry_given(const Database& database, std::int64_t old_version, std::int64_t version, const std::string& text, MentionChanges& changes,
                 TermIndex& index);

}  // namespace annals
