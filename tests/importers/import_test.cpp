#include "importers/extract/extract.h"
#include "importers/import.h"
#include "importers/ordered_work.h"
#include "importers/reading_input.h"
#include "importers/walk.h"
#include "tests/catch.hpp"
#include "tests/folder.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <SQLiteCpp/Database.h>

using namespace annals;
using test::Folder;

namespace {

struct Piece {
    int value = 0;
    std::size_t weight() const { return 10; }
};

/// Everything that a query and `documents` can tell, one line an event.
std::vector<std::string> told(const Store& store) {
    std::vector<std::string> lines;
    EventQuery query;
    query.undated = UndatedLane::with;
    for (const Event& event : store.query(query)) {
        std::string line = event.id + " " + event.date.edtf + " " + event.headline;
        for (const EventSource& source : event.sources)
            line += " | " + source.document + " " + std::to_string(source.quote_span.begin) + " " + source.evidence.rule;
        lines.push_back(line);
    }
    for (const DocumentRow& row : store.documents())
        lines.push_back(row.document + " " + row.path + " " + row.published + " " + std::to_string(row.dated));
    return lines;
}

ImportSummary import(const Folder& folder, ImportOptions options, const std::string& database) {
    Store store(folder.at(database));
    options.rules = english_rules();
    return import_paths(options, &store, [](const Diagnostic&) {}, [](const ImportProgress&) { return true; });
}

}  // namespace

TEST_CASE("ordered work gives every unit once, in order, whatever the number of threads") {
    for (int jobs : {1, 2, 7}) {
        std::vector<int> taken;
        OrderedWork<Piece>::run(
            jobs, 50,
            [](const std::function<bool(Piece&&)>& put) { for (int i = 0; i < 1000 && put({i}); ++i) {} },
            [](Piece& number) { number.value *= 2; }, [&](Piece& number) { taken.push_back(number.value); return true; });
        REQUIRE(taken.size() == 1000);
        for (int i = 0; i < 1000; ++i) REQUIRE(taken[static_cast<std::size_t>(i)] == 2 * i);
    }
}

TEST_CASE("ordered work holds no more than it may") {
    std::atomic<int> waiting = 0;
    int most = 0;
    OrderedWork<Piece>::run(
        2, 50, [&](const std::function<bool(Piece&&)>& put) { for (int i = 0; i < 300; ++i) { ++waiting; put({i}); } },
        [](Piece&) {}, [&](Piece&) { most = std::max(most, waiting--); return true; });
    CHECK(most <= 5 + 2);  // five weigh 50; one is being made, one taken
}

TEST_CASE("ordered work stops when told, and hands on what is thrown") {
    const auto forever = [](const std::function<bool(Piece&&)>& put) { while (put({1})) {} };
    int taken = 0;
    OrderedWork<Piece>::run(3, 50, forever, [](Piece&) {}, [&](Piece&) { return ++taken < 20; });
    CHECK(taken == 20);
    const auto broken = [](Piece&) { throw Error("broken"); };
    CHECK_THROWS_AS(OrderedWork<Piece>::run(3, 50, forever, broken, [](Piece&) { return true; }), Error);
    CHECK_THROWS_AS(OrderedWork<Piece>::run(3, 50, forever, [](Piece&) {}, [](Piece&) -> bool { throw Error("broken"); }), Error);
    CHECK_THROWS_AS(OrderedWork<Piece>::run(
                        3, 50, [](const auto&) { throw Error("broken"); }, [](Piece&) {}, [](Piece&) { return true; }),
                    Error);
}

TEST_CASE("a walk goes in bytewise order of paths and leaves out what is not asked for") {
    const Folder folder;
    for (const char* name : {"in/b.txt", "in/a/z.txt", "in/a.txt", "in/A.txt", "in/.git/x.txt", "in/own.db", "alone.txt"})
        folder.write(name, "x");
    std::filesystem::create_directory_symlink(folder.at("in"), folder.at("in/circle"));
    const FilesFound found = find_files({folder.at("alone.txt"), folder.at("in"), folder.at("missing"), "-"}, {folder.at("in/own.db")});
    const std::vector<std::string> expected{folder.at("alone.txt"),  folder.at("in/A.txt"), folder.at("in/a.txt"),
                                            folder.at("in/a/z.txt"), folder.at("in/b.txt"), "-"};
    CHECK(found.files == expected);
    REQUIRE(found.diagnostics.size() == 1);
    CHECK(found.diagnostics[0].code == "file.missing");
}

TEST_CASE("the number of jobs changes nothing") {
    const Folder folder;
    for (int i = 0; i < 60; ++i) {
        const std::string year = std::to_string(1950 + i);
        folder.write("in/" + std::to_string(i) + ".txt", "Bridge " + std::to_string(i % 20) + "\n\nThe bridge of Ambleton fell on 4 May " +
                                                             year + ". Two days later the mayor resigned. It had opened in " +
                                                             std::to_string(1900 + i % 7) + ", and the council wept.\n");
    }
    folder.write("in/many.jsonl",
                 "{\"id\": \"1\", \"published\": \"2020-02-02\", \"text\": \"The mill closed yesterday.\"}\nnonsense\n"
                 "{\"id\": \"2\", \"published\": \"2020-02-03\", \"text\": \"The mill at Ambleton closed on Saturday.\"}\n");
    ImportOptions options;
    options.paths = {folder.at("in")};
    options.jobs = 1;
    const ImportSummary one = import(folder, options, "one.db");
    options.jobs = 4;
    const ImportSummary four = import(folder, options, "four.db");
    CHECK(one.documents == 62);
    CHECK(one.added == 62);
    CHECK(four.added == one.added);
    CHECK(four.mentions == one.mentions);
    CHECK(one.warnings == 1);
    CHECK(told(Store(folder.at("one.db"))) == told(Store(folder.at("four.db"))));
    CHECK(import(folder, options, "four.db").unchanged == 62);
    CHECK(told(Store(folder.at("one.db"))) == told(Store(folder.at("four.db"))));
}

TEST_CASE("a person's date for a document is kept by later imports") {
    const Folder folder;
    folder.write("letter.txt", "Letter home\n\nThe mill closed last week.\n");
    ImportOptions options;
    options.paths = {folder.at("letter.txt")};
    const auto published = [&] { return Store(folder.at("a.db")).documents().at(0).published; };
    CHECK(import(folder, options, "a.db").added == 1);
    CHECK(published().empty());
    options.published = "1943-02-11";
    CHECK(import(folder, options, "a.db").read_anew == 1);
    CHECK(published() == "1943-02-11");
    options.published.clear();
    CHECK(import(folder, options, "a.db").unchanged == 1);
    CHECK(published() == "1943-02-11");
    CHECK(Store(folder.at("a.db")).documents().at(0).published_basis == "user");
    folder.write("letter.txt", "Letter home\n\nThe mill closed last week. I miss you.\n");
    import(folder, options, "a.db");
    CHECK(Store(folder.at("a.db")).documents().size() >= 1);
}

TEST_CASE("the same import again reads nothing anew, and tells the same") {
    const Folder folder;
    folder.write("in/a.txt", "Letter home\n\nThe mill closed on 3 March 2001. If it rains, nobody comes.\n");
    folder.write("in/b.jsonl", "{\"id\": \"1\", \"published\": \"soon\", \"text\": \"The mill closed in 1994. It had opened in May.\"}\n");
    folder.write("in/c.txt", "Le moulin de la ville est ferm\303\251 et les gens ne sont pas contents de la d\303\251cision que le conseil a prise dans la nuit. "
                             "Il y a dix ans que la rivi\303\250re est sortie de son lit, mais elle est rest\303\251e dans les pr\303\251s avec les vaches.\n");
    ImportOptions options;
    options.paths = {folder.at("in")};
    options.rules = english_rules();
    const auto run = [&](std::vector<std::string>& told) {
        Store store(folder.at("a.db"));
        return import_paths(options, &store, [&](const Diagnostic& d) { told.push_back(d.document + " " + d.code + " " + d.text); }, [](const ImportProgress&) { return true; });
    };
    std::vector<std::string> first_told, again_told;
    const ImportSummary first = run(first_told), again = run(again_told);
    CHECK(first.added == 3);
    CHECK(first_told.size() == 2);
    CHECK(again.unchanged == 3);
    CHECK(again.mentions == first.mentions);
    CHECK(again.dated == first.dated);
    CHECK(again.undated == first.undated);
    CHECK(again.warnings == first.warnings);
    CHECK(again_told == first_told);

    // Other rules: all is read again, though nothing comes of it here.
    const EmbeddedFile lexicon{"a.lexicon", "class MONTH\n  may = 5 doubtful\n"};
    const auto other = read_rules({&lexicon, 1}).rules;
    REQUIRE(other);
    CHECK(reading_version(*other) != reading_version(*english_rules()));
    options.rules = other;
    CHECK(run(again_told).read_anew > 0);
    options.rules = english_rules();
    CHECK(run(again_told).read_anew > 0);
    CHECK(run(again_told).unchanged == 3);

    // A known text at a new place is a copy, whether it is read again or not.
    std::filesystem::create_directories(folder.at("in/d"));
    std::filesystem::copy_file(folder.at("in/a.txt"), folder.at("in/d/a.txt"));
    CHECK(run(again_told).duplicates == 1);
    CHECK(run(again_told).unchanged == 4);
}

TEST_CASE("the input of a reading is all that decides it") {
    Document document;
    document.text = "The mill closed.";
    document.blocks = {{BlockKind::paragraph, {0, 16}, {}, 0}};
    const std::string input = reading_input(document, "", "v");
    CHECK(input.size() == 32);
    CHECK(reading_input(document, "2001", "v") != input);
    CHECK(reading_input(document, "", "w") != input);
    std::vector<Document> others(6, document);
    others[0].text = "The mill opened.";
    others[1].blocks[0].kind = BlockKind::caption;
    others[2].stated.push_back({"2001-03-04", DateBasis::meta, "date"});
    others[3].publisher = "Courier";
    others[4].url = "http://a.example/";
    others[5].pages = {0};
    for (const Document& other : others) CHECK(reading_input(other, "", "v") != input);
    document.path = "elsewhere.txt";
    CHECK(reading_input(document, "", "v") == input);
}

TEST_CASE("a publisher is given to articles that name none") {
    const Folder folder;
    folder.write(
        "a.jsonl",
        "{\"id\": \"1\", \"text\": \"It ended in 1994.\"}\n{\"id\": \"2\", \"publisher\": \"Courier\", \"text\": \"It began in 1988.\"}\n");
    ImportOptions options;
    options.paths = {folder.at("a.jsonl")};
    options.publisher = "Gazette";
    import(folder, options, "a.db");
    const std::vector<DocumentRow> documents = Store(folder.at("a.db")).documents();
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].publisher == "Gazette");
    CHECK(documents[1].publisher == "Courier");
}

TEST_CASE("a dry run and a stop") {
    const Folder folder;
    for (int i = 0; i < 9; ++i) folder.write("in/" + std::to_string(i) + ".txt", "It ended in 199" + std::to_string(i) + ".");
    ImportOptions options;
    options.paths = {folder.at("in")};
    options.rules = english_rules();
    const auto quiet = [](const Diagnostic&) {};
    const ImportSummary dry =
        import_paths(options, nullptr, quiet, [](const ImportProgress& progress) { return progress.files_total == 9; });
    CHECK(dry.documents == 9);
    CHECK(dry.added == 0);
    CHECK_FALSE(dry.stopped);
    Store store(folder.at("a.db"));
    const ImportSummary stopped =
        import_paths(options, &store, quiet, [](const ImportProgress& progress) { return progress.documents < 3; });
    CHECK(stopped.stopped);
    CHECK(stopped.documents == 3);
    CHECK(store.documents().size() == 3);
}

TEST_CASE("a document that cannot be stored loses none of those before it, and is not told as stored") {
    const Folder folder;
    for (int i = 0; i < 9; ++i) folder.write("in/" + std::to_string(i) + ".txt", "It ended in 199" + std::to_string(i) + ".");
    ImportOptions options;
    options.paths = {folder.at("in")};
    options.rules = english_rules();
    Store store(folder.at("a.db"));
    const auto refuse = [&](const std::string& sql) { SQLite::Database(folder.at("a.db"), SQLite::OPEN_READWRITE).exec(sql); };
    refuse("CREATE TRIGGER refused BEFORE INSERT ON document_version WHEN new.text LIKE '%1995%' BEGIN SELECT RAISE(ABORT, 'not this one'); END");
    std::int64_t stored = 0;
    const auto go_on = [&](const ImportProgress& progress) {
        stored = progress.documents;
        return true;
    };
    CHECK_THROWS_WITH(import_paths(options, &store, [](const Diagnostic&) {}, go_on), Catch::Contains("not this one"));
    CHECK(stored == 5);
    CHECK(store.documents().size() == 5);
    refuse("DROP TRIGGER refused");
    const ImportSummary then = import_paths(options, &store, [](const Diagnostic&) {}, go_on);
    CHECK(then.unchanged == 5);
    CHECK(then.added == 4);
    CHECK(store.faults().empty());
}
