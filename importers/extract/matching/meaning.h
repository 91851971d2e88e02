// What a time expression says, before anything is known of when: month 9, day 27, no year.
#pragma once

#include <limits>
#include <optional>
#include <string_view>

namespace annals {

/// A part that was not said.
inline constexpr int unsaid = std::numeric_limits<int>::min();

enum class MeaningKind {
    nothing,   // words that look like a date and are none: they hide what they cover
    date,      // calendar parts, some of them missing: "27 September", "Tuesday evening", "1853", "last May"
    period,    // a unit by its place: "this year", "the following week", "the same day"
    shift,     // a distance: "two days ago", "a year earlier"
    window,    // a stretch up to or from the reference: "the past three months"
    duration,  // a length: "nine months"
    repeated,  // "every Tuesday", "daily"
    vague      // "now", "recently", "the future"
};

// Parts are plain numbers (`unsaid` when missing); those with names are the values of these enumerations.
namespace unit {
enum Unit : int {
    second = 1,
    minute,
    hour,
    day,
    weekend,
    week,
    fortnight,
    month,
    quarter,
    season,
    half,
    year,
    decade,
    century,
    millennium,
    any
};
}
namespace which {
enum Which : int { current = 1, last, next, that, following, previous, same, past, coming, the, after_next, before_last, latest };
}
namespace day_part {
enum DayPart : int { morning = 1, midday, afternoon, evening, night, midnight, daytime, dawn };
}
namespace part {
enum Part : int { early = 1, mid, late, start, end, earlier, later };
}
namespace toward {
enum Toward : int { past = -1, future = 1 };
}
namespace base {
enum Base : int { speech = 1, story, event, birth, start };
}  // namespace base
namespace era {
enum Era : int { bc = 1, ad };
}
namespace vague {
enum Vague : int { past = 1, present, future };
}
namespace feast {
enum Feast : int {
    new_year = 1,
    new_year_eve,
    epiphany,
    valentine,
    st_patrick,
    may_day,
    st_john,
    assumption,
    lammas,
    all_souls,
    st_lucy,
    fourth_of_july,
    bastille_day,
    halloween,
    all_saints,
    bonfire_night,
    st_nicholas,
    christmas_eve,
    christmas,
    boxing_day,
    ash_wednesday,
    maundy_thursday,
    good_friday,
    easter_saturday,
    easter,
    easter_monday,
    ascension,
    whit_sunday,
    corpus_christi,
    king_day,
    memorial_day,
    labor_day,
    thanksgiving,
    presidents_day,
    columbus_day,
    veterans_day,
    early_may_holiday,
    spring_holiday,
    august_holiday,
    remembrance_sunday,
    election_day,
    mothers_day,
    ramadan,
    eid_al_fitr,
    eid_al_adha,
    passover,
    rosh_hashanah,
    yom_kippur,
    hanukkah,
    palm_sunday,
    september_11,
    malaria_day,
    womens_day,
    earth_day,
    aids_day,
    world_health_day,
    environment_day,
    refugee_day,
    human_rights_day,
    orthodox_easter,
    groundhog_day,
    juneteenth,
    armistice_day,
    michaelmas,
    candlemas,
    leap_day,
    martinmas,
    black_friday,
    cyber_monday,
    shrove_tuesday,
    mothering_sunday,
    whit_monday,
    trinity_sunday,
    advent_sunday,
    epiphany_eve,
    burns_night,
    st_david,
    st_george,
    st_andrew,
    anzac_day,
    australia_day,
    canada_day,
    ve_day,
    vj_day,
    fathers_day,
    prematurity_day,
    tuberculosis_day,
    gandhi_jayanti,
    st_swithin,
    melbourne_cup,
    cinco_de_mayo,
    walpurgis,
    low_sunday,
    st_john_eve,
    lady_day,
    st_james,
    bloomsday,
    press_freedom_day,
    cancer_day,
    mental_health_day,
    food_day,
    holocaust_day,
    victoria_day,
    waitangi_day,
    guy_fawkes = bonfire_night
};
}

struct Meaning {
    MeaningKind kind = MeaningKind::nothing;
    int year = unsaid, short_year = unsaid, month = unsaid, day = unsaid, weekday = unsaid;  // weekday: Monday 1 .. Sunday 7
    int season = unsaid, quarter = unsaid, half = unsaid;                                    // season 21..24 as in EDTF
    int decade = unsaid, century = unsaid, era = unsaid;  // decade 1850 or 90; century 19 = the nineteenth
    int feast = unsaid;
    int hour = unsaid, minute = unsaid, second = unsaid, pm = unsaid, zone = unsaid, day_part = unsaid;
    int past_hour = unsaid, to_hour = unsaid;  // minutes: "a quarter past ten", "ten to four"
    int part = unsaid;  // early, mid, late, the end of
    int which = unsaid, unit = unsaid, n = unsaid, to_n = unsaid,
        eighths = unsaid;  // n unsaid: "several", "months ago"; eighths: 4 = and a half
    int nth = unsaid;      // "the second week of", -1 = last
    int of_which = unsaid, of_unit = unsaid, of_n = unsaid,
        of_toward = unsaid;  // the frame: "of last year", "this year's", "two years ago"
    int toward = unsaid, base = unsaid;
    int about = unsaid, fiscal = unsaid, approximate_span = unsaid;
    int early =
        unsaid;  // a year of three figures, no era said: believed where the text tells of such times; 2, 3: before and behind the dash of a bracket
    int when = unsaid;                                   // of kind vague
    int numeric = unsaid, iso = unsaid, clock = unsaid;  // packed figures, as read_figure gives them
    int modified = unsaid;                               // said as an adjective: "third-quarter"
};

inline bool said(int part) { return part != unsaid; }

/// A function that rules may call in `means`: its kind and the names of the parts it takes, blank-separated.
struct MeaningFunction {
    std::string_view name;
    MeaningKind kind;
    std::string_view parts;
};
const MeaningFunction* find_meaning_function(std::string_view name);
bool takes_part(const MeaningFunction& function, std::string_view part);

/// The member behind the name of a part; null for an unknown name.
int Meaning::*find_part(std::string_view name);

/// The list of names that the values of a part have; empty for plain numbers and unknown parts.
std::string_view constants_of(std::string_view part);

/// The value of a named constant such as "last" for the part `which`; none if that part has no such constant.
std::optional<int> find_constant(std::string_view part, std::string_view name);

}  // namespace annals
