// The filters of a page. They are hidden until the script shows them.
#pragma once

#include "reports/page/event_list.h"

namespace annals::page {

/// The overview strip with its drawing definitions, below the filters.
void write_tools(Html& html, const Gathered& gathered);

}  // namespace annals::page
