// Business years: where a text says that one ends or begins, and what "fiscal 2022" comes to.
#pragma once

#include "importers/extract/dates/anchors.h"
#include "importers/extract/dates/reading.h"

namespace annals {

/// First month of the business year that the text states ("the fiscal year ends on 31 March"): 4; 1 if it states none. Counted from the January
/// of the year before that which it is named for: 14 for "fiscal 2014, which ended on January 31, 2015".
int business_year_start(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches);

/// A business year is named for the year in which it ends, unless the text says otherwise: that of 2022 from April is 2021-04/2022-03. TIMEX3 names it as it is said.
/// `calendar`: the year, or the quarter or half of it, by the calendar.
Moment in_business_year(const Moment& calendar, int first_month);

/// The number of the business year that the text named last, by itself or by its last day; none if it is another moment.
std::optional<int> business_year_told(const Setting& setting);

/// The number of the business year that `which` picks, counted from the day of writing; none where that is not known.
std::optional<int> business_year(int which, const Setting& setting);

/// "Visits in the year", in the report of a business year that has ended lately: the number of that year.
std::optional<int> business_year_reported(const Setting& setting);

}  // namespace annals
