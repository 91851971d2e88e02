#include "importers/extract/extract.h"
#include "importers/extract/matching/rule_set.h"
#include "importers/extract/words/tokenize.h"
#include "tests/catch.hpp"

#include <array>
#include <map>

namespace annals::embedded {
const std::vector<EmbeddedFile>& rules_en();
}

namespace annals {
namespace {

const RulesResult& english() {
    static const RulesResult read = read_rules(embedded::rules_en());
    return read;
}

/// A reference with a time of day: the paragraph is an entry of a live page, written then.
Document one_paragraph(const std::string& text, const std::string& reference = {}) {
    const std::string stated = reference.find('T') == std::string::npos ? std::string() : reference;
    Document document;
    document.text = text;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}, stated, 0}};
    return document;
}

// Takes the [ and ] that mark the expression out of the text.
Span unmark(std::string& text) {
    const std::size_t open = text.find('[');
    text.erase(open, 1);
    const std::size_t close = text.find(']');
    text.erase(close, 1);
    std::size_t begin = open;
    while (text[begin] == ' ') ++begin;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close)};
}

std::string shown(const DatedText& dated, const std::string& text) {
    std::string all;
    for (const Resolution& found : dated.resolutions)
        all += "\n  " + std::string(words(text, found.span)) + " | " + found.rule + " | " + found.date.edtf + " | " + found.timex_value +
               " | " + found.undated_because;
    return all;
}

TEST_CASE("what the shape of a number rules out is never read from it") {
    const RuleSet& rules = *english().rules;
    const std::string text =
        "0 7 31 1994 1066 2400 300 12345 123456789 1234567890 47,000 3.12 12:30 12.30 1990s 20th 1st '68 '90s 3/27/2014 14.07.15 "
        "2023-09-26 '8";
    TokenRoom room = tokenize(text, {0, static_cast<std::uint32_t>(text.size())});
    const Tokens tokens(room);
    const LookedUp at{text, &rules.lexicon, &tokens};
    int read = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != TokenKind::number) continue;
        for (int figure = 0; figure < static_cast<int>(FigureClass::size); ++figure) {
            if (!read_figure(static_cast<FigureClass>(figure), at, i, rules.figure_words).length) continue;
            INFO(at.word(i) << " as " << figure_class_name(static_cast<FigureClass>(figure)));
            CHECK((figures_of_number(at.word(i)) >> figure & 1) == 1);
            ++read;
        }
    }
    CHECK(read > 30);
}

TEST_CASE("a word of the lexicon is found however it is written") {
    Lexicon lexicon;
    for (const std::string_view word : {"may", "a", "saturday", "september", "o'clock", "pm", "2000"}) lexicon.add(word);
    const auto found = [&](const std::string& text) {
        std::string all;
        for (const Token& token : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
            const WordEntry* entry = lexicon.entry(lexicon.find(text, token));
            all += entry ? "[" + entry->spelled + "]" : "-";
        }
        return all;
    };
    CHECK(found("May MAY may, mayor (may) dismay. May") == "[may][may][may]---[may]---[may]");
    CHECK(found("A Saturday a SATURDAY saturdays") == "[a][saturday][a][saturday]-");
    CHECK(found("September septembers September") == "[september]-[september]");
    CHECK(found("o'clock o\u2019clock O\u2019CLOCK 2000 2001") == "[o'clock][o'clock][o'clock][2000]-");
    CHECK(found("at 5 p.m. and 6 P.M. today") == "--[pm]--[pm]-");
}

TEST_CASE("a word is found in a crowded lexicon just when its folded form is there") {
    std::uint32_t state = 1;
    const auto random = [&](std::uint32_t below) { return (state = state * 1664525 + 1013904223) % 65536 * below / 65536; };
    Lexicon lexicon;
    std::map<std::string, std::uint32_t> known;
    std::string text;
    for (int i = 0; i < 6000; ++i) {  // of two letters and up to 33 bytes: many that begin alike, at most sixteen of which tell
        const std::string begin = i % 5 == 0 ? "abbabaabbaababba" : "";
        std::string word(1 + random(i % 7 == 0 ? 17 : 9), 'a');
        for (char& letter : word) letter = random(2) ? 'a' : 'b';
        word = begin + word;
        if (random(3) == 0) known[word] = lexicon.add(word).id;
        if (random(8) == 0) word[0] = 'A';
        if (random(30) == 0) word.insert(word.size() / 2, "'");
        if (random(30) == 0) word += ".";
        text += word + (random(9) == 0 ? ", " : " ");
    }
    std::size_t found = 0;
    for (const Token& token : tokenize(text, {0, static_cast<std::uint32_t>(text.size())})) {
        std::array<char, 32> buffer;
        const std::string_view word = word_of(text, token);
        const auto wanted = word.size() > 32 ? known.end() : known.find(std::string(fold_word(word, buffer)));
        INFO(word);
        REQUIRE(lexicon.find(text, token) == (wanted == known.end() ? 0 : wanted->second));
        found += wanted != known.end();
    }
    CHECK(found > 2000);
}

TEST_CASE("a trie keeps what it was given when it has outgrown its first room") {
    constexpr std::uint32_t width = 200;
    TrieBuilder builder;
    const auto step = [](std::uint32_t symbol) {
        PatternStep made;
        made.symbol = symbol;
        return made;
    };
    for (int round = 0; round < 2; ++round)  // what is there already is found again
        for (std::uint32_t i = 0; i < width * width; ++i) builder.add(std::array{step(1 + i / width), step(1 + i % width)}, i);
    const Trie trie = builder.build();
    CHECK(trie.nodes.size() == 1 + width + width * width);
    REQUIRE(trie.words_of(trie.nodes[0]).size() == width);
    bool right = true;
    for (const TrieEdge& first : trie.words_of(trie.nodes[0]))
        for (const TrieEdge& second : trie.words_of(trie.nodes[first.target])) {
            const auto rules = trie.rules_at(trie.nodes[second.target]);
            right = right && rules.size() == 1 && rules[0] == (first.step.symbol - 1) * width + second.step.symbol - 1;
        }
    CHECK(right);
}

TEST_CASE("the English rules have no errors") {
    for (const Diagnostic& error : english().errors) FAIL_CHECK(error.text);
    CHECK(english().examples.size() > 200);
}

TEST_CASE("each example of a rule comes out as it says") {
    REQUIRE(english().rules);
    for (const RuleExample& example : english().examples) {
        if (!example.positive) continue;
        std::string text = example.text;
        const Span span = unmark(text);
        const DatedText dated = find_dates(one_paragraph(text, example.reference), *english().rules, example.reference);
        INFO(example.file << ":" << example.line << ": " << example.text << shown(dated, text));
        const Resolution* found = nullptr;
        for (const Resolution& resolution : dated.resolutions)
            if (resolution.span == span) found = &resolution;
        CHECK(found);
        if (!found) continue;
        CHECK(found->rule == example.rule);
        if (!example.expected.empty()) CHECK(found->date.edtf == example.expected);
        if (!example.timex.empty()) CHECK(found->timex_value == example.timex);
    }
}

TEST_CASE("no rule reads its negative examples") {
    REQUIRE(english().rules);
    for (const RuleExample& example : english().examples) {
        if (example.positive) continue;
        const DatedText dated = find_dates(one_paragraph(example.text, example.reference), *english().rules, example.reference);
        INFO(example.file << ":" << example.line << ": " << example.text << shown(dated, example.text));
        bool read = false;
        for (const Resolution& resolution : dated.resolutions) read = read || resolution.rule == example.rule;
        CHECK(!read);
    }
}

TEST_CASE("a rule file that is wrong names the place and the fault") {
    struct Row {
        const char* text;
        const char* error;
    };
    const Row rows[] = {
        {"rule a\n  when may\n  means dates(year = 1)\n", "t.rules:3: unknown function 'dates'"},
        {"rule a\n  when may\n  means date(yaer = 1)\n", "t.rules:3: date has no part 'yaer'"},
        {"rule a\n  when may\n  means date(year = y)\n", "t.rules:3: 'y' is neither a name of the pattern nor a value of 'year'"},
        {"rule a\n  when MONTHS\n  means date(year = 1)\n", "t.rules:2: unknown class MONTHS"},
        {"rule a\n  when (may\n  means date(year = 1)\n", "t.rules:2: a ( is not closed"},
        {"rule a\n  when may?\n  means date(year = 1)\n", "t.rules:2: the pattern may be empty"},
        {"rule a\n  when @b\n  means date(year = 1)\n", "t.rules:2: unknown phrase @b"},
        {"rule a\n  means date(year = 1)\n", "t.rules:1: a has no 'when'"},
        {"rule a\n  when may\n", "t.rules:1: a has no 'means'"},
        {"rule a\n  when may\n  means date(year = 1)\nrule a\n", "t.rules:4: rule a stands twice in this file"},
        {"rule a\n  when may\n  means date(year = 1)\n  yes \"may\" = 1\n", "t.rules:4: the expression must stand in [brackets]"},
        {"rule a\n  when may\n  if sunny\n  means date(year = 1)\n", "t.rules:3: unknown check 'sunny'"},
        {"when may\n", "t.rules:1: expected 'rule NAME'"},
    };
    for (const Row& row : rows) {
        const EmbeddedFile file{"t.rules", row.text};
        const RulesResult read = read_rules({&file, 1});
        INFO(row.text);
        CHECK(!read.rules);
        REQUIRE(!read.errors.empty());
        CHECK(read.errors[0].text == row.error);
    }
    const auto error_of = [](std::string_view text) {
        const EmbeddedFile lexicon{"t.lexicon", text};
        const RulesResult read = read_rules({&lexicon, 1});
        return read.errors.empty() ? std::string() : read.errors[0].text;
    };
    CHECK(error_of("class WHICH : which\n  gone = lost\n") == "t.lexicon:2: unknown value 'lost'");
    CHECK(error_of("class MONTH\n  may = 5 doubtful NNP\n  june = 6\n").empty());
    CHECK(error_of("class MONTH\n  may = 5 dubious\n") == "t.lexicon:2: unexpected 'dubious'");
    CHECK(error_of("class MONTH\n  may = 5 doubtful MAYBE\n") == "t.lexicon:2: unexpected 'MAYBE'");
}

TEST_CASE("a doubtful word is told by its tag where the words around say nothing, by them alone without a tag") {
    const auto found = [](std::string_view lexicon, std::string text) {
        const EmbeddedFile files[] = {{"t.lexicon", lexicon}, {"t.rules", "rule each\n  when every u:UNIT!\n  means repeated(unit = u, n = 1)\n"}};
        const RulesResult read = read_rules(files);
        REQUIRE(read.rules);
        return find_dates(one_paragraph(text), *read.rules).resolutions.size();
    };
    constexpr std::string_view tagged = "class UNIT : unit\n  second minute = second doubtful NN\n";
    constexpr std::string_view untagged = "class UNIT : unit\n  second minute = second doubtful\n";
    CHECK(found(tagged, "The lamp blinks every second.") == 1);
    CHECK(found(untagged, "The lamp blinks every second.") == 1);
    CHECK(found(tagged, "Every second house was empty.") == 0);
    CHECK(found(tagged, "Every minute spent there was lost.") == 1);
    CHECK(found(untagged, "Every minute spent there was lost.") == 0);
}

TEST_CASE("a later file overrides a rule of the same name") {
    const EmbeddedFile files[] = {{"a.rules", "rule when\n  when long ago\n  means vague(when = past)\n"},
                                  {"b.rules", "rule when\n  when long ago\n  means vague(when = future)\n"}};
    const RulesResult read = read_rules(files);
    REQUIRE(read.rules);
    const DatedText dated = find_dates(one_paragraph("It was long ago."), *read.rules);
    REQUIRE(dated.resolutions.size() == 1);
    CHECK(dated.resolutions[0].timex_value == "FUTURE_REF");
}

}  // namespace
}  // namespace annals
