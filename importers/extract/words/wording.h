// What a headline says, as a direction: those that tell one event in other words point the same way.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// As Mention::wording; empty when no word of it is known. Of wording.model (importers/training/train_wording.py).
std::string wording(std::string_view headline);

}  // namespace annals
