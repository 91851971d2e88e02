// story_pairs DB: the signs of all pairs of mentions of each small story of a database, for train_stories.py. One line each: the rows of the two
// mentions, whether they are one event without the trees, whether the trees may join them (1 if they are sure, else 2), and the signs, divided by tabs. The first line names them.
#include "core/events/grouping.h"
#include "core/events/story_signs.h"
#include "core/store/remembered.h"
#include "core/store/stories.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    using namespace annals;
    if (argc != 2) {
        std::fputs("usage: story_pairs DB\n", stderr);
        return 2;
    }
    try {
        const Database database(argv[1], Database::Access::read_only, std::chrono::seconds(5));
        Remembered remembered(database);
        std::printf("a\tb\tjoined\tmay join");
        for (const std::string_view name : story_sign_names) std::printf("\t%.*s", static_cast<int>(name.size()), name.data());
        std::putchar('\n');
        std::vector<std::int64_t> versions;
        Rows topics = database.rows("SELECT version FROM document_topic ORDER BY version");
        while (topics.next()) versions.push_back(topics.integer(0));
        for (const std::int64_t version : versions) {
            const SmallStory story = remembered.stories.of(version);
            if (story.versions.empty() || story.versions.front() != version) continue;  // once
            std::vector<const ClusterItem*> items;
            for (const StoredItem* item : remembered.items.read(story.mentions))
                if (has_days(*item)) items.push_back(item);
            const StoryContext context(items);
            Grouping grouping(items, {}, [&](std::string_view name) { return remembered.topics.count_named(name); });
            for (std::size_t a = 0; a < items.size(); ++a)
                for (std::size_t b = 0; b < a; ++b) {
                    if (!context.may_be_one(a, b)) continue;
                    const bool alike = grouping.root(a) == grouping.root(b);
                    std::printf("%lld\t%lld\t%d\t%d", static_cast<long long>(items[a]->mention), static_cast<long long>(items[b]->mention), alike,
                                context.may_join(a, b, false) + context.may_join(a, b, true));
                    for (const float sign : context.signs(a, b, topics_of(*items[a], *items[b]), alike)) std::printf("\t%g", static_cast<double>(sign));
                    std::putchar('\n');
                }
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "story_pairs: %s\n", error.what());
        return 1;
    }
}
