// Where the tree and the built program lie. Only paths.cpp is compiled with these names, so that the other tests are the same object files in any checkout.
#pragma once

#include <filesystem>

namespace annals::test {

const std::filesystem::path& source_dir();
const std::filesystem::path& annals_program();

}  // namespace annals::test
