#include "core/events/near_copy.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t bins = 64, figure_bins = 32;  // of all runs; of those that hold a figure
constexpr std::size_t digits = 4, sketch_size = (bins + figure_bins) * digits;
constexpr std::size_t band_bins = 4;
constexpr std::size_t run = 3;           // words
constexpr std::size_t fewest_runs = 30;  // different ones
constexpr double least_alike = 0.4, least_figures_alike = 0.5;

std::uint64_t mixed(std::uint64_t x) {  // splitmix64
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/// Of each byte: itself in a word, as a small letter; else 0.
constexpr std::array<unsigned char, 256> word_bytes = [] {
    std::array<unsigned char, 256> bytes{};
    for (unsigned c = 0; c < 256; ++c)
        bytes[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80 ? c : 0);
    return bytes;
}();

/// Quotes and dashes: each house has its own.
bool is_quote_or_dash(std::string_view three) {
    return three == "\xe2\x80\x98" || three == "\xe2\x80\x99" || three == "\xe2\x80\x9c" || three == "\xe2\x80\x9d" || three == "\xe2\x80\x93" ||
           three == "\xe2\x80\x94";
}

/// The least hash of each bin; a run of words falls into one bin, and into one more if it holds a figure.
class Sketch {
public:
    void add(std::string_view text) {
        constexpr std::uint64_t start = 14695981039346656037u;
        std::uint64_t word = start;
        bool figure = false;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            unsigned char c = i < text.size() ? word_bytes[static_cast<unsigned char>(text[i])] : 0;
            if (c == 0xe2 && is_quote_or_dash(text.substr(i, 3))) {
                i += 2;
                c = 0;
            }
            if (c != 0) {
                word = (word ^ c) * 1099511628211u;
                figure = figure || (c >= '0' && c <= '9');
            } else if (word != start) {
                add_word(word, figure);
                word = start;
                figure = false;
            }
        }
    }

    std::string signature() const {
        if (runs_ < fewest_runs) return {};
        constexpr char hex[] = "0123456789abcdef";
        std::string text;
        for (const std::uint64_t least : least_) {
            const std::uint64_t value = least == none ? 0 : least % 65535 + 1;  // 0: no run fell here
            for (int shift = 12; shift >= 0; shift -= 4) text += hex[value >> shift & 15];
        }
        return text;
    }

private:
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    void add_word(std::uint64_t word, bool figure) {
        last_[words_ % run] = word;
        figures_[words_++ % run] = figure;
        if (words_ < run) return;
        std::uint64_t hash = 0;
        for (std::size_t back = run; back > 0; --back) hash = mixed(hash * 31 + last_[(words_ - back) % run]);
        if (keep(least_[hash % bins], hash / bins)) ++runs_;
        if (figures_[0] || figures_[1] || figures_[2]) keep(least_[bins + hash % figure_bins], hash / bins);
    }

    static bool keep(std::uint64_t& least, std::uint64_t hash) {
        if (hash >= least) return false;
        least = hash;
        return true;
    }

    std::array<std::uint64_t, bins + figure_bins> least_ = [] {
        std::array<std::uint64_t, bins + figure_bins> all;
        all.fill(none);
        return all;
    }();
    std::array<std::uint64_t, run> last_{};
    std::array<bool, run> figures_{};
    std::size_t words_ = 0, runs_ = 0;
};

/// The digits of a bin, compared as one number.
std::uint32_t bin(std::string_view signature, std::size_t i) {
    std::uint32_t value = 0;
    static_assert(digits == sizeof value);
    std::memcpy(&value, signature.data() + i * digits, digits);
    return value;
}
constexpr std::uint32_t no_run = 0x30303030;  // "0000"

/// Of the bins [first, last) that either has filled, whether so large a share is the same.
template <std::size_t first, std::size_t last>
bool alike(std::string_view a, std::string_view b, double least) {
    std::uint32_t same = 0, empty = 0;  // those that are empty in both are the same too
    for (std::size_t i = first; i < last; ++i) {
        const std::uint32_t one = bin(a, i), other = bin(b, i);
        same += one == other ? 1 : 0;
        empty += (one | other) == no_run ? 1 : 0;  // no digit has fewer bits than 0
    }
    return static_cast<double>(same - empty) >= least * static_cast<double>(last - first - empty);
}

/// Of the texts that have one value in one bin the first: a hash table for each bin, with room for all.
class FirstOfBins {
public:
    explicit FirstOfBins(std::size_t texts) : bits_(std::bit_width(texts) + 1), slots_(bins << bits_) {}
    /// `text` itself when it is the first.
    std::size_t of(std::size_t at, std::uint32_t value, std::size_t text) {
        Slot* const table = slots_.data() + (at << bits_);
        const std::size_t last = (std::size_t{1} << bits_) - 1;
        std::size_t slot = static_cast<std::uint32_t>(value * 0x9e3779b1u) >> (32 - bits_);
        while (table[slot].value != 0 && table[slot].value != value) slot = (slot + 1) & last;
        if (table[slot].value == 0) table[slot] = {value, static_cast<std::uint32_t>(text)};
        return table[slot].text;
    }

private:
    struct Slot {
        std::uint32_t value = 0, text = 0;  // no value is 0
    };
    int bits_;
    std::vector<Slot> slots_;
};

}  // namespace

std::string copy_signature(const Document& document) {
    Sketch sketch;
    for (const Block& block : document.blocks)
        if (block.kind != BlockKind::boilerplate && block.kind != BlockKind::title && block.kind != BlockKind::byline && block.kind != BlockKind::dateline)
            sketch.add(words(document.text, block.span));
    return sketch.signature();
}

bool near_copies(std::string_view a, std::string_view b) {
    if (a.size() != sketch_size || b.size() != sketch_size) return false;
    return alike<0, bins>(a, b, least_alike) && alike<bins, bins + figure_bins>(a, b, least_figures_alike);
}

std::vector<std::int64_t> copy_bands(std::string_view signature) {
    std::vector<std::int64_t> bands;
    if (signature.size() != sketch_size) return bands;
    for (std::size_t i = 0; i < bins; i += band_bins) {
        const std::string_view band = signature.substr(i * digits, band_bins * digits);
        if (band.find_first_not_of('0') == band.npos) continue;
        std::uint64_t hash = mixed(i + 1);
        for (const char c : band) hash = mixed(hash * 31 + static_cast<unsigned char>(c));
        bands.push_back(static_cast<std::int64_t>(hash));
    }
    return bands;
}

std::vector<std::size_t> copy_groups(const std::vector<CopyText>& texts) {
    if (std::all_of(texts.begin(), texts.end(), [&](const CopyText& text) { return text.hash == texts.front().hash; }))
        return std::vector<std::size_t>(texts.size());
    std::vector<std::size_t> parent(texts.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t at) {
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    };
    const auto join = [&](std::size_t a, std::size_t b) { parent[std::max(a, b)] = std::min(a, b); };
    std::vector<std::size_t> order = parent;  // one that is theirs
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair(texts[a].hash, a) < std::pair(texts[b].hash, b); });
    FirstOfBins firsts(texts.size());
    std::vector<std::size_t> compared(texts.size(), texts.size());  // with which one each was last
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::size_t text = order[place];
        if (place > 0 && texts[order[place - 1]].hash == texts[text].hash) {
            join(root(order[place - 1]), root(text));
            continue;
        }
        const std::string_view signature = texts[text].signature;
        if (signature.size() != sketch_size) continue;
        for (std::size_t at = 0; at < bins; ++at) {
            const std::uint32_t value = bin(signature, at);
            if (value == no_run) continue;
            const std::size_t first = firsts.of(at, value, text);
            if (first == text || std::exchange(compared[first], text) == text) continue;
            const std::size_t a = root(first), b = root(text);
            if (a != b && near_copies(texts[first].signature, signature)) join(a, b);
        }
    }
    for (std::size_t& each : parent) each = root(each);
    return parent;
}

}  // namespace annals
