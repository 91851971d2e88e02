#include "core/events/near_copy.h"

#include "tests/catch.hpp"

#include <algorithm>

using namespace annals;

namespace {

/// `words` words of a made-up vocabulary; `seed` makes another text.
std::vector<std::string> made_words(std::size_t words, std::uint32_t seed) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < words; ++i) {
        seed = seed * 1664525u + 1013904223u;
        std::uint32_t number = (seed >> 8) % 5000;
        std::string word = "w";
        for (; number > 0; number /= 16) word += static_cast<char>('a' + number % 16);
        if (i % 15 == 7) word = std::to_string(1900 + (seed >> 8) % 100);
        result.push_back(word);
    }
    return result;
}

Document document_of(const std::vector<std::string>& words) {
    Document document;
    for (const std::string& word : words) document.text += (document.text.empty() ? "" : " ") + word;
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}, {}, 0}};
    return document;
}

std::string signature_of(const std::vector<std::string>& words) { return copy_signature(document_of(words)); }

}  // namespace

TEST_CASE("near-copies: a few words changed, cut short, another headline") {
    const std::vector<std::string> article = made_words(400, 1);
    const std::string signature = signature_of(article);
    REQUIRE(signature.size() == 384);
    CHECK(near_copies(signature, signature));
    auto edited = article;
    for (std::size_t i = 0; i < edited.size(); i += 20) edited[i] = "changed";
    CHECK(near_copies(signature, signature_of(edited)));
    auto cut = article;
    cut.resize(240);
    CHECK(near_copies(signature, signature_of(cut)));
    auto longer = article;
    const auto more = made_words(200, 2);
    longer.insert(longer.end(), more.begin(), more.end());
    CHECK(near_copies(signature, signature_of(longer)));

    Document titled = document_of(article);
    titled.text += "\n\nQuite another headline of many words that no other house has given to it";
    titled.blocks.push_back({BlockKind::title, {static_cast<std::uint32_t>(titled.text.find("Quite")), static_cast<std::uint32_t>(titled.text.size())}, {}, 1});
    CHECK(copy_signature(titled) == signature);
}

TEST_CASE("near-copies: other articles, and those that share a paragraph, are none") {
    const std::vector<std::string> article = made_words(400, 1);
    const std::string signature = signature_of(article);
    for (std::uint32_t seed = 10; seed < 200; ++seed) {
        auto other = made_words(400, seed);
        CHECK_FALSE(near_copies(signature, signature_of(other)));
        std::copy(article.begin(), article.begin() + 80, other.begin());  // a fifth is the agency's
        CHECK_FALSE(near_copies(signature, signature_of(other)));
    }
}

TEST_CASE("near-copies: case, quotes and dashes do not count, short texts have no sketch") {
    Document a = document_of(made_words(40, 3)), b = a;
    std::transform(b.text.begin(), b.text.end(), b.text.begin(), [](char c) { return c == 'w' ? 'W' : c == ' ' ? '-' : c; });
    CHECK(copy_signature(a) == copy_signature(b));
    CHECK(signature_of(made_words(31, 3)).empty());
    CHECK_FALSE(near_copies("", ""));
    CHECK(copy_bands("").empty());
}

TEST_CASE("near-copies: a form filled with other figures is none") {
    auto form = made_words(120, 4), other = form;
    for (std::size_t i = 0; i < other.size(); ++i)
        if (i % 15 == 7) other[i] = std::to_string(3000 + i);
    CHECK_FALSE(near_copies(signature_of(form), signature_of(other)));
    std::vector<std::string> repetitive;
    for (int i = 0; i < 100; ++i) repetitive.insert(repetitive.end(), {"nobody", "was", "there"});
    CHECK(signature_of(repetitive).empty());
}

TEST_CASE("near-copies have a band in common") {
    for (std::uint32_t seed = 1; seed < 100; ++seed) {
        auto article = made_words(300, seed);
        const auto bands = copy_bands(signature_of(article));
        for (std::size_t i = 0; i < article.size(); i += 40) article[i] = "changed";
        const auto others = copy_bands(signature_of(article));
        CHECK(std::find_first_of(bands.begin(), bands.end(), others.begin(), others.end()) != bands.end());
    }
}

/// As the contract says it: texts in the order of their hashes, each compared with the first that has one of its numbers.
std::vector<std::size_t> plainly_grouped(const std::vector<CopyText>& texts) {
    std::vector<std::size_t> order, groups;
    for (std::size_t i = 0; i < texts.size(); ++i) order.push_back(i), groups.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return texts[a].hash < texts[b].hash; });
    const auto join = [&](std::size_t a, std::size_t b) {
        const auto [least, other] = std::minmax(groups[a], groups[b]);
        std::replace(groups.begin(), groups.end(), std::size_t{other}, std::size_t{least});
    };
    std::vector<std::size_t> different;
    for (const std::size_t text : order) {
        if (!different.empty() && texts[different.back()].hash == texts[text].hash) {
            join(different.back(), text);
            continue;
        }
        different.push_back(text);
        for (std::size_t at = 0; at < std::min<std::size_t>(texts[text].signature.size(), 256); at += 4) {
            const std::string_view number = texts[text].signature.substr(at, 4);
            const auto first = std::find_if(different.begin(), different.end(), [&](std::size_t other) {
                return texts[other].signature.size() > at && texts[other].signature.substr(at, 4) == number;
            });
            if (number != "0000" && near_copies(texts[*first].signature, texts[text].signature)) join(*first, text);
        }
    }
    return groups;
}

TEST_CASE("groups of copies are those that a plain search finds") {
    std::uint32_t random = 1;
    const auto any = [&](std::uint32_t count) { return (random = random * 1664525u + 1013904223u) >> 8 & (count - 1); };
    std::size_t grouped = 0, alone = 0;
    for (int round = 0; round < 40; ++round) {
        std::vector<std::string> hashes, signatures;
        for (std::uint32_t i = 0, count = 1 + any(64); i < count; ++i) {
            auto article = made_words(20 + any(256), 1 + any(8));
            for (std::uint32_t changes = any(32); changes > 0; --changes) article[any(256) % article.size()] = "changed";
            signatures.push_back(signature_of(article));
            hashes.push_back(std::to_string(any(256)));
        }
        std::vector<CopyText> texts;
        for (std::size_t i = 0; i < hashes.size(); ++i) texts.push_back({hashes[i], signatures[i]});
        const auto groups = copy_groups(texts);
        REQUIRE(groups == plainly_grouped(texts));
        for (std::size_t i = 0; i < groups.size(); ++i) ++(groups[i] == i ? alone : grouped);
    }
    CHECK(grouped > 200);
    CHECK(alone > 200);
}

TEST_CASE("groups of copies depend on the set of texts alone") {
    const auto article = made_words(300, 1);
    auto edited = article, again = article;
    edited[10] = "changed", again[290] = "changed";
    const std::string own = signature_of(article), other = signature_of(made_words(300, 7)), one = signature_of(edited), two = signature_of(again);
    std::vector<CopyText> texts{{"d", own}, {"a", other}, {"c", one}, {"b", two}, {"a", other}};
    CHECK(copy_groups(texts) == std::vector<std::size_t>{0, 1, 0, 0, 1});
    std::reverse(texts.begin(), texts.end());
    CHECK(copy_groups(texts) == std::vector<std::size_t>{0, 1, 1, 0, 1});
    CHECK(copy_groups({{"x", ""}, {"y", ""}, {"x", ""}}) == std::vector<std::size_t>{0, 1, 0});
}
