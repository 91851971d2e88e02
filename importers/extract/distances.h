// "Nine days after the vote": dated by the date beside it, or by what the text told of the vote elsewhere.
#pragma once

#include "importers/extract/frames.h"

#include <array>
#include <cstdint>
#include <vector>

namespace annals {

/// What was told of which day, by its words. Bounded by the dates of the text, whose tokens it refers to.
class ToldEvents {
public:
    /// The words around the dated expressions of one sentence.
    void tell(const LookedUp& at, const std::vector<Read>& reads);
    /// The first birth that was told: what ages count from.
    const std::optional<Moment>& birth() const { return birth_; }
    /// When whoever was born then was of that age; none for what is no age.
    std::optional<Moment> at_age(const Meaning& age, const Setting& setting) const;
    /// The day of what tokens [first, last) name; none if nothing was told of by that name, or by fewer than `words` of its words.
    std::optional<Moment> find(const LookedUp& at, std::uint32_t first, std::uint32_t last, bool latest, std::ptrdiff_t words);
    /// The day of what was told in other words, but is of the kind of the noun at a token: "nine people were hurt on 3 May", "the accident".
    std::optional<Moment> find_kind(const LookedUp& at, std::uint32_t noun, bool latest);

private:
    struct Told {
        const Tokens* tokens = nullptr;
        std::uint32_t first = 0, last = 0;  // of them
        Moment moment;
    };
    struct Word {
        std::uint64_t stem = 0;
        std::uint32_t first = 0, last = 0;  // where it was told first and last
    };
    Word& told_word(std::uint64_t stem);  // its place, free if it was not told
    void index_happening(const LookedUp& in, std::uint32_t word, std::uint32_t last, std::uint32_t place);
    void index_word(std::uint64_t stem, std::uint32_t place);
    void index(const LookedUp& at);  // the words of all that was told

    std::vector<Told> told_;
    std::optional<Moment> birth_;
    std::size_t indexed_ = 0;  // of those; few texts ask, so their words are looked at when they do
    std::vector<Word> words_;  // open addressing by stem, 0 = free; half of them at most are not
    std::size_t known_ = 0;    // of those
    std::array<Word, 32> kinds_{};  // by the bit of the kind, stem = 0 where none was told
};

/// The moment that a length behind another comes to; none where the other is known less finely than the length counts.
std::optional<Moment> counted_on(const Moment& from, const Meaning& length, const Setting& setting);

/// Whether "after X", "before X" or "into X" follows a length or "the day".
bool counts_from(const LookedUp& at, const Match& match);

/// Dates the lengths and "the day after" of a sentence that count from something named. "On 18 March, two days after the vote": the vote.
void date_distances(const LookedUp& at, std::vector<Read>& reads, ToldEvents& told, const Setting& setting, const Before& before);

}  // namespace annals
