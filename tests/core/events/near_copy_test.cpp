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
