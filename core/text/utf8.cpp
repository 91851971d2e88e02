#include "core/text/utf8.h"

#include "core/text/ascii.h"
#include "core/text/bytes.h"

#include <algorithm>
#include <cstring>

namespace annals {
namespace {

constexpr std::size_t block_size = 256;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The sequence at the start of `bytes` (not empty): its length and whether it is well-formed. An ill-formed one is
/// as long as its longest good beginning (Unicode 15, section 3.9: "maximal subpart"), at least one byte.
struct Sequence {
    std::size_t length = 1;
    bool well_formed = true;
};

Sequence sequence_at(std::string_view bytes) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {};
    std::size_t length = 0;
    unsigned char second_min = 0x80, second_max = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if (lead == 0xE0) second_min = 0xA0;  // else overlong
        if (lead == 0xED) second_max = 0x9F;  // else a surrogate
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0) second_min = 0x90;  // else overlong
        if (lead == 0xF4) second_max = 0x8F;  // else above U+10FFFF
    } else {
        return {1, false};
    }
    if (bytes.size() < 2 || byte(1) < second_min || byte(1) > second_max) return {1, false};
    for (std::size_t at = 2; at < length; ++at) {
        if (at >= bytes.size() || !continues(bytes[at])) return {at, false};
    }
    return {length, true};
}

/// Number of leading ASCII bytes.
std::size_t ascii_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at + sizeof(Bytes) <= bytes.size() && !has_any(bytes_at(bytes.data() + at) & 0x80)) at += sizeof(Bytes);
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

/// Simple lower case of Latin, Greek, Cyrillic and Armenian letters; everything else as it is.
char32_t lower(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
    if (c >= 0x100 && c <= 0x17F) {
        if (c == 0x130) return 'i';
        if (c == 0x178) return 0xFF;
        const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || c >= 0x179;
        if (c == 0x138 || c == 0x149 || c == 0x17F) return c;
        return (c % 2 == 1) == odd_is_upper ? c + 1 : c;
    }
    if (c >= 0x1E00 && c <= 0x1EFF) return c % 2 == 0 && (c < 0x1E96 || c >= 0x1EA0) ? c + 1 : c;
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 37;
    if (c == 0x38C) return 0x3CC;
    if (c == 0x38E || c == 0x38F) return c + 63;
    if (c >= 0x391 && c <= 0x3AB) return c == 0x3A2 ? c : c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) return c % 2 == 0 ? c + 1 : c;
    if (c >= 0x531 && c <= 0x556) return c + 48;
    return c;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }  // soft hyphen, zero width

/// The ASCII cousin of a typographic sign; 0 if it has none.
char ascii_cousin(char32_t c) {
    switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2BC: case 0xB4: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xAB: case 0xBB: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    default: return 0;
    }
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (true) {
        bytes.remove_prefix(ascii_prefix(bytes));
        if (bytes.empty()) return true;
        const Sequence sequence = sequence_at(bytes);
        if (!sequence.well_formed) return false;
        bytes.remove_prefix(sequence.length);
    }
}

std::string repair_utf8(std::string_view bytes, std::size_t* replaced) {
    std::string text;
    text.reserve(bytes.size());
    std::size_t count = 0;
    while (true) {
        const std::size_t ascii = ascii_prefix(bytes);
        text.append(bytes.substr(0, ascii));
        bytes.remove_prefix(ascii);
        if (bytes.empty()) break;
        const Sequence sequence = sequence_at(bytes);
        text.append(sequence.well_formed ? bytes.substr(0, sequence.length) : "\xEF\xBF\xBD");
        if (!sequence.well_formed) ++count;
        bytes.remove_prefix(sequence.length);
    }
    if (replaced) *replaced = count;
    return text;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const unsigned char lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t code_point = lead & (0x3F >> more);
    for (int n = 0; n < more && at < text.size(); ++n) code_point = code_point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | code_point >> 18);
        put(0x80 | (code_point >> 12 & 0x3F));
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
    if (ascii_prefix(text) == text.size()) return;
    at_block_.reserve(text.size() / block_size + 1);
    std::uint32_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += block_size) {
        at_block_.push_back(count);
        count += static_cast<std::uint32_t>(code_points(text.substr(begin, block_size)));
    }
}

std::uint32_t CodePointOffsets::of_byte(std::uint32_t byte) const {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    if (at_block_.empty()) return byte;
    const std::size_t block = byte / block_size;
    return at_block_[block] + static_cast<std::uint32_t>(code_points(text_.substr(block * block_size, byte - block * block_size)));
}

std::uint32_t CodePointOffsets::byte_of(std::uint32_t code_point) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (at_block_.empty()) return std::min(code_point, size);
    const auto block = std::upper_bound(at_block_.begin(), at_block_.end(), code_point) - at_block_.begin() - 1;
    auto byte = static_cast<std::uint32_t>(static_cast<std::size_t>(block) * block_size);
    // A block may begin inside a code point, whose first byte the block before has counted.
    std::uint32_t seen = at_block_[static_cast<std::size_t>(block)];
    while (byte < size && (continues(text_[byte]) || seen++ < code_point)) ++byte;
    return byte;
}

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] > ' ' && text[at] < 0x7f) {  // most are ASCII
            if (space && !folded.empty()) folded += ' ';
            space = false;
            folded += ascii_lower(text[at++]);
            continue;
        }
        const char32_t code_point = next_code_point(text, at);
        if (is_invisible(code_point)) continue;
        if (is_space(code_point)) {
            space = true;
            continue;
        }
        if (space && !folded.empty()) folded += ' ';
        space = false;
        if (const char cousin = ascii_cousin(code_point)) {
            folded += cousin;
        } else {
            append_utf8(folded, lower(code_point));
        }
    }
    return folded;
}

std::string without_accents(std::string_view folded) {
    if (ascii_prefix(folded) == folded.size()) return std::string(folded);
    // From U+00E0 to U+017E; a dot where the letter stays.
    static constexpr std::string_view letters =
        "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz";
    constexpr char32_t first = 0xE0;
    std::string plain;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t code_point = next_code_point(folded, at);
        const bool known = code_point >= first && code_point - first < letters.size() && letters[code_point - first] != '.';
        append_utf8(plain, known ? static_cast<char32_t>(letters[code_point - first]) : code_point);
    }
    return plain;
}

std::string shorten(std::string_view text, std::size_t limit) {
    if (limit == 0) return {};
    std::size_t at = 0, seen = 0;
    std::size_t cut = 0;       // leaves room for the ellipsis
    std::size_t word_end = 0;  // the last end of a word up to there
    bool after_space = true;
    while (at < text.size()) {
        if (seen == limit) {
            std::string shortened(text.substr(0, word_end > 0 ? word_end : cut));
            append_utf8(shortened, 0x2026);
            return shortened;
        }
        const std::size_t begin = at;
        const bool space = is_space(next_code_point(text, at));
        if (space && !after_space) word_end = begin;
        after_space = space;
        if (++seen < limit) cut = at;
    }
    return std::string(text);
}

bool is_bidi_control(char32_t code_point) {
    return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F || (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

std::string without_bidi_controls(std::string_view text) {
    if (ascii_prefix(text) == text.size()) return std::string(text);
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_bidi_control(next_code_point(text, at))) result += text.substr(begin, at - begin);
    }
    return result;
}

}  // namespace annals
