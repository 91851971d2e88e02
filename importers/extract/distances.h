// "Nine days after the vote": dated by the date beside it, or by what the text told of the vote elsewhere.
#pragma once

#include "importers/extract/frames.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace annals {

/// What was told of which day, by its words. Bounded by the dates of the text, whose tokens it refers to.
class ToldEvents {
public:
    /// The words around the dated expressions of one sentence.
    void tell(const LookedUp& at, const std::vector<Read>& reads);
    /// The day of what tokens [first, last) name; none if nothing was told of by that name, or by fewer than `words` of its words.
    std::optional<Moment> find(const LookedUp& at, std::uint32_t first, std::uint32_t last, bool latest, std::ptrdiff_t words);

private:
    struct Told {
        const Tokens* tokens = nullptr;
        std::uint32_t first = 0, last = 0;  // of them
        Moment moment;
    };
    struct Places {
        std::uint32_t first = 0, last = 0;  // where the word was told first and last
    };
    std::vector<Told> told_;
    std::size_t indexed_ = 0;  // of those; few texts ask, so their words are looked at when they do
    std::unordered_map<std::uint64_t, Places> by_word_;
};

/// Whether "after X", "before X" or "into X" follows a length or "the day".
bool counts_from(const LookedUp& at, const Match& match);

/// Dates the lengths and "the day after" of a sentence that count from something named. "On 18 March, two days after the vote": the vote.
void date_distances(const LookedUp& at, std::vector<Read>& reads, ToldEvents& told, const Setting& setting);

}  // namespace annals
