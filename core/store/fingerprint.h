// A number of 128 bits for all that was put in. Internal to core/store.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Equal for equal parts in one order, else different but for a chance nobody meets; no guard against malice.
/// A tenth of the time of SHA-256, which knows parts by one text of them all.
class Fingerprint {
public:
    Fingerprint& operator<<(std::string_view text) {
        const std::uint64_t size = text.size();
        for (; text.size() > sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) mix(bytes_at<std::uint64_t>(text.data()));
        mix(last_bytes(text) ^ size * 0x9e3779b97f4a7c15u);
        return *this;
    }
    Fingerprint& operator<<(std::int64_t number) {
        mix(static_cast<std::uint64_t>(number));
        return *this;
    }
    Fingerprint& operator<<(double number) { return *this << std::bit_cast<std::int64_t>(number); }
    template <class Integer>
    Fingerprint& operator<<(std::optional<Integer> number) {
        static_assert(sizeof(Integer) < sizeof(std::int64_t));
        return *this << (number ? std::int64_t{*number} : std::numeric_limits<std::int64_t>::min());
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
    template <class Number>
    static std::uint64_t bytes_at(const char* bytes) {
        Number number;
        std::memcpy(&number, bytes, sizeof number);
        return number;
    }
    /// Up to eight; with their number they tell them all.
    static std::uint64_t last_bytes(std::string_view text) {
        const char *first = text.data(), *last = first + text.size();
        if (text.size() >= 4) return bytes_at<std::uint32_t>(first) | bytes_at<std::uint32_t>(last - 4) << 32;  // which may be the same in part
        if (text.empty()) return 0;
        return bytes_at<std::uint8_t>(first) | bytes_at<std::uint8_t>(first + text.size() / 2) << 8 | bytes_at<std::uint8_t>(last - 1) << 16;
    }
    static std::uint64_t spread(std::uint64_t bits) {  // splitmix64
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
        return bits ^ (bits >> 31);
    }
    void mix(std::uint64_t word) {
        one_ = (one_ ^ word) * 0xbf58476d1ce4e5b9u;
        one_ ^= one_ >> 32;
        other_ = std::rotl(other_ + word, 31) * 0xd6e8feb86659fd93u;
    }

    std::uint64_t one_ = 0x243f6a8885a308d3u, other_ = 0x13198a2e03707344u;
};

}  // namespace annals
