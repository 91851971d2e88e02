// What stands within and behind an article without being a part of it: "Read more", "Share this", an empty heading at the end.
#pragma once

#include "core/model/document.h"

namespace annals {

/// Turns such blocks into boilerplate, told by their words and by what follows them. Linear.
void set_side_matter_aside(Document& document);

}  // namespace annals
