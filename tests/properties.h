// RapidCheck, the same cases in each run: a property that must hold for `cases` generated inputs.
#pragma once

#include "tests/catch.hpp"

#include <rapidcheck.h>

#include <sstream>
#include <utility>

namespace annals::test {

template <typename Property>
void check_property(Property&& property, int cases = 2000) {
    rc::detail::TestParams params;
    params.seed = 1;
    params.maxSuccess = cases;
    const auto result = rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
    rc::detail::SuccessResult success;
    if (result.match(success)) {
        SUCCEED();
    } else {
        std::ostringstream text;
        rc::detail::printResultMessage(result, text);
        FAIL_CHECK(text.str());
    }
}

/// One value of a generator over its whole range (RapidCheck begins with small ones and often ends there).
template <typename T>
T any_of(const rc::Gen<T>& generator) {
    return *rc::gen::resize(rc::kNominalSize, generator);
}
inline int between(int first, int last) { return any_of(rc::gen::inRange(first, last + 1)); }
inline bool maybe() { return between(0, 1) == 1; }

}  // namespace annals::test
