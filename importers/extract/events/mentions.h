// Mentions of events out of the dates of a document.
#pragma once

#include "core/model/document.h"
#include "core/model/mention.h"
#include "importers/extract/dates/dated_text.h"

#include <vector>

namespace annals {

/// `timeline`: the events that dated words date, and one undated event of each other sentence that tells one.
/// `every_event`: also each other verb and event noun, dated by its context where that gives a day (DateRole::context).
enum class Reach { timeline, every_event };
std::vector<Mention> find_mentions(const Document& document, const DatedText& dated, Reach reach = Reach::timeline);

}  // namespace annals
