#include "core/events/word_set.h"

#include "tests/catch.hpp"

using namespace annals;

TEST_CASE("word set: what is in it is found, and nothing else") {
    std::vector<std::string> words;
    for (int i = 0; i < 200; ++i) words.push_back("word" + std::to_string(1000 + i));
    const WordSet set(words);
    for (const std::string& word : words) CHECK(set.has(word));
    for (int i = 0; i < 2000; ++i) CHECK_FALSE(set.has("other" + std::to_string(i)));
    CHECK_FALSE(set.has(""));
    CHECK_FALSE(WordSet().has(""));
    CHECK(set.words() == words);
    CHECK(set == WordSet(words));
    CHECK_FALSE(set == WordSet());
}
