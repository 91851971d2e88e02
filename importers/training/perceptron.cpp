#include "importers/training/perceptron.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace annals {

Perceptron::Perceptron() : keys_(1 << 16), place_(1 << 16) {}

std::size_t Perceptron::slot_of(std::uint64_t feature) const {
    std::size_t slot = feature & (keys_.size() - 1);
    while (keys_[slot] != 0 && keys_[slot] != feature) slot = (slot + 1) & (keys_.size() - 1);
    return slot;
}

void Perceptron::add(std::span<const std::uint64_t> features, float* scores) const {
    for (const std::uint64_t feature : features) __builtin_prefetch(&keys_[feature & (keys_.size() - 1)]);
    for (const std::uint64_t feature : features) {
        const std::size_t slot = slot_of(feature);
        if (keys_[slot] == 0) continue;
        for (const Cell& cell : rows_[place_[slot]].cells) scores[cell.number] += cell.weight;
    }
}

void Perceptron::grow() {
    std::vector<std::uint64_t> keys(keys_.size() * 2);
    std::vector<std::uint32_t> place(keys.size());
    std::swap(keys, keys_);
    std::swap(place, place_);
    for (std::size_t old = 0; old < keys.size(); ++old) {
        if (keys[old] == 0) continue;
        const std::size_t slot = slot_of(keys[old]);
        keys_[slot] = keys[old];
        place_[slot] = place[old];
    }
}

void Perceptron::change(Row& row, int number, float by) {
    auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& each) { return each.number == number; });
    if (cell == row.cells.end()) cell = row.cells.insert(cell, Cell{static_cast<std::uint8_t>(number), 0, step_, 0});
    cell->total += cell->weight * static_cast<double>(step_ - cell->since);
    cell->since = step_;
    cell->weight += by;
}

void Perceptron::update(std::span<const std::uint64_t> features, int right, int wrong) {
    for (const std::uint64_t feature : features) {
        std::size_t slot = slot_of(feature);
        if (keys_[slot] == 0) {
            if (rows_.size() * 2 > keys_.size()) {
                grow();
                slot = slot_of(feature);
            }
            keys_[slot] = feature;
            place_[slot] = static_cast<std::uint32_t>(rows_.size());
            rows_.emplace_back();
        }
        Row& row = rows_[place_[slot]];
        ++row.updates;
        change(row, right, 1);
        change(row, wrong, -1);
    }
}

std::vector<WeightRow> averaged(std::span<const Perceptron> perceptrons, double unit, std::uint32_t rarest, double least) {
    struct Sums {
        std::uint64_t updates = 0;
        std::map<std::uint8_t, double> of_classes;
    };
    std::unordered_map<std::uint64_t, Sums> sums;
    for (const Perceptron& each : perceptrons)
        for (std::size_t slot = 0; slot < each.keys_.size(); ++slot) {
            if (each.keys_[slot] == 0) continue;
            const Perceptron::Row& row = each.rows_[each.place_[slot]];
            Sums& sum = sums[each.keys_[slot]];
            sum.updates += row.updates;
            for (const Perceptron::Cell& cell : row.cells)
                sum.of_classes[cell.number] += (cell.total + cell.weight * static_cast<double>(each.step_ - cell.since)) / static_cast<double>(each.step_);
        }
    std::vector<WeightRow> rows;
    for (const auto& [feature, sum] : sums) {
        if (sum.updates < rarest * perceptrons.size()) continue;
        WeightRow row{feature, {}};
        for (const auto& [number, total] : sum.of_classes) {
            const double units = std::clamp(std::round(total / static_cast<double>(perceptrons.size()) / unit), -127.0, 127.0);
            if (std::abs(units) >= least) row.weights.emplace_back(number, static_cast<std::int8_t>(units));
        }
        if (!row.weights.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace annals
