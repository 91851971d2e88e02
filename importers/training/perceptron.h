// An averaged perceptron over hashed features.
#pragma once

#include "importers/extract/words/weights.h"

#include <cstdint>
#include <span>
#include <vector>

namespace annals {

class Perceptron {
public:
    Perceptron();

    /// Adds the weights of the features to `scores`.
    void add(std::span<const std::uint64_t> features, float* scores) const;
    /// Moves the weights of `right` up and of `wrong` down.
    void update(std::span<const std::uint64_t> features, int right, int wrong);
    /// One decision was taken: averages count decisions.
    void step() { ++step_; }

private:
    friend std::vector<WeightRow> averaged(std::span<const Perceptron>, double, std::uint32_t, double);

    struct Cell {
        std::uint8_t number = 0;
        float weight = 0;
        std::uint64_t since = 0;
        double total = 0;
    };
    struct Row {
        std::uint32_t updates = 0;
        std::vector<Cell> cells;
    };
    std::size_t slot_of(std::uint64_t feature) const;
    void grow();
    void change(Row& row, int number, float by);

    std::vector<std::uint64_t> keys_;   // open addressing; 0 is free
    std::vector<std::uint32_t> place_;  // of the row
    std::vector<Row> rows_;
    std::uint64_t step_ = 0;
};

/// Averaged weights, the mean of all perceptrons, in units of `unit`, rounded; those of less than `least` units are left out, and so are
/// features that were updated less than `rarest` times in each.
std::vector<WeightRow> averaged(std::span<const Perceptron> perceptrons, double unit, std::uint32_t rarest, double least = 1);

}  // namespace annals
