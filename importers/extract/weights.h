// Weights of a linear classifier: features (hashes) -> scores of classes.
#pragma once

#include "importers/extract/model_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace annals {

/// Scores of a number of classes, rounded up to whole vectors.
constexpr std::size_t score_width(std::size_t classes) { return (classes + 15) / 16 * 16; }

/// A read-only view into a model. Two sections: u32 start of each bucket (their number is a power of two, plus one end), and the
/// records that the buckets hold: u16 fingerprint, u8 number of pairs, then pairs of u8 class, i8 weight; or, of a feature that
/// speaks of many classes, 255 and an i8 weight of each class up to the `score_width`. A class's scores must fit in 16 bits.
class Weights {
public:
    Weights(const ModelFile& model, std::size_t section, std::size_t classes);

    /// Adds the weights of all `features` to `scores`, which has room for `score_width(classes)`.
    void add(std::span<const std::uint64_t> features, std::int16_t* scores) const;

private:
    const std::uint32_t* starts_;
    const std::uint8_t* records_;
    std::uint64_t mask_;
    std::size_t width_;
};

/// One feature's weights, for packing.
struct WeightRow {
    std::uint64_t feature = 0;
    std::vector<std::pair<std::uint8_t, std::int8_t>> weights;
};
/// The two sections.
std::vector<std::string> pack_weights(std::span<const WeightRow> rows, std::size_t classes);

}  // namespace annals
