// Finding again what a decision is about, in a text that may have changed.
#include "core/store/places.h"

#include "core/model/document.h"
#include "tests/catch.hpp"

using namespace annals;

namespace {

/// A text with one mention a quote, whose trigger is the first of the words that stands in it.
MentionsOfText text_of(const std::string& text, const std::vector<std::pair<std::string, std::string>>& quotes_and_triggers) {
    MentionsOfText now;
    now.text = text;
    now.sha256 = sha256(text);
    for (const auto& [quote, trigger] : quotes_and_triggers) {
        const std::size_t at = text.find(trigger, text.find(quote));
        REQUIRE(at != std::string::npos);
        const auto id = static_cast<std::int64_t>(now.mentions.size()) + 1;
        now.mentions.push_back({id, "key of " + quote, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + trigger.size())}, quote});
    }
    return now;
}

const std::string quote = "The old mill of Arden burnt down on Monday.";
const std::string before = "First there was a storm over the hills. " + quote + " Nobody was hurt in the fire that day.";
const DecidedWords decided{"key of " + quote, sha256(before), {62, 67}, "he hills. The old mill of Arden burnt down on Monday. Nobody was hurt", quote};

}  // namespace

TEST_CASE("places: the same text by the place of the trigger") {
    const MentionsOfText now = text_of(before, {{"First there was a storm", "was"}, {quote, "burnt"}});
    DecidedWords words = decided;
    words.context = "gone";
    words.key = "another";
    CHECK(find_place(words, now) == 2);
}

TEST_CASE("places: a changed text by the words around the trigger, the sentence, the one sentence much alike") {
    MentionsOfText now = text_of("New. " + before, {{"First there was a storm", "was"}, {quote, "burnt"}});
    DecidedWords words = decided;
    words.quote = "gone";
    words.key = "another";
    CHECK(find_place(words, now) == 2);
    words.context = "gone";
    words.quote = quote;
    CHECK(find_place(words, now) == 2);
    now = text_of("The old mill of Arden burnt down early on Tuesday.", {{"The old mill of Arden burnt down early on Tuesday.", "burnt"}});
    CHECK(find_place(words, now) == 1);
    now = text_of("A new mill stands in Cove.", {{"A new mill stands in Cove.", "stands"}});
    CHECK_FALSE(find_place(words, now));
}

TEST_CASE("places: where two fit it is an orphan, unless one is known by its key") {
    const std::string twice = quote + " And once more: " + quote;
    MentionsOfText now = text_of(twice, {{quote, "burnt"}, {quote, "down"}});
    DecidedWords words = decided;
    words.context = "gone";
    words.key = "another";
    CHECK_FALSE(find_place(words, now));
    now.mentions[1].key = words.key;
    CHECK(find_place(words, now) == 2);
}
