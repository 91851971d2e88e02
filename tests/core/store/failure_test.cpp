// What a broken machine, another process or another version can do to the store: a clear error, and nothing half written.
#include "core/events/likeness.h"
#include "core/store/remembered.h"
#include "core/store/schema.h"
#include "core/store/store.h"
#include "core/store/stored_date.h"
#include "core/store/term_index.h"
#include "core/store/writing.h"

#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <array>
#include <fstream>
#include <set>
#include <thread>
#include <tuple>

#include <SQLiteCpp/Database.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace annals;
using Catch::Contains;
using namespace std::chrono_literals;

namespace {

ReadDocument small(const std::string& key) { return made::document(key, "P", "2020-01-02", {{"Rain fell on " + key + ".", "2020-01-01", "fall", {key}}}); }

std::set<std::string> files_in(const made::Folder& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) names.insert(entry.path().filename().string());
    return names;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("store failure: a database at rest is one file") {
    made::Folder folder;
    { Store(folder.file()).add(small("a")); }
    CHECK(files_in(folder) == std::set<std::string>{"test.db"});
    const std::string before = bytes_of(folder.file());
    {
        const Store reader(folder.file(), Store::Access::read_only);
        CHECK(reader.count({}) == 1);
    }
    CHECK(files_in(folder) == std::set<std::string>{"test.db"});
    CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("store failure: a reader cannot write") {
    made::Folder folder;
    { Store(folder.file()).add(small("a")); }
    Store reader(folder.file(), Store::Access::read_only);
    CHECK_THROWS_WITH(reader.add(small("b")), Contains("cannot be written"));
    CHECK_THROWS_AS(reader.decide_published("a", "2020"), StoreError);
    CHECK(reader.count({}) == 1);
}

TEST_CASE("store failure: no such database, a folder, a folder that is not there") {
    made::Folder folder;
    CHECK_THROWS_WITH(Store(folder.file(), Store::Access::read_only), Contains("annals import"));
    CHECK(files_in(folder).empty());
    CHECK_THROWS_WITH(Store(folder.path()), Contains("is a folder"));
    CHECK_THROWS_WITH(Store(folder.path() / "none" / "x.db"), Contains("check that its folder exists"));
}

TEST_CASE("store failure: a file that is no database is left as it is") {
    made::Folder folder;
    for (const std::string& text : {std::string("an article, not a database"), std::string(5000, 'x'), std::string("SQLite format 3\0 but no more", 28)}) {
        write_file(folder.file(), text);
        CHECK_THROWS_WITH(Store(folder.file()), Contains("not a database") || Contains("damaged"));
        CHECK_THROWS_AS(Store(folder.file(), Store::Access::read_only), StoreError);
        CHECK(bytes_of(folder.file()) == text);
    }
}

TEST_CASE("store failure: an empty file becomes a database; to read it is an error") {
    made::Folder folder;
    write_file(folder.file(), "");
    CHECK_THROWS_WITH(Store(folder.file(), Store::Access::read_only), Contains("is not a database of annals"));
    Store store(folder.file());
    CHECK(store.add(small("a")) == AddOutcome::added);
}

TEST_CASE("store failure: another program's database is refused and left as it is") {
    made::Folder folder;
    { SQLite::Database(folder.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE bookmarks (url TEXT)"); }
    const std::string before = bytes_of(folder.file());
    CHECK_THROWS_WITH(Store(folder.file()), Contains("another program"));
    CHECK_THROWS_WITH(Store(folder.file(), Store::Access::read_only), Contains("not a database of annals"));
    CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("store failure: a newer schema is refused") {
    made::Folder folder;
    { Store(folder.file()).add(small("a")); }
    { SQLite::Database(folder.file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999"); }
    for (Store::Access access : {Store::Access::read_write, Store::Access::read_only})
        CHECK_THROWS_WITH(Store(folder.file(), access), Contains("newer annals (schema 999"));
}

TEST_CASE("store failure: an older schema is migrated in one transaction, or not at all") {
    made::Folder folder;
    const EmbeddedFile first{"schema/001_first.sql", "CREATE TABLE story (text TEXT); INSERT INTO story VALUES ('kept')"};
    const EmbeddedFile second{"schema/002_second.sql", "ALTER TABLE story ADD COLUMN teller TEXT DEFAULT 'unknown'; CREATE TABLE extra (id INTEGER)"};
    const EmbeddedFile broken{"schema/003_broken.sql", "CREATE TABLE half (id INTEGER); CREATE TABLE story (text TEXT)"};
    const std::vector<EmbeddedFile> one{first}, two{first, second}, three{first, second, broken};
    {
        Database database(folder.file(), Database::Access::read_write, 1s);
        bring_up_to_date(database, one);
        CHECK(database.integer("PRAGMA user_version") == 1);
    }
    {
        Database reader(folder.file(), Database::Access::read_only, 1s);
        CHECK_THROWS_WITH(bring_up_to_date(reader, two), Contains("older schema 1"));
    }
    {
        Database database(folder.file(), Database::Access::read_write, 1s);
        CHECK_THROWS_AS(bring_up_to_date(database, three), StoreError);  // the second step alone would have worked
        CHECK(database.integer("PRAGMA user_version") == 1);
        CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('extra', 'half')") == 0);
        bring_up_to_date(database, two);
        CHECK(database.integer("PRAGMA user_version") == 2);
        CHECK(database.integer("SELECT count(*) FROM story WHERE text = 'kept' AND teller = 'unknown'") == 1);
        bring_up_to_date(database, two);
    }
}

/// The terms of all mentions as schema 1 held them.
void make_terms_of_ranges(const Database& database) {
    database.script("DROP TABLE mention_term; CREATE TABLE mention_term (range INTEGER, term INTEGER, mention INTEGER)");
    std::vector<std::int64_t> numbers;
    Rows rows = database.rows("SELECT range, id, terms, trigger_lemma, happenings FROM mention WHERE range IS NOT NULL AND modality IN ('asserted', 'claimed')");
    while (rows.next())
        for (const std::int64_t term : term_numbers(split_lines(rows.text(2)), head_words(rows.text(3), split_lines(rows.text(4)))))
            numbers.insert(numbers.end(), {rows.integer(0), term, rows.integer(1)});
    database.insert_rows("INSERT OR FAIL INTO mention_term (range, term, mention)", 3, numbers);
}

TEST_CASE("store failure: the terms of an older database are found by the days of their mentions") {
    made::Folder folder;
    { Store(folder.file()).add(made::document("a", "P", "2020-01-02", {{"Rain fell.", "2020-01-01T10:00", "fall", {"rain"}}, {"Snow fell.", "2020", "fall", {"snow"}}})); }
    Database database(folder.file(), Database::Access::read_write, 1s);
    make_terms_of_ranges(database);
    database.script("PRAGMA user_version = 6");
    bring_up_to_date(database, migrations().first(7));
    const std::int64_t new_year = 10018262, year_end = new_year + 365;  // from day -10000000
    std::vector<std::array<std::int64_t, 3>> expected;
    for (const auto& [last, mention, word] : {std::tuple(new_year, 1, "rain"), std::tuple(year_end, 2, "snow")})
        for (const std::int64_t term : term_numbers({"fall", word})) expected.push_back({new_year * 20000000 + last, term, mention});
    std::vector<std::array<std::int64_t, 3>> terms;
    Rows rows = database.rows("SELECT days, term, mention FROM mention_term ORDER BY 1, 2, 3");
    while (rows.next()) terms.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    CHECK(terms == expected);
}

TEST_CASE("store failure: an older database has its terms, topics and looks as a new one has them") {
    made::Folder folder;
    {
        Store store(folder.file());
        const auto told = [](const std::string& name, const std::string& day, const std::string& more) {
            ReadDocument read = made::document(name, "P", "2020-01-02",
                                               {{"Rain fell in Arden" + more, "2020-01-01T10:00", "fall", {"arden", "rain"}},
                                                {"Snow fell in Arden" + more, day, "fall", {"arden", "snow"}},
                                                {"Nobody came" + more, "2020", "come", {"arden"}, EventKind::occurrence, Modality::negated},
                                                {"Hail fell" + more, "", "fall", {"hail"}}});
            read.mentions[0].numbers = {{31, "31", "mm"}};
            read.mentions[0].trigger_lemma = "fall\x1f\x1e down";
            read.mentions[1].names = {"arden"};
            read.mentions[1].happenings = {"snowfall"};
            return read;
        };
        for (const char* name : {"a", "b", "c"}) store.add(told(name, "2020", ""));
        store.add(told("d", "1700/1950", ""));
        store.add(told("e", "../1950", ""));
        CHECK(store.add(told("a", "2020-01", "")) == AddOutcome::read_anew);
        CHECK(store.add(told("b", "2019/..", ", again")) == AddOutcome::new_version);
        GivenMentionRow given{told("c", "", "").mentions[0], "Rain fell in Arden", {}};
        given.mention.trigger_lemma = "rain";
        given.mention.trigger = {};
        CHECK(store.add_given("c", {given}).verified == 1);
        CHECK(store.add(told("c", "2020", ", all day")) == AddOutcome::new_version);  // the given one goes along
    }
    const auto rows_of = [](const Database& database, const std::string& table, int columns) {
        std::vector<std::string> all;
        Rows rows = database.rows("SELECT * FROM " + table + " ORDER BY 1, 2");
        while (rows.next()) {
            std::string& row = all.emplace_back();
            for (int i = 0; i < columns; ++i) row.append(rows.null(i) ? "none" : rows.text(i)).append("|");
        }
        return all;
    };
    Database database(folder.file(), Database::Access::read_write, 1s);
    const auto terms = rows_of(database, "mention_term", 2), topics = rows_of(database, "document_topic", 6), names = rows_of(database, "document_name", 2);
    CHECK(terms.size() > 15);
    CHECK(topics.size() == 5);
    CHECK(names.size() == 1);
    CHECK(std::count(names[0].begin(), names[0].end(), '\n') == 4);
    CHECK(std::count_if(topics.begin(), topics.end(), [](const std::string& row) { return row.find("fall   down") != row.npos; }) == 5);
    CHECK(std::count_if(terms.begin(), terms.end(), [](const std::string& row) { return std::count(row.begin(), row.end(), '\n') > 2; }) > 2);
    make_terms_of_ranges(database);
    database.script("ALTER TABLE document_version ADD COLUMN topic_names TEXT NOT NULL DEFAULT '';"
                    " ALTER TABLE document_version ADD COLUMN topic_words TEXT NOT NULL DEFAULT '';"
                    " ALTER TABLE document_version ADD COLUMN repeated_terms TEXT NOT NULL DEFAULT '';"
                    " UPDATE document_version SET (topic_names, topic_words, repeated_terms) ="
                    " (SELECT names, words, repeated FROM document_topic t WHERE t.version = document_version.id) WHERE id IN (SELECT version FROM document);"
                    " CREATE TABLE name (name, version); DROP TABLE document_name; ALTER TABLE name RENAME TO document_name;"
                    " CREATE TABLE old AS SELECT (ifnull(r.start_min, -9999999) + 10000000) * 20000000 + ifnull(r.end_max, -9999999) + 10000000 AS days, term, mention"
                    " FROM mention_term t JOIN date_range r ON r.id = t.range; DROP TABLE mention_term; ALTER TABLE old RENAME TO mention_term;"
                    " DROP TABLE document_topic; ALTER TABLE event_mention DROP COLUMN voice; ALTER TABLE mention DROP COLUMN wording;"
                    " ALTER TABLE mention RENAME COLUMN day_sentences TO sole;"
                    " PRAGMA user_version = 9");
    for (const std::int64_t version : {9, 8, 7, 6, 5, 4, 3, 2, 1})  // those of the topics that are current
        database.run("INSERT INTO document_name SELECT ?, version FROM document WHERE version = ?", term_number("arden"), version);
    bring_up_to_date(database, migrations());
    CHECK(rows_of(database, "mention_term", 2) == terms);
    CHECK(rows_of(database, "document_topic", 6) == topics);
    CHECK(rows_of(database, "document_name", 2) == names);
    CHECK(database.integer("SELECT count(*) FROM pragma_table_info('document_version') WHERE name LIKE 'topic%' OR name LIKE 'repeated%'") == 0);
}

TEST_CASE("store failure: each migration is one version") {
    const auto files = migrations();
    for (std::size_t i = 0; i < files.size(); ++i)
        CHECK(std::stoul(std::string(files[i].path.substr(files[i].path.find('/') + 1, 3))) == i + 1);
}

TEST_CASE("store failure: a locked database says so after its patience, then works again") {
    made::Folder folder;
    Store store(folder.file(), Store::Access::read_write, 50ms);
    store.add(small("a"));
    {
        SQLite::Database other(folder.file().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        CHECK_THROWS_WITH(store.add(small("b")), Contains("another process is writing"));
        CHECK(store.count({}) == 1);  // reading goes on
        const Store reader(folder.file(), Store::Access::read_only, 50ms);
        CHECK(reader.count({}) == 1);
        other.exec("COMMIT");
    }
    CHECK(store.add(small("b")) == AddOutcome::added);
    CHECK(store.count({}) == 2);
}

TEST_CASE("store failure: a full disk loses the document, not the database") {
    made::Folder folder;
    { Store(folder.file()).add(small("a")); }
    {
        Database database(folder.file(), Database::Access::read_write, 1s);
        database.run("PRAGMA max_page_count = " + std::to_string(*database.integer("PRAGMA page_count") + 3));
        std::optional<std::int64_t> run;
        Remembered remembered(database);
        std::vector<made::Said> much;
        for (int i = 0; i < 500; ++i) much.push_back({"Event " + std::to_string(i) + " " + std::string(100, 'x'), std::to_string(1500 + i), "happen", {}});
        PendingEvents pending(database);
        const auto add = [&](const ReadDocument& read) {
            Transaction transaction(database);
            const AddOutcome outcome = add_document(database, read, run, remembered, pending);
            transaction.commit();
            return outcome;
        };
        CHECK_THROWS_WITH(add(made::document("big", "P", "", much)), Contains("no room left"));
        remembered.forget();
        CHECK(add(small("a")) == AddOutcome::unchanged);
    }
    Store store(folder.file());
    CHECK(store.documents().size() == 1);
    CHECK(store.count({}) == 1);
    CHECK(store.add(small("b")) == AddOutcome::added);
    Database checked(folder.file(), Database::Access::read_only, 1s);
    CHECK(checked.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'") == 1);
    CHECK_FALSE(checked.integer("SELECT count(*) FROM pragma_foreign_key_check").value_or(0));
}

TEST_CASE("store failure: what is stored together is there at once, or not at all") {
    const auto events_of = [](const Store& store, const std::string& words) {
        EventQuery query;
        query.text = words;
        return store.count(query);
    };
    made::Folder folder;
    Store store(folder.file());
    store.together([&] {
        store.add(small("a"));
        store.decide_published("a", "2020-01-03");
        store.add(small("b"));
        CHECK(Store(folder.file(), Store::Access::read_only).documents().empty());
    });
    CHECK(store.documents().size() == 2);
    CHECK(events_of(store, "rain") == 2);
    CHECK_THROWS_WITH(store.together([&] {
        store.add(small("c"));
        store.add(small("a"));
        throw StoreError("enough");
    }), Contains("enough"));
    CHECK(store.documents().size() == 2);
    CHECK(events_of(store, "rain") == 2);
    CHECK(store.add(small("c")) == AddOutcome::added);
    CHECK(store.decided_published("a") == "2020-01-03");
    CHECK(store.faults().empty());
}

TEST_CASE("store failure: a file and folder that may not be written can be read") {
    made::Folder folder;
    { Store(folder.file()).add(small("a")); }
    std::filesystem::permissions(folder.file(), std::filesystem::perms::owner_read | std::filesystem::perms::group_read | std::filesystem::perms::others_read);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    // In a process of its own, which gives up root's rights when it has them.
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int status = 1;
        if (geteuid() != 0 || setuid(65534) == 0) {
            try {
                const Store reader(folder.file(), Store::Access::read_only);
                status = reader.count({}) == 1 ? 0 : 2;
            } catch (const StoreError&) {
                status = 3;
            }
            try {
                Store writer(folder.file());
                status = 4;
            } catch (const StoreError& error) {
                if (std::string(error.what()).find("cannot be written") == std::string::npos) status = 5;
            }
        }
        _exit(status);
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(files_in(folder) == std::set<std::string>{"test.db"});
}

TEST_CASE("store failure: a second process reads while one imports") {
    made::Folder folder;
    { Store(folder.file()).add(small("first")); }
    const pid_t child = fork();  // while nothing is open
    REQUIRE(child >= 0);
    if (child == 0) {
        int status = 0;
        try {
            Store writer(folder.file());
            for (int i = 0; i < 200; ++i) writer.add(small("document " + std::to_string(i)));
        } catch (const std::exception&) {
            status = 1;
        }
        _exit(status);  // without closing: as if it had been killed
    }
    std::int64_t last = 1, looks = 0;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        const Store reader(folder.file(), Store::Access::read_only);
        const std::int64_t now = reader.count({});
        // Whole documents only, never fewer than before: every event has its source.
        for (const Event& event : reader.query({})) REQUIRE(event.sources.size() == 1);
        REQUIRE(now >= last);
        last = now;
        ++looks;
    }
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(looks > 0);
    CHECK(Store(folder.file(), Store::Access::read_only).count({}) == 201);
}
