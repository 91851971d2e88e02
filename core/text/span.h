// A stretch of a document's text.
#pragma once

#include <cstdint>
#include <string_view>

namespace annals {

/// Half-open range of bytes in a UTF-8 text: [begin, end). Both ends lie on code point borders.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin >= end; }
    std::uint32_t size() const { return end - begin; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// The words of a span. The view lives as long as `text`.
inline std::string_view words(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace annals
