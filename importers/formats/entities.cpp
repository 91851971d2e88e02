#include "importers/formats/entities.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace annals {
namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 62> named{{
    {"AMP", '&'}, {"Auml", 0xc4}, {"Eacute", 0xc9}, {"GT", '>'}, {"LT", '<'}, {"Ouml", 0xd6}, {"QUOT", '"'}, {"Uuml", 0xdc}, {"aacute", 0xe1}, {"acirc", 0xe2}, {"agrave", 0xe0}, {"amp", '&'},
    {"apos", '\''}, {"aring", 0xe5}, {"atilde", 0xe3}, {"auml", 0xe4}, {"bdquo", 0x201e}, {"bull", 0x2022}, {"ccedil", 0xe7}, {"cent", 0xa2}, {"copy", 0xa9}, {"deg", 0xb0}, {"eacute", 0xe9},
    {"ecirc", 0xea}, {"egrave", 0xe8}, {"euml", 0xeb}, {"euro", 0x20ac}, {"frac12", 0xbd}, {"gt", '>'}, {"hellip", 0x2026}, {"iacute", 0xed}, {"icirc", 0xee}, {"iuml", 0xef}, {"laquo", 0xab},
    {"ldquo", 0x201c}, {"lsquo", 0x2018}, {"lt", '<'}, {"mdash", 0x2014}, {"middot", 0xb7}, {"nbsp", 0xa0}, {"ndash", 0x2013}, {"ntilde", 0xf1}, {"oacute", 0xf3}, {"ocirc", 0xf4}, {"oslash", 0xf8},
    {"otilde", 0xf5}, {"ouml", 0xf6}, {"para", 0xb6}, {"pound", 0xa3}, {"quot", '"'}, {"raquo", 0xbb}, {"rdquo", 0x201d}, {"reg", 0xae}, {"rsquo", 0x2019}, {"sbquo", 0x201a}, {"sect", 0xa7},
    {"shy", 0xad}, {"szlig", 0xdf}, {"times", 0xd7}, {"uacute", 0xfa}, {"ugrave", 0xf9}, {"uuml", 0xfc},
}};

/// 0 for what is no character of a text.
char32_t code_point(std::string_view name) {
    if (!name.starts_with('#')) {
        const auto found = std::lower_bound(named.begin(), named.end(), name, [](const auto& row, std::string_view key) { return row.first < key; });
        return found != named.end() && found->first == name ? found->second : 0;
    }
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    if (fault != std::errc() || end != name.data() + name.size() || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return 0;
    if (value < 0x20 && value != '\n' && value != '\t') return value == '\r' ? ' ' : 0;
    return value >= 0x7f && value < 0xa0 ? 0 : value;
}

}  // namespace

std::string decode_entities(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    while (!text.empty()) {
        const std::size_t mark = std::min(text.find('&'), text.size());
        decoded += text.substr(0, mark);
        text.remove_prefix(mark);
        if (text.empty()) break;
        const std::size_t end = text.substr(0, 12).find(';');
        const char32_t character = end == std::string_view::npos ? 0 : code_point(text.substr(1, end - 1));
        if (character) append_utf8(decoded, character);
        else decoded += '&';
        text.remove_prefix(character ? end + 1 : 1);
    }
    return decoded;
}

}  // namespace annals
