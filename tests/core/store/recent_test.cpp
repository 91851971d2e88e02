#include "core/store/recent.h"

#include "tests/catch.hpp"

using namespace annals;

TEST_CASE("recent: what is asked for stays, the rest goes, and the bound holds") {
    Recent<int, int> recent(100);
    recent.add(-1, 7);
    for (int i = 0; i < 10000; ++i) {
        if (!recent.find(i)) recent.add(i, 2 * i);
        REQUIRE(recent.find(-1));
        CHECK(*recent.find(-1) == 7);
        recent.trim();
    }
    int kept = 0;
    for (int i = 0; i < 10000; ++i)
        if (const int* value = recent.find(i)) {
            ++kept;
            CHECK(*value == 2 * i);
        }
    CHECK(kept >= 100);
    CHECK(kept <= 210);
    recent.erase(-1);
    CHECK_FALSE(recent.find(-1));
    recent.clear();
    CHECK_FALSE(recent.find(9999));
}

TEST_CASE("recent: places hold while more is added and found") {
    Recent<int, int> recent(10);
    int& first = recent.add(1, 10);
    for (int i = 2; i < 100; ++i) recent.add(i, i, 5);
    CHECK(recent.find(1) == &first);
    recent.trim();
    CHECK(recent.find(1) == &first);  // moved to the younger half, not copied
}
