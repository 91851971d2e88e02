// A page that was written as things happened: which of its blocks head an entry, and when each entry was written.
#pragma once

#include "core/model/document.h"

namespace annals {

/// Headings and lines that are or begin with a time of the clock ("9.30pm Get out", "21:50") become BlockKind::entry, where the page has headings
/// of days ("Saturday 20 March") or says that it is live. They and what stands below them are stated to be written then. Entries run past
/// midnight, in either order. A day without a year is the one next to the stated date. Pages whose entries are stated already stay as they are.
void find_live_entries(Document& document);

}  // namespace annals
