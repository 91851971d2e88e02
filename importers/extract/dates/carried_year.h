// The year that a text names once and that days and months behind it are of: "It opened on 27 September 1994. On 8 November it burnt down."
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/dates/named_months.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>

namespace annals {

/// "six years later": told further on
bool counts_on(const Meaning& meaning);
/// "last May", "this May", "since May": of the day of writing, whatever year was told of.
bool is_by_writing(const Meaning& meaning, int direction);

/// The year of the story, with where it was named, and those of the months and feasts that were named. `place` is the number of a sentence.
class CarriedYear {
public:
    /// In news, whether an expression without a year is of the past year that was just named: "In 1994 ... In April ..." in one sentence;
    /// in the next ones of the paragraph behind a full date, or where one past year after another was told of.
    bool carries_on(const Sentence& sentence, std::uint32_t place, const Read& read, const Setting& setting) const;
    /// A month of which no verb tells whether it is past, behind a past day that named its year.
    bool may_carry_on(const Sentence& sentence, std::uint32_t place, const Read& read, const Setting& setting) const;
    /// Reads that month so where it comes to one that is past: "It was found on 9 July 2020. In August it could be seen."
    static void carry_if_past(Read& read, const Setting& setting);

    /// In news, gives a day the year of its month: of the February that was named, not of the year told of since. Asked of all
    /// expressions, in text order.
    void settle_by_month(const Sentence& sentence, std::uint32_t place, Read& read, const Setting& setting);
    /// "At Whitsun", as it was named before. Asked of all expressions, in text order.
    void settle_by_feast(const Sentence& sentence, Read& read, const Setting& setting);

    /// Counts the past years that are named one after the other.
    void count(const Read& read, const Setting& setting);
    /// Takes the moment that the story goes on with. `carried`: it was taken for one of the year told of before.
    void go_on_with(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, bool carried);

    /// Whether the story was moved last in that block.
    bool is_of_block(std::uint32_t block) const { return block_ == block; }
    /// Whether a year was named, or carried to, in the sentence before, of the same block.
    bool is_named_before(const Sentence& sentence, std::uint32_t place) const {
        return fixed_ && block_ == sentence.block && place_ + 1 == place;
    }
    /// The story is of a year that was named, or carried from one.
    bool is_named() const { return fixed_; }
    /// The story's moment is a year counted from the day of writing: "last year".
    bool is_of_writing() const { return of_writing_; }

private:
    bool fixed_ = false, of_writing_ = false;
    std::uint32_t block_ = 0, place_ = 0;
    int past_years_ = 0;  // that were named since the last words that lean on the day of writing
    NamedMonths months_;
    NamedFeasts feasts_;
};

}  // namespace annals
