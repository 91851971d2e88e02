// A file of the source tree that the build puts into the library (cmake/embed.cmake).
#pragma once

#include <string_view>

namespace annals {

struct EmbeddedFile {
    std::string_view path;  // from the root of the source tree
    std::string_view text;  // followed by a zero byte that is not part of it
};

}  // namespace annals
