// JSON text, written piece by piece so that a report of any size stays flat in memory.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// Appends `text` (well-formed UTF-8) as a JSON string with its quotes. Control characters are escaped, everything else stays as it is.
void append_json_string(std::string& json, std::string_view text);
/// As above; an empty text is null.
void append_json_string_or_null(std::string& json, std::string_view text);
/// The shortest decimal that reads back as `value`; null for what JSON cannot say (infinity, not a number).
void append_json_number(std::string& json, double value);

}  // namespace annals
