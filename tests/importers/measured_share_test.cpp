#include "importers/extract/extract.h"
#include "importers/extract/matching/measured_share.h"
#include "tests/catch.hpp"

namespace annals {
namespace {

Resolution only_date(const std::string& text) {
    Document document;
    document.text = text;
    document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}, {}, 0});
    const DatedText dated = find_dates(document, *english_rules(), "2017-06-14");
    REQUIRE(dated.resolutions.size() == 1);
    return dated.resolutions[0];
}

TEST_CASE("what may be read otherwise is believed less") {
    const Resolution clear = only_date("The mayor quit on Monday."), doubtful = only_date("The mayor, Monday.");
    CHECK(clear.alternatives.empty());
    REQUIRE(clear.confidence);
    CHECK(doubtful.alternatives == std::vector<std::string>{"2017-06-19"});
    REQUIRE(doubtful.confidence);
    CHECK(*doubtful.confidence < *clear.confidence);
    CHECK(*clear.confidence <= 1);
}

TEST_CASE("nothing is said of what was not measured") { CHECK_FALSE(measured_share("no_such_rule", false)); }

}  // namespace
}  // namespace annals
