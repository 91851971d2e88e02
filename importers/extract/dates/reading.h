// What a meaning comes to in its setting: said on which day, of what time the text speaks, looking back or ahead.
#pragma once

#include "importers/extract/dates/moment.h"
#include "importers/extract/matching/time_expression.h"

#include <optional>
#include <string>
#include <vector>

namespace annals {

/// Against what a meaning is read. Pure data: the caller (resolve) keeps it up to date.
struct Setting {
    std::optional<Moment> said;     // the reference R: when the words were written
    std::optional<Moment> story;    // the anchor A: what the text is talking about
    std::optional<Moment> mention;  // the moment named last, be it an aside: what "that year" and "two days later" count from
    std::optional<Moment> quarter;  // the business quarter that figures are reported for, once named
    bool deadline = false;          // "by December": a story's next to come
    bool until = false;             // how long what is told lasted: "until July"
    int direction = 0;              // -1 the clause looks back (-2 surely), +1 ahead, +2 surely ahead, 0 unknown
    bool narrative = false;         // the text leans on A rather than on R
    bool day_first = false;         // 09/08/17 is 9 August
    int fiscal_start = 1;           // first month of the business year (business_year.h)
    bool may_be_before = true;      // "the October" of a story that has come to March; not "at Christmas", but "at Christmas he had"
    bool looks_back = false;        // the words say "had"
    bool before_that = false;       // of something that is told to have been so before: "who had sold it on Christmas Eve"
};

/// Why an age or an anniversary says no day: without one they are not about time.
inline constexpr std::string_view no_start = "what it counts from is not told of";

/// Why a time of day that comes again and again says none.
inline constexpr std::string_view comes_again = "it comes every day";

enum class Lean { nothing, said, story };

struct Reading {
    TimexType type = TimexType::date;
    std::string timex;
    std::optional<Moment> moment;  // none: it means no day
    bool span = false;             // fills its days
    Lean lean = Lean::nothing;
    std::vector<Edtf> alternatives;
    std::string undated_because;
    bool fixed = false;  // names its year itself
};

Reading read_meaning(const Meaning& meaning, const Setting& setting);

// The parts of read_meaning, one a kind.
Reading read_date(const Meaning& meaning, const Setting& setting);
Reading read_period(const Meaning& meaning, const Setting& setting);
Reading read_shift(const Meaning& meaning, const Setting& setting);
Reading read_window(const Meaning& meaning, const Setting& setting);
Reading read_duration(const Meaning& meaning);
Reading read_repeated(const Meaning& meaning);

/// TIMEX3 length such as "P9M", "PT2H", "PXD"; n unsaid = X.
std::string timex_length(int n, int eighths, int unit);
/// "TMO", "TAF", ... of namespace day_part.
std::string timex_day_part(int day_part);
/// "T09:40"
std::string timex_clock(int minute);
/// The minute of the day that is said, by its half ("pm") or its part ("in the evening") where one is said with it.
std::optional<int> minute_of(const Meaning& meaning);
/// "At ten past four": words that leave the half of the day to the reader.
bool is_of_either_half(const Meaning& meaning);
/// The period that the frame of a meaning names ("of last year", "this year's"); none without one.
std::optional<Moment> frame_of(const Meaning& meaning, const Setting& setting, Lean& lean);
/// "last spring", "they will try again next year": of the day of writing, within a story too.
bool leans_on_writing(int which, const Setting& setting);
/// The unit of the calendar that `which` picks: "last month", "the following year".
std::optional<Moment> pick_period(int which, int unit, const Setting& setting, Lean& lean);

}  // namespace annals
