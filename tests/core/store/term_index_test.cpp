#include "core/store/term_index.h"

#include "core/store/schema.h"
#include "core/store/store.h"
#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <random>

using namespace annals;
using namespace std::chrono_literals;

namespace {

Mention mention_of(Day day, const std::vector<std::string>& terms) {
    Mention mention;
    mention.date = point_in(edtf_of({day, day}));
    mention.trigger_lemma = "fall";
    mention.terms = terms;
    return mention;
}

}  // namespace

TEST_CASE("term index: what it remembers is what it reads, in whatever order mentions come") {
    made::Folder folder;
    Database database(folder.file(), Database::Access::read_write, 1s);
    bring_up_to_date(database, migrations());
    std::mt19937 random(9);
    const std::vector<std::string> words{"arden", "brent", "cove", "dale", "esk"};
    TermIndex kept(database);
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1; id <= 600; ++id) ids.push_back(id);
    std::shuffle(ids.begin() + 300, ids.begin() + 400, random);  // an older mention may come back
    std::size_t found = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Mention mention = mention_of(static_cast<Day>(random() % 6), {words[random() % 5], "rain"});
        kept.add(posting(ids[i], ids[i] % 50), mention);
        if (i % 7 == 0) kept.forget();  // what was not written is lost, as when a transaction fails
        kept.write();
        TermIndex anew(database);
        for (const std::int64_t term : term_numbers({words[random() % 5], "rain", "snow"}, {"fall"})) {
            const Day day = static_cast<Day>(random() % 8);
            std::vector<Posting> remembered, stored;
            kept.read(kept.at({day, day}), term, remembered);
            anew.read(anew.at({day, day}), term, stored);
            CHECK(remembered == stored);
            found += stored.size();
        }
    }
    CHECK(found > 1000);
}

TEST_CASE("database: rows of numbers are put in, however many, and a refused one throws") {
    made::Folder folder;
    const Database database(folder.file(), Database::Access::read_write, 1s);
    database.script("CREATE TABLE pair (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID");
    std::vector<std::int64_t> numbers;
    for (std::int64_t count = 0; count < 150; ++count) {
        database.insert_rows("INSERT OR FAIL INTO pair (one, other)", 2, numbers);
        CHECK(database.integer("SELECT count(*) FROM pair") == count);
        CHECK(database.integer("SELECT count(*) FROM pair WHERE other = one * one") == count);
        database.run("DELETE FROM pair");
        numbers.insert(numbers.end(), {count, count * count});
    }
    numbers.insert(numbers.end(), {7, 49});
    CHECK_THROWS_AS(database.insert_rows("INSERT OR FAIL INTO pair (one, other)", 2, numbers), StoreError);
}
