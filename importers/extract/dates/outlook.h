// Which way an expression of time looks, by the words around it: "left on Friday" back, "Friday's planned march" ahead.
#pragma once

#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <optional>

namespace annals {

class RuleSet;

/// What is known where an expression stands.
struct Standpoint {
    const std::optional<Moment>&said, &mention;  // the document's day; the moment named last
    const Asides& asides;                        // of its sentence
    bool looks_back = false;                     // the sentence or the expression says "had"
    bool in_diary = false;                       // the text has named a day as its own: "it is Monday, May 3rd"
    std::optional<Day> beyond;                   // the last day that a stamp of the page names beyond that of the document
    int coming_months = 0;                       // bits of months that were named as ahead
};

/// "The bells, which she had hung in May": direction -1, before_that. The parts that Setting has too are what the expression is to be
/// read with.
struct Outlook {
    int direction = 0;            // as in Read
    int read_as = 0;              // as in Setting: surely past or ahead by more than the clause's tense
    bool aside = false;           // of nothing real: "if it rains on Friday"
    bool told_past = false;       // its clause looks back, be it to a day ahead: "was put off to Friday"
    bool of_year_before = false;  // "they had waited since 16 December": of the December before what is told
    bool names_today = false;     // "It is Monday, May 3rd"
    bool deadline = false, until = false, before_that = false, may_be_before = true;
};

/// `before` is the expression before it in its sentence, null for none.
Outlook outlook_of(const LookedUp& at, const Sentence& sentence, const Match& match, const Read* before, const Standpoint& from,
                   const RuleSet& rules);

/// Where in a history an expression stands.
struct HistoryPlace {
    bool looks_back = false;       // the sentence or the expression says "had"
    bool new_section = false;      // nothing but the text's own days since the last heading
    bool own_block = false;        // its block tells of the time of writing
    bool told_here = false;        // the story was moved last in its block
    bool year_of_writing = false;  // the story's moment is a year counted from the day of writing
    bool ends_our_year = false;    // it is the end of the last business year
};

/// Whether an expression of a history leans on the day of writing and not on the story: "last month", "She will put the book on show on
/// Easter Monday". `before` as above.
bool is_told_by_writing(const LookedUp& at, const Read& read, const Read* before, const Setting& setting, const HistoryPlace& place);

}  // namespace annals
