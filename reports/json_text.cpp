#include "reports/json_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace annals {
namespace {

constexpr std::array<bool, 256> needs_escape = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
    return table;
}();

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
    json += '"';
    std::size_t plain = 0;  // what stands before `i` and needs no escape is appended in one piece
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (!needs_escape[c]) continue;
        json.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
            case '"': json += "\\\""; break;
            case '\\': json += "\\\\"; break;
            case '\n': json += "\\n"; break;
            case '\r': json += "\\r"; break;
            case '\t': json += "\\t"; break;
            default: json += fmt::format("\\u{:04x}", c);
        }
    }
    json.append(text, plain);
    json += '"';
}

void append_json_string_or_null(std::string& json, std::string_view text) {
    if (text.empty())
        json += "null";
    else
        append_json_string(json, text);
}

void append_json_number(std::string& json, double value) {
    json += std::isfinite(value) ? fmt::format("{}", value) : "null";
}

}  // namespace annals
