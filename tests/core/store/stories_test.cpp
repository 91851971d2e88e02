#include "core/store/stories.h"

#include "core/store/remembered.h"
#include "core/store/schema.h"
#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace annals;
using namespace std::chrono_literals;

namespace {

/// Of the valley, and of what happened there; those of one mill have more in common.
DocumentTopic told_of(const std::string& mill) {
    std::vector<std::string> words{"council", "fire", "river"};
    for (char c = 'a'; c < 'm'; ++c) words.push_back(mill + " " + c);
    std::sort(words.begin(), words.end());
    return {std::vector<std::string>{"arden"}, words, {}, {}};
}

}  // namespace

TEST_CASE("stories: where many are linked, those that share more are one story") {
    made::Folder folder;
    Database database(folder.file(), Database::Access::read_write, 1s);
    bring_up_to_date(database, migrations());
    database.script("PRAGMA foreign_keys = OFF");  // there are no documents
    Remembered remembered(database);
    std::vector<std::int64_t> all;
    const auto store = [&](std::int64_t version, const std::string& mill) {
        remembered.topics.store({}, version, told_of(mill), {});
        all.push_back(version);
    };
    store(1, "upper");
    CHECK(remembered.stories.of(1).versions.empty());
    for (const std::int64_t version : {2, 3}) store(version, "upper");
    for (const std::int64_t version : {4, 5, 6, 7}) store(version, "lower");
    for (const std::int64_t version : all) CHECK(remembered.stories.of(version).versions == all);
    store(8, "lower");
    const std::vector<SmallStory> changed = remembered.stories.without(8);
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].versions == std::vector<std::int64_t>(all.begin(), all.end() - 1));
    CHECK(remembered.stories.of(8).versions == std::vector<std::int64_t>{4, 5, 6, 7, 8});
    CHECK(remembered.stories.of(3).versions == std::vector<std::int64_t>{1, 2, 3});
    store(9, "lower");  // of the others' story nothing changes
    REQUIRE(remembered.stories.without(9).size() == 1);
    CHECK(remembered.stories.without(9)[0].versions == std::vector<std::int64_t>{4, 5, 6, 7, 8});
    for (const std::int64_t version : {10, 11}) store(version, "lower");
    CHECK(remembered.stories.of(11).versions.empty());  // eight are too many, and nothing tells them apart
    CHECK(remembered.stories.of(1).versions == std::vector<std::int64_t>{1, 2, 3});
}
