// What the words around an expression make of its day: since, until, by, before, from ... to, an N-month siege.
#pragma once

#include "importers/extract/dates/reading.h"
#include "importers/extract/matching/scan.h"

namespace annals {

/// An expression of a sentence with what it was read as, on its way to a Resolution.
struct Read {
    Match match;
    Reading reading;
    Date date;  // by date-semantics; undated when it means no day
    int direction = 0;
    bool aside = false;
    Span governed{};  // of "N days after X": the words of X; its date, if it is dated by this one
    Date other;
};

/// Whether the words between two matches make them the ends of a range.
bool is_range(const LookedUp& at, const Match& a, const Match& b);

/// What stood before a sentence.
struct Before {
    const Moment* said = nullptr;    // the day of writing; null if it is not known
    std::optional<Moment> mention;   // the moment named last
    std::optional<Moment> going_on;  // that of the sentence before, if this one goes on with its subject: "He ruled until 1431"
};

/// What the words around the expression make of its moment.
Date framed_date(const LookedUp& at, const std::vector<Read>& reads, std::size_t index, const Before& before);

/// Fills `date` of all expressions of one sentence, in order.
void frame_dates(const LookedUp& at, std::vector<Read>& reads, const Before& before);

}  // namespace annals
