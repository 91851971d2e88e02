// Two sides of a chronology: which events are whose, with whose date, and how that is written.
#include "tests/catch.hpp"
#include "tests/reports/golden.h"
#include "tests/reports/sample_events.h"

#include "reports/comparison/comparison.h"

#include <nlohmann/json.hpp>

using namespace annals;

namespace {

std::string written(std::string_view format, const Comparison& comparison) {
    std::string text;
    const ComparisonFormat* found = find_comparison_format(format);
    REQUIRE(found);
    found->write(comparison, [&](std::string_view piece) { text += piece; });
    return text;
}

Comparison valley() { return {{"Ansel Courier", "Northern Wire"}, compare_publishers(sample::valley(), "ansel courier", "NORTHERN WIRE"), "", ""}; }

/// One event that only the Courier tells, one that both tell, one that only the Wire tells.
Comparison three() {
    const std::vector<Event> few = sample::few();
    Event wire = sample::event("7wire00000008", sample::on("2023-09-28"), "The *sirens* <b>stay</b> silent",
                               "Nobody heard a siren on Thursday & nobody asked.");
    wire.sources[0].publisher = "Northern Wire";
    wire.sources[0].document = wire.sources[0].url = "https://northern-wire.example/7wire00000008";
    return {{"Ansel Courier", "Northern Wire"}, compare_publishers({few.at(2), few.at(4), wire}, "Ansel Courier", "Northern Wire"), "", ""};
}

std::string ids(const std::vector<ComparedEvent>& events) {
    std::string text;
    for (const ComparedEvent& event : events)
        text += (text.empty() ? "" : " ") + (event.sides[0] ? event.sides[0]->id.substr(0, 1) : "-") + (event.sides[1] ? event.sides[1]->id.substr(0, 1) : "-");
    return text;
}

}  // namespace

TEST_CASE("a comparison is as the golden files say") {
    CHECK(written("json", three()) == golden("comparison/json/three.json"));
    CHECK(written("md", three()) == golden("comparison/md/three.md"));
    CHECK(without_assets(written("html", three())) == golden("comparison/html/three.html"));
}

TEST_CASE("each publisher tells its own date, headline and quote") {
    const Comparison comparison = valley();
    const auto breach = std::find_if(comparison.events.begin(), comparison.events.end(), [](const ComparedEvent& event) { return event.sides[0]->id == "jbreach000010"; });
    REQUIRE(breach != comparison.events.end());
    REQUIRE(breach->both());
    CHECK(breach->sides[0]->date.edtf == "2023-09-24");
    CHECK(breach->sides[1]->date.edtf == "2023-09-25");
    CHECK(breach->sides[1]->quote == "It was Monday, shortly after midnight, when the upper dyke gave way.");
    CHECK(breach->sides[1]->sources.size() == 1);
    const ComparisonCounts count = counts(comparison);
    CHECK(count.both == 2);
    CHECK(count.other_dates == 1);
    CHECK(count.only[0] == 14);
    CHECK(count.only[1] == 0);
}

TEST_CASE("who published first is counted where it is known") {
    Event event = sample::event("0123456789abc", sample::on("2001-01-01"), "h", "q");
    sample::add_source(event, "Northern Wire", event.date, "q").published = "2023-09-25";
    Comparison comparison{{"Ansel Courier", "Northern Wire"}, compare_publishers({event}, "Ansel Courier", "Northern Wire"), "", ""};
    CHECK(counts(comparison).first[1] == 1);
    CHECK(counts_in_words(comparison) == "Ansel Courier tells 1 event, Northern Wire tells 1 event. Both tell 1 of them, 0 with different dates. Northern Wire published 1 of them first.");
    event.sources[0].published.clear();
    comparison.events = compare_publishers({event}, "Ansel Courier", "Northern Wire");
    CHECK(counts(comparison).first[1] == 0);
}

TEST_CASE("events of two databases meet by id, by mention, by date and headline, each once") {
    Event same = sample::event("a000000000001", sample::on("2001-01-01"), "one", "q1");
    Event mention = sample::event("b000000000002", sample::on("2001-01-02"), "two", "q2"), renamed = mention;
    renamed.id = "c000000000003";
    renamed.date = sample::on("2001-01-05");
    Event told = sample::event("d000000000004", sample::on("2001-01-03"), "Three", "q3"), elsewhere = sample::event("e000000000005", sample::on("2001-01-03"), "three", "other words");
    Event left = sample::event("f000000000006", sample::on("2001-01-04"), "four", "q4"), right = sample::event("g000000000007", sample::on("2001-01-06"), "five", "q5");
    CHECK(ids(compare_databases({same, mention, told, left}, {same, elsewhere, renamed, right})) == "aa bc de f- -g");
    CHECK(ids(compare_databases({told}, {elsewhere, elsewhere})) == "de -e");
    CHECK(ids(compare_databases({}, {right})) == "-g");
}

TEST_CASE("a comparison as json: counts, both sides of each event, null where one does not tell it") {
    const auto json = nlohmann::json::parse(written("json", valley()));
    CHECK(json["left"] == "Ansel Courier");
    CHECK(json["both"] == 2);
    CHECK(json["only_left"] == 14);
    REQUIRE(json["events"].size() == 16);
    CHECK(json["events"][0]["told_by"] == "left");
    CHECK(json["events"][0]["right"].is_null());
    CHECK(json["events"][9]["same_date"] == false);
    CHECK(json["events"][9]["right"]["date"] == "2023-09-25");
    CHECK(written("json", {{"a", "b"}, {}, "", ""}).ends_with("\"events\": []}\n"));
}

TEST_CASE("a comparison as Markdown and as a page") {
    const std::string markdown = written("md", valley());
    CHECK(markdown.starts_with("# Ansel Courier and Northern Wire\n\nAnsel Courier tells 16 events, Northern Wire tells 2 events. Both tell 2 of them, 1 with different dates.\n\n## Told by both\n\n"
                               "- **24 September 2023:** The upper dyke breaks *(dates differ)*\n"
                               "  - Ansel Courier, 24 September 2023, published 2023-09-27: “The upper dyke broke on Sunday night, an hour before the sirens.”"));
    CHECK(markdown.find("\n## Only Ansel Courier\n") != std::string::npos);
    CHECK(markdown.find("## Only Northern Wire") == std::string::npos);
    const std::string page = written("html", valley());
    CHECK(page.find("<h2>Told by both <small>2 events</small></h2>") != std::string::npos);
    CHECK(page.find("<cite><bdi>From the valley</bdi></cite></a>") != std::string::npos);
    CHECK(page.find("script-src") == std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("no text of a source becomes markup in a comparison") {
    const Comparison comparison{{"<b>a", "b\"'"}, compare_databases(sample::hostile(), {}), "</title><script>", ""};
    const std::string page = written("html", comparison);
    for (const char* part : {"<script", "<img", "<base", "<svg onload", "<b>a", "javascript:"}) {
        INFO(part);
        CHECK((page.find(part) == std::string::npos || std::string_view(part) == "javascript:"));
    }
    CHECK(page.find("href=\"javascript") == std::string::npos);
    CHECK(page.size() < 200'000);
}
