#include "tests/paths.h"

namespace annals::test {

const std::filesystem::path& source_dir() {
    static const std::filesystem::path path = ANNALS_SOURCE_DIR;
    return path;
}

const std::filesystem::path& annals_program() {
    static const std::filesystem::path path = ANNALS_PROGRAM;
    return path;
}

}  // namespace annals::test
