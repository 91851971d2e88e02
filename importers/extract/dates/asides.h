// Which dates of a text are what it goes on talking about, and which are told aside.
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <span>
#include <optional>

namespace annals {

/// Where a sentence says "had", and begins to speak in brackets.
struct Asides {
    bool had_in_main = false;           // "had" anywhere but in relative clauses ("the pumps, which had run since the war, were stopped")
    std::uint32_t begin = 0, end = 0;   // the tokens of those that say it
    std::uint32_t first_bracket = 0;    // the token of the first "("; the sentence's size for none
};
/// `had`: the lexicon's entry of the word.
Asides find_asides(const LookedUp& at, std::uint32_t had);

/// Whether the moment of `read` is what the text goes on talking about. Asides do not count: hypotheticals, years told of or ago, and within a story plans,
/// a bare year that stands in brackets, steps back ("the law of 1790") or ahead ("planned for 1976") unless it opens its sentence.
bool moves_story(const LookedUp& at, const Read& read, const std::optional<Moment>& story, const std::optional<Moment>& said, bool narrative, bool new_block);
/// "has rung there since 1989", "dates from 1994": how old something is that the text speaks of now.
bool is_age_of_thing(const LookedUp& at, const Read& read);
/// "A man was shot on Saturday, the police said on Monday": when it was said, behind what the text goes on with.
bool is_attribution(const LookedUp& at, const Read& told, const Read& read);
/// "The office said on Tuesday that the rules had been changed in 2018": the last year that a report names of what it tells with "had"; 0 for none. `later` are
/// the expressions behind its day.
int year_reported(const LookedUp& at, const Match& day, std::span<const Match> later);
/// "On 9 April, according to a report of Wednesday, it was moved": whose words these are, told between commas.
bool is_in_according_to(const LookedUp& at, std::uint32_t first);
/// "said on Monday that she had come home at one": no time of that Monday.
bool is_within_report(const LookedUp& at, const Read& said, const Match& clock);
/// "the wettest day of the century": the stretch that holds what is told of.
bool is_all_around(const Read& read, const std::optional<Moment>& told);
/// "a play about the rising of 1844": says which one it is; "at the congress of 1844" says when.
bool is_of_a_year(const LookedUp& at, const Read& read);
/// "the farm, which he had from her in June": of something earlier than what is told.
bool is_earlier_of_relative(const LookedUp& at, const Read& read, const std::optional<Moment>& told);
/// "In the first week of the summer term of 1893 fever broke out": whether a sentence opens with what the expression at that token belongs to.
bool is_opened_with(const LookedUp& at, std::uint32_t first);
/// "until the spring of 1747" in a sentence that tells of a day before it: how long that lasted, while the story goes on from the day.
bool is_late_end(const LookedUp& at, const Read& read, const std::optional<Moment>& told);
/// "The lift passed its yearly test on 9 May": a day without a year of what comes again and again, last before what is told.
bool is_yearly(const LookedUp& at, const Match& match);
/// "said Ruth Amory, who was made head in January": of who is quoted, in a text whose story has no days there.
bool is_of_speaker(const LookedUp& at, const Match& match, const Setting& setting);
/// "by the bishop, who died in 1889": a later year of somebody or something, in a story that goes by days.
bool is_of_relative(const LookedUp& at, const Read& read, const std::optional<Moment>& story);

}  // namespace annals
