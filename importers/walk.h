// Which files an import reads.
#pragma once

#include "core/model/diagnostic.h"

#include <string>
#include <vector>

namespace annals {

struct FilesFound {
    std::vector<std::string> files;  // paths in the order given, the files of a folder in bytewise order of their paths
    Diagnostics diagnostics;         // "file.missing", "file.unreadable", "file.special"
};

/// Folders are walked whole. Left out: names that begin with a dot, folders behind a symbolic link (they may form a circle),
/// the files of `leave_out`, and, with a warning, what is no regular file (opening a pipe may wait for ever).
/// A path that was named itself is taken whatever it is; "-" stays.
FilesFound find_files(const std::vector<std::string>& paths, const std::vector<std::string>& leave_out);

}  // namespace annals
