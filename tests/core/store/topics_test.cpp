#include "core/store/topics.h"

#include "core/store/schema.h"
#include "core/store/store.h"
#include "tests/catch.hpp"
#include "tests/core/store/made.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace annals;
using namespace std::chrono_literals;

namespace {

DocumentTopic topic_of_names(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return {names, std::vector<std::string>{"fire", "mill", "roof", "storm"}, {}, {}};
}

std::vector<std::int64_t> like(Topics& topics, std::int64_t version) {
    std::vector<std::int64_t> versions;
    for (const TopicLink& link : topics.links(version)) versions.push_back(link.version);
    return versions;
}

}  // namespace

TEST_CASE("topics: those that share most names come first, of these the oldest, whether remembered or stored") {
    made::Folder folder;
    Database database(folder.file(), Database::Access::read_write, 1s);
    bring_up_to_date(database, migrations());
    database.script("PRAGMA foreign_keys = OFF");  // there are no documents
    std::mt19937 random(7);
    std::vector<std::string> words;
    for (char c = 'a'; c <= 'z'; ++c) words.push_back(std::string("name") + c);
    std::map<std::int64_t, std::vector<std::string>> stored;
    Topics kept(database);
    std::size_t found = 0;
    for (std::int64_t next = 1; next <= 250; ++next) {
        std::shuffle(words.begin(), words.end(), random);
        const std::vector<std::string> names(words.begin(), words.begin() + 3);
        // Some are a new text of a document that was there, or the same text read anew.
        std::optional<std::int64_t> old;
        std::int64_t version = next;
        if (next % 9 == 0) old = std::next(stored.begin(), static_cast<std::ptrdiff_t>(random() % stored.size()))->first;
        if (next % 27 == 0) version = *old;
        kept.store(old, version, topic_of_names(names), "looks " + std::to_string(version));
        if (old) stored.erase(*old);
        stored[version] = names;
        if (next % 5 == 0) kept.write();

        std::vector<std::pair<int, std::int64_t>> ranked;
        for (const auto& [other, of_other] : stored) {
            int shared = 0;
            for (const std::string& name : names) shared += std::find(of_other.begin(), of_other.end(), name) != of_other.end() ? 1 : 0;
            if (shared > 0 && other != version) ranked.emplace_back(-shared, other);
        }
        std::sort(ranked.begin(), ranked.end());
        std::vector<std::int64_t> expected;
        for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 12); ++i) expected.push_back(ranked[i].second);
        CHECK(like(kept, version) == expected);
        CHECK(kept.looks(version) == "looks " + std::to_string(version));
        if (next % 5 != 0) continue;
        Topics anew(database);
        CHECK(like(anew, version) == expected);
        CHECK(anew.looks(version) == kept.looks(version));
        CHECK(*anew.of(version) == *kept.of(version));
        found += expected.size();
    }
    CHECK(found > 500);
    for (const std::string& word : words) kept.store({}, 1000 + word.back(), topic_of_names({word}), {});
    kept.forget();  // what was not written is lost, as when a transaction fails
    CHECK(like(kept, 1000 + 'a').size() == 12);
    kept.write();
    CHECK(database.integer("SELECT count(*) FROM document_name WHERE versions LIKE '%10__'") == 0);
    for (const auto& [version, names] : stored) kept.store(version, version, topic_of_names({"alone" + std::to_string(version)}), {});
    kept.write();
    for (const auto& [version, names] : stored) CHECK(like(kept, version).empty());
    CHECK(database.integer("SELECT count(*) FROM document_name") == stored.size());
}

TEST_CASE("topics: of a name that very many have only the last say something") {
    made::Folder folder;
    Database database(folder.file(), Database::Access::read_write, 1s);
    bring_up_to_date(database, migrations());
    database.script("PRAGMA foreign_keys = OFF");
    Topics kept(database);
    for (std::int64_t version = 1; version <= 700; ++version) {
        kept.store({}, version, topic_of_names({"arden"}), {});
        if (version % 50 != 0) continue;
        kept.write();
        if (version < 150) continue;
        std::vector<std::int64_t> expected;
        for (std::int64_t other = version - 100; other < version - 88; ++other) expected.push_back(other);
        CHECK(like(kept, version) == expected);
        Topics anew(database);
        CHECK(like(anew, version) == expected);
    }
    CHECK(*database.integer("SELECT length(versions) FROM document_name") <= 200 * 4);
}
