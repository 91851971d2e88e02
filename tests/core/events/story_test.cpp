// Articles of a small story read side by side.
#include "core/events/cluster.h"
#include "core/events/mention_overlap.h"
#include "core/events/story_groups.h"
#include "core/events/story_odds.h"

#include "tests/catch.hpp"

#include <algorithm>
#include <memory>
#include <random>
#include <set>

using namespace annals;

namespace {

const DocumentTopic about{std::vector<std::string>{"arden", "brent"}, std::vector<std::string>{"mill"}, std::vector<std::string>{"brent"}, std::vector<std::string>{"18383", "18385"}};

ClusterItem told(const std::string& document, std::uint32_t place, const std::string& date, const std::string& trigger, const std::vector<std::string>& terms,
                 const std::vector<std::string>& happenings = {}, int day_sentences = 1) {
    ClusterItem item;
    item.document = document;
    item.key = document + '\n' + std::to_string(place);
    item.quote = {place, place + 50};
    item.date = *parse_date(date).date;
    item.trigger_lemma = trigger;
    item.terms = terms;
    item.happenings = happenings;
    item.day_sentences = day_sentences;
    item.topic = std::make_shared<const DocumentTopic>(about);
    return item;
}

/// Three articles that tell of eight days in words drawn by chance.
std::vector<ClusterItem> drawn(std::mt19937& random) {
    const std::vector<std::string> words{"arden", "beam", "crowd", "door", "flood", "gate", "hall", "mill", "pump", "roof"}, kinds{"closure", "fire", "flood", "meeting"};
    const auto pick = [&](const std::vector<std::string>& of, std::size_t number) {
        std::set<std::string> some;
        while (some.size() < number) some.insert(of[random() % of.size()]);
        return std::vector<std::string>(some.begin(), some.end());
    };
    std::vector<ClusterItem> items;
    for (const char* document : {"a", "b", "c"})
        for (std::uint32_t place = 0; place < 8; ++place) {
            const std::string date = "2020-05-0" + std::to_string(1 + random() % 8) + (random() % 4 == 0 ? "T1" + std::to_string(random() % 10) + ":30" : "");
            items.push_back(told(document, 100 * place, date, words[random() % words.size()], pick(words, 1 + random() % 4), pick(kinds, random() % 2),
                                 1 + static_cast<int>(random() % 3)));
            for (std::size_t i = 0; i < wording_dimensions; ++i) items.back().wording += static_cast<char>(wording_middle - wording_most + static_cast<int>(random() % (2 * wording_most + 1)));
        }
    return items;
}

std::vector<const ClusterItem*> pointers(const std::vector<ClusterItem>& items) {
    std::vector<const ClusterItem*> all;
    for (const ClusterItem& item : items) all.push_back(&item);
    return all;
}

}  // namespace

TEST_CASE("story: signs are symmetric, and finite") {
    std::mt19937 random(1);
    const std::vector<ClusterItem> items = drawn(random);
    const StoryContext story(pointers(items));
    for (std::size_t a = 0; a < story.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const StorySigns there = story.signs(a, b, topics_of(items[a], items[b]), a % 2), back = story.signs(b, a, topics_of(items[b], items[a]), a % 2);
            CHECK(there == back);
            CHECK(story.may_be_one(a, b) == story.may_be_one(b, a));
            CHECK(story.may_join(a, b, false) == story.may_join(b, a, false));
            CHECK((!story.may_join(a, b, false) || story.may_join(a, b, true)));
            const double likelihood = one_event_likelihood(there);
            CHECK((likelihood > 0 && likelihood < 1));
        }
}

TEST_CASE("story: what is put together does not depend on the order of the mentions") {
    std::mt19937 random(2);
    std::size_t joined = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<ClusterItem> items = drawn(random);
        std::set<std::set<std::string>> before;
        for (int order = 0; order < 3; ++order) {
            for (std::size_t i = 0; i < items.size(); ++i) items[i].mention = static_cast<std::int64_t>(i) + 1;
            const std::vector<const ClusterItem*> all = pointers(items);
            std::set<std::set<std::string>> groups;
            for (const ClusterEvent& event : cluster(all, {}, {}, {}, {all})) {
                std::set<std::string> keys;
                for (const std::int64_t mention : event.mentions) keys.insert(items[static_cast<std::size_t>(mention) - 1].key);
                groups.insert(keys);
            }
            if (order > 0) CHECK(groups == before);
            before = groups;
            std::shuffle(items.begin(), items.end(), random);
        }
        joined += before.size() < items.size();
    }
    CHECK(joined > 10);
}

TEST_CASE("story: not the date alone, nor a closure with a reopening, nor what one article tells, nor hours apart") {
    const ClusterItem a = told("a", 0, "2020-05-01", "sing", {"choir"});
    const auto may_join = [&](const ClusterItem& one, const ClusterItem& other, bool sure = false) { return StoryContext({&one, &other}).may_join(0, 1, sure); };
    CHECK(may_join(a, told("b", 0, "2020-05-01", "perform", {"choir", "hall"})));
    CHECK_FALSE(may_join(a, told("a", 100, "2020-05-01", "perform", {"choir", "hall"})));
    CHECK(may_join(a, told("b", 0, "2020-05-01", "dance", {"hall"})));  // all that either tells of that day
    ClusterItem planned = told("b", 0, "2020-05-01", "dance", {"hall"});
    planned.kind = EventKind::plan;
    CHECK_FALSE(may_join(a, planned));  // a plan of anything
    CHECK(may_join(a, planned, true));
    CHECK_FALSE(may_join(a, told("b", 0, "2020-05-01", "dance", {"hall"}, {}, 2)));
    CHECK(may_join(a, told("b", 0, "2020-05-01", "dance", {"hall"}, {}, 2), true));  // all else that the articles tell says so
    CHECK_FALSE(may_join(a, told("a", 100, "2020-05-01", "perform", {"choir", "hall"}), true));
    CHECK_FALSE(may_join(a, told("b", 0, "2020-05-02", "dance", {"hall"})));
    CHECK_FALSE(may_join(told("a", 0, "2020", "sing", {"choir"}), told("b", 0, "2020", "dance", {"hall"})));
    CHECK_FALSE(may_join(told("a", 0, "2020-05-01", "sing", {"brent"}, {}, 2), told("b", 0, "2020-05-01", "dance", {"brent"})));  // said again and again
    const ClusterItem closure = told("a", 0, "2020-05-01", "shut", {"gate"}, {"closure"});
    CHECK_FALSE(may_join(closure, told("b", 0, "2020-05-01", "open", {"gate"}, {"reopening", "~some back"}), true));
    CHECK(may_join(closure, told("b", 0, "2020-05-01", "stop", {"gate"}, {"stoppage"}), true));
    CHECK_FALSE(may_join(closure, told("b", 0, "2020-05-01", "stop", {"gate"}, {"stoppage"})));
    CHECK_FALSE(may_join(told("a", 0, "2020-05-01T09:00", "shut", {"gate"}), told("b", 0, "2020-05-01T18:00", "shut", {"gate"}), true));
}

TEST_CASE("story: what is worded alike is likelier one event") {
    ClusterItem a = told("a", 0, "2020-05-01", "sing", {"choir"}, {}, 3), b = told("b", 0, "2020-05-01", "perform", {"hall"}, {}, 3);
    const auto likelihood = [&] { return one_event_likelihood(StoryContext({&a, &b}).signs(0, 1, topics_of(a, b), false)); };
    CHECK(alike_in_wording(a, b) == 0);
    a.wording = std::string(wording_dimensions, wording_middle + 7);
    CHECK(alike_in_wording(a, b) == 0);  // of one it is not known
    b.wording = std::string(wording_dimensions, wording_middle + 3);
    CHECK(alike_in_wording(a, b) == Approx(1));
    CHECK(side_by_side_in_words(a, b, 0.5).find("said in words of near meaning") != std::string::npos);
    CHECK(StoryContext({&a, &b}).may_join(0, 1, false));
    const double alike = likelihood();
    for (std::size_t i = 0; i < wording_dimensions / 2; ++i) b.wording[i] = wording_middle - 3;
    CHECK(alike_in_wording(a, b) == 0);
    CHECK(side_by_side_in_words(a, b, 0.5).find("near meaning") == std::string::npos);
    CHECK_FALSE(StoryContext({&a, &b}).may_join(0, 1, false));
    CHECK(likelihood() < alike);
    b.wording = std::string(wording_dimensions, wording_middle - 3);
    CHECK(alike_in_wording(a, b) == Approx(-1));
    CHECK(likelihood() < alike);
}

TEST_CASE("story: whether another pair of the two articles is worded more alike") {
    const auto worded = [](ClusterItem item, std::size_t minus) {
        item.wording = std::string(minus, wording_middle - 1) + std::string(wording_dimensions - minus, wording_middle + 1);
        return item;
    };
    const std::size_t quarter = wording_dimensions / 4;  // with so many turned round the cosine is one half
    const std::vector<ClusterItem> items{worded(told("a", 0, "2020-05-01", "sing", {"choir"}), 0), worded(told("b", 0, "2020-05-01", "perform", {"hall"}), quarter),
                                         worded(told("b", 100, "2020-05-01", "close", {"pool"}), 0), worded(told("b", 200, "2020-08-01", "sing", {"tower"}), 0),
                                         worded(told("c", 0, "2020-05-01", "sing", {"choir"}), 0)};
    const StoryContext story(pointers(items));
    const auto sign = [&](std::size_t a, std::size_t b, std::string_view name) {
        const StorySigns signs = story.signs(a, b, topics_of(items[a], items[b]), false);
        return signs[static_cast<std::size_t>(std::ranges::find(story_sign_names, name) - story_sign_names.begin())];
    };
    CHECK(sign(0, 1, "wording") == Approx(0.5));
    CHECK(sign(0, 1, "wording more than else, less") == Approx(-0.5));  // of a, the second of b is nearer
    CHECK(sign(0, 1, "wording more than else, most") == Approx(0.5));   // of b, a has no other
    CHECK(sign(0, 2, "wording more than else, less") == Approx(0.5));   // what is of another summer, or of a third article, is not asked
    CHECK(sign(0, 2, "wording more than else, most") == Approx(1));
}

TEST_CASE("story: days further apart than a mistake puts them are of two events; so are clauses of one sentence") {
    const ClusterItem a = told("a", 0, "2020-05-01", "sing", {"choir"});
    const auto may_be_one = [&](const ClusterItem& other) { return StoryContext({&a, &other}).may_be_one(0, 1); };
    CHECK(may_be_one(told("b", 0, "2020-05-04", "sing", {"choir"})));
    CHECK(may_be_one(told("b", 0, "2020-04-14", "sing", {"choir"})));  // one of the two may be mistaken
    CHECK_FALSE(may_be_one(told("b", 0, "2020-05-14", "sing", {"choir"})));  // both tell of a day between
    CHECK_FALSE(may_be_one(told("b", 0, "2020-04-14", "dance", {"hall"})));
    CHECK(may_be_one(told("b", 0, "2020-04-14", "dance", {"hall"}, {"dance", "~last"})));
    CHECK_FALSE(may_be_one(told("b", 0, "2020-04-14", "sing", {"choir"}, {"singing", "~again"})));
    CHECK_FALSE(may_be_one(told("b", 0, "2020-07-04", "sing", {"choir"})));
    CHECK_FALSE(may_be_one(told("a", 20, "2020-05-01", "sing", {"choir"})));
    CHECK_FALSE(may_be_one(told("a", 100, "2020-05-04", "sing", {"choir"})));
}

TEST_CASE("story: the same words, dated twice, are one event there too") {
    std::vector<ClusterItem> items;
    for (const std::string document : {"a", "b"})
        for (std::uint32_t place = 0; place < 6; ++place) {
            const std::string day = (document == "a" ? "2020-05-0" : "2020-05-1") + std::to_string(place + 1), word = document + std::to_string(place);
            items.push_back(told(document, 100 * place, day, word, {word}));
        }
    items.push_back(items.front());
    items.front().trigger = items.back().trigger = {5, 9};
    items.back().key += " again";
    for (std::size_t i = 0; i < items.size(); ++i) items[i].mention = static_cast<std::int64_t>(i) + 1;
    const std::vector<const ClusterItem*> all = pointers(items);
    const std::vector<ClusterEvent> events = cluster(all, {}, {}, {}, {all});
    const auto tells_both = [](const ClusterEvent& event) { return std::ranges::count(event.mentions, 1) + std::ranges::count(event.mentions, 13) == 2; };
    CHECK(std::ranges::any_of(events, tells_both));
}
