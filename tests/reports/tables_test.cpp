// The table formats against golden files written by hand.
#include "tests/catch.hpp"
#include "tests/reports/golden.h"
#include "tests/reports/sample_events.h"

#include "core/text/utf8.h"
#include "reports/comparison/comparison.h"
#include "reports/json_text.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>

using namespace annals;

namespace {

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

TEST_CASE("csv guards what stands where a date should") {
    Event event = sample::event("0123456789abc", sample::on("2001-01-01"), "h", "q");
    event.sources[0].published = "=1+1";
    CHECK(sample::written("csv", sample::report({event})).ends_with(",'=1+1\r\n"));
    event.sources[0].published = "-0043-03";
    CHECK(sample::written("csv", sample::report({event})).ends_with(",-0043-03\r\n"));
}

TEST_CASE("csv on a terminal or in a pipe has the guard and no byte order mark") {
    ReportInput input = sample::report(sample::few());
    input.byte_order_mark = false;
    CHECK(sample::written("csv", input) == golden("csv/few.csv").substr(3));
}

TEST_CASE("json and jsonl are as the golden files say") {
    CHECK(sample::written("json", sample::report(sample::few())) == golden("json/few.json"));
    CHECK(sample::written("jsonl", sample::report(sample::few())) == golden("jsonl/few.jsonl"));
}

TEST_CASE("md is as the golden file says") {
    CHECK(sample::written("md", sample::report(sample::few(), "The *valley*")) == golden("md/few.md"));
}

TEST_CASE("the page is as the golden file says, style and script aside") {
    const std::vector<Event> few = sample::few();
    CHECK(without_assets(sample::written("html", sample::report({few.at(2), few.at(6)}, "The *valley*"))) == golden("html/two.html"));
}

TEST_CASE("ics is as the golden file says") {
    CHECK(sample::written("ics", sample::report(sample::few(), "The valley, its bridges; and \\ more")) == golden("ics/few.ics"));
}

TEST_CASE("no line of ics is longer than 75 octets, none parts a character, and no text ends its line") {
    std::vector<Event> events = sample::hostile();
    for (const Event& event : sample::right_to_left()) events.push_back(event);
    const std::string text = sample::written("ics", sample::report(events, "a\r\nBEGIN:VEVENT\nb"));
    std::size_t begin = 0, long_lines = 0, broken = 0, entries = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find("\r\n", begin);
        REQUIRE(end != std::string::npos);
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        long_lines += line.size() > 75;
        broken += !is_utf8(line) || line.find_first_of("\r\n\x7f\x1b") != std::string_view::npos;
        entries += line == "BEGIN:VEVENT";
        begin = end + 2;
    }
    CHECK(long_lines == 0);
    CHECK(broken == 0);
    CHECK(entries == events.size());
}

TEST_CASE("ics: a day that is known is certain, any other tentative; what has no calendar day is a journal entry") {
    const auto written = [](Date date) { return sample::written("ics", sample::report({sample::event("0123456789abc", std::move(date), "h", "q")})); };
    CHECK(written(sample::on("2024-02-29")).find("DTEND;VALUE=DATE:20240301\r\n") != std::string::npos);
    CHECK(written(sample::on("2024-02-29")).find("STATUS:CONFIRMED") != std::string::npos);
    CHECK(written(sample::span("2023-09-20/2023-09-26", "2023-09-20", "2023-09-20", "2023-09-26", "2023-09-26", Precision::day)).find("STATUS:CONFIRMED") != std::string::npos);
    CHECK(written(sample::span("2022-12/2023-09", "2022-12-01", "2022-12-31", "2023-09-01", "2023-09-30", Precision::month)).find("STATUS:TENTATIVE") != std::string::npos);
    CHECK(written(sample::point("2024-02-29~", "2024-02-29", "2024-02-29", Precision::day)).find("STATUS:TENTATIVE") != std::string::npos);
    for (const char* day : {"0000-12-31", "-0001-01-01", "9999-12-31"}) {
        INFO(day);
        CHECK(written(sample::on(day)).find("BEGIN:VJOURNAL") != std::string::npos);
        CHECK(written(sample::on(day)).find("DTSTART") == std::string::npos);
    }
    CHECK(written(sample::on("0001-01-01")).find("DTSTART;VALUE=DATE:00010101\r\n") != std::string::npos);
}

TEST_CASE("timelinejs is as the golden file says") {
    CHECK(sample::written("timelinejs", sample::report(sample::few(), "The *valley*")) == golden("timelinejs/few.json"));
}

TEST_CASE("markwhen is as the golden file says") {
    CHECK(sample::written("markwhen", sample::report(sample::few(), "The *valley* #1")) == golden("markwhen/few.mw"));
}

TEST_CASE("markwhen: years before the year 1, and no text of a source begins an entry, a tag or a link") {
    const auto entry = [](Date date, std::string_view text) { return sample::written("markwhen", sample::report({sample::event("0123456789abc", std::move(date), text, text)})); };
    CHECK(entry(sample::point("-04XX", "-0499-01-01", "-0400-12-31", Precision::century), "h").starts_with("\n500 BCE - 401 BCE: h ("));
    CHECK(entry(sample::span("-0002/0003", "-0002-01-01", "-0002-12-31", "0003-01-01", "0003-12-31", Precision::year), "h").starts_with("\n3 BCE - 3 CE: h ("));
    CHECK(entry(sample::on("2001-01-01"), "a #tag [x](javascript:y)\n1994: b").find("\n2001-01-01: a #\u2060tag [x]\u2060(javascript:y) 1994: b\n“a ") != std::string::npos);
}

TEST_CASE("every format gives equal bytes for equal events") {
    for (const ReportFormat& format : report_formats()) {
        INFO(format.name);
        CHECK(sample::written(format.name, sample::report(sample::valley())) == sample::written(format.name, sample::report(sample::valley())));
    }
}

TEST_CASE("every format has its golden folder, as a comparison too, and its line in the docs") {
    const std::string docs = file_text("/docs/reports.md");
    for (const ReportFormat& format : report_formats()) {
        INFO(format.name);
        const std::string folder = test::source_dir().string() + "/tests/golden/reports/", name(format.name);
        CHECK(std::filesystem::is_directory(folder + name));
        CHECK((!find_comparison_format(name) || std::filesystem::is_directory(folder + "comparison/" + name)));
        CHECK(docs.find("\n| " + std::string(format.name) + " | ") != std::string::npos);
    }
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
