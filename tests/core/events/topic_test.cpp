#include "core/events/topic.h"

#include "tests/catch.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace annals;

namespace {

Mention said(std::uint32_t begin, std::vector<std::string> terms, std::vector<std::string> names = {}) {
    Mention mention;
    mention.quote = {begin, begin + 10};
    mention.terms = std::move(terms);
    mention.names = std::move(names);
    return mention;
}

/// "w000", "w001", ...
std::vector<std::string> numbered(char letter, int first, int last) {
    std::vector<std::string> words;
    for (int i = first; i < last; ++i) words.push_back(letter + std::to_string(1000 + i).substr(1));
    return words;
}

std::vector<std::string> words_of(const WordSet& set) {
    std::vector<std::string> words;
    set.for_each([&](std::string_view word) { words.emplace_back(word); });
    return words;
}

}  // namespace

TEST_CASE("topic: names and words of each sentence count once, wherever it is told again") {
    const DocumentTopic topic = topic_of({said(30, {"arden", "mill"}, {"arden"}), said(0, {"arden", "fire"}), said(30, {"mill", "roof"}), said(60, {"12", "mill"}),
                                          said(0, {"fire"}), said(90, {"fire", "mill"})});
    CHECK(words_of(topic.names) == std::vector<std::string>{"arden"});
    CHECK(words_of(topic.words) == std::vector<std::string>{"fire", "mill"});
    CHECK(words_of(topic.repeated) == std::vector<std::string>{"mill"});
    CHECK(topic_of({}) == DocumentTopic{});
}

TEST_CASE("topic: names in a title count twice, unless capitals are its way of writing") {
    CHECK(words_of(topic_of({said(0, {"fire", "hallbeck"})}, "What went wrong at Hallbeck").names) == std::vector<std::string>{"hallbeck"});
    CHECK(topic_of({said(0, {"fire", "hallbeck"})}, "What Went Wrong at Hallbeck").names.empty());
    const DocumentTopic topic = topic_of({said(0, {"hallbeck"}, {"hallbeck"})}, "What went wrong at Hallbeck");
    CHECK(words_of(topic.repeated) == std::vector<std::string>{"hallbeck"});
}

TEST_CASE("topic: the commonest stand for all, of equally common ones those first in the order of letters") {
    // Unsigned letters, and words that only differ behind the eighth.
    std::vector<std::string> words = numbered('m', 0, 45), late{"\xc3\xa9tude", "election", "electionb", "electiona", "zinc"};
    words.insert(words.end(), late.begin(), late.end());
    std::reverse(words.begin(), words.end());
    const DocumentTopic topic = topic_of({said(0, words, numbered('n', 0, 30)), said(20, {"zinc"}, numbered('n', 20, 30))});
    std::vector<std::string> kept{"election", "electiona", "electionb"}, most = numbered('m', 0, 44);
    kept.insert(kept.end(), most.begin(), most.end());
    kept.push_back("zinc");
    CHECK(words_of(topic.words) == kept);
    std::vector<std::string> names = numbered('n', 0, 14), commoner = numbered('n', 20, 30);
    names.insert(names.end(), commoner.begin(), commoner.end());
    CHECK(words_of(topic.names) == names);
    CHECK(topic.repeated.empty());
}

TEST_CASE("topic: of very many repeated terms names come before other words") {
    std::vector<Mention> mentions;
    for (std::uint32_t i = 0; i < 3; ++i) mentions.push_back(said(i * 20, numbered('a', 0, 300), numbered('z', 0, 50)));
    std::vector<std::string> repeated = numbered('a', 0, 150), names = numbered('z', 0, 50);
    repeated.insert(repeated.end(), names.begin(), names.end());
    CHECK(words_of(topic_of(mentions).repeated) == repeated);
}

TEST_CASE("topic: articles are about one thing when they share names, and words enough beside") {
    const auto topic = [](const std::vector<std::string>& names, const std::vector<std::string>& words) { return DocumentTopic{names, words, {}, {}}; };
    const DocumentTopic own = topic({"arden", "brent"}, {"fire", "mill", "roof"});
    CHECK(compare_topics(own, topic({"arden", "brent"}, {"fire", "roof"})).one_thing);
    CHECK_FALSE(compare_topics(own, topic({"arden", "brent"}, {"fire"})).one_thing);
    CHECK_FALSE(compare_topics(own, topic({"cove"}, {"fire", "mill", "roof"})).one_thing);
    CHECK(compare_topics(own, topic({"brent", "cove"}, {})).shared == 1);
    CHECK(compare_topics(own, own).same);
    CHECK_FALSE(compare_topics(own, topic({"arden", "brent"}, {"fire", "mill"})).same);
    CHECK(shared_names(own, topic({"aston", "brent", "cove"}, {})) == std::vector<std::string>{"brent"});
}

TEST_CASE("topic: ten words will do without a name, and are said to") {
    const std::vector<std::string> words{"audit", "board", "clerk", "exam", "file", "invoice", "levy", "printer", "ransom", "school"};
    const TopicLikeness like = compare_topics({std::vector<std::string>{"arden"}, words, {}, {}}, {std::vector<std::string>{"brent"}, words, {}, {}});
    CHECK(like.one_thing);
    CHECK(like.by_words);
    CHECK_FALSE(found_by_names(like));
    const std::vector<std::string> nine(words.begin(), words.end() - 1);
    CHECK_FALSE(compare_topics({std::vector<std::string>{"arden"}, words, {}, {}}, {std::vector<std::string>{"brent"}, nine, {}, {}}).one_thing);
}

TEST_CASE("topic: days that both tell of are counted where they are about one thing") {
    const auto told = [](std::uint32_t at, const std::string& date) {
        Mention mention = said(at, {"arden", "brent", "fire", "mill"}, {"arden", "brent"});
        mention.date = *parse_date(date).date;
        return mention;
    };
    const DocumentTopic own = topic_of({told(0, "2020-05-01"), told(10, "2020-05-03"), told(20, "2020-06")});
    CHECK(own.days.size() == 2);
    CHECK(compare_topics(own, topic_of({told(0, "2020-05-03"), told(10, "2020-05-04")})).days == 1);
    Mention denied = told(0, "2020-05-01");
    denied.modality = Modality::denied;
    CHECK(topic_of({denied}).days.empty());
}
