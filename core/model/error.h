// What a broken machine throws: no disk, a locked database, a damaged model. Caught once, in main.
#pragma once

#include <stdexcept>

namespace annals {

struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace annals
