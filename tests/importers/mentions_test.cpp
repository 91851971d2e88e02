#include "importers/extract/extract.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

namespace annals {
namespace {

Document article(const std::string& text, const std::string& published) {
    Document document;
    document.text = text;
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto heading = text.starts_with("# ") ? static_cast<std::uint32_t>(text.find("\n\n")) : 0;  // "# 1897", and a paragraph below
    if (heading > 0) document.blocks.push_back({BlockKind::heading, {2, heading}, {}, 2});
    document.blocks.push_back({BlockKind::paragraph, {heading > 0 ? heading + 2 : 0, size}, {}, 0});
    if (!published.empty()) document.stated = {{published, DateBasis::field, "published"}};
    return document;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string line_of(const Document& document, const Mention& mention) {
    std::string line = mention.date.edtf + " | " + std::string(to_string(mention.kind)) + " | " + std::string(to_string(mention.modality));
    line += " | " + or_dash(mention.attributed_to) + " | ";
    return line + std::string(words(document.text, mention.trigger));
}

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& one : all) text += one + "\n";
    return text;
}

TEST_CASE("a date that is the predicate itself is read to the end") {
    const Document document = article("“The fair was 15 days ago now and it’s plain that there was no harm,” he says.", "2020-10-02");
    CHECK(extract(document, *english_rules()).mentions.size() <= 1);  // arcs that went in a circle were followed for ever
}

TEST_CASE("mentions are as the cases say") {
    for (const auto& test : test::read_text_cases("mentions")) {
        const Document document = article(test.get("text"), test.get("reference"));
        const auto mentions = extract(document, *english_rules()).mentions;
        std::vector<std::string> found, headlines;
        for (const Mention& mention : mentions) {
            if (!mention.date.dated()) continue;
            found.push_back(line_of(document, mention));
            headlines.push_back(mention.headline);
        }
        INFO(test.where() << ": " << test.get("text"));
        if (const auto expected = test.all("headline"); !expected.empty()) CHECK(lines(headlines) == lines(expected));
        else CHECK(lines(found) == lines(test.all("mention")));
    }
}

TEST_CASE("events without date words have the days of their context") {
    for (const auto& test : test::read_text_cases("context")) {
        const Document document = article(test.get("text"), test.get("reference"));
        std::vector<std::string> found, shared;
        for (const Mention& mention : extract(document, *english_rules(), {}, Reach::every_event).mentions) {
            if (!mention.evidence.words.empty() && mention.role != DateRole::context) continue;
            auto& kind = mention.evidence.words.empty() ? found : shared;
            kind.push_back(or_dash(mention.date.edtf) + " | " + or_dash(mention.evidence.rule) + " | " + std::string(words(document.text, mention.trigger)));
        }
        INFO(test.where() << ": " << test.get("text"));
        CHECK(lines(found) == lines(test.all("context")));
        CHECK(lines(shared) == lines(test.all("shared")));
    }
}

TEST_CASE("a timeline has no event that its context alone dates, and every reach has what a timeline has") {
    for (const char* folder : {"context", "mentions"})
        for (const auto& test : test::read_text_cases(folder)) {
            const Document document = article(test.get("text"), test.get("reference"));
            std::vector<std::string> dated, all;
            for (const Mention& mention : extract(document, *english_rules()).mentions) {
                CHECK(mention.role != DateRole::context);
                if (mention.date.dated()) dated.push_back(line_of(document, mention));
            }
            for (const Mention& mention : extract(document, *english_rules(), {}, Reach::every_event).mentions) {
                if (mention.role == DateRole::context) CHECK(mention.date.dated());
                else if (mention.date.dated()) all.push_back(line_of(document, mention));
            }
            INFO(test.where() << ": " << test.get("text"));
            CHECK(lines(dated) == lines(all));
        }
}

TEST_CASE("every mention stands in the text, with its evidence") {
    for (const auto& test : test::read_text_cases("mentions")) {
        const Document document = article(test.get("text"), test.get("reference"));
        for (const Mention& mention : extract(document, *english_rules()).mentions) {
            INFO(test.where());
            CHECK(mention.quote.end <= document.text.size());
            CHECK(mention.quote.contains(mention.trigger));
            CHECK(!mention.headline.empty());
            if (mention.date.dated()) {
                CHECK(words(document.text, mention.evidence.span) == mention.evidence.words);
                CHECK(!mention.evidence.rule.empty());
            }
        }
    }
}

}  // namespace
}  // namespace annals
