// Whether a database is whole. Internal to core/store.
#pragma once

#include "core/store/database.h"

#include <filesystem>
#include <string>
#include <vector>

namespace annals {

/// What is wrong, one line each; empty when nothing is.
std::vector<std::string> find_faults(const Database& database);

/// A copy as of now, also while others read or write. Throws StoreError when `file` is there already.
void copy_database(const Database& database, const std::filesystem::path& file);

}  // namespace annals
