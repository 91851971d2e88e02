// What the store keeps, and what stays the same.
#include "core/store/store.h"

#include "core/store/database.h"
#include "tests/catch.hpp"
#include "tests/core/store/made.h"

using namespace annals;

namespace {

std::vector<made::Said> two_events() {
    return {{"The bridge of Arden opened on 3 May 1911.", "1911-05-03", "open", {"arden", "bridge"}},
            {"The bridge fell in 1913.", "1913", "fall", {"bridge"}}};
}

std::int64_t total(const Store& store) {
    EventQuery query;
    query.undated = UndatedLane::with;
    return store.count(query);
}

}  // namespace

TEST_CASE("store: a document comes back with its events") {
    made::Folder folder;
    Store store(folder.file());
    ReadDocument read = made::document("bridge", "Arden Post", "1920-02-01", two_events());
    read.mentions[0].numbers = {{47000, "47,000", "people"}, {3, "three", "days"}};
    read.mentions[0].attributed_to = "the mayor";
    read.mentions[0].confidence = 0.75;
    read.mentions[0].evidence = {{read.mentions[0].quote.begin + 30, read.mentions[0].quote.begin + 40}, "3 May 1911", "day_month_year", "", {"1911-03-05"}};
    read.diagnostics = {{"text.encoding", Severity::warning, "", Span{1, 2}, "read as Latin-1"}, {"note.code", Severity::note, "", {}, "a note"}};
    CHECK(store.add(read) == AddOutcome::added);

    const std::vector<Event> events = store.query({});
    REQUIRE(events.size() == 2);
    CHECK(events[0].id.size() == 13);
    CHECK(events[0].date.edtf == "1911-05-03");
    CHECK(events[0].date == read.mentions[0].date);
    CHECK(events[1].date == read.mentions[1].date);
    CHECK(events[0].quote == "The bridge of Arden opened on 3 May 1911.");
    CHECK(events[0].attributed_to == "the mayor");
    CHECK(events[0].confidence == 0.75);
    CHECK_FALSE(events[1].confidence);
    REQUIRE(events[0].numbers.size() == 2);
    CHECK(events[0].numbers[0].value == 47000);
    CHECK(events[0].numbers[1].of == "days");
    REQUIRE(events[0].sources.size() == 1);
    const EventSource& source = events[0].sources[0];
    CHECK(source.document == "bridge");
    CHECK(source.title == "Title of bridge");
    CHECK(source.publisher == "Arden Post");
    CHECK(source.published == "1920-02-01");
    CHECK(source.published_basis == "meta");
    CHECK(source.role == SourceRole::primary);
    CHECK(source.evidence.words == "3 May 1911");
    CHECK(source.evidence.rule == "day_month_year");
    CHECK(source.evidence.alternatives == std::vector<std::string>{"1911-03-05"});
    CHECK(source.mark == Span{30, 40});
    CHECK(source.quote_span == read.mentions[0].quote);

    const std::vector<DocumentRow> documents = store.documents();
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].document == "bridge");
    CHECK(documents[0].path == "bridge.txt");
    CHECK(documents[0].events == 2);
    CHECK(documents[0].sentences == 2);
    CHECK(documents[0].warnings == 1);
    CHECK(documents[0].text_bytes == static_cast<std::int64_t>(read.document.text.size()));
    CHECK(store.text_of("bridge") == read.document.text);
    CHECK_FALSE(store.text_of("no such"));
    REQUIRE(store.diagnostics().size() == 2);
    CHECK(store.diagnostics()[0].span == Span{1, 2});
    CHECK(store.diagnostics()[0].document == "bridge");

    const auto history = store.why(events[0].id.substr(0, 9));
    REQUIRE(history);
    CHECK(history->event.id == events[0].id);
    const StoreInfo info = store.info();
    CHECK(info.documents == 1);
    CHECK(info.events == 2);
    CHECK(info.first_day == "1911-05-03");
    CHECK(info.last_day == "1913-12-31");
}

TEST_CASE("store: offsets are given in bytes and code points") {
    made::Folder folder;
    Store store(folder.file());
    ReadDocument read = made::document("k", "P", "", {{"Čapek wrote.", "", "write", {}}, {"Œuvre appeared in 1921.", "1921", "appear", {}}});
    store.add(read);
    const std::vector<Event> events = store.query({});
    REQUIRE(events.size() == 1);
    CHECK(events[0].sources[0].quote_span == Span{15, 39});
    CHECK(events[0].sources[0].quote_code_points == Span{14, 37});
}

TEST_CASE("store: the same article again changes nothing") {
    made::Folder folder;
    Store store(folder.file());
    const ReadDocument read = made::document("bridge", "Arden Post", "1920-02-01", two_events());
    store.add(read);
    const auto before = made::ids(store.query({}));
    CHECK(store.add(read) == AddOutcome::unchanged);
    CHECK(made::ids(store.query({})) == before);
    CHECK(store.info().mentions == 2);
    ReadDocument moved = read;
    moved.document.path = "elsewhere.txt";
    CHECK(store.add(moved) == AddOutcome::duplicate);
    CHECK(store.add(moved) == AddOutcome::unchanged);
    CHECK(store.documents().size() == 1);
    CHECK(store.info().versions == 1);
}

TEST_CASE("store: a changed text is a new version; what is still said keeps its id") {
    made::Folder folder;
    Store store(folder.file());
    const ReadDocument first = made::document("bridge", "Arden Post", "1920-02-01", two_events());
    store.add(first);
    store.decide_published("bridge", "1920-03");
    const auto before = made::ids(store.query({}));
    auto said = two_events();
    said.insert(said.begin(), {"Work began in 1908.", "1908", "begin", {"work"}});
    said.pop_back();
    CHECK(store.add(made::document("bridge", "Arden Post", "1920-02-01", said)) == AddOutcome::new_version);
    const std::vector<Event> after = store.query({});
    REQUIRE(after.size() == 2);
    CHECK(after[0].headline == "Work began in 1908.");
    CHECK(after[1].id == before[0]);
    CHECK(after[1].sources[0].quote_span.begin == 21);
    CHECK(store.info().versions == 2);
    CHECK(store.info().mentions == 2);
    CHECK(store.documents().size() == 1);
    CHECK(store.decided_published("bridge") == "1920-03");
    // The older file found again does not turn it back, and does not turn with each import.
    CHECK(store.add(first) == AddOutcome::unchanged);
    CHECK(made::ids(store.query({})) == made::ids(after));
    CHECK(total(store) == 2);
}

TEST_CASE("store: another publication day dates the mentions anew and keeps the ids") {
    made::Folder folder;
    Store store(folder.file());
    ReadDocument read = made::document("k", "P", "2023-09-20", {{"It rained yesterday.", "2023-09-19", "rain", {}}, {"Snow fell in 1999.", "1999", "fall", {"snow"}}});
    store.add(read);
    const auto before = made::ids(store.query({}));
    store.decide_published("k", "2023-10-20");
    ReadDocument again = made::document("k", "P", "2023-10-20", {{"It rained yesterday.", "2023-10-19", "rain", {}}, {"Snow fell in 1999.", "1999", "fall", {"snow"}}});
    again.published_basis = "user";
    CHECK(store.add(again) == AddOutcome::read_anew);
    const std::vector<Event> after = store.query({});
    CHECK(made::ids(after) == before);
    CHECK(after[1].date.edtf == "2023-10-19");
    CHECK(after[0].sources[0].published == "2023-10-20");
    CHECK(after[0].sources[0].published_basis == "user");
    EventQuery old;
    old.to = parse_day("2023-09-30");
    CHECK(store.count(old) == 1);
    CHECK(store.info().versions == 1);
    const auto history = store.why(after[1].id);
    REQUIRE(history);
    CHECK(history->decisions == std::vector<std::string>{"k published 2023-10-20"});
}

TEST_CASE("store: what a headline says is kept, and kept anew") {
    made::Folder folder;
    ReadDocument read = made::document("a", "P", "2020-01-02", {{"Rain fell in Arden", "2020-01-01", "fall", {"arden", "rain"}}});
    read.mentions[0].wording = std::string(wording_dimensions, 'P');
    const auto kept = [&] {
        const Database database(folder.file(), Database::Access::read_only, std::chrono::seconds(1));
        Rows rows = database.rows("SELECT wording FROM mention");
        return rows.next() ? rows.text(0) : "";
    };
    CHECK(Store(folder.file()).add(read) == AddOutcome::added);
    CHECK(kept() == read.mentions[0].wording);
    CHECK(Store(folder.file()).add(read) != AddOutcome::read_anew);
    read.mentions[0].wording = std::string(wording_dimensions, 'Q');
    CHECK(Store(folder.file()).add(read) == AddOutcome::read_anew);
    CHECK(kept() == read.mentions[0].wording);
}

TEST_CASE("store: the same text as another document counts as one source with two places") {
    made::Folder folder;
    Store store(folder.file());
    store.add(made::document("a", "Arden Post", "1920-02-01", two_events()));
    ReadDocument copy = made::document("b", "Brent Mail", "1920-02-02", two_events());
    CHECK(store.add(copy) == AddOutcome::duplicate);
    CHECK(store.add(copy) == AddOutcome::unchanged);
    const std::vector<Event> events = store.query({});
    REQUIRE(events.size() == 3);  // the fall of 1913 shares no more than its trigger and one word
    EventQuery by_copy;
    by_copy.publishers = {"brent mail"};
    by_copy.from = parse_day("1911-05-03");
    by_copy.to = parse_day("1911-05-03");
    const std::vector<Event> found = store.query(by_copy);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].sources.size() == 2);
    CHECK(found[0].sources[0].publisher == "Arden Post");
    CHECK(found[0].sources[1].role == SourceRole::duplicate);
    EventQuery two;
    two.min_sources = 2;
    CHECK(store.count(two) == 0);
    store.add(made::document("c", "Cove Times", "1920-02-03", {{"Arden: the bridge was opened 3 May 1911", "1911-05-03", "open", {"arden", "bridge"}}}));
    CHECK(store.count(two) == 1);
}

TEST_CASE("store: what never happened founds no event") {
    made::Folder folder;
    Store store(folder.file());
    ReadDocument read = made::document("k", "P", "2020", {
        {"It would rain on 4 May 2020.", "2020-05-04", "rain", {}, EventKind::occurrence, Modality::hypothetical},
        {"It did not rain on 5 May 2020.", "2020-05-05", "rain", {}, EventKind::occurrence, Modality::negated},
        {"He denied that it rained on 6 May 2020.", "2020-05-06", "rain", {}, EventKind::occurrence, Modality::denied},
        {"She claimed that it rained on 7 May 2020.", "2020-05-07", "rain", {}, EventKind::occurrence, Modality::claimed},
        {"It snowed once.", "", "snow", {}}});
    store.add(read);
    CHECK(store.info().mentions == 5);
    CHECK(store.count({}) == 1);
    CHECK(total(store) == 2);
    EventQuery undated;
    undated.undated = UndatedLane::only;
    REQUIRE(store.query(undated).size() == 1);
    CHECK(store.query(undated)[0].headline == "It snowed once.");
    // A rereading that takes the claim back takes the event with it.
    read.mentions[3].modality = Modality::denied;
    CHECK(store.add(read) == AddOutcome::read_anew);
    CHECK(store.count({}) == 0);
    CHECK(store.info().mentions == 5);
}

TEST_CASE("store: what is wrong with a file is kept until it is imported again") {
    made::Folder folder;
    Store store(folder.file());
    store.keep_file_diagnostics("b.csv", {{"csv.line", Severity::warning, "b.csv", {}, "line 2 has no text; it is left out"},
                                          {"csv.line", Severity::warning, "b.csv", {}, "line 9 has no text; it is left out"}});
    store.keep_file_diagnostics("a.bin", {{"format.unknown", Severity::error, "a.bin", {}, "unknown"}});
    REQUIRE(store.file_diagnostics().size() == 3);
    CHECK(store.file_diagnostics()[0].document == "a.bin");
    CHECK(store.file_diagnostics()[0].severity == Severity::error);
    CHECK(store.file_diagnostics()[2].text == "line 9 has no text; it is left out");
    CHECK(store.info().warnings == 3);
    store.keep_file_diagnostics("b.csv", {});
    CHECK(store.info().warnings == 1);
}
