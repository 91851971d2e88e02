#include "importers/extract/weights.h"

#include <algorithm>
#include <cstring>

namespace annals {
namespace {

std::uint16_t fingerprint(std::uint64_t feature) { return static_cast<std::uint16_t>(feature >> 48); }

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

Weights::Weights(const ModelFile& model, std::size_t section)
    : starts_(model.section<std::uint32_t>(section).data()),
      records_(model.section<std::uint8_t>(section + 1).data()),
      mask_(model.section<std::uint32_t>(section).size() - 2) {}

void Weights::add(std::span<const std::uint64_t> features, std::int32_t* scores) const {
    for (const std::uint64_t feature : features) __builtin_prefetch(starts_ + (feature & mask_));
    for (const std::uint64_t feature : features) __builtin_prefetch(records_ + starts_[feature & mask_]);
    for (const std::uint64_t feature : features) {
        const std::uint8_t* record = records_ + starts_[feature & mask_];
        const std::uint8_t* const end = records_ + starts_[(feature & mask_) + 1];
        while (record < end) {
            std::uint16_t print;
            std::memcpy(&print, record, 2);
            const std::uint8_t* const next = record + 3 + 2 * record[2];
            if (print == fingerprint(feature)) {
                for (record += 3; record < next; record += 2) scores[record[0]] += static_cast<std::int8_t>(record[1]);
                break;
            }
            record = next;
        }
    }
}

std::vector<std::string> pack_weights(std::span<const WeightRow> rows) {
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
            records += static_cast<char>(order[next]->weights.size());
            for (const auto& [class_number, weight] : order[next]->weights) {
                records += static_cast<char>(class_number);
                records += static_cast<char>(weight);
            }
        }
    }
    starts[buckets] = static_cast<std::uint32_t>(records.size());
    return {bytes_of(starts), records};
}

}  // namespace annals
