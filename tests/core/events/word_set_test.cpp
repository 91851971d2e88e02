#include "core/events/word_set.h"

#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace annals;

TEST_CASE("word set: what is in it is found, and nothing else") {
    const int size = GENERATE(1, 24, 192, 193, 400);
    std::vector<std::string> words;
    for (int i = 0; i < size; ++i) words.push_back("word" + std::to_string(1000 + i));
    const WordSet set(words);
    for (const std::string& word : words) CHECK(set.has(word));
    for (int i = 0; i < 2000; ++i) CHECK_FALSE(set.has("other" + std::to_string(i)));
    CHECK_FALSE(set.has(""));
    CHECK_FALSE(WordSet().has(""));
    std::vector<std::string> in_order;
    set.for_each([&](std::string_view word) { in_order.emplace_back(word); });
    CHECK(in_order == words);
    CHECK(set.size() == words.size());
    CHECK(WordSet::of_lines("arden\nbrent") == WordSet({"arden", "brent"}));
    CHECK(set == WordSet(words));
    CHECK_FALSE(set == WordSet());
}

TEST_CASE("words: what is in them is found, in the order of the letters") {
    const Words words{"arden", "harbour", "mill"};
    for (const char* word : {"arden", "harbour", "mill"}) CHECK(words.has(word));
    for (const char* word : {"", "ard", "mills", "Arden"}) CHECK_FALSE(words.has(word));
    CHECK_FALSE(Words().has(""));
    CHECK(words.front().text() == "arden");
    CHECK(Word("mill") == Word(std::string("mill")));
    CHECK_FALSE(Word("mill") == Word("mile"));
    CHECK(Word() == Word(""));
    CHECK(shared_words(WordSet({"arden", "brent", "cove"}), WordSet({"brent", "cove", "dale", "esk"})) == 2);
    CHECK(shared_words(WordSet({"brent", "cove", "dale", "esk"}), WordSet({"arden", "brent", "cove"})) == 2);
    CHECK(shared_words(WordSet(), WordSet({"arden"})) == 0);
    CHECK(shared_words(WordSet({"arden"}), WordSet()) == 0);
}

TEST_CASE("words: another letter anywhere, or one more, gives another number") {
    std::set<std::uint64_t> numbers;
    std::size_t words = 0;
    for (std::size_t size = 0; size < 30; ++size)
        for (std::size_t at = 0; at <= size; ++at)
            for (char c = 'b'; c <= 'z' && (at < size || c == 'b'); ++c) {
                std::string word(size, 'a');
                if (at < size) word[at] = c;
                numbers.insert(word_number(word));
                ++words;
            }
    CHECK(numbers.size() == words);
    CHECK(Word("mill").number() == word_number("mill"));
    CHECK(Word().number() == word_number(""));
}
