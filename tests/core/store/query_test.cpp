// Every query equals a full scan of the same events in C++, order included.
#include "core/events/cluster.h"
#include "core/store/store.h"

#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace annals;

namespace {

using Random = std::mt19937;

int below(Random& random, int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); }

template <class T>
const T& one_of(Random& random, const std::vector<T>& choices) {
    return choices[static_cast<std::size_t>(below(random, static_cast<int>(choices.size())))];
}

/// All shapes of dates, close enough together to meet.
Date random_date(Random& random) {
    EdtfDate date;
    date.year = below(random, 20) == 0 ? -44 : 2010 + below(random, 6);
    const int form = below(random, 13);
    if (form == 0) return {};
    if (form == 1) date.unspecified = 1, date.year -= ((date.year % 10) + 10) % 10;
    if (form == 2) return until(date);
    if (form == 3) return since(date, to_day({2015, 6, 1}));
    if (form == 4) return not_before(date);
    if (form == 5) return span_of(*parse_edtf("2011/..").edtf);
    if (form >= 6) date.month = 1 + below(random, 12);
    if (form >= 8) date.day = 1 + below(random, 4);
    if (form == 9) date.minute = below(random, 3) * 400;
    if (form == 10) date.month = 21 + below(random, 4), date.day.reset();
    if (form == 11) {
        const Day first = to_day({date.year, *date.month, *date.day});
        const Edtf days = edtf_of({first, first + 1 + below(random, 60)});
        return below(random, 2) ? span_of(days) : point_in(days);
    }
    Edtf edtf;
    edtf.date = date;
    return below(random, 3) == 0 ? span_of(edtf) : point_in(edtf);
}

const std::vector<std::string> names = {"arden", "brent", "cove", "dale", "esk"};
const std::vector<std::string> verbs = {"open", "fall", "flood"};
const std::vector<std::string> publishers = {"Post", "Mail", "Times", ""};
const std::vector<std::string> asked_publishers = {"Mail", "Nobody", "Post's"};
const std::vector<std::string> asked_words = {"arden", "Brent COVE", "no 7", "\"esk\" OR", "flood", "dale \"\" --"};

ReadDocument random_document(Random& random, int number) {
    std::vector<made::Said> said;
    for (int i = below(random, 2); i >= 0; --i) {
        std::vector<std::string> terms{one_of(random, names), one_of(random, names), one_of(random, names)};
        made::Said s{"", "", one_of(random, verbs), terms, static_cast<EventKind>(below(random, 4)), static_cast<Modality>(below(random, 10) ? 0 : below(random, 5))};
        s.quote = "At " + terms[0] + "-" + terms[1] + " (\"" + terms[2] + "\") " + s.trigger + " No. " + std::to_string(below(random, 30));
        said.push_back(s);
    }
    ReadDocument read = made::document("document " + std::to_string(number), one_of(random, publishers),
                                       below(random, 4) ? std::to_string(2012 + below(random, 4)) : "", said);
    for (Mention& mention : read.mentions) {
        mention.date = random_date(random);
        std::copy_if(mention.terms.begin(), mention.terms.end(), std::back_inserter(mention.names),
                     [](const std::string& term) { return std::find(names.begin(), names.end(), term) != names.end(); });
    }
    return read;
}

/// What the tokenizer of the word index takes for words, for the ASCII texts above.
std::vector<std::string> tokens(const std::string& text) {
    std::vector<std::string> result(1);
    for (char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c))) result.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!result.back().empty()) result.emplace_back();
    }
    if (result.back().empty()) result.pop_back();
    return result;
}

bool holds_words(const Event& event, const std::string& text) {
    const std::vector<std::string> headline = tokens(event.headline), quote = tokens(event.quote);
    for (const std::string& word : tokens(text))
        if (!std::count(headline.begin(), headline.end(), word) && !std::count(quote.begin(), quote.end(), word)) return false;
    return true;
}

bool fits(const Event& event, const EventQuery& query) {
    const auto any_source = [&](auto condition) { return std::any_of(event.sources.begin(), event.sources.end(), condition); };
    if (!event.date.dated()) {
        if (query.undated == UndatedLane::without) return false;
    } else {
        if (query.undated == UndatedLane::only) return false;
        if (!any_source([&](const EventSource& s) { return in_window(s.date, query.from, query.to, query.mode); })) return false;
    }
    if (!query.kinds.empty() && !std::count(query.kinds.begin(), query.kinds.end(), event.kind)) return false;
    if (!query.publishers.empty() && !any_source([&](const EventSource& s) {
            return std::count(query.publishers.begin(), query.publishers.end(), s.publisher) > 0;
        })) return false;
    if (query.min_sources > 1 && independent_sources(event.sources) < query.min_sources) return false;
    return holds_words(event, query.text);
}

bool before(const Event& a, const Event& b) {
    if (date_before(a.date, b.date)) return true;
    if (date_before(b.date, a.date)) return false;
    const auto key = [](const Event& e) { return std::tuple(e.sources[0].document, e.sources[0].quote_span.begin, e.id); };
    return key(a) < key(b);
}

EventQuery random_query(Random& random) {
    EventQuery query;
    if (below(random, 3)) query.from = to_day({2009 + below(random, 8), 1 + below(random, 12), 1 + below(random, 4)});
    if (below(random, 3)) query.to = to_day({2009 + below(random, 8), 1 + below(random, 12), 1 + below(random, 4)});
    if (below(random, 20) == 0) query.from = to_day({-44, 6, 1});
    query.mode = static_cast<WindowMode>(below(random, 3));
    query.undated = static_cast<UndatedLane>(below(random, 3));
    if (below(random, 3) == 0) query.text = one_of(random, asked_words);
    if (below(random, 3) == 0) query.kinds = {static_cast<EventKind>(below(random, 4)), static_cast<EventKind>(below(random, 4))};
    if (below(random, 3) == 0) query.publishers = {one_of(random, publishers), one_of(random, asked_publishers)};
    query.min_sources = below(random, 4);
    return query;
}

std::vector<std::string> scan(const std::vector<Event>& all, const EventQuery& query) {
    std::vector<std::string> result;
    for (const Event& event : all)
        if (fits(event, query)) result.push_back(event.id);
    return result;
}

}  // namespace

TEST_CASE("store query: every query equals a full scan") {
    Random random(20231);
    made::Folder folder;
    Store store(folder.file());
    std::map<std::string, std::size_t> founding;  // document -> mentions that found events
    for (int i = 0; i < 1300; ++i) {
        const ReadDocument read = random_document(random, i);
        store.add(read);
        for (const Mention& mention : read.mentions)
            if (founds_event(mention)) ++founding[read.document.id];
    }
    EventQuery everything;
    everything.undated = UndatedLane::with;
    std::vector<Event> all = store.query(everything);
    std::sort(all.begin(), all.end(), before);
    REQUIRE(made::ids(store.query(everything)) == made::ids(all));
    REQUIRE(all.size() > 1000);

    // Each mention that may found an event stands in exactly one.
    std::map<std::string, std::size_t> told;
    std::size_t merged = 0, conflicts = 0, other_dates = 0;
    for (const Event& event : all) {
        for (const EventSource& source : event.sources) ++told[source.document];
        merged += event.sources.size() > 1;
        conflicts += event.conflicts > 0;
        other_dates += std::any_of(event.sources.begin(), event.sources.end(), [&](const EventSource& s) { return s.date.start_min != event.date.start_min; });
    }
    CHECK(told == founding);
    REQUIRE(merged > 20);       // else the test would say nothing about these
    REQUIRE(conflicts > 3);
    REQUIRE(other_dates > 3);

    EventQuery rows = everything;
    rows.primary_only = true;
    const std::vector<Event> whole = store.query(everything), narrow = store.query(rows);
    REQUIRE(narrow.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto row = [](const Event& e) {
            const EventSource& s = e.sources.at(0);
            return std::tuple(e.id, e.date.edtf, e.date.start_min, e.date.end_max, e.kind, e.headline, e.quote, e.attributed_to, s.document,
                              s.title, s.publisher, s.url, s.published);
        };
        REQUIRE(narrow[i].sources.size() == 1);
        REQUIRE(row(narrow[i]) == row(whole[i]));
    }

    std::size_t hits = 0;
    for (int i = 0; i < 500; ++i) {
        EventQuery query = random_query(random);
        INFO("query " << i << ": from " << query.from.value_or(-1) << " to " << query.to.value_or(-1) << " mode " << static_cast<int>(query.mode) << " text "
                      << query.text << " kinds " << query.kinds.size() << " publishers " << query.publishers.size() << " sources " << query.min_sources);
        const std::vector<std::string> expected = scan(all, query);
        const std::vector<std::string> found = made::ids(store.query(query));
        hits += found.size();
        REQUIRE(found == expected);
        REQUIRE(store.count(query) == static_cast<std::int64_t>(expected.size()));

        query.primary_only = true;
        REQUIRE(made::ids(store.query(query)) == expected);
        query.primary_only = false;

        // Page by page: the same, in the same order.
        std::vector<std::string> paged;
        query.limit = 1 + below(random, 40);
        do {
            query.after = paged.empty() ? "" : paged.back().substr(0, 12);
            const std::vector<std::string> page = made::ids(store.query(query));
            if (page.empty()) break;
            REQUIRE(page.size() <= static_cast<std::size_t>(*query.limit));
            paged.insert(paged.end(), page.begin(), page.end());
        } while (paged.size() < expected.size());
        REQUIRE(paged == expected);

        query.limit.reset();
        query.after.clear();
        std::map<std::string, std::int64_t> months;
        const std::set<std::string> ids(expected.begin(), expected.end());
        for (const Event& event : all)
            if (event.date.dated() && ids.contains(event.id)) ++months[format_day(*event.date.sort_day()).substr(0, event.date.sort_day() < to_day({0, 1, 1}) ? 8 : 7)];
        const auto histogram = store.histogram(query, Store::Bucket::month);
        REQUIRE(std::map<std::string, std::int64_t>(histogram.begin(), histogram.end()) == months);
    }
    CHECK(hits > 5000);
}

TEST_CASE("store query: histogram counts the sort days") {
    made::Folder folder;
    Store store(folder.file());
    store.add(made::document("k", "P", "", {{"A.", "2020-02-29", "a", {}}, {"B.", "2020-02", "b", {}}, {"C.", "2020", "c", {}}, {"D.", "-0043-03-15", "d", {}},
                                            {"E.", "", "e", {}}, {"F.", "2021-12-31", "f", {}}}));
    using Counts = std::vector<std::pair<std::string, std::int64_t>>;
    CHECK(store.histogram({}, Store::Bucket::year) == Counts{{"-0043", 1}, {"2020", 3}, {"2021", 1}});
    CHECK(store.histogram({}, Store::Bucket::month) == Counts{{"-0043-03", 1}, {"2020-01", 1}, {"2020-02", 2}, {"2021-12", 1}});
    CHECK(store.histogram({}, Store::Bucket::day).size() == 5);
    EventQuery undated;
    undated.undated = UndatedLane::only;
    CHECK(store.histogram(undated, Store::Bucket::year).empty());
}

TEST_CASE("store query: words are words, whatever the user types") {
    made::Folder folder;
    Store store(folder.file());
    store.add(made::document("k", "P", "", {{"The \"Café\" of Nagorno-Karabakh AND its owner.", "2020-02-29", "a", {}}, {"An owner NOT at home.", "2021", "b", {}}}));
    const auto count = [&](const std::string& text) {
        EventQuery query;
        query.text = text;
        return store.count(query);
    };
    CHECK(count("owner") == 2);
    CHECK(count("owner cafe") == 1);
    CHECK(count("CAFÉ") == 1);
    CHECK(count("nagorno-karabakh") == 1);
    CHECK(count("karabakh-nagorno") == 0);
    CHECK(count("owner AND") == 1);
    CHECK(count("owner NOT home") == 1);
    CHECK(count("own*") == 0);
    CHECK(count("headline:owner") == 0);
    CHECK(count("\"") == 0);
    CHECK(count("owner \"\" --") == 2);
    CHECK(count("   ") == 2);
    CHECK(count("(owner OR") == 0);
}

TEST_CASE("store query: ids by prefix") {
    made::Folder folder;
    Store store(folder.file());
    std::vector<made::Said> said;
    for (int i = 0; i < 2000; ++i) said.push_back({"Event number " + std::to_string(i), std::to_string(1000 + i % 900), "happen", {}});
    store.add(made::document("k", "P", "", said));
    const std::vector<std::string> ids = made::ids(store.query({}));
    REQUIRE(ids.size() == 2000);
    CHECK(store.unique_prefix_length() == 7);
    CHECK(store.find_ids(ids[0]) == std::vector{ids[0]});
    CHECK(store.find_ids(ids[0].substr(0, 7)) == std::vector{ids[0]});
    std::vector<std::string> with_same_start;
    for (const std::string& id : ids)
        if (id[0] == ids[0][0]) with_same_start.push_back(id);
    std::sort(with_same_start.begin(), with_same_start.end());
    CHECK(store.find_ids(ids[0].substr(0, 1), 1000) == with_same_start);
    CHECK(store.find_ids(ids[0].substr(0, 1), 3).size() == 3);
    CHECK(store.find_ids("%").empty());
    CHECK(store.find_ids("no-id").empty());
    CHECK_FALSE(store.why("no-id"));
    EventQuery query;
    query.after = "no-id";
    CHECK_THROWS_AS(store.query(query), StoreError);
    query.after = ids[0].substr(0, 1);
    CHECK_THROWS_WITH(store.query(query), Catch::Contains("more than one event"));
}

TEST_CASE("store query: the view timeline is in the same order") {
    Random random(7);
    made::Folder folder;
    Store store(folder.file());
    for (int i = 0; i < 60; ++i) store.add(random_document(random, i));
    EventQuery everything;
    everything.undated = UndatedLane::with;
    const std::vector<Event> events = store.query(everything);
    SQLite::Database reader(folder.file().string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(reader, "SELECT id, earliest, latest, date FROM timeline");
    for (const Event& event : events) {
        REQUIRE(rows.executeStep());
        CHECK(rows.getColumn(0).getString() == event.id);
        CHECK(rows.getColumn(1).getString() == (event.date.start_min ? format_day(*event.date.start_min) : ""));
        CHECK(rows.getColumn(2).getString() == (event.date.end_max ? format_day(*event.date.end_max) : ""));
        CHECK(rows.getColumn(3).getString() == event.date.edtf);
    }
    CHECK_FALSE(rows.executeStep());
}
