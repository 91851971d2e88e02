// One event as the JSON object that `annals query --format json` and `annals report --format json|jsonl` print.
#pragma once

#include "core/model/event.h"

#include <string>

namespace annals {

/// Appends the object on one line, without a line end. Fields that are not known are null; offsets count code points of the stored text.
void append_event_json(std::string& json, const Event& event);

}  // namespace annals
