#include "importers/formats/json_depth.h"

namespace annals {

bool json_too_deep(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (depth > 200) return true;
    }
    return false;
}

}  // namespace annals
