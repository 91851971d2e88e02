// Articles of one story that put one thing on different days.
#include "core/events/date_conflict.h"
#include "core/events/likeness.h"

#include "tests/catch.hpp"

#include <memory>
#include <string>
#include <vector>

using namespace annals;

namespace {

DayRange days(const char* edtf) {
    const Date date = *parse_date(edtf).date;
    return {*date.start_min, *date.end_max};
}

ClusterItem told(const std::string& document, const char* date, const std::vector<std::string>& terms, const std::vector<std::string>& days) {
    ClusterItem item;
    item.document = document;
    item.date = *parse_date(date).date;
    item.trigger_lemma = "check";
    item.terms = terms;
    item.happenings = {"inspection", "~seldom inspection"};
    item.topic = std::make_shared<const DocumentTopic>(
        DocumentTopic{std::vector<std::string>{"arden", "brent"}, std::vector<std::string>{"crane", "quay", "tale" + document}, std::vector<std::string>{}, days});
    return item;
}

bool disagree(const ClusterItem& a, const ClusterItem& b) {
    CHECK(disagree_on_date(a, b, topics_of(a, b)) == disagree_on_date(b, a, topics_of(b, a)));
    return disagree_on_date(a, b, topics_of(a, b));
}

const std::string may_1 = "18383", may_9 = "18391", june_1 = "18414";

}  // namespace

TEST_CASE("disagreement: days, months and years that are near each other and do not meet") {
    CHECK(may_be_mistaken(days("2020-05-01"), days("2020-06-01")));
    CHECK_FALSE(may_be_mistaken(days("2020-05-01"), days("2020-06-02")));
    CHECK_FALSE(may_be_mistaken(days("2020-05-01"), days("2020-05-01")));
    CHECK_FALSE(may_be_mistaken(days("2020-05-01"), days("2020-05")));
    CHECK(may_be_mistaken(days("2020-05"), days("2020-06")));
    CHECK_FALSE(may_be_mistaken(days("2020-05"), days("2020-08")));
    CHECK(may_be_mistaken(days("1958"), days("1960")));
    CHECK_FALSE(may_be_mistaken(days("1958"), days("1961")));
    CHECK(may_be_mistaken(days("2015"), days("2016-06")));
    CHECK_FALSE(may_be_mistaken(days("2015"), days("2016-06-04")));
}

TEST_CASE("disagreement: each article tells of it alone, and not of the other's day") {
    const ClusterItem a = told("a", "2020-05-01", {"check", "crane"}, {may_1, june_1});
    const ClusterItem b = told("b", "2020-05-09", {"check", "crane", "owner"}, {may_9, june_1});
    CHECK(disagree(a, b));
    CHECK((bits_of_heads(a) & bits_of_heads(b)) != 0);
    CHECK(bits_of_heads(a) == bits_of_heads("check", "inspection\n~seldom inspection"));
    CHECK_FALSE(disagree(a, told("b", "2020-05-09", {"check", "crane"}, {may_1, may_9, june_1})));
    CHECK_FALSE(disagree(a, told("b", "2020-05-09", {"check", "kitchen"}, {may_9, june_1})));
    CHECK_FALSE(disagree(told("a", "2020-05-01", {"check", "crane"}, {may_1}), b));  // nothing later
    ClusterItem again = b;
    again.recurs = true;
    CHECK_FALSE(disagree(a, again));
    CHECK(bits_of_heads(again) == 0);
    ClusterItem planned = b;
    planned.kind = EventKind::plan;
    CHECK_FALSE(disagree(a, planned));
    ClusterItem often = b;
    often.happenings = {"meeting"};
    CHECK_FALSE(disagree(a, often));
}
