// Mentions told by several sources: which are one event, whatever the order in which they come.
#include "core/events/cluster.h"
#include "core/events/date_likeness.h"
#include "core/store/store.h"

#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <algorithm>
#include <memory>
#include <random>
#include <set>

using namespace annals;

namespace {

ClusterItem item(std::int64_t mention, const std::string& document, const std::string& date, const std::string& trigger, std::vector<std::string> terms) {
    ClusterItem result;
    result.mention = mention;
    result.key = "key " + std::to_string(mention);
    result.document = document;
    result.trigger_lemma = trigger;
    terms.push_back(trigger);
    std::sort(terms.begin(), terms.end());
    result.terms = terms;
    if (!date.empty()) result.date = *parse_date(date).date;
    return result;
}

ClusterItem named(ClusterItem item, const std::vector<std::string>& names) {
    item.names = names;
    return item;
}

std::vector<ClusterEvent> clustered(const std::vector<ClusterItem>& fresh, const std::vector<ClusterItem>& candidates) {
    const auto pointers = [](const std::vector<ClusterItem>& items) {
        std::vector<const ClusterItem*> result;
        for (const ClusterItem& each : items) result.push_back(&each);
        return result;
    };
    return cluster(pointers(fresh), pointers(candidates));
}

bool same(const ClusterItem& a, const ClusterItem& b) {
    const Likeness there = likeness(a, b), back = likeness(b, a);
    CHECK(there.same_event == back.same_event);
    CHECK(there.score == back.score);
    CHECK(there.reason == back.reason);
    CHECK((!there.same_event || there.score >= enough_likeness));
    return there.same_event;
}

Voice voice(std::string_view document, std::string_view publisher, const std::string& published, const std::string& date) {
    Voice result;
    result.document = document;
    result.publisher = publisher;
    if (!published.empty()) result.published = parse_date(published).date->sort_day();
    result.date = *parse_date(date).date;
    result.role = SourceRole::corroborating;
    return result;
}

}  // namespace

TEST_CASE("cluster: likeness") {
    const ClusterItem base = item(1, "a", "2020-09-27", "break", {"armenia", "azerbaijan", "war"});
    CHECK(same(base, item(2, "b", "2020-09-27", "break", {"azerbaijan", "fighting", "war"})));
    CHECK(same(base, item(2, "b", "2020-09-27", "begin", {"armenia", "azerbaijan", "war"})));
    CHECK(likeness(base, item(2, "b", "2020-09-27", "break", {"azerbaijan", "war"})).reason == "6.5 points: same days, both say \"break\", shared: azerbaijan, war");

    // Never on the date alone, nor on the trigger alone.
    CHECK_FALSE(same(base, item(2, "b", "2020-09-27", "win", {"athens", "marathon", "runner"})));
    CHECK_FALSE(same(base, item(2, "b", "2020-09-27", "break", {"athens", "record", "runner"})));
    // Yearly recurrences.
    CHECK_FALSE(same(item(1, "a", "2019-07-14", "parade", {"paris", "bastille", "army"}), item(2, "b", "2020-07-14", "parade", {"paris", "bastille", "army"})));
    CHECK_FALSE(same(item(1, "a", "2019", "festival", {"arden", "music", "summer"}), item(2, "b", "2020", "festival", {"arden", "music", "summer"})));
    // Told coarser by another, or a day beside it: the words must be much the same.
    const std::vector<std::string> names{"armenia", "azerbaijan"};
    const ClusterItem by_name = named(base, names);
    CHECK(same(by_name, named(item(2, "b", "2020-09", "break", {"armenia", "azerbaijan", "war"}), names)));
    CHECK(same(by_name, named(item(2, "b", "2020-09-28", "break", {"armenia", "azerbaijan", "war"}), names)));
    CHECK(same(by_name, named(item(2, "b", "2020-09-28", "break", {"armenia", "azerbaijan", "shell", "truce", "war"}), names)));
    CHECK_FALSE(same(by_name, named(item(2, "b", "2020-09-28", "break", {"armenia", "truce", "village"}), {"armenia"})));
    CHECK_FALSE(same(by_name, named(item(2, "b", "2020-10-28", "break", {"armenia", "azerbaijan", "war"}), names)));
    // Of a month, or of a day beside it, common words alone are told of many things; a name or a figure tells.
    CHECK_FALSE(same(base, item(2, "b", "2020-09-28", "break", {"armenia", "azerbaijan", "war"})));
    CHECK_FALSE(same(item(1, "a", "1950-05", "destroy", {"fire", "mill"}), item(2, "b", "1950-05", "destroy", {"fire", "mill"})));
    CHECK(same(item(1, "a", "1950-05-04", "destroy", {"fire", "mill"}), item(2, "b", "1950-05-04", "destroy", {"fire", "mill"})));
    CHECK(same(named(item(1, "a", "1950-05", "destroy", {"arden", "fire", "mill"}), {"arden"}),
               named(item(2, "b", "1950-05", "destroy", {"arden", "fire", "mill"}), {"arden"})));
    CHECK(same(item(1, "a", "1950-05", "destroy", {"312", "fire", "mill"}), item(2, "b", "1950-05", "destroy", {"312", "fire", "mill"})));
    // One document tells an event twice only in much the same words, and on the same days.
    CHECK(same(base, item(2, "a", "2020-09-27", "break", {"armenia", "azerbaijan", "war"})));
    CHECK_FALSE(same(base, item(2, "a", "2020-09-27", "break", {"armenia", "front", "line", "village"})));
    CHECK_FALSE(same(base, item(2, "a", "2020-09-28", "break", {"armenia", "azerbaijan", "war"})));
    // Without a date, or of another kind.
    CHECK_FALSE(same(item(1, "a", "", "break", {"x", "y", "z"}), item(2, "b", "", "break", {"x", "y", "z"})));
    ClusterItem statement = base;
    statement.mention = 2, statement.document = "b", statement.kind = EventKind::statement;
    CHECK_FALSE(same(base, statement));
}

TEST_CASE("cluster: the quick answer is that of all the reasons") {
    std::mt19937 random(7);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    const std::vector<std::string> pool{"31", "arden", "bridge", "fire", "mill", "mayor", "rain", "strike", "verkhny"};
    const auto some = [&](int most) {
        std::vector<std::string> words;
        for (const std::string& word : pool)
            if (below(static_cast<int>(pool.size())) < most) words.push_back(word);
        return words;
    };
    std::vector<std::shared_ptr<const DocumentTopic>> topics{nullptr};
    for (int i = 0; i < 4; ++i) topics.push_back(std::make_shared<const DocumentTopic>(DocumentTopic{some(7), some(7), some(2), some(2)}));
    const char* const dates[] = {"2020-09-27", "2020-09-27T10:00", "2020-09-27T14:30", "2020-09-28", "2020-09-29", "2020-09", "2020"};
    const auto made = [&](std::int64_t mention) {
        const int document = below(5);
        ClusterItem one = item(mention, std::to_string(document), dates[below(7)], pool[static_cast<std::size_t>(below(9))], {});
        one.topic = topics[static_cast<std::size_t>(document)];
        one.terms = some(5);
        one.names = some(2);
        one.related = some(1);
        std::vector<std::string> happenings = some(1);
        if (below(3) == 0) happenings.insert(happenings.end(), {"~some violence", "~the fire"});
        one.happenings = happenings;
        one.kind = static_cast<EventKind>(below(4));
        one.quote = {static_cast<std::uint32_t>(below(3)) * 10, 0};
        one.quote.end = one.quote.begin + 10;
        one.trigger = {one.quote.begin, one.quote.begin + 3};
        one.recurs = below(4) == 0;
        one.once = below(3) == 0;
        one.day_sentences = static_cast<int>(below(3));
        if (below(3) == 0) one.counts = below(2) == 0;
        return one;
    };
    int ones = 0;
    for (int i = 0; i < 60000; ++i) {
        const ClusterItem a = made(1), b = made(2);
        const Likeness told = likeness(a, b);
        const auto quick = one_event(a, b, topics_of(a, b));
        REQUIRE(quick.has_value() == told.same_event);
        if (!quick) continue;
        ++ones;
        REQUIRE(*quick == told.score);
    }
    CHECK(ones > 1000);
}

TEST_CASE("cluster: comparable days go both ways") {
    for (const char* text : {"2020-09-27", "2020-02", "2020-12", "2020", "2020-01-01", "-0043-03-15"}) {
        const Date date = *parse_date(text).date;
        for (const DayRange& days : comparable_days(date)) {
            Edtf other = edtf_of(days);
            const std::vector<DayRange> back = comparable_days(point_in(other));
            INFO(text << " and " << format_edtf(other));
            CHECK(std::count(back.begin(), back.end(), DayRange{*date.start_min, *date.end_max}) == 1);
        }
    }
}

TEST_CASE("cluster: ids") {
    ClusterItem a = item(1, "a", "2020-09-27", "break", {"armenia", "azerbaijan", "war"});
    ClusterItem b = item(2, "b", "2020-09-27", "break", {"armenia", "azerbaijan", "war"});
    ClusterItem c = item(3, "c", "2020-09-27", "break", {"armenia", "azerbaijan", "war"});
    ClusterItem alone = item(4, "d", "2020-09-27", "open", {"arden", "bridge"});

    std::vector<ClusterEvent> events = clustered({a, b, alone}, {});
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == event_id("key 1"));
    CHECK(events[0].mentions == std::vector<std::int64_t>{1, 2});
    CHECK(events[0].reasons[0].empty());
    CHECK_FALSE(events[0].reasons[1].empty());
    CHECK(events[1].id == event_id("key 4"));

    // What brings two old events together makes one; the larger keeps its id.
    a.event = "small", a.event_mentions = 1;
    b.event = "large", b.event_mentions = 5;
    events = clustered({c}, {a, b});
    REQUIRE(events.size() == 1);
    CHECK(events[0].id == "large");
    CHECK(events[0].merged_ids == std::vector<std::string>{"small"});

    // What falls apart: the larger part keeps the id.
    ClusterItem x = item(5, "x", "2020-09-27", "open", {"arden", "bridge"}), y = item(6, "y", "2020-09-27", "close", {"cove", "harbour"}),
                z = item(7, "z", "2020-09-27", "close", {"cove", "harbour"});
    x.event = y.event = z.event = "old";
    x.event_mentions = y.event_mentions = z.event_mentions = 3;
    events = clustered({x, y, z}, {});
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == "old");
    CHECK(events[0].known);
    CHECK(events[1].id == event_id("key 5"));
    CHECK_FALSE(events[1].known);

    ClusterItem denied = item(8, "e", "2020-09-27", "break", {"armenia", "azerbaijan", "war"});
    denied.modality = Modality::denied;
    CHECK(clustered({denied}, {}).empty());
}

TEST_CASE("cluster: what is asked of two dates first is what comparing them says") {
    std::vector<Date> dates;
    for (const char* edtf : {"2020-09-27", "2020-09-28", "2020-10-01", "2020-10-28", "2020-11-30", "2020-09-27T10:00", "2020-09-27T23:30", "2020-09-28T00:10Z",
                             "2020-09", "2020-10", "2020", "2021", "2020-09-25/2020-10-03", "2020-09-27/2020-10-03", "2020-01-01/2021-01-01", "2019/2021",
                             "202X", "../2020-09", "2020-09/.."})
        dates.push_back(*parse_date(edtf).date);
    for (const Date& a : dates)
        for (const Date& b : dates) {
            INFO(a.edtf << " and " << b.edtf);
            for (const bool once : {false, true}) CHECK(may_be_one_date(a, b, once) == !compare_dates(a, b, once).words.empty());
            const std::vector<DayRange> days = comparable_days(a);
            CHECK(compares_with(a, b) ==
                  (b.start_min && b.end_max && std::find(days.begin(), days.end(), DayRange{*b.start_min, *b.end_max}) != days.end()));
        }
}

TEST_CASE("cluster: the displayed date") {
    // Most independent publishers.
    std::vector<Voice> voices{voice("a", "Post", "2020-10-01", "2020-09-28"), voice("b", "Mail", "2020-10-02", "2020-09-27"),
                                     voice("c", "Times", "2020-10-03", "2020-09-27")};
    CHECK(choose_display(voices).voice == 1);
    CHECK(choose_display(voices).conflicts == 1);
    // One publisher is one voice; then the finest.
    voices[2].publisher = "Mail";
    voices[0].date = *parse_date("2020-09").date;
    CHECK(choose_display(voices).voice == 1);
    CHECK(choose_display(voices).conflicts == 0);
    // Then the earliest published; an unknown day is the last.
    voices = {voice("a", "Post", "", "2020-09-28"), voice("b", "Mail", "2020-10-02", "2020-09-27"), voice("c", "Times", "2020-10-01", "2020-09-26")};
    CHECK(choose_display(voices).voice == 2);
    CHECK(choose_display(voices).conflicts == 2);
    // Who tells what was planned counts only where nobody tells what happened.
    voices = {voice("a", "Post", "2020-09-20", "2020-09-28"), voice("b", "Mail", "2020-10-02", "2020-09-28"), voice("c", "Times", "2020-10-01", "2020-09-28"),
              voice("d", "Post", "2020-09-25", "2020-09-27"), voice("e", "Mail", "2020-10-01", "2020-09-27"), voice("f", "Star", "2020-10-01", "2020-09-27")};
    CHECK(choose_display(voices).voice == 0);
    voices[0].planned = true;
    CHECK(choose_display(voices).voice == 3);
    for (Voice& voice : voices) voice.planned = voice.document > "b";
    CHECK(choose_display(voices).voice == 0);
    for (Voice& voice : voices) voice.planned = true;
    CHECK(choose_display(voices).voice == 0);
    // A copy has no voice.
    voices = {voice("a", "Post", "2020-10-01", "2020-09-28"), voice("b", "Mail", "2020-10-02", "2020-09-27"), voice("c", "Times", "2020-10-03", "2020-09-27")};
    voices[1].text = voices[2].text = 1;
    mark_duplicates(voices);
    CHECK(voices[1].role == SourceRole::corroborating);
    CHECK(voices[2].role == SourceRole::duplicate);
    CHECK(choose_display(voices).voice == 0);
    CHECK(independent_sources(voices) == 2);
    // Nor has the same document again.
    voices[1].document = "a";
    voices[2].text = 2;
    mark_duplicates(voices);
    CHECK(voices[1].role == SourceRole::duplicate);
}

namespace {

/// Groups as sets of (document, place), in the store.
std::set<std::set<std::pair<std::string, std::uint32_t>>> groups_of(const Store& store) {
    std::set<std::set<std::pair<std::string, std::uint32_t>>> groups;
    EventQuery everything;
    everything.undated = UndatedLane::with;
    for (const Event& event : store.query(everything)) {
        std::set<std::pair<std::string, std::uint32_t>> group;
        for (const EventSource& s : event.sources) group.insert({s.document, s.quote_span.begin});
        groups.insert(group);
    }
    return groups;
}

/// Two mentions each, many of which tell one event, by a few words and days.
std::vector<ReadDocument> alike_documents(int count, std::mt19937& random) {
    const std::vector<std::string> names{"arden", "brent", "cove", "dale", "esk", "fenn", "gorse", "holm"};
    std::vector<std::string> dates{""};
    for (int year = 2000; year < 2008; ++year)
        for (const char* rest : {"-09-27", "-09-28", "-09", "", "-10-01"}) dates.push_back(std::to_string(year) + rest);
    const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    std::vector<ReadDocument> documents;
    for (int i = 0; i < count; ++i) {
        std::vector<made::Said> said;
        for (int n = 0; n < 2; ++n) {
            const std::vector<std::string> terms{pick(names), pick(names), pick(names)};
            said.push_back({terms[0] + " " + terms[1] + " " + terms[2] + " " + std::to_string(n), pick(dates), pick({"fall", "flood"}), terms});
        }
        documents.push_back(made::document("document " + std::to_string(i), pick({"Post", "Mail", "Times"}), "2021", said));
    }
    return documents;
}

/// Everything that can be asked of the events, and why.
std::vector<std::string> all_of(const Store& store) {
    std::vector<std::string> result;
    EventQuery everything;
    everything.undated = UndatedLane::with;
    for (const Event& event : store.query(everything)) {
        result.push_back(event.id + " " + event.date.edtf + " " + event.headline);
        for (const EventSource& source : event.sources)
            result.push_back(source.document + " " + std::to_string(source.quote_span.begin) + " " + std::string(to_string(source.role)));
        const auto history = store.why(event.id);
        if (history) result.insert(result.end(), history->merge_reasons.begin(), history->merge_reasons.end());
    }
    return result;
}

}  // namespace

TEST_CASE("cluster: the groups do not depend on the order of import, nor on what was there before") {
    std::mt19937 random(3);
    std::vector<ReadDocument> documents = alike_documents(180, random);
    made::Folder folder;
    std::set<std::set<std::pair<std::string, std::uint32_t>>> first;
    for (int round = 0; round < 4; ++round) {
        Store store(folder.file("round" + std::to_string(round) + ".db"));
        if (round == 3)  // an older reading of each first, with other dates: mentions move between events
            for (ReadDocument read : documents) {
                for (Mention& mention : read.mentions) mention.date = *parse_date("2020-09-27").date;
                store.add(read);
            }
        for (const ReadDocument& read : documents) store.add(read);
        const auto groups = groups_of(store);
        if (round == 0) {
            first = groups;
            REQUIRE(std::count_if(groups.begin(), groups.end(), [](const auto& group) { return group.size() > 1; }) > 10);
        }
        CHECK(groups == first);
        // The range index counts what is there, and the words found are those of the events.
        EventQuery any_kind;
        any_kind.kinds = {EventKind::occurrence, EventKind::statement, EventKind::plan, EventKind::state};
        CHECK(store.count({}) == store.count(any_kind));
        EventQuery word;
        word.text = "arden";
        word.undated = any_kind.undated = UndatedLane::with;
        std::int64_t with_word = 0;
        for (const Event& event : store.query(any_kind)) with_word += event.quote.find("arden") != std::string::npos;
        CHECK(store.count(word) == with_word);
        std::shuffle(documents.begin(), documents.end(), random);
    }
}

TEST_CASE("cluster: what is remembered from one document to the next is what the database says") {
    std::mt19937 random(5);
    std::vector<ReadDocument> documents = alike_documents(120, random);
    for (int i = 0; i < 20; ++i) {  // known ones come again with other words and days
        ReadDocument again = documents[static_cast<std::size_t>(i) * 4];
        again.mentions[0].date = again.mentions[1].date;
        again.mentions[0].terms = again.mentions[1].terms;
        documents.insert(documents.begin() + 60 + i * 3, again);
    }
    made::Folder folder;
    Store one(folder.file("one.db")), first(folder.file("two.db")), second(folder.file("two.db"));
    const auto decide = [](Store& store, std::size_t at) {
        const std::vector<Event> events = store.query({});
        if (at == 70) store.merge_events({events[0].id, events[events.size() / 2].id});
        if (at == 90) {
            const auto many = std::find_if(events.begin(), events.end(), [](const Event& event) {
                return event.sources.size() == 2 && event.sources[0].quote != event.sources[1].quote;
            });
            REQUIRE(many != events.end());
            store.split_event(many->id, many->sources[1].quote);
        }
        if (at == 110) store.undo();
    };
    for (std::size_t i = 0; i < documents.size(); ++i) {
        one.add(documents[i]);
        (i % 3 == 0 ? first : second).add(documents[i]);  // each remembers what the other changes
        Store anew(folder.file("anew.db"));               // remembers nothing
        anew.add(documents[i]);
        decide(one, i);
        decide(i % 2 == 0 ? first : second, i);
        decide(anew, i);
    }
    const std::vector<std::string> expected = all_of(one);
    REQUIRE(expected.size() > 200);
    CHECK(all_of(first) == expected);
    CHECK(all_of(Store(folder.file("anew.db"))) == expected);
}

TEST_CASE("cluster: what is stored together is as if it were stored one by one") {
    std::mt19937 random(7);
    std::vector<ReadDocument> documents = alike_documents(120, random);
    for (std::size_t i = 0; i < 20; ++i) {  // copies of one text, and known ones with other words and days, among those that join the same events
        ReadDocument copy = documents[i * 4];
        copy.document.id = "copy " + std::to_string(i);
        copy.document.publisher = "Herald";
        ReadDocument again = documents[i * 3];
        again.mentions[0].date = again.mentions[1].date;
        documents.insert(documents.begin() + 70 + static_cast<std::ptrdiff_t>(i) * 2, {copy, again});
    }
    made::Folder folder;
    Store one(folder.file("one.db")), together(folder.file("together.db"));
    for (std::size_t first = 0; first < documents.size(); first += 32)
        together.together([&] {
            for (std::size_t i = first; i < std::min(first + 32, documents.size()); ++i) {
                one.add(documents[i]);
                together.add(documents[i]);
            }
        });
    const std::vector<std::string> expected = all_of(one);
    REQUIRE(std::count_if(expected.begin(), expected.end(), [](const std::string& line) { return line.ends_with("duplicate"); }) > 10);
    CHECK(all_of(together) == expected);
    CHECK(together.count({}) == one.count({}));
    CHECK(together.faults() == one.faults());
    CHECK(together.faults().empty());
    for (const std::string word : {"arden", "brent", "cove"}) {
        EventQuery query;
        query.text = word;
        CHECK(made::ids(together.query(query)) == made::ids(one.query(query)));
    }
}

TEST_CASE("cluster: merged ids lead to the event that took them in") {
    made::Folder folder;
    Store store(folder.file());
    store.add(made::document("a", "Post", "2021", {{"Fire in Arden mill.", "2020-09-27", "burn", {"arden", "mill"}}}));
    store.add(made::document("b", "Mail", "2021", {{"The harbour store of Cove burnt.", "2020-09-27", "burn", {"cove", "harbour"}}}));
    const std::vector<std::string> before = made::ids(store.query({}));
    REQUIRE(before.size() == 2);
    ReadDocument bridge = made::document("c", "Times", "2021", {{"Arden mill and Cove harbour burnt.", "2020-09-27", "burn", {"arden", "cove", "harbour", "mill"}}});
    store.add(bridge);
    const std::vector<Event> merged = store.query({});
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].sources.size() == 3);
    for (const std::string& id : before) {
        CHECK(store.find_ids(id) == std::vector{merged[0].id});
        REQUIRE(store.why(id));
        CHECK(store.why(id)->merge_reasons.size() == 3);
    }
    // When it falls apart again nobody gets an id that led elsewhere.
    bridge.mentions[0].terms = {"burn", "esk"};
    CHECK(store.add(bridge) == AddOutcome::read_anew);
    const std::vector<std::string> after = made::ids(store.query({}));
    REQUIRE(after.size() == 3);
    CHECK(std::set<std::string>(after.begin(), after.end()).size() == 3);
    CHECK(std::count(after.begin(), after.end(), merged[0].id) == 1);
    for (const std::string& id : before)
        if (id != merged[0].id) {
            CHECK(std::count(after.begin(), after.end(), id) == 0);
            CHECK(store.find_ids(id) == std::vector{merged[0].id});
        }
}
