// UTF-8: checking, repairing, counting, folding. Pure; no locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// True for well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool is_utf8(std::string_view bytes);

/// `bytes` with every ill-formed sequence replaced by U+FFFD; `replaced`, if given, counts them.
std::string repair_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

/// Decodes the code point at `at` (well-formed input) and moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, char32_t code_point);

/// Number of code points of well-formed `text`.
std::size_t code_points(std::string_view text);

/// Byte offset -> code point offset, for offsets that are printed. Linear to build, logarithmic or better to ask.
class CodePointOffsets {
public:
    explicit CodePointOffsets(std::string_view text);
    std::uint32_t of_byte(std::uint32_t byte) const;
    std::uint32_t byte_of(std::uint32_t code_point) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> at_block_;  // code points before each block of 256 bytes; empty for pure ASCII
};

/// Controls that turn the order of what follows them: U+061C, 200E-200F, 202A-202E, 2066-2069.
bool is_bidi_control(char32_t code_point);
std::string without_bidi_controls(std::string_view text);

/// For comparing: lower case, typographic quotes, dashes and spaces as their ASCII cousins, white space folded to one space.
std::string fold(std::string_view text);

/// Latin letters of folded text without their accents: "liege" for "liège", "tromso" for "tromsø"; all else as it is.
std::string without_accents(std::string_view folded);

/// At most `limit` code points, never cut inside a code point nor, if it can be helped, inside a word.
std::string shorten(std::string_view text, std::size_t limit);

}  // namespace annals
