// How likely two mentions of a small story are one event, by what trees have learnt of pairs that were judged by reading them.
#pragma once

#include "core/events/story_signs.h"

namespace annals {

/// From 0 to 1. What was learnt: mentions of stories of two to seven articles (importers/training/README.md).
double one_event_likelihood(const StorySigns& signs);

}  // namespace annals
