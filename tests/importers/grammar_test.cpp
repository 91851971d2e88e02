#include "importers/extract/grammar.h"
#include "importers/extract/tokenize.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

#include <sstream>

namespace annals {
namespace {

Sentence sentence_of(const std::string& text) {
    Sentence sentence;
    sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    sentence.tokens = tokenize(text, sentence.span);
    return sentence;
}

Tag tag_named(const std::string& name) {
    for (int number = 0; number <= static_cast<int>(Tag::punctuation); ++number)
        if (to_string(static_cast<Tag>(number)) == name) return static_cast<Tag>(number);
    throw std::runtime_error("no tag " + name);
}

TEST_CASE("words have the base form and class that the cases say") {
    for (const auto& test : test::read_text_cases("grammar/words.test")) {
        INFO(test.where());
        test.expect_keys({"lemma", "event", "not_event", "reporting", "not_reporting"});
        for (const std::string& line : test.all("lemma")) {
            std::istringstream fields(line);
            std::string word, tag, base;
            fields >> word >> tag >> base;
            INFO(line);
            CHECK(lemma(word, tag_named(tag)) == base);
        }
        for (const std::string& noun : test.all("event")) {
            INFO(noun);
            CHECK(is_event_noun(noun));
        }
        for (const std::string& noun : test.all("not_event")) {
            INFO(noun);
            CHECK_FALSE(is_event_noun(noun));
        }
        for (const std::string& verb : test.all("reporting")) {
            INFO(verb);
            CHECK(is_reporting_verb(verb));
        }
        for (const std::string& verb : test.all("not_reporting")) {
            INFO(verb);
            CHECK_FALSE(is_reporting_verb(verb));
        }
    }
}

TEST_CASE("tags are as the cases say") {
    for (const auto& test : test::read_text_cases("grammar/tags.test")) {
        INFO(test.where());
        test.expect_keys({"text", "tags"});
        Sentence sentence = sentence_of(test.get("text"));
        tag(test.get("text"), sentence);
        std::string found;
        for (const Tag each : sentence.tags) found += (found.empty() ? "" : " ") + std::string(to_string(each));
        CHECK(found == test.get("tags"));
    }
}

TEST_CASE("an empty sentence and odd bytes are tagged") {
    Sentence empty;
    tag("", empty);
    CHECK(empty.tags.empty());
    const std::string noise = std::string(5000, 'x') + " \xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80 -";
    Sentence odd = sentence_of(noise);
    tag(noise, odd);
    CHECK(odd.tags.size() == odd.tokens.size());
}

}  // namespace
}  // namespace annals
