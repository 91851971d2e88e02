// A large report in parts: every event on one of them, linked both ways, and in the index of the overview.
#include "tests/catch.hpp"
#include "tests/reports/sample_events.h"

#include "reports/split_page.h"

#include <nlohmann/json.hpp>

#include <map>

using namespace annals;

namespace {

std::map<std::string, std::string> split(const ReportInput& input, std::size_t packed) {
    std::map<std::string, std::string> files;
    write_split_page(input, "river", packed, [&](const std::string& name, const std::function<void(const TextSink&)>& write) {
        INFO(name);
        REQUIRE_FALSE(files.contains(name));
        std::string& text = files[name];
        write([&](std::string_view piece) { text += piece; });
    });
    return files;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    REQUIRE(from != std::string::npos);
    return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

}  // namespace

TEST_CASE("a page a year: each event stands on one, where the index says") {
    const std::vector<Event> events = sample::valley();
    const auto files = split(sample::report(events), 0);
    const auto index = nlohmann::json::parse(between(files.at("river.html"), "id=\"index\">", "</script>"));
    const auto texts = nlohmann::json::parse(between(files.at("river.html"), "id=\"texts\">", "</script>"));
    REQUIRE(index["ids"].size() == events.size());
    REQUIRE(texts["words"].size() == 2 * events.size());
    std::vector<std::string> parts;
    const std::string& overview = files.at("river.html");
    for (std::size_t at = overview.find("class=\"part\""); at != std::string::npos; at = overview.find("class=\"part\"", at + 1))
        parts.push_back(between(overview.substr(at), "href=\"", "\""));
    for (std::size_t i = 0; i < events.size(); ++i) {
        INFO(events[i].id);
        CHECK(index["ids"][i] == events[i].id);
        std::size_t pages = 0;
        for (const auto& [name, text] : files) pages += text.find("id=\"e-" + events[i].id + "\"") != std::string::npos;
        CHECK(pages == 1);
        CHECK(files.at(parts.at(index["parts"][i])).find("id=\"e-" + events[i].id + "\"") != std::string::npos);
        CHECK(texts["words"][2 * i + 1] == events[i].quote);
    }
    for (const char* name : {"river--0479.html", "river-1853.html", "river-2023.html", "river-undated.html", "river-sources.html"}) CHECK(files.contains(name));
    CHECK(files.at("river-2023.html").find("href=\"river-sources.html#d-") != std::string::npos);
}

TEST_CASE("short years are packed, a long one is parted, every link leads to a file") {
    const auto files = split(sample::report(sample::many(12'000)), 1000);
    std::size_t parts = 0;
    for (const auto& [name, text] : files) {
        for (std::size_t at = text.find("href=\"river"); at != std::string::npos; at = text.find("href=\"river", at + 1)) {
            const std::string link = text.substr(at + 6, text.find_first_of("\"#", at + 6) - at - 6);
            if (!files.contains(link)) FAIL(link);
        }
        parts += name.starts_with("river-19") || name.starts_with("river-20");
    }
    CHECK(parts >= 12);
    CHECK(parts < 20);
    std::vector<Event> one_day;
    for (int i = 0; i < 12'000; ++i) one_day.push_back(sample::event(std::to_string(1'000'000'000'000 + i), sample::on("1994-01-01"), "h", "q"));
    const auto parted = split(sample::report(std::move(one_day)), 1000);
    for (const char* name : {"river-1994.html", "river-1994-2.html", "river-1994-3.html"}) CHECK(parted.contains(name));
    CHECK(parted.at("river.html").find("1994 (2/3)</a> <small>4,000 events") != std::string::npos);
}

TEST_CASE("hostile text stays text in every part and in the index") {
    ReportInput input = sample::report(sample::hostile(), "</title><script>window.ran = 0</script>");
    input.text_of = [](const std::string& document) { return document + "\n</article><script>window.ran = 99</script>"; };
    for (const auto& [name, text] : split(input, 0)) {
        INFO(name);
        CHECK(text.find("<script>window") == std::string::npos);
        CHECK(text.find("<img") == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
    }
}

TEST_CASE("texts: what tells an event is marked and linked both ways, overlapping or not") {
    Event first = sample::event("a000000000001", sample::on("2001-01-01"), "one", "The mill burned"), second = sample::event("b000000000002", sample::on("2001-01-02"), "two", "burned & fell");
    const std::string text = "A title\n\nThe mill burned & fell on Monday.";
    for (Event* event : {&first, &second}) {
        event->sources[0].document = "the-document";
        const auto at = static_cast<std::uint32_t>(text.find(event->quote));
        event->sources[0].quote_span = {at, at + static_cast<std::uint32_t>(event->quote.size())};
    }
    ReportInput input = sample::report({first, second});
    input.text_of = [&](const std::string&) { return text; };
    const std::string page = sample::written("html", input);
    CHECK(page.find("<p>A title</p>\n<p></p>\n<p><a class=\"tag\" id=\"x-a000000000001-0\" href=\"#e-a000000000001\">1 January 2001</a> <span class=\"told\">The mill </span>"
                    "<a class=\"tag\" id=\"x-b000000000002-0\" href=\"#e-b000000000002\">2 January 2001</a> <span class=\"told\">burned</span><span class=\"told\"> &amp; fell</span> on Monday.</p>") !=
          std::string::npos);
    CHECK(page.find("href=\"#x-b000000000002-0\">in the text</a>") != std::string::npos);
    const auto files = split(input, 0);
    CHECK(files.at("river-sources.html").find("href=\"river-2001.html#e-b000000000002\"") != std::string::npos);
    CHECK(files.at("river-2001.html").find("href=\"river-sources.html#x-b000000000002-0\"") != std::string::npos);
    ReportInput without = sample::report({first});
    CHECK(sample::written("html", without).find("#x-") == std::string::npos);
}
