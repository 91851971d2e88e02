// Extended Date/Time Format, ISO 8601-2:2019: level 0, level 1, and of level 2 what dates in prose need.
//
//   2023-09-26   2023-09   2023   2023-09-26T20:47+01:00     days, months, years, minutes
//   185X  18XX  2004-06-XX                                   unspecified digits (the last becomes 2004-06: the days it may be)
//   2018-24   2018-30                                        seasons 21-24 (25-28 become these), southern ones 29-32
//   2018-33   2018-37   2018-40                              quarters 33-36, thirds 37-39, halves 40-41
//   1853/1856   2006/..   ../1909   2006/                    intervals: closed, open, unknown end
//   1984~  1984?  1984%                                      about, doubtful, both (either side of an interval too)
//   [1667,1668]  [1667..1670]                                one of a set
//   -0043                                                    44 BC; -07XX is 800 to 701 BC
//
// Seconds are read and dropped. A winter, YYYY-24, runs from December YYYY to February YYYY+1.
#pragma once

#include "core/time/day.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class Precision { minute, day, week, month, season, quarter, third, half, year, decade, century };
std::string_view to_string(Precision precision);

/// One date of an EDTF expression.
struct EdtfDate {
    int year = 0;                             // first year for unspecified digits (-799 for -07XX)
    int unspecified = 0;                      // how many last digits of the year are X: 0, 1 (decade), 2 (century)
    std::optional<int> month;                 // 1..12, or 21..24, 29..32, 33..36, 37..39, 40..41
    std::optional<int> day;                   // 1..31
    std::optional<int> minute;                // local minute of the day, 0..1439
    std::optional<int> utc_offset;            // minutes east of Greenwich
    bool about = false;                       // ~ or %
    bool doubtful = false;                    // ? or %
    friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

/// An end of an interval: a date, open (".."), or unknown ("").
struct EdtfEnd {
    enum class Kind { date, open, unknown };
    Kind kind = Kind::date;
    EdtfDate date;
    friend bool operator==(const EdtfEnd&, const EdtfEnd&) = default;
};

struct Edtf {
    enum class Kind { date, interval, one_of };
    Kind kind = Kind::date;
    EdtfDate date;                 // Kind::date
    EdtfEnd start, end;            // Kind::interval
    std::vector<EdtfEnd> choices;  // Kind::one_of: pairs (first, last) of each range, in order; a single date stands twice
    friend bool operator==(const Edtf&, const Edtf&) = default;
};

/// A parsed expression, or the reason why the text is none ("2023-02-30: February 2023 has 28 days"). Exactly one is set.
struct EdtfResult {
    std::optional<Edtf> edtf;
    std::string error;
};
EdtfResult parse_edtf(std::string_view text);

/// Canonical text: parse_edtf(format_edtf(x)).edtf == x for every x that parse_edtf gives, and equal expressions have one text.
std::string format_edtf(const Edtf& edtf);
std::string format_edtf(const EdtfDate& date);

DayRange days_of(const EdtfDate& date);        // the days that enclose it
Precision precision_of(const EdtfDate& date);
Precision precision_of(const Edtf& edtf);      // an interval has that of its coarser end (two days of one ISO week: still day)

}  // namespace annals
