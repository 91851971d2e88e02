#include "importers/extract/extract.h"
#include "importers/extract/words/language.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

namespace annals {
namespace {

Document document_of(const std::string& text) {
    Document document;
    document.text = text;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}, {}, 0}};
    return document;
}

}  // namespace

TEST_CASE("the language of a text is told by its words") {
    for (const auto& test : test::read_text_cases("language")) {
        INFO(test.where());
        test.expect_keys({"declared", "text", "language"});
        Document document = document_of(test.get("text"));
        document.language = test.get("declared");
        CHECK(other_language(document) == test.get("language"));
    }
}

TEST_CASE("a text in a language without rules keeps its day and tells no events") {
    Document document = document_of(
        "Le port de Kelso a été fermé le 14 juin 2019 parce qu'un navire avait perdu sa cargaison dans le chenal. "
        "Le maire a déclaré le 15 juin 2019 qu'il serait de nouveau ouvert à la fin de la semaine et que personne n'avait été blessé.");
    document.language = "en";
    document.stated = {{"2019-06-16", DateBasis::meta, "date"}};
    const Extracted extracted = extract(document, *english_rules());
    CHECK(extracted.mentions.empty());
    CHECK(extracted.published == "2019-06-16");
    REQUIRE(extracted.diagnostics.size() == 1);
    CHECK(extracted.diagnostics[0].code == "language.rules");
    CHECK(extracted.diagnostics[0].text.find("French") != std::string::npos);
}

TEST_CASE("boilerplate does not tell the language") {
    const std::string english = "The harbour of Kelso was closed on Monday because a ship had lost its cargo in the channel, and the mayor said that it would be open again by the end of the week.";
    std::string menu;
    for (int i = 0; i < 50; ++i) menu += " le la les des une dans pour";
    Document document = document_of(english);
    document.text += menu;
    document.blocks.push_back({BlockKind::boilerplate, {static_cast<std::uint32_t>(english.size()), static_cast<std::uint32_t>(document.text.size())}, {}, 0});
    CHECK(other_language(document).empty());
}

}  // namespace annals
