#include "cli/progress_bar.h"

#include "tests/catch.hpp"

#include <sstream>

using namespace annals;

TEST_CASE("the line of progress says what is done, how fast, and what is left") {
    CHECK(progress_line({0, 3000, 0, 0}, 0.5, 200) == "[                    ]  0/3000 files");
    CHECK(progress_line({1500, 3000, 1600, 2}, 4, 200) == "[##########          ]  1500/3000 files  400 documents/s  2 warnings  0:04 left");
    CHECK(progress_line({59, 3000, 59, 0}, 4, 200) == "[                    ]  59/3000 files  15 documents/s");
    CHECK(progress_line({1000, 3000, 1000, 1}, 3700, 200) == "[######              ]  1000/3000 files  0 documents/s  1 warning  2:03:20 left");
    CHECK(progress_line({0, 1, 1200, 0}, 2, 200) == "[                    ]  0/1 file  1200 documents  600 documents/s");
    CHECK(progress_line({1500, 3000, 1600, 2}, 4, 30) == "[##########          ]  1500/3");
}

TEST_CASE("there is no line of progress in a pipe") {
    std::istringstream in;
    std::ostringstream out, err;
    Console console{in, out, err};
    ProgressBar bar(console);
    bar.show({1, 2, 1, 0});
    bar.clear();
    CHECK(err.str().empty());
}
