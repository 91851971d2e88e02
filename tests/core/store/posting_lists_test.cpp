#include "core/store/posting_lists.h"

#include "tests/catch.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <vector>

using namespace annals;

TEST_CASE("posting lists: they hold what a map would hold") {
    std::mt19937 random(5);
    PostingLists lists;
    std::map<std::int64_t, std::vector<Posting>> expected;
    for (std::uint32_t step = 0; step < 20000; ++step) {
        const auto number = static_cast<std::int64_t>((random() % 400) << 40) - static_cast<std::int64_t>((random() % 5) << 60);
        PostingLists::List* list = lists.find(number);
        CHECK((list != nullptr) == expected.contains(number));
        if (!list) list = &lists.add(number);
        std::vector<Posting>& postings = expected[number];
        if (random() % 50 == 0) {
            postings.resize(postings.size() / 2);
            lists.set(*list, postings);
        }
        const Posting posting{step, static_cast<std::uint32_t>(random())};
        lists.append(*list, posting);
        postings.push_back(posting);
        CHECK(lists.last(*list) == posting);
    }
    CHECK(expected.size() > 1500);
    std::size_t longest = 0;
    for (const auto& [number, postings] : expected) {
        const PostingLists::List* list = lists.find(number);
        REQUIRE(list);
        CHECK(list->size == postings.size());
        std::vector<Posting> found;
        lists.for_each(*list, [&](const Posting& posting) { found.push_back(posting); });
        CHECK(found == postings);
        longest = std::max(longest, postings.size());
    }
    CHECK(longest > 8);  // more than a block
    CHECK(lists.bytes() > 20000 * sizeof(Posting));
    CHECK_FALSE(lists.find(1));
    lists.clear();
    CHECK(lists.bytes() == 0);
    CHECK_FALSE(lists.find(0));
}
