#include "importers/extract/extract.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

#include <algorithm>

namespace annals {
namespace {

void add_block(Document& document, BlockKind kind, const std::string& text) {
    if (text.empty()) return;
    if (!document.text.empty()) document.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    document.blocks.push_back({kind, {begin, static_cast<std::uint32_t>(document.text.size())}, {}, 0});
}

Document document_of(const test::TextCase& test) {
    Document document;
    document.url = test.get("url");
    add_block(document, BlockKind::byline, test.get("byline"));
    add_block(document, BlockKind::dateline, test.get("dateline"));
    std::string rest = test.get("text");
    const auto add = [&](const std::string& part) {
        const bool heading = part.starts_with("# ");
        add_block(document, heading ? BlockKind::heading : BlockKind::paragraph, heading ? part.substr(2) : part);
    };
    for (std::size_t gap; (gap = rest.find("\n\n")) != std::string::npos; rest = rest.substr(gap + 2)) add(rest.substr(0, gap));
    add(rest);
    for (const std::string& row : test.all("row")) add_block(document, BlockKind::table_row, row);
    return document;
}

std::string shown(const DatedText& dated, const std::string& text) {
    std::string all;
    for (const Resolution& found : dated.resolutions)
        all += "\n  " + std::string(words(text, found.span)) + " = " + found.date.edtf + " (" + found.rule + ", " + found.timex_value +
               ", " + found.anchor + found.undated_because + ")";
    return all;
}

TEST_CASE("dates of documents are as the cases say") {
    for (const auto& test : test::read_text_cases("dates")) {
        const Document document = document_of(test);
        const DatedText dated = find_dates(document, *english_rules(), test.get("published"));
        INFO(test.where() << shown(dated, document.text));
        if (!test.get("anchor").empty())
            CHECK(dated.anchor.date.edtf + " " + std::string(to_string(dated.anchor.basis)) == test.get("anchor"));
        std::size_t next = 0;
        for (const auto& [key, value] : test.fields) {
            if (key == "date" || key == "undated") {
                const std::size_t equals = key == "date" ? value.rfind(" = ") : value.size();
                const std::string wanted = value.substr(0, equals);
                const auto is_wanted = [&](const Resolution& found) { return words(document.text, found.span) == wanted; };
                while (next < dated.resolutions.size() && !is_wanted(dated.resolutions[next])) ++next;
                INFO(value);
                CHECK(next < dated.resolutions.size());
                if (next >= dated.resolutions.size()) break;
                const Resolution& found = dated.resolutions[next++];
                CHECK(found.date.edtf == (key == "date" ? value.substr(equals + 3) : std::string()));
                CHECK(found.undated_because.empty() == (key == "date"));
            } else if (key == "other") {
                const std::size_t equals = value.rfind(" = ");
                const auto found = std::find_if(dated.resolutions.begin(), dated.resolutions.end(), [&](const Resolution& one) {
                    return !one.governed.empty() && words(document.text, {one.span.begin, one.governed.end}) == value.substr(0, equals);
                });
                INFO(value);
                REQUIRE(found != dated.resolutions.end());
                CHECK(found->other.edtf == value.substr(equals + 3));
            } else if (key == "none") {
                const std::size_t at = document.text.find(value);
                REQUIRE(at != std::string::npos);
                const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + value.size())};
                for (const Resolution& found : dated.resolutions) CHECK_FALSE(found.span.overlaps(span));
            }
        }
    }
}

TEST_CASE("a live entry is read against its own day") {
    Document document;
    add_block(document, BlockKind::paragraph, "The vote was lost yesterday.");
    add_block(document, BlockKind::entry, "The minister left yesterday.");
    document.blocks[1].stated = "2019-01-16T00:40";
    document.stated = {{"2019-01-20", DateBasis::json_ld, "datePublished"}};
    const DatedText dated = find_dates(document, *english_rules());
    REQUIRE(dated.resolutions.size() == 2);
    CHECK(dated.resolutions[0].date.edtf == "2019-01-19");
    CHECK(dated.resolutions[0].anchor == "published 2019-01-20 (json_ld)");
    CHECK(dated.resolutions[1].date.edtf == "2019-01-15");
}

TEST_CASE("the format's first date wins; an unreadable one is a warning") {
    Document document;
    add_block(document, BlockKind::paragraph, "It rained yesterday.");
    document.stated = {{"2019-13-01", DateBasis::meta, "date"},
                       {"2019-05-01", DateBasis::byline, "1 May"},
                       {"2019-04-30", DateBasis::json_ld, "datePublished"}};
    const DatedText dated = find_dates(document, *english_rules());
    CHECK(dated.anchor.date.edtf == "2019-05-01");
    REQUIRE(dated.diagnostics.size() == 1);
    CHECK(dated.diagnostics[0].code == "anchor.unreadable");
}

TEST_CASE("a date in figures that are not read is a warning") {
    Document document;
    add_block(document, BlockKind::paragraph, "On 5 May 1994 it rained. On \u0665 May it stopped.");
    const DatedText dated = find_dates(document, *english_rules());
    REQUIRE(dated.resolutions.size() == 1);
    REQUIRE(dated.diagnostics.size() == 1);
    CHECK(dated.diagnostics[0].code == "date.figures");
    CHECK(words(document.text, dated.diagnostics[0].span.value_or(Span{})) == "May");
}

TEST_CASE("a sentence is tagged only where a rule asks") {
    const auto tagged = [](const std::string& text) {
        Document document;
        add_block(document, BlockKind::paragraph, text);
        const DatedText dated = find_dates(document, *english_rules(), "2020-05-26");
        REQUIRE(dated.sentences.size() == 1);
        return !dated.sentences[0].tags.empty();
    };
    CHECK(tagged("Every second house was empty."));  // the words around do not tell what "second" is
    CHECK(tagged("They met in may."));
    CHECK(tagged("He paid 2010 crowns for it."));
    CHECK_FALSE(tagged("On 3 March 2018 they met every day, and again in May and last spring."));  // they do
    CHECK_FALSE(tagged("It may rain, prices fall and soldiers march."));
    CHECK_FALSE(tagged("The council met on Tuesday, in 2010 and two days later."));
    CHECK_FALSE(tagged("Nothing here is of time."));
}

TEST_CASE("the week that is counted has its day beside it") {
    Document document;
    add_block(document, BlockKind::paragraph, "He resigned three weeks ago.");
    const DatedText dated = find_dates(document, *english_rules(), "2014-05-20");
    REQUIRE(dated.resolutions.size() == 1);
    CHECK(dated.resolutions[0].date.edtf == "2014-04-28/2014-05-04");
    CHECK(dated.resolutions[0].alternatives == std::vector<std::string>{"2014-04-29"});
}

TEST_CASE("resolutions are in order and within the text") {
    Document document;
    add_block(document, BlockKind::paragraph,
              "On 3 May 1801, the next day, two days later, in 1802\u201303 and on 5 and 6 June 1804, at 10 p.m. on Tuesday.");
    std::uint32_t at = 0;
    for (const Resolution& found : find_dates(document, *english_rules()).resolutions) {
        CHECK(found.span.begin >= at);
        CHECK(found.span.end <= document.text.size());
        at = found.span.end;
    }
    CHECK(at > 0);
}

}  // namespace
}  // namespace annals
