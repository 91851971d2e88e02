#include "importers/extract/words/weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

namespace annals {
namespace {

std::uint16_t fingerprint(std::uint64_t feature) { return static_cast<std::uint16_t>(feature >> 48); }

constexpr std::uint8_t every_class = 255;
// From so many pairs on, the whole row is quicker to add.
constexpr std::size_t many_classes = 16;
constexpr std::size_t in_bucket = 6;
constexpr std::uint32_t crowded = std::uint32_t{1} << 31;
constexpr std::size_t most_features = 128;

using Words = std::int16_t __attribute__((vector_size(16)));
using Bytes = std::int8_t __attribute__((vector_size(8)));
constexpr std::size_t lanes = sizeof(Words) / sizeof(std::int16_t);

void add(Words sums, std::int16_t* scores) {
    Words before;
    std::memcpy(&before, scores, sizeof before);
    sums += before;
    std::memcpy(scores, &sums, sizeof sums);
}

// As many weights at a time as a width is a multiple of, two of them in a word of two bytes.
void add_rows(std::span<const std::uint8_t* const> rows, std::size_t width, std::int16_t* scores) {
    constexpr std::size_t at_a_time = score_width(1), vectors = at_a_time / sizeof(Words);
    for (std::size_t first = 0; first < width; first += at_a_time) {
        std::array<Words, vectors> even{}, odd{};
        for (const std::uint8_t* row : rows)
            for (std::size_t i = 0; i < vectors; ++i) {
                Words pairs;
                std::memcpy(&pairs, row + first + i * sizeof pairs, sizeof pairs);
                even[i] += pairs << 8 >> 8;
                odd[i] += pairs >> 8;
            }
        for (std::size_t i = 0; i < vectors; ++i) {
            std::int16_t* const to = scores + first + i * sizeof(Words);
            add(__builtin_shufflevector(even[i], odd[i], 0, 8, 1, 9, 2, 10, 3, 11), to);
            add(__builtin_shufflevector(even[i], odd[i], 4, 12, 5, 13, 6, 14, 7, 15), to + lanes);
        }
    }
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

void append_row(const std::vector<std::pair<std::uint8_t, std::int8_t>>& weights, std::size_t classes, std::size_t multiple, std::string& blocks) {
    if (weights.size() < many_classes) {
        const std::size_t pairs = (weights.size() + multiple - 1) / multiple * multiple;
        blocks += static_cast<char>(pairs / 2);
        for (const auto& [class_number, weight] : weights) blocks.append({static_cast<char>(class_number), static_cast<char>(weight)});
        blocks.append((pairs - weights.size()) * 2, '\0');
        return;
    }
    blocks += static_cast<char>(every_class);
    const std::size_t row = blocks.size();
    blocks.resize(row + score_width(classes));
    for (const auto& [class_number, weight] : weights) blocks[row + class_number] = static_cast<char>(weight);
}

std::uint16_t number_at(const std::uint8_t* place) {
    std::uint16_t number = 0;
    std::memcpy(&number, place, sizeof number);
    return number;
}

void write_number(std::string& bytes, std::size_t place, std::size_t number) {
    assert(number < 1 << 16);
    const auto value = static_cast<std::uint16_t>(number);
    std::memcpy(bytes.data() + place, &value, sizeof value);
}

}  // namespace

Weights::Weights(const ModelFile& model, std::size_t section, std::size_t classes)
    : buckets_(model.section<Bucket>(section)), blocks_(model.section<std::uint8_t>(section + 1).data()), width_(score_width(classes)) {}

/// Where the distance to the feature's row stands; null when it has none.
[[gnu::always_inline]] inline const std::uint8_t* Weights::find(const Bucket& bucket, std::uint16_t print) const {
    Words prints;
    std::memcpy(&prints, &bucket, sizeof prints);
    // A byte for each that equals it; what stands behind the last is the place.
    const auto equal = std::bit_cast<std::uint64_t>(__builtin_convertvector(prints == static_cast<std::int16_t>(print), Bytes)) << 16 >> 16;
    const std::uint8_t* const block = blocks_ + (bucket.place & ~crowded);
    if (equal != 0) return block + 2 * (std::countr_zero(equal) / 8);
    if ((bucket.place & crowded) == 0) return nullptr;
    const std::uint8_t* other = block + 2 * in_bucket;
    for (int left = number_at(other); left > 0; --left) {
        other += 2;
        if (number_at(other) == print) return other + 2;
        other += 2;
    }
    return nullptr;
}

void Weights::add(std::span<const std::uint64_t> features, std::int16_t* scores) const {
    assert(features.size() <= most_features);
    const std::uint64_t mask = buckets_.size() - 1;
    for (const std::uint64_t feature : features) __builtin_prefetch(&buckets_[feature & mask]);
    std::array<const std::uint8_t*, most_features> found, few, all;  // NOLINT: filled as far as they are read
    std::size_t found_count = 0, few_count = 0, all_count = 0;
    for (const std::uint64_t feature : features) {
        const std::uint8_t* const distance = find(buckets_[feature & mask], fingerprint(feature));
        __builtin_prefetch(distance);
        found[found_count] = distance;
        found_count += distance != nullptr;
    }
    // Rows of both kinds in lists of their own, without a branch.
    for (std::size_t i = 0; i < found_count; ++i) {
        const std::uint8_t* const row = found[i] + number_at(found[i]);
        const std::size_t every = *row == every_class;
        __builtin_prefetch(row + 64 * every);
        all[all_count] = row + 1;
        few[few_count] = row;
        all_count += every;
        few_count += 1 - every;
    }
    for (const std::uint8_t* row : std::span(few.data(), few_count))
        for (const std::uint8_t* pair = row + 1, *end = pair + 4 * std::size_t{*row}; pair < end; pair += 4)
            for (int i = 0; i < 4; i += 2) scores[pair[i]] = static_cast<std::int16_t>(scores[pair[i]] + static_cast<std::int8_t>(pair[i + 1]));
    add_rows({all.data(), all_count}, width_, scores);
}

std::vector<std::string> pack_weights(std::span<const WeightRow> rows, std::size_t classes, Packing packing) {
    const std::size_t most_a_bucket = packing == Packing::quick ? 3 : 5, multiple = packing == Packing::quick ? 4 : 2;
    std::uint64_t buckets = 1;
    while (buckets * most_a_bucket < rows.size()) buckets *= 2;
    std::vector<const WeightRow*> order;
    for (const WeightRow& row : rows) order.push_back(&row);
    const auto place = [&](const WeightRow* row) { return std::pair{row->feature & (buckets - 1), row->feature}; };
    std::sort(order.begin(), order.end(), [&](auto* a, auto* b) { return place(a) < place(b); });

    std::vector<std::array<std::uint16_t, 8>> heads(buckets);
    std::string blocks{2, 0, 0};  // an empty row
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        const std::size_t first = next;
        while (next < order.size() && (order[next]->feature & (buckets - 1)) == bucket) ++next;
        const std::size_t count = next - first, here = std::min(count, in_bucket);
        if (count == 0) continue;
        const std::size_t block = blocks.size();
        for (std::size_t i = 0; i < in_bucket; ++i) heads[bucket][i] = fingerprint(order[first + (i < here ? i : 0)]->feature);
        const auto start = static_cast<std::uint32_t>(block) | (count > in_bucket ? crowded : 0u);
        std::memcpy(&heads[bucket][in_bucket], &start, sizeof start);
        blocks.resize(block + 2 * here + (count > here ? 2 + 4 * (count - here) : 0));
        if (count > here) write_number(blocks, block + 2 * here, count - here);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t distance = block + 2 * i;
            if (i >= here) {
                distance = block + 2 * here + 2 + 4 * (i - here) + 2;
                write_number(blocks, distance - 2, fingerprint(order[first + i]->feature));
            }
            write_number(blocks, distance, blocks.size() - distance);
            append_row(order[first + i]->weights, classes, multiple, blocks);
        }
    }
    return {bytes_of(heads), blocks};
}

}  // namespace annals
