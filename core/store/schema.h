// The numbered migrations of schema/, and how a database gets to the newest. Internal to core/store (and its tests).
#pragma once

#include "core/store/database.h"
#include "core/text/embedded_file.h"

#include <span>

namespace annals {

/// schema/NNN_name.sql in order; NNN is the version that the file brings about.
std::span<const EmbeddedFile> migrations();

/// Makes or migrates the schema in one transaction, or (read_only) checks that it is the newest.
/// Throws StoreError for a newer schema, for another program's database, for an older one that may not be written.
void bring_up_to_date(Database& database, std::span<const EmbeddedFile> migrations);

}  // namespace annals
