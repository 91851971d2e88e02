#include "importers/extract/dates/retold_reading.h"

#include "importers/extract/matching/words_around.h"

#include <algorithm>

namespace annals {
namespace {

bool is_long_past(const Moment& moment, const Setting& setting) {
    constexpr Day lately = 31;
    return moment.days.last < setting.said->days.first - lately;
}

}  // namespace

Reading reading_in_retold(const LookedUp& at, const Meaning& meaning, const RetoldEvent& retold, const Setting& setting) {
    Setting behind = setting;
    behind.story = retold.last();
    behind.direction = std::min(setting.direction, -1);
    Reading reading = read_meaning(meaning, behind);
    if (!opens_with_had(at) || !reading.moment || !behind.story || reading.moment->days.first <= behind.story->days.last) return reading;
    behind.story = moment_of_day(moved(behind.story->days.first, unit::year, -1));  // "It had begun in March"
    return read_meaning(meaning, behind);
}

std::optional<Reading> reading_on_in_retold(const LookedUp& at, const Meaning& meaning, const RetoldEvent& retold, const Setting& setting) {
    const Day written = setting.said->days.first;
    const Reading by_writing = read_meaning(meaning, setting);
    if (by_writing.moment && by_writing.moment->days.last < written && !is_long_past(*by_writing.moment, setting)) return std::nullopt;
    Setting narrative = setting;
    narrative.narrative = true;
    const bool leads_up = setting.story->days.last < retold.day()->days.first;
    Reading reading = leads_up ? read_meaning(meaning, narrative) : reading_in_retold(at, meaning, retold, narrative);
    if (!reading.moment || reading.moment->days.first > written) return std::nullopt;
    return reading;
}

bool is_long_after(const std::optional<Moment>& moment, const RetoldEvent& retold, const Setting& setting) {
    return moment && is_long_past(*moment, setting) && moment->days.first >= retold.day()->days.first;
}

}  // namespace annals
