// What a byte of text is taken for: the letters, digits and marks that words are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace annals {

enum class ByteClass : std::uint8_t { space, letter, digit, mark, high };  // high: of a code point beyond ASCII

inline constexpr std::array<ByteClass, 256> byte_classes = [] {
    std::array<ByteClass, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        if (byte >= 0x80)
            table[byte] = ByteClass::high;
        else if (byte <= ' ' || byte == 0x7f)
            table[byte] = ByteClass::space;
        else if (byte >= '0' && byte <= '9')
            table[byte] = ByteClass::digit;
        else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
            table[byte] = ByteClass::letter;
        else
            table[byte] = ByteClass::mark;
    }
    return table;
}();

inline ByteClass class_of(char byte) { return byte_classes[static_cast<unsigned char>(byte)]; }
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
inline bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
inline char lower(char byte) { return is_upper(byte) ? static_cast<char>(byte | 0x20) : byte; }
inline const char* end_of_digits(const char* at, const char* end) {
    while (at < end && is_digit(*at)) ++at;
    return at;
}

/// A code point beyond ASCII: how long it is and what it is taken for, a space, a letter or a mark.
struct CodePoint {
    ByteClass kind = ByteClass::letter;
    std::uint32_t size = 1;  // bytes; no more than there are
    bool capital = false;
};
CodePoint code_point_at(const char* at, const char* end);

inline bool is_letter_at(const char* at, const char* end) {
    if (at >= end) return false;
    const ByteClass kind = class_of(*at);
    return kind == ByteClass::letter || (kind == ByteClass::high && code_point_at(at, end).kind == ByteClass::letter);
}
inline bool is_letter_or_digit_at(const char* at, const char* end) { return at < end && (is_digit(*at) || is_letter_at(at, end)); }

}  // namespace annals
