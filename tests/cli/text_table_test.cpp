#include "cli/line_reader.h"
#include "cli/text_table.h"
#include "tests/catch.hpp"

#include <sstream>

using namespace annals;

TEST_CASE("columns line up, also with wide letters and combining marks") {
    CHECK(lined_up({{"a", "long cell", "z"}, {"bcd", "", "y"}}, 9, 80) == "a    long cell  z\nbcd             y\n");
    CHECK(cells_of("日本") == 4);
    CHECK(cells_of("e\u0301") == 1);
    CHECK(lined_up({{"日本", "x"}, {"abc", "y"}}, 9, 80) == "日本  x\nabc   y\n");
}

TEST_CASE("the flexible column is cut to the width, the others stay whole") {
    const std::string text = lined_up({{"2023-09-26", std::string(200, 'w'), "source"}}, 1, 60);
    CHECK(cells_of(text) == 61);  // with its line end
    CHECK(text.starts_with("2023-09-26  www"));
    CHECK(text.ends_with("w…  source\n"));
}

TEST_CASE("one long cell in ten narrows its own row only") {
    std::vector<std::vector<std::string>> rows(10, {"1994", std::string(100, 'w'), "source"});
    rows[3][0] = "from 5 to 9 February 1994";
    const std::string text = lined_up(rows, 1, 60);
    const std::string usual = "1994  " + std::string(45, 'w') + "…  source\n";
    CHECK(text.starts_with(usual + usual + usual + "from 5 to 9 February 1994  " + std::string(24, 'w') + "…  source\n" + usual));
}

TEST_CASE("a cut never splits a letter and counts cells") {
    CHECK(cut("short", 5) == "short");
    CHECK(cut("a longer one", 6) == "a lon…");
    CHECK(cut("a b c", 3) == "a…");
    CHECK(cut("日本語", 4) == "日…");
}

TEST_CASE("words of others cannot steer a terminal") {
    CHECK(harmless("a\x1b[31mred\nb\tc") == "a [31mred b c");
    CHECK(harmless("\u202Eevil\u202C") == "evil ");
    CHECK(harmless("\u009B1m") == "1m");
    CHECK(harmless("naïve 日本") == "naïve 日本");
}

TEST_CASE("lines of a stream") {
    std::istringstream in("one\r\n\ntwo\n" + std::string(1'000'000, 'x') + "\nlast");
    LineReader lines(in);
    std::vector<std::string> read;
    for (std::string_view line; lines.next(line);) read.emplace_back(line);
    REQUIRE(read.size() == 5);
    CHECK(read[0] == "one");
    CHECK(read[1].empty());
    CHECK(read[2] == "two");
    CHECK(read[3].size() == 1'000'000);
    CHECK(read[4] == "last");
}
