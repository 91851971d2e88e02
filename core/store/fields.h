// Numbers and names in one text, each ended by a mark: what is read at one go is stored so. Internal to core/store.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace annals {

inline void append_number(std::string& text, std::int64_t number, char end) {
    char digits[20];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr) += end;
}

/// An empty field for none.
template <class Integer>
void append_number(std::string& text, const std::optional<Integer>& number, char end) {
    if (number) append_number(text, *number, end);
    else text += end;
}

/// Takes the text up to the mark off, with the mark.
inline std::string_view take_field(std::string_view& text, char end) {
    const std::size_t size = std::min(text.find(end), text.size());
    const std::string_view field = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
    return field;
}

/// None where the next field is no number.
template <class Integer>
std::optional<Integer> take_number(std::string_view& text, char end) {
    const std::string_view field = take_field(text, end);
    Integer number{};
    if (std::from_chars(field.data(), field.data() + field.size(), number).ec != std::errc{}) return {};
    return number;
}

}  // namespace annals
