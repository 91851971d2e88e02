// Which database a command works on, and what it asks of it.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "core/store/store.h"

#include <string>

namespace annals {

/// --db, else $ANNALS_DB, else annals.db.
std::string database_file(const Options& options, const Console& console);

/// For reading. Throws Error when there is none: it says how to make one.
Store open_database(const Options& options, const Console& console);

/// The options of `query` and `report` as a query. Throws UsageError for a date or kind that is none.
EventQuery event_query(const Options& options);

/// The same for a reader: "from 2020 to 2023-10, kind statement"; empty when everything was asked for.
std::string filter_in_words(const Options& options);

/// The one id that begins with `prefix`. Throws Error when there is none or more than one.
std::string find_id(const Store& store, const std::string& prefix);

}  // namespace annals
