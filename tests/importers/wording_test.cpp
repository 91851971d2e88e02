// What headlines say, as directions.
#include "core/events/mention_overlap.h"
#include "importers/extract/extract.h"
#include "importers/extract/words/wording.h"
#include "importers/given_mentions.h"
#include "tests/catch.hpp"

#include <cstdlib>

using namespace annals;

namespace {

double alike(const std::string& one, const std::string& other) {
    ClusterItem a, b;
    a.wording = wording(one), b.wording = wording(other);
    return alike_in_wording(a, b);
}

}  // namespace

TEST_CASE("wording: what tells one thing in other words is nearer than what tells another") {
    const std::vector<std::vector<std::string>> things{
        {"Dockers downed tools at the port", "The strike began", "Crane drivers walked out over pay"},
        {"A receiver took over the dairy", "The firm went bankrupt", "The collapse of the cheese maker"},
        {"The mayor stepped down", "The resignation of the town's leader", "She gave up her post"},
        {"Gunmen held up the post office", "The robbery", "Masked men fled with the takings"},
        {"Judges threw out his appeal", "Her bid to overturn the verdict failed", "The conviction was upheld"},
    };
    int nearer = 0, all = 0;
    for (const auto& told : things)
        for (const std::string& one : told)
            for (const std::string& same : told) {
                if (one == same) continue;
                for (const auto& others : things)
                    for (const std::string& other : others)
                        if (&others != &told) ++all, nearer += alike(one, same) > alike(one, other);
            }
    CAPTURE(nearer, all);
    CHECK(nearer > 0.9 * all);
}

TEST_CASE("wording: so many letters, of known words alone") {
    CHECK(wording("").empty());
    CHECK(wording("1914, 47,000!").empty());
    CHECK(wording("Xqzvvk ξένος").empty());
    const std::string said = wording("The bridge was closed");
    CHECK(said.size() == wording_dimensions);
    for (const char c : said) CHECK(std::abs(int{c} - wording_middle) <= wording_most);
    CHECK(wording("THE BRIDGE, was closed - 1914") == said);
    CHECK(wording("The bridge was opened") != said);
    CHECK(wording(std::string(100000, 'a') + " bridge") == wording("bridge"));
    CHECK(wording("walked out") != wording("out walked"));  // pairs of words count
}

TEST_CASE("wording: of what may be an event, from whomever") {
    Document document;
    document.text = "The mill burned down on 3 May 1911. It did not rain on 4 May 1911. The owner wept.";
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}, {}, 0}};
    const Extracted extracted = extract(document, *english_rules(), "2020-01-01");
    REQUIRE(!extracted.mentions.empty());
    for (const Mention& mention : extracted.mentions) CHECK(mention.wording == (mention.date.dated() && founds_event(mention) ? wording(mention.headline) : ""));
    GivenMention given;
    given.quote = "The mill burned down on 3 May 1911";
    given.date = "1911-05-03";
    given.headline = "Fire destroys the mill";
    CHECK(check_given(document.text, "2020-01-01", {given}, *english_rules()).at(0).mention.wording == wording("Fire destroys the mill"));
}
