#include "importers/extract/events/repairs.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"
#include "importers/extract/words/tokenize.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

#include <algorithm>
#include <random>
#include <sstream>

namespace annals {
namespace {

struct OwnSentence : Sentence {
    explicit OwnSentence(const std::string& text) : room(tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
        span = {0, static_cast<std::uint32_t>(text.size())};
        tokens = room;
    }
    OwnSentence(const OwnSentence&) = delete;

    TokenRoom room;
};

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
        OwnSentence sentence(test.get("text"));
        tag(test.get("text"), sentence);
        std::string found;
        for (const Tag each : sentence.tags) found += (found.empty() ? "" : " ") + std::string(to_string(each));
        CHECK(found == test.get("tags"));
    }
}

// "opened future asserted passive"
std::string told(const std::string& text, const Sentence& sentence, const Clause& clause) {
    std::string line(words(text, sentence.tokens[clause.head].span));
    line += " " + std::string(to_string(clause.tense)) + " " + std::string(to_string(clause.modality));
    if (clause.passive) line += " passive";
    if (clause.progressive) line += " progressive";
    if (clause.reported) line += " reported";
    if (clause.subordinate) line += " subordinate";
    return line;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

std::vector<std::string> clauses_of(const std::string& text, bool with_heads) {
    OwnSentence sentence(text);
    tag(text, sentence);
    if (with_heads) parse(text, sentence);
    repair(text, sentence, {});
    find_clauses(text, sentence);
    std::vector<std::string> lines;
    for (const Clause& clause : sentence.clauses) lines.push_back(told(text, sentence, clause));
    return lines;
}

TEST_CASE("clauses are as the cases say") {
    for (const auto& test : test::read_text_cases("grammar/clauses.test")) {
        INFO(test.where());
        INFO(test.get("text"));
        test.expect_keys({"text", "clause"});
        CHECK(joined(clauses_of(test.get("text"), true)) == joined(test.all("clause")));
    }
}

TEST_CASE("clauses are found from tags alone") {
    for (const auto& test : test::read_text_cases("grammar/clauses_from_tags.test")) {
        INFO(test.where());
        INFO(test.get("text"));
        test.expect_keys({"text", "clause"});
        CHECK(joined(clauses_of(test.get("text"), false)) == joined(test.all("clause")));
    }
}

TEST_CASE("arcs are drawn anew without a circle") {
    Sentence sentence;
    sentence.heads = {1, 2, -1};
    sentence.relations = {Relation::det, Relation::nsubj, Relation::root};
    CHECK_FALSE(hang(sentence, 1, 0, Relation::obl));
    CHECK_FALSE(hang(sentence, 1, 1, Relation::obl));
    CHECK_FALSE(hang(sentence, 2, 0, Relation::obl));
    CHECK(sentence.heads == std::vector<std::int32_t>{1, 2, -1});
    CHECK(hang(sentence, 0, 2, Relation::obl));
    CHECK(sentence.heads == std::vector<std::int32_t>{2, 2, -1});
    CHECK(sentence.relations[0] == Relation::obl);
    make_root(sentence, 1, Relation::advcl);
    CHECK(sentence.heads == std::vector<std::int32_t>{2, -1, 1});
    CHECK(sentence.relations == std::vector<Relation>{Relation::obl, Relation::root, Relation::advcl});
    hang_children(sentence, 2, {0, 3}, 1);
    CHECK(sentence.heads == std::vector<std::int32_t>{1, -1, 1});
}

TEST_CASE("every repaired parse is a tree") {
    const std::vector<std::string> words{"the", "mill", "board", "which", "that", "who",  "were", "was",  "had",  "closed", "said", "told", "claims", ",",   "and", "a",
                                         "on",  "when", "after", "Holm",  "left", "days", "of",   "in",   "they", "put",    "is",   "(",    ")",      "\"", ";",   "would"};
    std::mt19937 dice(7);
    for (int number = 0; number < 3000; ++number) {
        std::string text = number % 3 ? "The" : "Had";
        for (unsigned length = 4 + dice() % 24; length > 0; --length) text += " " + words[dice() % words.size()];
        OwnSentence sentence(text + " .");
        INFO(text);
        tag(text + " .", sentence);
        parse(text + " .", sentence);
        std::vector<Resolution> resolutions;
        if (sentence.tokens.size() > 8) {
            Resolution date;
            date.first = 3 + dice() % 4;
            date.last = date.first + 1;
            date.governed = sentence.tokens[date.last + 1].span;
            date.other.start_min = date.other.end_max = 1;
            resolutions.push_back(date);
        }
        repair(text + " .", sentence, resolutions);
        CHECK(std::count(sentence.heads.begin(), sentence.heads.end(), -1) == 1);
        for (std::int32_t up = 0; static_cast<std::size_t>(up) < sentence.heads.size(); ++up) {
            std::size_t steps = 0;
            for (std::int32_t at = up; at >= 0 && steps <= sentence.heads.size(); at = sentence.heads[static_cast<std::size_t>(at)]) ++steps;
            REQUIRE(steps <= sentence.heads.size());
        }
    }
}

TEST_CASE("every parse is a tree, its clauses nested") {
    std::string text;
    for (int number = 0; number < 60; ++number) text += "The \"man (who said that if - had it, not been, which they of in and \" to ";
    OwnSentence sentence(text);
    analyse(text, sentence);
    REQUIRE(sentence.heads.size() == sentence.tokens.size());
    int roots = 0;
    for (const std::int32_t head : sentence.heads) roots += head == -1;
    CHECK(roots == 1);
    for (std::size_t token = 0; token < sentence.heads.size(); ++token) {
        std::int32_t up = static_cast<std::int32_t>(token);
        std::size_t steps = 0;
        while (up >= 0 && steps <= sentence.heads.size()) up = sentence.heads[static_cast<std::size_t>(up)], ++steps;
        REQUIRE(up == -1);
    }
    for (const Clause& clause : sentence.clauses) {
        CHECK(clause.first <= clause.head);
        CHECK(clause.head < clause.last);
        if (clause.parent < 0) continue;
        const Clause& outer = sentence.clauses[static_cast<std::size_t>(clause.parent)];
        CHECK(outer.first <= clause.first);
        CHECK(clause.last <= outer.last);
    }
    Sentence empty;
    analyse("", empty);
    CHECK(empty.clauses.empty());
}

TEST_CASE("an empty sentence and odd bytes are tagged") {
    Sentence empty;
    tag("", empty);
    CHECK(empty.tags.empty());
    const std::string noise = std::string(5000, 'x') + " \xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80 -";
    OwnSentence odd(noise);
    tag(noise, odd);
    CHECK(odd.tags.size() == odd.tokens.size());
}

}  // namespace
}  // namespace annals
