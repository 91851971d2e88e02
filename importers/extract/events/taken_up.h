// What a sentence only gives the moment of: "A car ran into a wall on Monday. It happened at around 5.50pm."
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// Gives what takes up an event of the same day the terms and happenings of that event, so that they are put together and found by what others tell.
class TakenUp {
public:
    /// The mentions of a sentence from `first` on; `index` is its number. Sentences are given in order.
    void take(std::vector<Mention>& mentions, std::size_t first, std::uint32_t index, std::string_view text, const Tree& tree);

private:
    struct Told {
        std::uint32_t sentence = 0;  // its number
        std::size_t first = 0, last = 0;
    };
    static const Mention* taken_up_by(const Mention& mention, const std::vector<Mention>& mentions, const Told& told, bool named);
    std::array<Told, 2> before_{};  // the sentence before, and the one before that
};

}  // namespace annals
