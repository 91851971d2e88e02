// The numbered migrations of schema/, and how a database gets to the newest. Internal to core/store (and its tests).
#pragma once

#include "core/store/database.h"
#include "core/text/embedded_file.h"

#include <span>
#include <string_view>

namespace annals {

/// schema/NNN_name.sql in order; NNN is the version that the file brings about.
std::span<const EmbeddedFile> migrations();
/// schema/newest.sql: what they bring about together.
std::string_view newest_schema();

/// Makes (by `whole`, in a fifth of the time, if it is given) or migrates the schema in one transaction, or (read_only) checks that it is the newest.
/// Throws StoreError for a newer schema, for another program's database, for an older one that may not be written.
void bring_up_to_date(Database& database, std::span<const EmbeddedFile> migrations, std::string_view whole = {});

}  // namespace annals
