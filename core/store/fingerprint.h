// A number of 128 bits for all that was put in. Internal to core/store.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Equal for equal parts in one order, else different but for a chance nobody meets; no guard against malice.
/// A tenth of the time of SHA-256, which knows parts by one text of them all.
class Fingerprint {
public:
    Fingerprint& operator<<(std::string_view text) {
        mix(text.size());
        for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) mix(word(text.substr(0, sizeof(std::uint64_t))));
        if (!text.empty()) mix(word(text));
        return *this;
    }
    Fingerprint& operator<<(std::int64_t number) {
        mix(static_cast<std::uint64_t>(number));
        return *this;
    }
    Fingerprint& operator<<(double number) { return *this << std::bit_cast<std::int64_t>(number); }
    template <class Integer>
    Fingerprint& operator<<(std::optional<Integer> number) {
        return *this << std::int64_t{number.has_value()} << std::int64_t{number.value_or(0)};
    }

    /// 32 hexadecimal digits.
    std::string digits() const {
        constexpr char hex[] = "0123456789abcdef";
        std::string text;
        for (const std::uint64_t half : {spread(one_ ^ std::rotl(other_, 32)), spread(other_ + one_)})
            for (int shift = 60; shift >= 0; shift -= 4) text += hex[half >> shift & 15];
        return text;
    }

private:
    static std::uint64_t word(std::string_view bytes) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), bytes.size());
        return word;
    }
    static std::uint64_t spread(std::uint64_t bits) {  // splitmix64
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
        return bits ^ (bits >> 31);
    }
    void mix(std::uint64_t word) {
        one_ = spread(one_ ^ word);
        other_ = std::rotl(other_ + word, 31) * 0xd6e8feb86659fd93u;
    }

    std::uint64_t one_ = 0x243f6a8885a308d3u, other_ = 0x13198a2e03707344u;
};

}  // namespace annals
