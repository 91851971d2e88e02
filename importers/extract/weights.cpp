#include "importers/extract/weights.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace annals {
namespace {

std::uint16_t fingerprint(std::uint64_t feature) { return static_cast<std::uint16_t>(feature >> 48); }

constexpr std::uint8_t every_class = 255;
// From so many pairs on, the whole row is quicker to add.
constexpr std::size_t many_classes = 24;

using Words = std::int16_t __attribute__((vector_size(16)));
constexpr std::size_t lanes = sizeof(Words) / sizeof(std::int16_t);

// Sixteen weights at a time, as eight words of two bytes.
void add_rows(std::span<const std::uint8_t* const> rows, std::size_t width, std::int16_t* scores) {
    for (std::size_t first = 0; first < width; first += sizeof(Words)) {
        Words even{}, odd{};
        for (const std::uint8_t* row : rows) {
            Words pairs;
            std::memcpy(&pairs, row + first, sizeof pairs);
            even += pairs << 8 >> 8;
            odd += pairs >> 8;
        }
        for (std::size_t i = 0; i < lanes; ++i) {
            scores[first + 2 * i] = static_cast<std::int16_t>(scores[first + 2 * i] + even[i]);
            scores[first + 2 * i + 1] = static_cast<std::int16_t>(scores[first + 2 * i + 1] + odd[i]);
        }
    }
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

void append_row(const std::vector<std::pair<std::uint8_t, std::int8_t>>& weights, std::size_t classes, std::string& records) {
    if (weights.size() < many_classes) {
        records += static_cast<char>(weights.size());
        for (const auto& [class_number, weight] : weights) records.append({static_cast<char>(class_number), static_cast<char>(weight)});
        return;
    }
    records += static_cast<char>(every_class);
    const std::size_t row = records.size();
    records.resize(row + score_width(classes));
    for (const auto& [class_number, weight] : weights) records[row + class_number] = static_cast<char>(weight);
}

}  // namespace

Weights::Weights(const ModelFile& model, std::size_t section, std::size_t classes)
    : starts_(model.section<std::uint32_t>(section).data()),
      records_(model.section<std::uint8_t>(section + 1).data()),
      mask_(model.section<std::uint32_t>(section).size() - 2),
      width_(score_width(classes)) {}

void Weights::add(std::span<const std::uint64_t> features, std::int16_t* scores) const {
    for (const std::uint64_t feature : features) __builtin_prefetch(starts_ + (feature & mask_));
    for (const std::uint64_t feature : features) __builtin_prefetch(records_ + starts_[feature & mask_]);
    std::array<const std::uint8_t*, 128> rows;
    assert(features.size() <= rows.size());
    std::size_t row_count = 0;
    for (const std::uint64_t feature : features) {
        const std::uint8_t* record = records_ + starts_[feature & mask_];
        const std::uint8_t* const end = records_ + starts_[(feature & mask_) + 1];
        while (record < end) {
            std::uint16_t print;
            std::memcpy(&print, record, 2);
            const bool dense = record[2] == every_class;
            const std::uint8_t* const next = record + 3 + (dense ? width_ : 2u * record[2]);
            if (print == fingerprint(feature)) {
                record += 3;
                if (dense) {
                    __builtin_prefetch(record + 64);  // the rest of it: rows are added at the end
                    rows[row_count++] = record;
                } else {
                    for (; record < next; record += 2) scores[record[0]] = static_cast<std::int16_t>(scores[record[0]] + static_cast<std::int8_t>(record[1]));
                }
                break;
            }
            record = next;
        }
    }
    add_rows({rows.data(), row_count}, width_, scores);
}

std::vector<std::string> pack_weights(std::span<const WeightRow> rows, std::size_t classes) {
    std::uint64_t buckets = 1;
    while (buckets * 2 < rows.size()) buckets *= 2;
    std::vector<const WeightRow*> order;
    for (const WeightRow& row : rows) order.push_back(&row);
    const auto place = [&](const WeightRow* row) { return std::pair{row->feature & (buckets - 1), row->feature}; };
    std::sort(order.begin(), order.end(), [&](auto* a, auto* b) { return place(a) < place(b); });

    std::vector<std::uint32_t> starts(buckets + 1);
    std::string records;
    std::size_t next = 0;
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        starts[bucket] = static_cast<std::uint32_t>(records.size());
        for (; next < order.size() && (order[next]->feature & (buckets - 1)) == bucket; ++next) {
            const std::uint16_t print = fingerprint(order[next]->feature);
            records += static_cast<char>(print & 255);
            records += static_cast<char>(print >> 8);
            append_row(order[next]->weights, classes, records);
        }
    }
    starts[buckets] = static_cast<std::uint32_t>(records.size());
    return {bytes_of(starts), records};
}

}  // namespace annals
