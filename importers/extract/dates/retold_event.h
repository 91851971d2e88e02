// What a text of late retells: "On 9 September 2021 a gate gave way. [...] It was hung in 2011. [...] On 13 September the canal was shut."
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <optional>

namespace annals {

/// The day, not long gone and with its own year, that the opening of a text tells of, and the days behind it. Days without a year go back
/// to them, whatever year was told of by the way. `place` is the number of a sentence.
class RetoldEvent {
public:
    /// Takes the moment that a dated expression names. `looks_back`: its sentence says "had".
    void tell(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Moment* said, bool looks_back);
    /// The story has gone on with the expression.
    void go_on_with(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read);
    /// A sentence counts from something told of: "ten days before the collapse".
    void count_from(std::uint32_t place) { counted_place_ = place; }
    /// Whether an expression is of the event or what came of it, and not of the year before that which the story was moved to. `before` is
    /// the expression before it in its sentence, null for none.
    bool goes_back(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Read* before,
                   const Setting& setting) const;
    /// Over the end of a paragraph, where the story has not left the event: "On 12 July 2009 she ran aground. [...] The master saw to it on 3 July."
    bool goes_on(const Sentence& sentence, const Read& read, const Setting& setting) const;
    /// Whether a weekday that opens a paragraph is of the day of writing, long behind the event.
    bool is_of_writing(const Sentence& sentence, const Read& read, const Setting& setting) const;

    /// The event's own day; none where the text retells nothing.
    const std::optional<Moment>& day() const { return day_; }
    /// The day of it that was told last.
    const std::optional<Moment>& last() const { return last_; }

private:
    std::optional<Moment> day_, last_;
    std::uint32_t days_ = 0, asides_ = 0;  // told of it; of earlier times, since
    std::uint32_t block_ = 0;              // where it was told last
    std::uint32_t story_block_ = 0, story_place_ = 0, counted_place_ = 0;
    bool is_news_ = false;  // a day of the text's own was told of first: "on Tuesday"
    bool of_thing_ = false;  // the story was moved by what only says which thing is meant: "the refit of 2014"
    bool by_year_ = false;  // the story was moved by an expression that names its year
};

}  // namespace annals
