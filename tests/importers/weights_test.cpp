#include "importers/extract/words/weights.h"

#include "tests/catch.hpp"

using namespace annals;

namespace {

std::vector<std::int16_t> added(const std::string& bytes, const std::vector<std::uint64_t>& features, std::size_t classes) {
    std::vector<std::int16_t> scores(score_width(classes));
    Weights(ModelFile(bytes), 0, classes).add(features, scores.data());
    scores.resize(classes);
    return scores;
}

}  // namespace

TEST_CASE("weights: packed ones add up to what was learnt, in crowded buckets too") {
    constexpr std::size_t classes = 20;
    std::vector<WeightRow> rows;
    // The lowest bits choose the bucket: nine to eleven features in each of a few, one or none in the others. The highest are the fingerprint.
    for (std::uint64_t i = 0; i < 40; ++i) {
        WeightRow row{(i + 1) << 48 | (i % 4), {}};
        for (std::uint64_t number = 0; number <= i % classes; ++number)
            row.weights.emplace_back(static_cast<std::uint8_t>(number), static_cast<std::int8_t>(static_cast<int>(i) - 3 * static_cast<int>(number)));
        rows.push_back(row);
    }
    rows.push_back({std::uint64_t{99} << 48 | 7, {{19, -127}}});
    const std::string bytes = model_bytes(pack_weights(rows, classes));

    std::vector<std::uint64_t> all;
    std::vector<std::int16_t> sum(classes);
    for (const WeightRow& row : rows) {
        std::vector<std::int16_t> own(classes);
        for (const auto& [number, weight] : row.weights) own[number] = weight;
        CHECK(added(bytes, {row.feature}, classes) == own);
        for (std::size_t number = 0; number < classes; ++number) sum[number] = static_cast<std::int16_t>(sum[number] + own[number]);
        all.push_back(row.feature);
    }
    CHECK(added(bytes, all, classes) == sum);
    // Unknown ones add nothing: another fingerprint in a crowded, a small and an empty bucket, no fingerprint at all.
    for (const std::uint64_t low : {0, 7, 5})
        for (const std::uint64_t print : {1000, 65535, 0}) CHECK(added(bytes, {print << 48 | low}, classes) == std::vector<std::int16_t>(classes));
    CHECK(added(bytes, {}, classes) == std::vector<std::int16_t>(classes));
}
