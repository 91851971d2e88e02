// Weights of a linear classifier: features (hashes) -> scores of classes.
#pragma once

#include "importers/extract/words/model_file.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace annals {

/// Scores of a number of classes, rounded up to three vectors of bytes, which are added at a time.
constexpr std::size_t score_width(std::size_t classes) { return (classes + 47) / 48 * 48; }

/// A read-only view into a model of two sections, made so that a look-up takes few turns that a processor guesses wrong.
/// Buckets, a power of two of them: the u16 fingerprints of its first six features (the first once more where there are fewer) and the u32
/// place of its block in the second section, with the highest bit set when it has more than six.
/// A block: for each of the six the u16 distance from here to its row; of a crowded bucket then u16 number of the others, and for each its
/// fingerprint and the distance from there. A row: u8 half the number of its pairs of u8 class, i8 weight, then these, filled up with weights of
/// 0; or, of a feature that speaks of many classes, 255 and an i8 weight of each class up to the `score_width`. At place 0 is an empty row.
/// A class's scores must fit in 16 bits.
class Weights {
public:
    Weights(const ModelFile& model, std::size_t section, std::size_t classes);

    /// Adds the weights of all `features`, at most 128, to `scores`, which has room for `score_width(classes)`.
    void add(std::span<const std::uint64_t> features, std::int16_t* scores) const;

private:
    struct Bucket {
        std::array<std::uint16_t, 6> prints;
        std::uint32_t place;
    };
    const std::uint8_t* find(const Bucket& bucket, std::uint16_t print) const;

    std::span<const Bucket> buckets_;
    const std::uint8_t* blocks_;
    std::size_t width_;
};

/// One feature's weights, for packing.
struct WeightRow {
    std::uint64_t feature = 0;
    std::vector<std::pair<std::uint8_t, std::int8_t>> weights;
};
/// How they lie: with fewer crowded buckets, and rows of a multiple of four pairs, so that few loops differ in length; or in less room.
enum class Packing { quick, small };
/// The two sections.
std::vector<std::string> pack_weights(std::span<const WeightRow> rows, std::size_t classes, Packing packing = Packing::quick);

}  // namespace annals
