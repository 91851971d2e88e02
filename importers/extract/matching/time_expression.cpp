#include "importers/extract/matching/time_expression.h"

namespace annals {

std::string_view to_string(TimexType type) {
    switch (type) {
        case TimexType::date:
            return "DATE";
        case TimexType::time:
            return "TIME";
        case TimexType::duration:
            return "DURATION";
        case TimexType::set:
            return "SET";
    }
    return "";
}

}  // namespace annals
