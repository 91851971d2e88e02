// Which mentions become one event, from the words of articles to the store.
#include "core/store/store.h"
#include "importers/extract/extract.h"
#include "tests/catch.hpp"
#include "tests/folder.h"
#include "tests/text_cases.h"

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <utility>

namespace annals {
namespace {

/// "2019-05-07 Vale Herald | The text."
ReadDocument article(const std::string& line) {
    const std::size_t space = line.find(' '), bar = line.find(" | ");
    ReadDocument read;
    Document& document = read.document;
    document.text = line.substr(bar + 3);
    document.publisher = line.substr(space + 1, bar - space - 1);
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}, {}, 0}};
    document.stated = {{line.substr(0, space), DateBasis::field, "published"}};
    Extracted extracted = extract(document, *english_rules());
    read.published = extracted.published;
    read.published_basis = extracted.published_basis;
    read.mentions = extracted.mentions;
    return read;
}

/// The event with a source of the document (of any, if none is said) that says so, in its headline if in any; else in its quote.
std::optional<Event> telling(const std::vector<Event>& events, const std::string& document, const std::string& words) {
    std::optional<Event> found;
    for (const Event& event : events)
        for (const EventSource& source : event.sources) {
            if (!document.empty() && source.document != document) continue;
            if (source.headline.find(words) != std::string::npos) return event;
            if (!found && source.quote.find(words) != std::string::npos) found = event;
        }
    return found;
}

}  // namespace

TEST_CASE("merging: mentions are one event or two as the cases say, in either order of import") {
    for (const auto& test : test::read_text_cases("merging")) {
        if (test.has("article")) continue;
        INFO(test.where());
        test.expect_keys({"one", "two", "pair", "means", "still", "shown", "conflicts"});
        const std::string pair = test.get("pair"), means = test.get("means");
        const std::size_t slash = pair.find(" / ");
        std::vector<std::string> articles = test.all("one");
        for (const std::string& other : test.all("two")) articles.push_back(other);
        const std::string first = document_key(article(articles.front()).document), last = document_key(article(articles.back()).document);
        for (int order = 0; order < 2; ++order) {
            INFO("order " << order);
            const test::Folder folder;
            Store store(folder.at("merging.db"));
            for (const std::string& line : articles) store.add(article(line));
            const std::vector<Event> events = store.query(EventQuery{});
            const auto one = telling(events, first, pair.substr(0, slash)), two = telling(events, last, pair.substr(slash + 3));
            CHECK(one);
            CHECK(two);
            if (one && two) {
                CHECK((one->id == two->id ? "one event" : "two events") == (test.has("still") ? test.get("still") : means));
                if (test.has("shown")) CHECK(one->date.edtf == test.get("shown"));
                if (test.has("conflicts")) CHECK(std::to_string(one->conflicts) == test.get("conflicts"));
            }
            std::reverse(articles.begin(), articles.end());
        }
    }
}

TEST_CASE("merging: of whole stories what is one event and what is not, in either order of import") {
    for (const auto& test : test::read_text_cases("merging")) {
        if (!test.has("article")) continue;
        test.expect_keys({"article", "one event", "two events", "still one event", "still two events"});
        std::vector<std::string> articles = test.all("article");
        for (int order = 0; order < 2; ++order) {
            const test::Folder folder;
            Store store(folder.at("merging.db"));
            for (const std::string& line : articles) store.add(article(line));
            const std::vector<Event> events = store.query(EventQuery{});
            for (const auto& [key, pair] : test.fields) {
                if (key == "article") continue;
                INFO(test.where() << " order " << order << ": " << pair);
                const std::size_t slash = pair.find(" / ");
                const auto one = telling(events, {}, pair.substr(0, slash)), two = telling(events, {}, pair.substr(slash + 3));
                CHECK(one);
                CHECK(two);
                if (one && two) CHECK((one->id == two->id ? "one event" : "two events") == (key.starts_with("still ") ? key.substr(6) : key));
            }
            std::reverse(articles.begin(), articles.end());
        }
    }
}

TEST_CASE("merging: a story that becomes too large to be read side by side is grouped as if it had been large from the start") {
    std::vector<std::string> articles;
    for (const auto& test : test::read_text_cases("merging"))
        if (test.where().find("side_by_side.test") != std::string::npos && articles.empty()) articles = test.all("article");
    REQUIRE(articles.size() == 2);
    for (int day = 1; day <= 6; ++day)
        articles.push_back("2012-05-0" + std::to_string(day) + " Paper " + std::to_string(day) + " | Hal Brandt of Orme sold " + std::to_string(10 * day) +
                           " stones of the tower on 1 May 2012. Kelling was paid for the bell of Orme in April 2012. Hal Brandt sailed from Kelling on " +
                           std::to_string(10 + day) + " April 2012.");
    using Group = std::set<std::pair<std::string, std::string>>;  // documents and quotes
    const auto groups_of = [](const std::vector<std::string>& given) {
        const test::Folder folder;
        Store store(folder.at("merging.db"));
        for (const std::string& line : given) store.add(article(line));
        std::set<Group> groups;
        for (const Event& event : store.query(EventQuery{})) {
            Group group;
            for (const EventSource& source : event.sources) group.emplace(source.document, source.quote);
            groups.insert(group);
        }
        return groups;
    };
    const auto tell_one = [](const std::set<Group>& groups, const std::string& one, const std::string& other) {
        return std::ranges::any_of(groups, [&](const Group& group) {
            const auto says = [&](const std::string& words) { return std::ranges::any_of(group, [&](const auto& source) { return source.second.find(words) != std::string::npos; }); };
            return says(one) && says(other);
        });
    };
    CHECK(tell_one(groups_of({articles[0], articles[1]}), "hoisted the bell", "tipped the bronze"));
    const std::set<Group> large = groups_of(articles);
    CHECK_FALSE(tell_one(large, "hoisted the bell", "tipped the bronze"));
    std::mt19937 random(1);
    for (int order = 0; order < 4; ++order) {
        if (order == 0) std::ranges::reverse(articles);
        else std::shuffle(articles.begin(), articles.end(), random);
        CHECK(groups_of(articles) == large);
    }
}

}  // namespace annals
