// What a text told of which day, by its words: what "after the vote", "the accident", "at nineteen" count from.
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// The word of a token in small letters; empty where it is long, or there is none.
std::string_view folded_at(const LookedUp& at, std::size_t i, std::array<char, 32>& buffer);

/// By what a word names something: its first letters, or what happens by its happening; 0 for words that name nothing.
std::uint64_t stem(const LookedUp& at, std::uint32_t i);

/// A birth told in the sentence: "born on 24 May 1940", "(24 May 1940 - 28 January 1996)".
std::optional<Moment> birth_told(const LookedUp& at, const std::vector<Read>& reads);

/// The name of a mishap or a crime: "blast", "robbery".
bool is_mishap(std::string_view noun);

/// What was told of which day, by its words. Bounded by the dates of the text, whose tokens it refers to.
class ToldEvents {
public:
    /// By what its words name what happened.
    enum class Naming { none, mishap, other };

    /// The words around the dated expressions of one sentence.
    void tell(const LookedUp& at, const std::vector<Read>& reads);
    /// A sentence without a date that tells on of a day.
    void tell_on(const LookedUp& at, const Moment& day);
    /// The first birth that was told: what ages count from.
    const std::optional<Moment>& birth() const { return birth_; }
    /// When whoever was born then was of that age; none for what is no age.
    std::optional<Moment> at_age(const Meaning& age, const Setting& setting) const;
    /// The day of what tokens [first, last) name; none if nothing was told of by that name, or by fewer than `words` of its words.
    std::optional<Moment> find(const LookedUp& at, std::uint32_t first, std::uint32_t last, bool latest, std::ptrdiff_t words);
    /// The day of what was told in other words, but is of the kind of the noun at a token: "nine people were hurt on 3 May", "the accident".
    std::optional<Moment> find_kind(const LookedUp& at, std::uint32_t noun, bool latest);
    /// For a noun of mishap or crime, or of what comes as suddenly ("the recall"), the first day up to `written` of which more was told than words, the
    /// earliest of its sentence, if it was told in words that name nothing, or another mishap.
    std::optional<Moment> find_first_day(const LookedUp& at, std::uint32_t noun, const std::optional<Moment>& written);
    /// The first day of which a word of tokens [first, last) was told, whatever months and years were told of it before. Reads through the text, so only
    /// for the first few that ask.
    std::optional<Moment> find_day_named(const LookedUp& at, std::uint32_t first, std::uint32_t last);

    /// Of a text that retells what happened on `event`: that day for a noun of mishap, crime or contest of which no other day was told, or whose
    /// kind was told of it; so for a verb of mishap ("before she struck").
    std::optional<Moment> find_retold(const LookedUp& at, std::uint32_t word, const Moment& event);

    /// The sentence of `at` counted from that moment.
    void count_from(const LookedUp& at, const Moment& moment);
    /// "A week before the raid they had met. A month after it": what was counted from in this sentence or the one before it.
    std::optional<Moment> counted_from(const LookedUp& at) const;

    /// The first day that may be meant and on which a sentence other than the one of `at` tells of the noun of a mishap at a token: by that noun, or
    /// else, of a collapse, of anything that broke or fell.
    std::optional<Moment> find_day_of(const LookedUp& at, std::uint32_t noun, const std::function<bool(const Moment&)>& may_be_meant) const;
    /// The last day that was told and is that weekday, 1 for Monday.
    std::optional<Moment> find_weekday(int weekday) const;

private:
    struct Told {
        const Tokens* tokens = nullptr;
        std::uint32_t first = 0, last = 0;  // of them
        std::uint32_t date = 0;             // where it stands; 0: before them
        Moment moment;
    };
    static Naming naming_of(const LookedUp& at, const Told& told, std::uint32_t but);
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
    std::uint32_t searches_ = 0;       // through the text
    std::vector<std::uint32_t> days_;  // places of the days of which more was told than words
    std::optional<Moment> counted_from_;
    std::uint32_t counted_at_ = 0;  // its sentence, by its first byte
    std::size_t retold_ = 0;     // the place of what was told first of the day that the text retells, once it was looked for
    std::array<Word, 32> kinds_{};  // by the bit of the kind, stem = 0 where none was told
};

/// What a text tells of further on: known once it was read through, which is done again where a sentence asked for it.
struct ToldAhead {
    const ToldEvents* events = nullptr;
    std::uint32_t asked = 0;  // how often
};

}  // namespace annals
