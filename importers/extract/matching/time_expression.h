// Time expressions as they were said, before anything is known of when: MONTH=9 DAY=27, no year.
#pragma once

#include "importers/extract/matching/rules.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class TimexType : std::uint8_t { date, time, duration, set };
std::string_view to_string(TimexType type);  // "DATE", ...

/// An expression with the day it means, or the reason why it means none.
struct Resolution {
    Span span;                          // the words, with TimeML's span conventions
    std::uint32_t sentence = 0;         // index into the sentences
    std::uint32_t first = 0, last = 0;  // its tokens [first, last) in that sentence
    TimexType type = TimexType::date;
    std::string timex_value;                // TIMEX3 value: "2023-09-27", "P9M", "PAST_REF"
    Date date;                              // what it means for an event, by date-semantics; undated when it means no day
    std::string rule;                       // name of the rule
    std::string anchor;                     // what it leaned on, for a person; empty when complete in itself
    std::vector<std::string> alternatives;  // EDTF of other fair readings
    std::optional<double> confidence;       // measured share right of such readings of the rule; none until measured
    std::string undated_because;            // "a bare duration", "no day to lean on"; empty when dated
    bool aside = false;                     // hypothetical, negated or an aside: never an anchor
    Span governed;                          // of "N days after X": the words of X, whose date is `other`; else empty
    Date other;
};

}  // namespace annals
