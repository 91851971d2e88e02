// Times of the clock in an entry of a live page: said without their half of the day or their day, they lean on the entry's own moment.
#pragma once

#include "importers/extract/reading.h"
#include "importers/extract/scan.h"

namespace annals {

/// "at 10.52" in an entry of 11.10 p.m. is 22:52; "at 11.40" in one of 00:25 the evening before; ahead ("at six the pumps will start") the next to
/// come. `entry` has a minute. Changes readings of a bare clock only.
void settle_by_entry(const Match& match, const EdtfDate& entry, int direction, Reading& reading);

}  // namespace annals
