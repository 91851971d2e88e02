// Hashes of words and features. They are part of the model format: a change here needs new models.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace annals {

inline std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0x9E3779B97F4A7C15u;
    value ^= value >> 29;
    value *= 0xBF58476D1CE4E5B9u;
    return value ^ value >> 32;
}

/// Little-endian machines only, as the model files are.
inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) {
    std::uint64_t hash = mix(seed + bytes.size() + 1);
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t block;
        std::memcpy(&block, bytes.data() + at, 8);
        hash = mix(hash ^ block);
    }
    std::uint64_t rest = 0;
    if (at < bytes.size()) std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
    return mix(hash ^ rest);
}

/// The feature of template number `kind` with up to three values.
inline std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    return mix((a * 0xD6E8FEB86659FD93u + b) * 0xA0761D6478BD642Fu + c + kind * 0xE7037ED1A0B428DBu);
}

}  // namespace annals
