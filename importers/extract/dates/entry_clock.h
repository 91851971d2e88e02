// Times of the clock in an entry of a live page: said without their half of the day or their day, they lean on the entry's own moment.
#pragma once

#include "importers/extract/dates/anchors.h"
#include "importers/extract/dates/reading.h"
#include "importers/extract/matching/scan.h"
#include "importers/extract/matching/words_around.h"

namespace annals {

/// "at 10.52" in an entry of 11.10 p.m. is 22:52; "at 11.40" in one of 00:25 the evening before; ahead ("at six the pumps will start") the next to
/// come. `entry` has a minute. Changes readings of a bare clock only.
/// `twelve_hours`: so are clocks in figures.
void settle_by_entry(const Match& match, const EdtfDate& entry, int direction, bool twelve_hours, Reading& reading);

/// "at 2.40am": `offset` is that of the clock which the article is stamped with on its day, where that is not Greenwich's, which many stamps are turned into.
void give_offset(const LookedUp& at, const Match& match, int offset, Day written, Reading& reading);

/// Whether a text counts its hours up to twelve: it says "p.m." and no hour beyond.
bool is_of_twelve_hours(const std::vector<SentenceMatches>& matches);

}  // namespace annals
