#include "importers/extract/dates/feasts.h"

#include "core/time/calendar.h"
#include "importers/extract/matching/meaning.h"

namespace annals {
namespace {

struct FixedDay {
    int feast, month, day;
};
constexpr FixedDay fixed_days[] = {
    {feast::new_year, 1, 1},        {feast::new_year_eve, 12, 31},  {feast::epiphany, 1, 6},           {feast::valentine, 2, 14},
    {feast::st_patrick, 3, 17},     {feast::may_day, 5, 1},         {feast::st_john, 6, 24},           {feast::fourth_of_july, 7, 4},
    {feast::bastille_day, 7, 14},   {feast::halloween, 10, 31},     {feast::all_saints, 11, 1},        {feast::bonfire_night, 11, 5},
    {feast::st_nicholas, 12, 6},    {feast::christmas_eve, 12, 24}, {feast::christmas, 12, 25},        {feast::boxing_day, 12, 26},
    {feast::veterans_day, 11, 11},  {feast::armistice_day, 11, 11}, {feast::september_11, 9, 11},      {feast::malaria_day, 4, 25},
    {feast::womens_day, 3, 8},      {feast::earth_day, 4, 22},      {feast::aids_day, 12, 1},          {feast::world_health_day, 4, 7},
    {feast::environment_day, 6, 5}, {feast::refugee_day, 6, 20},    {feast::human_rights_day, 12, 10}, {feast::groundhog_day, 2, 2},
    {feast::juneteenth, 6, 19},     {feast::michaelmas, 9, 29},     {feast::candlemas, 2, 2},          {feast::martinmas, 11, 11},
    {feast::epiphany_eve, 1, 5},    {feast::burns_night, 1, 25},    {feast::st_david, 3, 1},           {feast::st_george, 4, 23},
    {feast::st_andrew, 11, 30},     {feast::anzac_day, 4, 25},      {feast::australia_day, 1, 26},     {feast::canada_day, 7, 1},
    {feast::ve_day, 5, 8},          {feast::vj_day, 8, 15},         {feast::prematurity_day, 11, 17},  {feast::tuberculosis_day, 3, 24},
    {feast::cancer_day, 2, 4},      {feast::food_day, 10, 16},      {feast::mental_health_day, 10, 10}, {feast::press_freedom_day, 5, 3},
    {feast::holocaust_day, 1, 27},   {feast::waitangi_day, 2, 6},
    {feast::st_john_eve, 6, 23},    {feast::lady_day, 3, 25},       {feast::st_james, 7, 25},          {feast::bloomsday, 6, 16},
    {feast::gandhi_jayanti, 10, 2}, {feast::st_swithin, 7, 15},     {feast::cinco_de_mayo, 5, 5},      {feast::walpurgis, 4, 30},
    {feast::assumption, 8, 15},     {feast::lammas, 8, 1},          {feast::all_souls, 11, 2},         {feast::st_lucy, 12, 13}};

struct EasterDay {
    int feast, offset;
};
constexpr EasterDay easter_days[] = {{feast::ash_wednesday, -46}, {feast::palm_sunday, -7},     {feast::maundy_thursday, -3},
                                     {feast::good_friday, -2},    {feast::easter_saturday, -1}, {feast::easter, 0},
                                     {feast::easter_monday, 1},   {feast::ascension, 39},       {feast::whit_sunday, 49},
                                     {feast::corpus_christi, 60}, {feast::shrove_tuesday, -47}, {feast::mothering_sunday, -21},
                                     {feast::whit_monday, 50},    {feast::trinity_sunday, 56},
                                     {feast::low_sunday, 7}};

struct WeekdayOf {
    int feast, month, weekday, nth;
};
constexpr WeekdayOf weekday_days[] = {{feast::king_day, 1, 1, 3},          {feast::presidents_day, 2, 1, 3},
                                      {feast::memorial_day, 5, 1, -1},     {feast::labor_day, 9, 1, 1},
                                      {feast::columbus_day, 10, 1, 2},     {feast::thanksgiving, 11, 4, 4},
                                      {feast::early_may_holiday, 5, 1, 1}, {feast::spring_holiday, 5, 1, -1},
                                      {feast::august_holiday, 8, 1, -1},   {feast::remembrance_sunday, 11, 7, 2},
                                      {feast::mothers_day, 5, 7, 2},       {feast::fathers_day, 6, 7, 3},
                                      {feast::melbourne_cup, 11, 2, 1}};

constexpr int hebrew_years = 3760;  // of the Hebrew year that a year begins in

// First day of an Islamic month that falls into a Gregorian year.
std::optional<Day> islamic_day(int year, int month, int day) {
    const int guess = static_cast<int>((year - 622) * 1.0307);
    for (int hijri = guess - 1; hijri <= guess + 2; ++hijri) {
        if (hijri < 1) continue;
        const Day found = islamic_month_start(hijri, month) + day - 1;
        if (to_civil(found).year == year) return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<DayRange> feast_days(int feast, int year) {
    if (year < min_year || year > max_year) return std::nullopt;
    const auto single = [](std::optional<Day> day) { return day ? std::optional(DayRange{*day, *day}) : std::nullopt; };
    for (const FixedDay& row : fixed_days)
        if (row.feast == feast) return single(to_day({year, row.month, row.day}));
    for (const EasterDay& row : easter_days)
        if (row.feast == feast) return single(easter_sunday(year) + row.offset);
    for (const WeekdayOf& row : weekday_days)
        if (row.feast == feast) return single(nth_weekday(year, row.month, row.weekday, row.nth));
    switch (feast) {
        case feast::orthodox_easter:
            return single(orthodox_easter_sunday(year));
        case feast::election_day:
            return single(*nth_weekday(year, 11, 1, 1) + 1);
        case feast::black_friday:
            return single(*nth_weekday(year, 11, 4, 4) + 1);
        case feast::cyber_monday:
            return single(*nth_weekday(year, 11, 4, 4) + 4);
        case feast::victoria_day:  // the Monday before 25 May
            return single(weekday_on_or_before(to_day({year, 5, 24}), 1));
        case feast::advent_sunday:
            return single(weekday_on_or_before(to_day({year, 12, 24}), 7) - 21);
        case feast::leap_day:
            return days_in_month(year, 2) == 29 ? single(to_day({year, 2, 29})) : std::nullopt;
        case feast::eid_al_fitr:
            return single(islamic_day(year, 10, 1));
        case feast::eid_al_adha:
            return single(islamic_day(year, 12, 10));
        case feast::ramadan: {
            const auto first = islamic_day(year, 9, 1);
            return first ? std::optional(DayRange{*first, *first + 29}) : std::nullopt;
        }
        case feast::passover: {  // eight days, which end 156 days before the new year
            const Day first = hebrew_new_year(year + hebrew_years + 1) - 163;
            return DayRange{first, first + 7};
        }
        case feast::rosh_hashanah: {
            const Day first = hebrew_new_year(year + hebrew_years + 1);
            return DayRange{first, first + 1};
        }
        case feast::yom_kippur:
            return single(hebrew_new_year(year + hebrew_years + 1) + 9);
        case feast::hanukkah: {  // eight days from 25 Kislev, the third month; the second has 29 days, in a long year 30
            const Day new_year = hebrew_new_year(year + hebrew_years + 1);
            const bool longer = (hebrew_new_year(year + hebrew_years + 2) - new_year) % 10 == 5;
            const Day first = new_year + 83 + longer;
            return DayRange{first, first + 7};
        }
        default:
            return std::nullopt;
    }
}

}  // namespace annals
