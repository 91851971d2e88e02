#include "core/store/look.h"

#include "tests/catch.hpp"

using namespace annals;

namespace {

Look made_look(std::int64_t mention) {
    Look look;
    look.mention = mention;
    look.first = -7;
    look.minute = 61;
    look.utc_offset = -300;
    look.kind = EventKind::plan;
    look.once = true;
    look.day_sentences = 3;
    look.counts = false;
    look.quote = {3, 40};
    look.trigger = {9, 12};
    look.trigger_lemma = "fall";
    look.terms = "arden\nrain";
    look.happenings = "flood";
    return look;
}

}  // namespace

TEST_CASE("look: what is written is read") {
    std::string looks;
    append_look(looks, made_look(4));
    append_look(looks, Look{});
    append_look(looks, made_look(40));
    const std::optional<Look> look = find_look(looks, 40);
    REQUIRE(look);
    CHECK(look->first == -7);
    CHECK_FALSE(look->last);
    CHECK(look->minute == 61);
    CHECK(look->utc_offset == -300);
    CHECK(look->kind == EventKind::plan);
    CHECK(look->once);
    CHECK_FALSE(look->recurs);
    CHECK(look->day_sentences == 3);
    CHECK_FALSE(look->unverified);
    CHECK(look->counts == false);
    CHECK(look->quote == Span{3, 40});
    CHECK(look->trigger == Span{9, 12});
    CHECK(look->trigger_lemma == "fall");
    CHECK(look->terms == "arden\nrain");
    CHECK(look->names.empty());
    CHECK(look->happenings == "flood");
    CHECK_FALSE(find_look(looks, 5));
    std::string_view rest = looks;
    std::vector<std::int64_t> mentions;
    while (const auto next = next_look(rest)) {
        mentions.push_back(next->mention);
        if (next->mention == 0) CHECK_FALSE(next->counts);
    }
    CHECK(mentions == std::vector<std::int64_t>{4, 0, 40});
}

TEST_CASE("look: a text that holds the parting characters, or is cut, does no harm") {
    Look look = made_look(1);
    look.terms = "a\x1e" "b\x1f" "c";
    std::string looks;
    append_look(looks, look);
    append_look(looks, made_look(2));
    REQUIRE(find_look(looks, 1));
    CHECK(find_look(looks, 1)->terms == "a b c");
    CHECK(find_look(looks, 2)->happenings == "flood");
    for (std::size_t size = 0; size < looks.size(); ++size) {
        std::string_view cut = std::string_view(looks).substr(0, size);
        int count = 0;
        while (next_look(cut)) ++count;
        CHECK(count <= 2);
    }
}
