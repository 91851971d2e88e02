// What went wrong, or was left out, as data: printed on stderr and stored as rows.
#pragma once

#include "core/text/span.h"

#include <optional>
#include <string>
#include <vector>

namespace annals {

enum class Severity { note, warning, error };

struct Diagnostic {
    std::string code;              // short and stable, such as "text.encoding"; listed in docs/diagnostics.md
    Severity severity = Severity::warning;
    std::string document;          // path or key; may be empty
    std::optional<Span> span;
    std::string text;              // one line for a person, says what to do
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace annals
