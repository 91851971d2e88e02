// The odds that mentions of articles about one thing tell one event.
#include "core/events/odds.h"
#include "core/events/cluster.h"

#include "tests/catch.hpp"

#include <algorithm>
#include <memory>
#include <random>

using namespace annals;

namespace {

DocumentTopic topic(std::vector<std::string> days, std::vector<std::string> repeated = {}) {
    return {std::vector<std::string>{"arden", "brent"}, std::vector<std::string>{"fire", "mill"}, repeated, days};
}

ClusterItem told(const std::string& document, const std::string& date, const std::string& trigger, const std::vector<std::string>& terms,
                 const std::vector<std::string>& happenings, const DocumentTopic& about) {
    ClusterItem item;
    item.document = document;
    item.date = *parse_date(date).date;
    item.trigger_lemma = trigger;
    item.terms = terms;
    item.happenings = happenings;
    item.day_sentences = 1;
    item.topic = std::make_shared<const DocumentTopic>(about);
    return item;
}

std::optional<Odds> odds(const ClusterItem& a, const ClusterItem& b) {
    const auto there = log_odds(a, b, topics_of(a, b)), back = log_odds(b, a, topics_of(b, a));
    CHECK(there.has_value() == back.has_value());
    if (there && back) CHECK(there->logarithm == back->logarithm);
    return there;
}

bool one_event(const ClusterItem& a, const ClusterItem& b) { return odds(a, b).has_value(); }

const std::string may_1 = "18383", may_3 = "18385";

}  // namespace

TEST_CASE("odds: one happening of one day is more likely than not one event") {
    const ClusterItem a = told("a", "2020-05-01", "burn", {"burn", "mill"}, {"fire"}, topic({may_1}));
    CHECK(one_event(a, told("b", "2020-05-01", "blaze", {"blaze", "roof"}, {"fire"}, topic({may_1}))));
    CHECK_FALSE(one_event(a, told("b", "2020-05-01", "close", {"close", "mill"}, {"closure"}, topic({may_1}))));
    CHECK_FALSE(one_event(a, told("b", "2020-05-04", "blaze", {"blaze", "roof"}, {"fire"}, topic({may_1}))));
    CHECK_FALSE(one_event(a, told("b", "2020-05-01", "sing", {"choir", "sing"}, {}, topic({may_1}))));  // the date alone
}

TEST_CASE("odds: a day is of the week that the other tells of, but not of what lasted until a day") {
    const ClusterItem day = told("a", "2020-05-01", "burn", {"burn", "mill", "pump"}, {"fire"}, topic({may_1, may_3}));
    const auto in = [&](const char* days) { return one_event(day, told("b", days, "blaze", {"blaze", "mill", "pump"}, {"fire"}, topic({may_1, may_3}))); };
    CHECK(in("2020-04-27/2020-05-03"));
    CHECK(in("2020-05"));
    CHECK_FALSE(in("2020-04-28/2020-05-03"));
}

TEST_CASE("odds: a day is of the season that the other tells of, but not of a quarter, of which sums are told") {
    const ClusterItem day = told("a", "2020-07-31", "burn", {"burn", "mill", "pump"}, {"fire"}, topic({may_1, may_3}));
    const auto in = [&](const char* days) { return one_event(day, told("b", days, "blaze", {"blaze", "mill", "pump"}, {"fire"}, topic({may_1, may_3}))); };
    CHECK(in("2020-22"));
    CHECK_FALSE(in("2021-22"));
    CHECK_FALSE(in("2020-35"));
    CHECK_FALSE(in("2020-06-01/2020-08-30"));
}

TEST_CASE("odds: a day is taken up by what an article knows to have happened and tells nothing else of") {
    const DocumentTopic about = topic({may_1, may_3});
    const ClusterItem theft = told("a", "2020-05-01", "rich", {"rich"}, {"robbery", "~the robbery"}, about);
    ClusterItem opening = told("b", "2020-05-01", "gone", {"crown", "gone"}, {}, about);
    opening.day_sentences = 3;
    CHECK(take_up_day(theft, opening));
    CHECK(take_up_day(opening, theft));
    CHECK(one_event(theft, opening));
    ClusterItem later = opening;
    later.quote = {900, 950};
    CHECK_FALSE(one_event(theft, later));  // one of many things of that day
    ClusterItem at_noon = theft;
    at_noon.date = *parse_date("2020-05-01T12:00").date;
    CHECK_FALSE(one_event(at_noon, opening));
    CHECK_FALSE(one_event(theft, told("b", "2020-05-01", "sing", {"choir", "sing"}, {"concert"}, about)));
    CHECK_FALSE(one_event(told("a", "2020-05-01", "rich", {"rich"}, {"robbery"}, about), opening));  // "a robbery"
    CHECK_FALSE(take_up_day(theft, told("b", "2020-05-02", "gone", {"crown", "gone"}, {}, about)));
}

TEST_CASE("odds: the kind of what happens is not enough by itself") {
    const DocumentTopic about = topic({may_1, may_3});
    const ClusterItem theft = told("a", "2020-05-01", "steal", {"van", "steal"}, {"robbery", "~some loss"}, about);
    CHECK_FALSE(one_event(theft, told("b", "2020-05-01", "miss", {"tourist", "miss"}, {"disappearance", "~some loss"}, about)));
    CHECK(one_event(theft, told("b", "2020-05-01", "miss", {"miss", "van"}, {"disappearance", "~some loss"}, about)));
    CHECK(one_event(told("a", "2020-05-01", "cost", {"cost"}, {"robbery", "~some loss", "~the robbery"}, about),
                    told("b", "2020-05-01", "miss", {"miss", "van"}, {"disappearance", "~some loss"}, about)));
}

TEST_CASE("odds: words alone need another day of which both tell") {
    const auto pair_of = [](const std::vector<std::string>& days) {
        return one_event(told("a", "2020-05-01", "come", {"barge", "come"}, {}, topic(days)), told("b", "2020-05-01", "drift", {"barge", "drift"}, {}, topic(days)));
    };
    CHECK_FALSE(pair_of({may_1}));
    CHECK(pair_of({may_1, may_3}));
}

TEST_CASE("odds: without another day two shared things are enough, and two happenings are two events") {
    const ClusterItem a = told("a", "2020-05-01", "come", {"barge", "come", "mooring"}, {}, topic({may_1}));
    ClusterItem b = told("b", "2020-05-01", "drift", {"barge", "drift", "mooring"}, {}, topic({may_1}));
    CHECK(one_event(a, b));
    CHECK(odds(a, b)->story == Story::told_by_many);  // nor does it matter how many tell of the day
    b.happenings = std::vector<std::string>{"rescue"};
    ClusterItem other = a;
    other.happenings = std::vector<std::string>{"loss"};
    CHECK_FALSE(one_event(other, b));
    other.topic = b.topic = std::make_shared<const DocumentTopic>(topic({may_1, may_3}));
    CHECK(one_event(other, b));
    CHECK(odds(other, b)->story == Story::told_by_few);
    CHECK_FALSE(log_odds(other, b, topics_of(other, b), Story::told_by_many));
}

TEST_CASE("odds: of very many sentences of a day few tell one thing") {
    ClusterItem a = told("a", "2020-05-01", "come", {"barge", "come"}, {}, topic({may_1, may_3})), b = a;
    b.document = "b";
    b.trigger_lemma = "drift";
    const double alone = odds(a, b)->logarithm;
    a.day_sentences = b.day_sentences = most_day_sentences;
    CHECK(log_odds(signs_of(a, b, compare_dates(a.date, b.date, false), topics_of(a, b))) < alone - 1);
}

TEST_CASE("odds: of the few documents of a story less is enough") {
    const DocumentTopic about = topic({may_1, may_3});
    ClusterItem a = told("a", "2020-05-01", "come", {"barge", "come", "hill", "river", "stone", "wind"}, {}, about),
                b = told("b", "2020-05-01", "drift", {"barge", "boat", "drift", "gale", "night", "rope"}, {}, about);
    a.day_sentences = b.day_sentences = 4;
    REQUIRE(one_event(a, b));
    CHECK(odds(a, b)->logarithm < 0);
    CHECK(odds(a, b)->story == Story::of_few);
    CHECK_FALSE(log_odds(a, b, topics_of(a, b), Story::told_by_few));

    a.mention = 1, b.mention = 2;
    a.key = "a", b.key = "b";
    const auto events_where = [&](std::size_t named) { return cluster({&a, &b}, {}, {}, [&](std::string_view) { return named; }).size(); };
    CHECK(events_where(7) == 1);
    CHECK(events_where(8) == 2);  // its names are those of many documents
}

TEST_CASE("odds: each has a number that the other lacks") {
    ClusterItem a = told("a", "2020-05-01", "close", {"12", "bridge", "close"}, {"closure"}, topic({may_1})),
                b = told("b", "2020-05-01", "close", {"13", "bridge", "close"}, {"closure"}, topic({may_1}));
    a.counts = b.counts = false;
    CHECK_FALSE(one_event(a, b));
    a.counts = b.counts = true;  // "11 hurt", "14 hurt"
    CHECK(one_event(a, b));
}

TEST_CASE("odds: what a person keeps apart stays apart") {
    ClusterItem a = told("a", "2020-05-01", "burn", {"burn", "mill"}, {"fire"}, topic({may_1})), b = a;
    b.document = "b";
    CHECK(one_event(a, b));
    b.alone = true;
    CHECK_FALSE(one_event(a, b));
}

TEST_CASE("odds: a mention goes to the one that is most like it, whatever the order") {
    const DocumentTopic about = topic({may_1, may_3});
    std::vector<ClusterItem> items{told("a", "2020-05-01", "vote", {"close", "school", "vote"}, {}, about), told("a", "2020-05-01", "march", {"march", "parent", "school"}, {}, about),
                                   told("b", "2020-05-01", "decide", {"close", "decide", "school"}, {}, about), told("b", "2020-05-01", "walk", {"march", "parent", "walk"}, {}, about)};
    std::mt19937 random(3);
    for (int round = 0; round < 24; ++round) {
        std::shuffle(items.begin(), items.end(), random);
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].mention = static_cast<std::int64_t>(i + 1);
            items[i].key = items[i].trigger_lemma.text();
            items[i].quote = {static_cast<std::uint32_t>(i) * 10, static_cast<std::uint32_t>(i) * 10 + 5};
        }
        std::vector<const ClusterItem*> fresh;
        for (const ClusterItem& item : items) fresh.push_back(&item);
        const std::vector<ClusterEvent> events = cluster(fresh, {});
        REQUIRE(events.size() == 2);
        for (const ClusterEvent& event : events) {
            std::vector<std::string> triggers;
            for (const std::int64_t mention : event.mentions) triggers.push_back(items[static_cast<std::size_t>(mention - 1)].trigger_lemma.text());
            std::sort(triggers.begin(), triggers.end());
            CHECK((triggers == std::vector<std::string>{"decide", "vote"} || triggers == std::vector<std::string>{"march", "walk"}));
        }
    }
}

TEST_CASE("odds: little is enough while few articles tell of the day") {
    const auto events_of = [](std::size_t documents) {
        std::vector<ClusterItem> items;
        const char* const triggers[] = {"come", "drift", "lie", "pass", "ride", "run", "stop", "turn"};
        for (std::size_t i = 0; i < documents; ++i) {
            items.push_back(told(std::to_string(i), "2020-05-01", triggers[i], {"barge", triggers[i]}, {}, topic({may_1, may_3})));
            items.back().mention = static_cast<std::int64_t>(i + 1);
            items.back().key = triggers[i];
        }
        std::vector<const ClusterItem*> fresh;
        for (const ClusterItem& item : items) fresh.push_back(&item);
        return cluster(fresh, {}).size();
    };
    CHECK(events_of(3) == 1);
    CHECK(events_of(5) == 1);
    CHECK(events_of(6) == 6);
    CHECK(events_of(8) == 8);
}

TEST_CASE("odds: little is enough while some articles tell of the story") {
    const auto is_one = [](std::size_t others) {
        std::vector<ClusterItem> items{told("a", "2020-05-01", "come", {"barge", "come"}, {}, topic({may_1, may_3})),
                                       told("b", "2020-05-01", "drift", {"barge", "drift"}, {}, topic({may_1, may_3}))};
        for (std::size_t i = 0; i < others; ++i) items.push_back(told("o" + std::to_string(i), "2020-05-03", "sing", {"choir", "sing"}, {}, topic({may_3})));
        if (others > 0) {
            items.push_back(items.back());
            items.back().document = "a";
            items.back().topic = items.front().topic;
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].mention = static_cast<std::int64_t>(i + 1);
            items[i].key = std::to_string(i);
            items[i].quote = {static_cast<std::uint32_t>(i) * 10, static_cast<std::uint32_t>(i) * 10 + 5};
        }
        std::vector<const ClusterItem*> fresh;
        for (const ClusterItem& item : items) fresh.push_back(&item);
        const std::vector<ClusterEvent> events = cluster(fresh, {});
        return std::any_of(events.begin(), events.end(), [](const ClusterEvent& event) {
            return std::count(event.mentions.begin(), event.mentions.end(), 1) == 1 && std::count(event.mentions.begin(), event.mentions.end(), 2) == 1;
        });
    };
    CHECK(is_one(0));
    CHECK(is_one(19));
    CHECK_FALSE(is_one(21));
}
