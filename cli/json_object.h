// Chosen fields of a JSON object, read at the speed of memory: `annals dates` and `annals extract` take their articles through it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace annals {

struct JsonField {
    std::string_view name;
    std::string* value;
};

/// Fills the fields with well-formed UTF-8: a string's text, a number or literal as it is written; missing, null, arrays and objects
/// give an empty text. Of a repeated name the last counts. Gives the reason why `json` is no object, or an empty text.
std::string read_json_object(std::string_view json, std::span<const JsonField> fields);

}  // namespace annals
