// csv, json and jsonl against golden files written by hand.
#include "tests/catch.hpp"
#include "tests/reports/sample_events.h"

#include "reports/json_text.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <limits>
#include <sstream>

using namespace annals;

namespace {

std::string golden(const std::string& path) {
    std::ifstream file(ANNALS_SOURCE_DIR "/tests/golden/reports/" + path, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string number(double value) {
    std::string json;
    append_json_number(json, value);
    return json;
}

std::string string(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

}  // namespace

TEST_CASE("csv is as the golden file says") {
    CHECK(sample::written("csv", sample::report(sample::few())) == golden("csv/few.csv"));
}

TEST_CASE("csv --raw has neither byte order mark nor guard") {
    ReportInput input = sample::report(sample::few());
    input.raw = true;
    CHECK(sample::written("csv", input) == golden("csv/few-raw.csv"));
}

TEST_CASE("json and jsonl are as the golden files say") {
    CHECK(sample::written("json", sample::report(sample::few())) == golden("json/few.json"));
    CHECK(sample::written("jsonl", sample::report(sample::few())) == golden("jsonl/few.jsonl"));
}

TEST_CASE("md is as the golden file says") {
    CHECK(sample::written("md", sample::report(sample::few(), "The *valley*")) == golden("md/few.md"));
}

TEST_CASE("no text of a source becomes Markdown") {
    const auto item = [](std::string_view quote) {
        const std::string text = sample::written("md", sample::report({sample::event("0123456789abc", sample::on("2001-01-01"), "h", quote)}));
        const std::size_t begin = text.find("  > ") + 4;
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    CHECK(item("<script>*a*</script> [b](c) `d` _e_ &amp;") == "\\<script\\>\\*a\\*\\</script\\> \\[b\\](c) \\`d\\` \\_e\\_ \\&amp;");
    CHECK(item("- a list") == "\\- a list");
    CHECK(item("  1994. A list") == "1994\\. A list");
    CHECK(item("In 1994. No list - none") == "In 1994. No list - none");
    CHECK(item("# one\n\n    code") == "\\# one code");
}

TEST_CASE("no events: a header, an empty array, nothing") {
    CHECK(sample::written("csv", sample::report({})).find("\r\n") == sample::written("csv", sample::report({})).size() - 2);
    CHECK(sample::written("json", sample::report({})) == "[]\n");
    CHECK(sample::written("jsonl", sample::report({})).empty());
}

TEST_CASE("every text comes back whole from another JSON parser") {
    std::string text;
    for (char c = 0; c < 0x20; ++c) text += c;
    text += "\"\\/\x7f</script>\u2028\u202e\U0001F600 é";
    CHECK(nlohmann::json::parse(string(text)).get<std::string>() == text);
}

TEST_CASE("numbers are the shortest decimals, or null") {
    CHECK(number(47000) == "47000");
    CHECK(number(-0.1) == "-0.1");
    CHECK(nlohmann::json::parse(number(1e300)).get<double>() == 1e300);
    CHECK(number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("an event without sources is still a row") {
    Event event = sample::event("0123456789abc", sample::on("2001-01-01"), "h", "q");
    event.sources.clear();
    CHECK(sample::written("csv", sample::report({event})).ends_with("0123456789abc,2001-01-01,2001-01-01,2001-01-01,day,point,occurrence,h,q,,,,,,\r\n"));
    CHECK(nlohmann::json::parse(sample::written("json", sample::report({event}))).at(0).at("sources").empty());
}

TEST_CASE("an event is written before the next one is asked for") {
    for (const ReportFormat& format : report_formats()) {
        if (format.name == "html") continue;  // the page holds an overview and gathers it first
        INFO(format.name);
        std::size_t bytes = 0, held = 0;
        ReportInput input = sample::report({});
        input.events = [&](const std::function<bool(const Event&)>& take) {
            for (int i = 0; i < 100; ++i) {
                const std::size_t before = bytes;
                take(sample::event("0123456789abc", sample::on("2001-01-01"), "headline", "quote"));
                if (bytes == before) ++held;
            }
        };
        format.write(input, [&](std::string_view piece) { bytes += piece.size(); });
        CHECK(held == 0);
    }
}

TEST_CASE("formats are found by name") {
    for (const ReportFormat& format : report_formats()) CHECK(find_report_format(format.name) == &format);
    CHECK(find_report_format("doc") == nullptr);
}
