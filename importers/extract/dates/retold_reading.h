// What an expression without a year says in a text that retells what happened long ago: "On 12 July 2015 she ran aground. [...] The mate saw to it on 3 July."
#pragma once

#include "importers/extract/dates/retold_event.h"

#include <optional>

namespace annals {

/// Behind the day that was told last of the event; before it where the sentence opens with "had". `retold` has a day.
Reading reading_in_retold(const LookedUp& at, const Meaning& meaning, const RetoldEvent& retold, const Setting& setting);

/// Likewise where the story has not left the event, or leads up to it; none for what is of late, or would be to come. The setting says when it was written.
std::optional<Reading> reading_on_in_retold(const LookedUp& at, const Meaning& meaning, const RetoldEvent& retold, const Setting& setting);

/// Whether a moment is of the event or came of it, and no news.
bool is_long_after(const std::optional<Moment>& moment, const RetoldEvent& retold, const Setting& setting);

}  // namespace annals
