// Which stretches of time are silent, and how that is said.
#include "tests/catch.hpp"
#include "tests/reports/sample_events.h"

#include "reports/page/shelf.h"
#include "reports/silences.h"

using namespace annals;

namespace {

std::string days(const std::optional<Silence>& silence) {
    if (!silence) return "none";
    return format_day(silence->days.first) + " to " + format_day(silence->days.last) + (silence->lasting ? ", lasting" : "");
}

}  // namespace

TEST_CASE("a silence lies between the last day of one event and the first of the next") {
    Silences silences(60);
    CHECK(days(silences.before(sample::on("1850-01-01"))) == "none");
    CHECK(days(silences.before(sample::on("1850-03-01"))) == "none");  // 58 days
    CHECK(days(silences.before(sample::on("1850-05-01"))) == "1850-03-02 to 1850-04-30");
}

TEST_CASE("an event whose beginning is unknown breaks no silence") {
    Silences silences(60);
    CHECK_FALSE(silences.before(sample::on("1850-01-01")));
    CHECK_FALSE(silences.before(sample::span("../1909", "", "", "1909-01-01", "1909-12-31", Precision::year)));
    const auto silence = silences.before(sample::on("1911-01-01"));
    REQUIRE(silence);
    CHECK(page::silence_in_words(*silence) == "No event for 12 months");
}

TEST_CASE("a vague event may lie anywhere in its days; a lasting one leaves nothing silent, but perhaps nothing new") {
    Silences silences(30);
    CHECK_FALSE(silences.before(sample::point("1994", "1994-01-01", "1994-12-31", Precision::year)));
    CHECK_FALSE(silences.before(sample::on("1994-11-01")));
    CHECK(days(silences.before(sample::on("1995-03-01"))) == "1995-01-01 to 1995-02-28");
    CHECK_FALSE(silences.before(sample::span("1995-03/1997", "1995-03-02", "1995-03-31", "1997-01-01", "1997-12-31", Precision::year)));
    const auto silence = silences.before(sample::on("1996-01-01"));
    CHECK(days(silence) == "1995-04-01 to 1995-12-31, lasting");
    CHECK(page::silence_in_words(*silence) == "Nothing new begins for 9 months");
    CHECK(days(silences.until(to_day({1998, 3, 1}))) == "1998-01-01 to 1998-03-01");
}

TEST_CASE("the ends of a window bound silences too") {
    Silences silences(30, to_day({2000, 1, 1}));
    CHECK(days(silences.before(sample::on("2000-03-01"))) == "2000-01-01 to 2000-02-29");
    CHECK(days(silences.until(to_day({2000, 12, 31}))) == "2000-03-02 to 2000-12-31");
    CHECK(days(Silences(30, to_day({2000, 1, 1})).until(to_day({2000, 12, 31}))) == "2000-01-01 to 2000-12-31");
    CHECK(days(silences.until(max_day)) == "none");
}
