// Sixteen bytes of a text at once, by the vectors of gcc and clang: `bytes == 'a'` compares each of them.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annals {

using Bytes [[gnu::vector_size(16)]] = std::uint8_t;

/// The sixteen bytes from `at` on.
inline Bytes bytes_at(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// Whether one of them is not 0.
inline bool has_any(Bytes bytes) {
#if defined(__SSE2__)
    return _mm_movemask_epi8(reinterpret_cast<__m128i>(bytes == 0)) != 0xffff;
#else
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &bytes, sizeof bytes);
    return (halves[0] | halves[1]) != 0;
#endif
}

}  // namespace annals
