// How a document leans: news on the day it was written, history on its running date.
#pragma once

#include "importers/extract/dates/anchors.h"

namespace annals {

/// "Fifty years ago today": the day that an article looks back to.
bool is_jubilee(const Meaning& meaning);

/// True when the text tells of other years than the one it was written in, or was written on no known day.
bool is_narrative(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, const Anchor& anchor);

/// A paragraph of a history that names days by the day of writing ("last month", "on Saturday") and no year up to that one, `written`;
/// `first`: its first matches.
bool is_of_own_time(const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, std::size_t first, int written);

/// Leaves out years of three figures, era unsaid, unless the text tells of such times: eras, early centuries, or one such year after another.
void settle_early_years(std::vector<SentenceMatches>& matches);

/// True when dates in figures put the day first: an unambiguous one of the text decides.
bool is_day_first(const std::vector<SentenceMatches>& matches, std::string_view language);

}  // namespace annals
