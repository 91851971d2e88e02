#include "core/time/day.h"
#include "core/time/calendar.h"
#include "tests/catch.hpp"

#include <date/date.h>

#include <vector>

namespace annals {

TEST_CASE("every day of -9999..9999 is that of Howard Hinnant's date") {
    using namespace date;
    const auto count = [](year_month_day ymd) { return static_cast<Day>(sys_days(ymd).time_since_epoch().count()); };
    REQUIRE(count(year{min_year} / 1 / 1) == min_day);
    REQUIRE(count(year{max_year} / 12 / 31) == max_day);
    int wrong = 0;
    for (Day day = min_day; day <= max_day; ++day) {
        const sys_days hinnant{days{day}};
        const year_month_day ymd{hinnant};
        const Civil civil = to_civil(day);
        const bool same = civil.year == int{ymd.year()} && static_cast<unsigned>(civil.month) == unsigned{ymd.month()} &&
                          static_cast<unsigned>(civil.day) == unsigned{ymd.day()} && to_day(civil) == day &&
                          static_cast<unsigned>(weekday(day)) == date::weekday{hinnant}.iso_encoding();
        if (!same && ++wrong <= 5) FAIL_CHECK("day " << day << ": " << civil.year << "-" << civil.month << "-" << civil.day);
    }
    CHECK(wrong == 0);
}

TEST_CASE("months and leap years are those of Howard Hinnant's date") {
    for (int year = min_year; year <= max_year; ++year) {
        if (is_leap(year) != date::year{year}.is_leap()) FAIL_CHECK(year);
        for (int month = 1; month <= 12; ++month) {
            const auto last = date::year{year} / static_cast<unsigned>(month) / date::last;
            if (static_cast<unsigned>(days_in_month(year, month)) != unsigned{last.day()}) FAIL_CHECK(year << "-" << month);
        }
    }
    SUCCEED();
}

TEST_CASE("only days that exist are valid") {
    CHECK(is_valid({2024, 2, 29}));
    CHECK(is_valid({-9999, 1, 1}));
    CHECK(is_valid({9999, 12, 31}));
    CHECK_FALSE(is_valid({2023, 2, 29}));
    CHECK_FALSE(is_valid({2023, 0, 1}));
    CHECK_FALSE(is_valid({2023, 13, 1}));
    CHECK_FALSE(is_valid({2023, 4, 31}));
    CHECK_FALSE(is_valid({2023, 4, 0}));
    CHECK_FALSE(is_valid({10000, 1, 1}));
    CHECK_FALSE(is_valid({-10000, 1, 1}));
}

TEST_CASE("days are printed and read back") {
    CHECK(format_day(0) == "1970-01-01");
    CHECK(format_day(-1) == "1969-12-31");
    CHECK(format_day(to_day({-43, 3, 15})) == "-0043-03-15");
    CHECK(format_day(to_day({0, 2, 29})) == "0000-02-29");
    for (Day day = min_day; day <= max_day; day += 97) {
        if (parse_day(format_day(day)) != day) FAIL_CHECK(day);
    }
    for (const char* text : {"", "2023", "2023-02-30", "2023-13-01", "2023-1-01", "+2023-01-01", "2023/01/01", "2023-01-01 ", "-0000-01-01",
                             "2023-01-0x", "12023-01-01", "--023-01-01", "20a3-01-01"}) {
        INFO(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("weekdays around a day") {
    const Day tuesday = to_day({2023, 9, 26});
    REQUIRE(weekday(tuesday) == 2);
    CHECK(weekday_before(tuesday, 2) == tuesday - 7);
    CHECK(weekday_on_or_before(tuesday, 2) == tuesday);
    CHECK(weekday_after(tuesday, 2) == tuesday + 7);
    CHECK(weekday_on_or_after(tuesday, 2) == tuesday);
    CHECK(weekday_before(tuesday, 1) == tuesday - 1);
    CHECK(weekday_before(tuesday, 3) == tuesday - 6);
    CHECK(weekday_after(tuesday, 3) == tuesday + 1);
    CHECK(weekday_after(tuesday, 1) == tuesday + 6);
    CHECK(weekday_before(min_day, 3) == min_day);
    CHECK(weekday_after(max_day, 3) == max_day);
}

TEST_CASE("ranges at the ends of the calendar stay in it") {
    CHECK(iso_week_range(max_day).last == max_day);
    CHECK(iso_week_range(min_day).first == min_day);
    CHECK(weekend_range(max_day).last <= max_day);
    CHECK(season_range(max_year, Season::winter).last == max_day);
    CHECK(decade_range(9995).last == max_day);
    CHECK(century_range(-10050).first == min_day);
    CHECK(islamic_month_start(12000, 1) == max_day);
    CHECK(islamic_month_start(-12000, 1) == min_day);
    CHECK(orthodox_easter_sunday(min_year) >= min_day);
    CHECK(orthodox_easter_sunday(max_year) <= max_day);
}

TEST_CASE("Easters of all years are Sundays in their bounds, and the Islamic year has 354 or 355 days") {
    for (int year = min_year; year <= max_year; ++year) {
        const Day western = easter_sunday(year);
        if (weekday(western) != 7 || western < to_day({year, 3, 22}) || western > to_day({year, 4, 25})) FAIL_CHECK(year);
        if (weekday(orthodox_easter_sunday(year)) != 7) FAIL_CHECK(year);
    }
    // Of 30 Islamic years these are leap years, for all time.
    std::vector<int> leap_years;
    for (const int cycle : {-9000, 0, 1410}) {
        leap_years.clear();
        for (int year = 1; year <= 30; ++year) {
            const int length = islamic_month_start(cycle + year + 1, 1) - islamic_month_start(cycle + year, 1);
            CHECK((length == 354 || length == 355));
            if (length == 355) leap_years.push_back(year);
        }
        CHECK(leap_years == std::vector{2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29});
    }
}

TEST_CASE("each day lies in its ISO week") {
    for (Day day = to_day({-9998, 1, 1}); day <= to_day({9998, 12, 31}); day += 5) {
        const IsoWeek week = iso_week(day);
        const DayRange range = iso_week_range(week);
        if (week.week < 1 || week.week > 53 || range != iso_week_range(day) || day < range.first || day > range.last)
            FAIL_CHECK(format_day(day));
    }
    SUCCEED();
}

}  // namespace annals
