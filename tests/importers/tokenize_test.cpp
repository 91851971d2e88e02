#include "importers/extract/words/tokenize.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

namespace annals {
namespace {

Document one_block(const std::string& text) {
    Document document;
    document.text = text;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}, {}, 0}};
    return document;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : " | ") + part;
    return all;
}

TEST_CASE("tokens are as the cases say") {
    for (const auto& test : test::read_text_cases("tokens")) {
        if (test.get("tokens").empty()) continue;
        INFO(test.where());
        const std::string text = test.get("text");
        std::vector<std::string> found;
        for (const Token& token : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) found.emplace_back(words(text, token.span));
        CHECK(joined(found) == test.get("tokens"));
    }
}

TEST_CASE("sentences are as the cases say") {
    for (const auto& test : test::read_text_cases("tokens")) {
        const auto expected = test.all("sentence");
        if (expected.empty()) continue;
        INFO(test.where());
        const Document document = one_block(test.get("text"));
        std::vector<std::string> found;
        TokenRoom room;
        for (const Sentence& sentence : split_sentences(document, room))
            found.emplace_back((sentence.quoted ? "[quoted] " : "") + std::string(words(document.text, sentence.span)));
        CHECK(joined(found) == joined(expected));
    }
}

TEST_CASE("a block border ends a sentence, boilerplate has none") {
    Document document;
    document.text = "A heading without stop\n\nThe text goes on.\n\nShare this";
    document.blocks = {
        {BlockKind::heading, {0, 22}, {}, 2}, {BlockKind::paragraph, {24, 41}, {}, 0}, {BlockKind::boilerplate, {43, 53}, {}, 0}};
    TokenRoom room;
    const auto sentences = split_sentences(document, room);
    REQUIRE(sentences.size() == 2);
    CHECK(words(document.text, sentences[0].span) == "A heading without stop");
    CHECK(sentences[1].block == 1);
}

TEST_CASE("tokens cover everything but white space, in order") {
    const std::string text =
        "It\u2019s 3.12pm \u2014 \u201cthe 1990s\u201d, a.m. U.S. $47,000 and\u00a0more\u2026 \xf0\x9f\x98\x80 '90s x@y.org.";
    std::uint32_t at = 0;
    for (const Token& token : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
        REQUIRE(token.span.begin >= at);
        REQUIRE(!token.span.empty());
        for (; at < token.span.begin; ++at) CHECK(std::string_view(" \xc2\xa0").find(text[at]) != std::string_view::npos);
        at = token.span.end;
    }
    CHECK(at == text.size());
}

}  // namespace
}  // namespace annals
