#include "core/time/calendar.h"
#include "core/time/date.h"
#include "tests/catch.hpp"
#include "tests/text_cases.h"

#include <sstream>

namespace annals {
namespace {

using test::read_text_cases;

std::string day_text(std::optional<Day> day) { return day ? format_day(*day) : "?"; }

std::string range_text(std::optional<Day> first, std::optional<Day> last) { return day_text(first) + ".." + day_text(last); }

std::string bounds_text(const Date& date) {
    std::string text = range_text(date.start_min, date.start_max);
    if (date.shape == Shape::span) text += " " + range_text(date.end_min, date.end_max);
    if (date.open_start) text += " open start";
    if (date.open_end) text += " open end";
    if (date.minute) {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        text += " at " + two(*date.minute / 60) + ":" + two(*date.minute % 60);
    }
    return text;
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(by, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + by.size();
    }
    return parts;
}

Edtf edtf(const std::string& text) {
    const EdtfResult result = parse_edtf(text);
    INFO(result.error);
    REQUIRE(result.edtf);
    return *result.edtf;
}

Day day(const std::string& text) {
    INFO(text);
    const auto result = parse_day(text);
    REQUIRE(result);
    return *result;
}

Date date_as(const std::string& text, const std::string& as) {
    if (as == "point") return point_in(edtf(text));
    if (as == "span") return span_of(edtf(text));
    if (as == "not_before") return not_before(edtf(text).date);
    if (as == "until") return until(edtf(text).date);
    REQUIRE(as.rfind("since ", 0) == 0);
    return since(edtf(text).date, day(as.substr(6)));
}

/// "undated", or an EDTF text read by parse_date.
Date date(const std::string& text) {
    if (text == "undated") return {};
    const DateResult result = parse_date(text);
    INFO(text << ": " << result.error);
    REQUIRE(result.date);
    return *result.date;
}

}  // namespace

TEST_CASE("EDTF is read, or refused with its reason, as the cases say") {
    for (const auto& one : read_text_cases("time/edtf.test")) {
        INFO(one.where());
        one.expect_keys({"edtf", "canonical", "precision", "days", "error"});
        const std::string text = one.get("edtf");
        const EdtfResult result = parse_edtf(text);
        CHECK(result.error == one.get("error"));
        REQUIRE(result.edtf.has_value() == result.error.empty());
        if (!result.edtf) continue;
        CHECK(format_edtf(*result.edtf) == (one.has("canonical") ? one.get("canonical") : text));
        CHECK(to_string(precision_of(*result.edtf)) == one.get("precision"));
        const Date date = point_in(*result.edtf);
        CHECK(range_text(date.start_min, date.end_max) == one.get("days"));
    }
}

TEST_CASE("dates have the bounds and the words that the cases say") {
    for (const auto& one : read_text_cases("time/date.test")) {
        INFO(one.where());
        one.expect_keys({"date", "as", "edtf", "bounds", "words"});
        const Date date = date_as(one.get("date"), one.get("as"));
        CHECK(date.edtf == (one.has("edtf") ? one.get("edtf") : one.get("date")));
        CHECK(bounds_text(date) == one.get("bounds"));
        CHECK(in_words(date) == one.get("words"));
        if (date.shape == Shape::point) {
            CHECK(date.end_min == date.start_min);
            CHECK(date.end_max == date.start_max);
        }
    }
}

TEST_CASE("windows hold the dates that the cases say") {
    for (const auto& one : read_text_cases("time/window.test")) {
        INFO(one.where());
        one.expect_keys({"date", "in", "out"});
        for (const auto& [key, value] : one.fields) {
            if (key == "date") continue;
            INFO(key << ": " << value);
            const auto parts = split(value, " ");
            REQUIRE(parts.size() == 3);
            const auto limit = [](const std::string& text) { return text == ".." ? std::nullopt : std::optional(day(text)); };
            REQUIRE((parts[0] == "possible" || parts[0] == "certain" || parts[0] == "within"));
            const WindowMode mode = parts[0] == "possible"  ? WindowMode::possible
                                    : parts[0] == "certain" ? WindowMode::certain
                                                            : WindowMode::within;
            CHECK(in_window(date(one.get("date")), limit(parts[1]), limit(parts[2]), mode) == (key == "in"));
        }
    }
    CHECK_FALSE(in_window(Date{}, std::nullopt, std::nullopt, WindowMode::possible));
}

TEST_CASE("ends of a window widen as the cases say") {
    const auto text = [](const DayResult& result) { return result.day ? format_day(*result.day) : "error: " + result.error; };
    for (const auto& one : read_text_cases("time/window_ends.test")) {
        INFO(one.where());
        one.expect_keys({"edtf", "from", "to"});
        CHECK(text(window_start(one.get("edtf"))) == one.get("from"));
        CHECK(text(window_end(one.get("edtf"))) == one.get("to"));
    }
}

TEST_CASE("dates stand in the order that the cases say") {
    for (const auto& one : read_text_cases("time/order.test")) {
        INFO(one.where());
        one.expect_keys({"dates"});
        const auto equal = split(one.get("dates"), " = ");
        if (equal.size() == 2) {
            CHECK_FALSE(date_before(date(equal[0]), date(equal[1])));
            CHECK_FALSE(date_before(date(equal[1]), date(equal[0])));
            continue;
        }
        const auto dates = split(one.get("dates"), " | ");
        REQUIRE(dates.size() >= 2);
        for (std::size_t a = 0; a < dates.size(); ++a) {
            for (std::size_t b = 0; b < dates.size(); ++b) {
                INFO(dates[a] << " before " << dates[b]);
                CHECK(date_before(date(dates[a]), date(dates[b])) == (a < b));
            }
        }
    }
}

TEST_CASE("the calendar's movable days are those of the cases") {
    for (const auto& one : read_text_cases("time/calendar.test")) {
        one.expect_keys({"western", "orthodox", "islamic", "hebrew", "week", "weekend", "nth", "months", "years"});
        for (const auto& [key, value] : one.fields) {
            INFO(one.where() << " " << key << ": " << value);
            const auto words = split(value, " ");
            const auto civil = [&](std::size_t at) { return to_civil(day(words.at(at))); };
            if (key == "western" || key == "orthodox") {
                for (const auto& easter : words) {
                    const int year = to_civil(day(easter)).year;
                    CHECK(format_day(key == "western" ? easter_sunday(year) : orthodox_easter_sunday(year)) == easter);
                }
            } else if (key == "islamic") {
                const Day start = islamic_month_start(std::stoi(words.at(0).substr(0, 4)), std::stoi(words.at(0).substr(5)));
                CHECK(std::abs(start - day(words.at(1))) <= (words.at(0) == "0001-01" ? 0 : 1));
            } else if (key == "hebrew") {
                CHECK(format_day(hebrew_new_year(std::stoi(words.at(0)))) == words.at(1));
            } else if (key == "week") {
                const IsoWeek week = iso_week(day(words.at(0)));
                CHECK(std::to_string(week.year) + (week.week < 10 ? "-W0" : "-W") + std::to_string(week.week) == words.at(1));
                const Day monday = day(words.at(2));
                CHECK(iso_week_range(week) == DayRange{monday, monday + 6});
                CHECK(iso_week_range(day(words.at(0))) == DayRange{monday, monday + 6});
            } else if (key == "weekend") {
                CHECK(weekend_range(day(words.at(0))) == DayRange{day(words.at(1)), day(words.at(1)) + 1});
            } else if (key == "nth") {
                const EdtfDate month = edtf(words.at(2)).date;
                const auto nth = nth_weekday(month.year, *month.month, std::stoi(words.at(1)), std::stoi(words.at(0)));
                CHECK((nth ? format_day(*nth) : "none") == words.at(3));
            } else if (key == "months") {
                CHECK(add_months(civil(0), std::stoi(words.at(1))) == civil(2));
            } else {
                CHECK(add_years(civil(0), std::stoi(words.at(1))) == civil(2));
            }
        }
    }
}

TEST_CASE("days become the coarsest EDTF that has exactly these days") {
    const auto text = [](const char* first, const char* last) { return format_edtf(edtf_of({day(first), day(last)})); };
    CHECK(text("2023-09-26", "2023-09-26") == "2023-09-26");
    CHECK(text("2023-09-01", "2023-09-30") == "2023-09");
    CHECK(text("2024-02-01", "2024-02-28") == "2024-02-01/2024-02-28");
    CHECK(text("2024-02-01", "2024-02-29") == "2024-02");
    CHECK(text("2023-01-01", "2023-12-31") == "2023");
    CHECK(text("2023-01-01", "2024-12-31") == "2023-01-01/2024-12-31");
    CHECK(text("2023-09-20", "2023-09-26") == "2023-09-20/2023-09-26");
    CHECK(text("-0043-03-01", "-0043-03-31") == "-0043-03");
    CHECK(format_edtf(edtf_day(day("-0043-03-15"))) == "-0043-03-15");
}

TEST_CASE("a span in words needs its EDTF, and keeps an unreadable one as it is") {
    CHECK(in_words(Date{}) == "undated");
    Date date = point_in(edtf("1994"));
    date.edtf = "made by hand";
    CHECK(in_words(date) == "made by hand");
}

}  // namespace annals
