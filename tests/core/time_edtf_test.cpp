#include "core/time/edtf.h"
#include "core/time/date.h"
#include "tests/catch.hpp"

using namespace annals;

TEST_CASE("EDTF is read and printed in canonical form") {
    for (const char* text : {"2023-09-26", "2023-09", "2023", "-0043", "185X", "-07XX", "2018-24", "2006/..", "/1909", "1984%", "[1667,1668]",
                             "[1667..1670]", "2023-09-26T20:47+01:00", "2023-09-26T20:47Z"}) {
        INFO(text);
        const EdtfResult result = parse_edtf(text);
        INFO(result.error);
        REQUIRE(result.edtf);
        CHECK(format_edtf(*result.edtf) == text);
    }
    CHECK(parse_edtf("2023-02-30").error == "2023-02-30: February 2023 has 28 days");
    CHECK(in_words(*parse_date("2023-09-20/2023-09-26").date) == "from 20 to 26 September 2023");
}
