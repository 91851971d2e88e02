// What a sentence with "had" told of before the story, and how the story goes on behind it.
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <optional>

namespace annals {

/// "She fell on the 14th. The board had been put out the evening before. She was found three days later": whether what counts on does so from the story's moment
/// and not from the setting's mention, which was told with "had". Not where that tells on: "He had been jailed in 1798. Two years later he escaped", in a story of 1805.
bool counts_from_story(const Meaning& meaning, int direction, const Setting& setting, const Moment& story);

/// "At noon", "the next day": what is of a day, or counts from one.
bool is_of_day_told(const Meaning& meaning);
/// "in May of that year", "that year"
bool is_of_that_year(const Meaning& meaning);
/// "at Christmas", "that Easter": hardly before what is told.
bool is_at_feast(const LookedUp& at, const Match& match);
/// "the end of the year", by which nothing was wished or planned.
bool is_end_of_year(const LookedUp& at, const Read& read);
/// "A legacy came in 1992; the bells were hung at the year's end": of that year, which is mentioned, and not the one in which it is told.
bool is_end_of_told_year(const LookedUp& at, const Read& read, const Setting& setting);
/// "Began in 264 BC. In 256 they landed": years that go on counting down from the moment that is mentioned.
bool goes_on_before_christ(const Meaning& meaning, const std::optional<Moment>& mention);

/// "She was raised on 7 March 1705. Her captain had sailed on 11 November 1704. On 19 November he struck a rock": where that is soon
/// behind what "had" told, it goes on there.
void go_on_behind_had(Read& read, const Setting& setting);

/// What a clause names that tells of nothing real: "Work should have begun in the spring of 2016. It went bankrupt that June." leans on it all the same.
class UnrealMoment {
public:
    void name(const Moment& moment, std::uint32_t sentence);
    /// For what leans on it, in its sentence or the next; `mention_sentence`: where the text has named another moment last.
    const std::optional<Moment>& for_that(const Meaning& meaning, std::uint32_t sentence, std::uint32_t mention_sentence) const;

private:
    std::optional<Moment> moment_;
    std::uint32_t sentence_ = 0;
};

/// "They turned back after three weeks", "it was not seen for another year": a length that carries what is told so far on.
bool is_step(const LookedUp& at, const std::vector<Read>& reads, std::size_t i);

/// "She sank on 3 May 1911. ¶ Her captain had gone to sea in June 1890. ¶ The next day a wreath was laid": a paragraph that looks back by "had" to a day or
/// month of another year, behind which the days of the story go on; within it a day that comes right after them.
class LookBack {
public:
    /// Takes the moment that the text goes on with. `main_line`: the moment named last in a sentence without "had"; `block`: of the sentence.
    void tell(const Read& read, const std::optional<Moment>& main_line, std::uint32_t block, bool looks_back);
    /// The story's moment, where an expression of a later paragraph counts days and is soon after that; it is left then. None else.
    std::optional<Moment> come_back(const Read& read, const Setting& setting, std::uint32_t block, bool looks_back);

private:
    std::optional<Moment> left_;
    std::uint32_t block_ = 0;  // of what was told with "had" last
};

/// From which day "on the third day" counts: the one that was named last by itself, not by its distance from another.
class FirstDay {
public:
    /// `ends_range`: "from the 3rd to the 6th of May", of whose "opening day" and "last day" a text may go on to speak.
    void name(const Read& read, bool ends_range);
    /// Turns the meaning of "on the third day", or of "on the third" behind such a day, into a distance from that day.
    const std::optional<Moment>& count(Meaning& meaning, const Read* before) const;

private:
    std::optional<Moment> day_, last_;  // last_: where a range was named, its end
};

}  // namespace annals
