#include "core/store/posting_lists.h"

#include "tests/catch.hpp"

#include <map>
#include <random>
#include <utility>

using namespace annals;

TEST_CASE("posting lists: they hold what a map would hold") {
    std::mt19937 random(5);
    PostingLists lists;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<Posting>> expected;
    for (int step = 0; step < 20000; ++step) {
        const std::int64_t days = random() % 400, term = random() % 40;
        if (random() % 50 == 0) {
            lists.forget(days, term);
            expected.erase({days, term});
            CHECK_FALSE(lists.is_known(lists.find(days, term)));
        }
        PostingLists::Number list = lists.find(days, term);
        if (!lists.is_known(list)) list = lists.add(days, term);
        lists.append(list, {step, step % 7});
        expected[{days, term}].push_back({step, step % 7});
        CHECK(lists.last(list) == Posting{step, step % 7});
    }
    for (const auto& [key, postings] : expected) {
        const PostingLists::Number list = lists.find(key.first, key.second);
        REQUIRE(lists.is_known(list));
        CHECK(lists.size(list) == postings.size());
        std::vector<Posting> found;
        lists.for_each(list, [&](const Posting& posting) { found.push_back(posting); });
        CHECK(found == postings);
    }
    CHECK(lists.weight() >= 20000);
    CHECK(lists.find(400, 0) == PostingLists::none);
    lists.clear();
    CHECK(lists.weight() == 0);
    CHECK(lists.find(1, 1) == PostingLists::none);
}
