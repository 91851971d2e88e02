// Weights of a linear classifier: features (hashes) -> scores of classes.
#pragma once

#include "importers/extract/model_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace annals {

/// A read-only view into a model. Two sections: u32 start of each bucket (their number is a power of two, plus one end), and the
/// records that the buckets hold: u16 fingerprint, u8 number of pairs, then pairs of u8 class, i8 weight.
class Weights {
public:
    Weights(const ModelFile& model, std::size_t section);

    /// Adds the weights of all `features` to `scores`, which has room for every class.
    void add(std::span<const std::uint64_t> features, std::int32_t* scores) const;

private:
    const std::uint32_t* starts_;
    const std::uint8_t* records_;
    std::uint64_t mask_;
};

/// One feature's weights, for packing.
struct WeightRow {
    std::uint64_t feature = 0;
    std::vector<std::pair<std::uint8_t, std::int8_t>> weights;
};
/// The two sections.
std::vector<std::string> pack_weights(std::span<const WeightRow> rows);

}  // namespace annals
