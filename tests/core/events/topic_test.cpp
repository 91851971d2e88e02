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

TEST_CASE("topic: articles may tell one story that are not known to be about one thing") {
    const std::vector<std::string> words{"board", "clerk", "exam", "file", "levy", "mill", "pier", "quay", "roof", "sail"};
    const auto topic = [&](const std::vector<std::string>& names, std::size_t first, const std::vector<std::string>& days, const std::vector<std::string>& beside) {
        return DocumentTopic{names, std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(first), words.end()), {}, days, beside};
    };
    const auto one_story = [](const DocumentTopic& a, const DocumentTopic& b) {
        CHECK_FALSE(compare_topics(a, b).one_thing);
        return compare_topics(a, b).one_story;
    };
    const DocumentTopic own = topic({"arden"}, 7, {"12000"}, {});
    CHECK(one_story(own, topic({"arden"}, 8, {}, {})));
    CHECK_FALSE(one_story(own, topic({"arden"}, 9, {}, {})));  // a name and a word
    CHECK(one_story(own, topic({"arden"}, 9, {"12000"}, {})));  // and a day
    CHECK_FALSE(one_story(own, topic({"brent"}, 7, {"12000"}, {})));
    // A day of which both tell, in articles that come back to much.
    DocumentTopic much = topic({"arden", "cove"}, 0, {"12000"}, {}), other = much;
    much.names = other.names = std::vector<std::string>{"arden", "dale", "esk", "fenn", "gorse", "holm", "ince"};
    other.names = std::vector<std::string>{"arden", "ash", "beck", "combe", "dene", "edge", "fell"};
    other.words = std::vector<std::string>{"lamb", "lift", "lock", "loft", "loom", "lung", "lute", "roof", "sail"};
    CHECK(one_story(much, other));
    other.days = {};
    CHECK(compare_topics(much, other).share < compare_topics(much, much).share);
    // The names of the whole text, where few are named.
    CHECK(one_story(own, topic({"brent"}, 8, {}, {"arden"})));
    CHECK(found_by_names(compare_topics(own, topic({"brent"}, 8, {}, {"arden"}))));
    // Of one publisher, without a name.
    CHECK(compare_topics(topic({"arden", "~weir news"}, 4, {}, {}), topic({"brent", "~weir news"}, 4, {}, {})).one_story);
    CHECK_FALSE(compare_topics(topic({"arden", "~weir news"}, 4, {}, {}), topic({"brent", "~dale news"}, 4, {}, {})).one_story);
}

TEST_CASE("topic: names that begin no sentence are found in the whole text where few are named") {
    const std::string text = "Notice of the council of Arden. The mill's roof, at Mill Lane, fell on Monday. Brent's clerk saw it.";
    const auto beside = [&](std::vector<std::string> names) { return words_of(topic_of({said(0, {"roof"}, std::move(names))}, {}, {}, text).beside); };
    CHECK(beside({}) == std::vector<std::string>{"arden", "lane", "mill"});
    CHECK(beside({"arden"}) == std::vector<std::string>{"lane", "mill"});
    CHECK(beside(numbered('n', 0, 9)).empty());
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

TEST_CASE("topic: days that both tell of are counted") {
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
