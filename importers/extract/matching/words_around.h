// What the words of its clause say of a date: asked by resolve, of expressions alone, before anything is known of their days.
#pragma once

#include "importers/extract/matching/scan.h"

#include <cstdint>
#include <string_view>

namespace annals {

/// "sang", "opened": what is hardly ever anything but the past of a verb.
bool is_past_form(std::string_view word);

// `first` is the first token of the expression.

/// In a condition, or of what would have been: no date of the story.
bool is_condition(const LookedUp& at, std::uint32_t first);
/// "payable", "by", "before"
bool is_deadline(const LookedUp& at, std::uint32_t first);
bool ends_a_wait(const LookedUp& at, std::uint32_t first);
/// "Friday's purchases"
bool is_owner(const LookedUp& at, const Match& match);
/// "Friday's planned march"
bool is_owner_of_plan(const LookedUp& at, const Match& match);
/// "early Friday"
bool is_early(const LookedUp& at, const Match& match);
/// "ahead of", "in preparation for"
bool is_awaited(const LookedUp& at, std::size_t first);
/// "sought for the 1991 robbery": a year that says which one it is, not when what the sentence tells of happened; "In the 1918 wave ..." does.
bool is_name_of_event(const LookedUp& at, const Match& match);
/// Only a weekday, only a month.
bool is_weekday_alone(const Meaning& meaning);
bool is_month_alone(const Meaning& meaning);
/// "the 19th"
bool is_day_alone(const Meaning& meaning);
bool is_behind(const LookedUp& at, std::uint32_t first, std::string_view word);
/// Behind the clause's "had".
bool is_before_that(const LookedUp& at, std::uint32_t first);
/// "higher than in 1931", "than it had been ten years before": what is told is measured against; not "more than forty on 3 May", "later than 3 May".
bool is_measured_against(const LookedUp& at, std::uint32_t first);
/// Behind the "had" of a clause about somebody or something.
bool is_told_of_somebody(const LookedUp& at, std::uint32_t first);
/// Of what somebody hopes or plans when the words are written.
bool is_hoped(const LookedUp& at, std::uint32_t first);
/// Beside "has", "have": of "since", that it is so when the words are written.
bool is_so_now(const LookedUp& at, std::uint32_t first);
/// Of a length: how long something goes on that still does.
bool lasts_till_now(const LookedUp& at, std::uint32_t first);
/// Of "until": that the clause tells how a wait ended.
bool ended_a_wait(const LookedUp& at, const Match& match);
/// Close behind what has happened, with nothing arranged.
bool is_told_then(const LookedUp& at, std::uint32_t first);
/// "On Christmas Eve the whole street was dark": a date that opens what is told as past.
bool is_opened_in_past(const LookedUp& at, const Match& match);
/// "The fare rose from 3 to 4 crowns on 1 March".
bool is_changed_on(const LookedUp& at, std::uint32_t first);
/// "was moved from Thursday to Friday", "has been put back until May": the day of what is now to come.
bool is_put_off_to(const LookedUp& at, std::uint32_t first);
/// Of a year that was then to come: "a record that was to stand until 1951".
bool is_foretold(const LookedUp& at, std::uint32_t first);

/// "It is Monday, May 3rd, 10 a.m.": what follows was written then.
bool says_today(const LookedUp& at, const Match& match);
/// "It had begun in March"
bool opens_with_had(const LookedUp& at);
/// "He ruled until 1431": its sentence goes on with whom the one before is about.
bool goes_on_with_subject(const LookedUp& at);
/// "A survey on 3 May had shown two rotten beams": behind it the story goes on from where it was. `had`: the entry of that word.
bool says_had(const LookedUp& at, std::uint32_t had);

}  // namespace annals
