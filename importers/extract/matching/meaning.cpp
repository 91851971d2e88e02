#include "importers/extract/matching/meaning.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

struct PartRow {
    std::string_view name;
    int Meaning::*member;
    std::string_view constants;  // which list of names its values have; empty: plain numbers
};

constexpr auto parts = std::to_array<PartRow>({{"year", &Meaning::year, ""},
                                               {"short_year", &Meaning::short_year, ""},
                                               {"month", &Meaning::month, ""},
                                               {"day", &Meaning::day, ""},
                                               {"weekday", &Meaning::weekday, ""},
                                               {"season", &Meaning::season, "season"},
                                               {"quarter", &Meaning::quarter, ""},
                                               {"half", &Meaning::half, ""},
                                               {"decade", &Meaning::decade, ""},
                                               {"century", &Meaning::century, ""},
                                               {"era", &Meaning::era, "era"},
                                               {"feast", &Meaning::feast, "feast"},
                                               {"hour", &Meaning::hour, ""},
                                               {"minute", &Meaning::minute, ""},
                                               {"second", &Meaning::second, ""},
                                               {"pm", &Meaning::pm, "pm"},
                                               {"zone", &Meaning::zone, ""},
                                               {"day_part", &Meaning::day_part, "day_part"},
                                               {"part", &Meaning::part, "part"},
                                               {"which", &Meaning::which, "which"},
                                               {"unit", &Meaning::unit, "unit"},
                                               {"n", &Meaning::n, ""},
                                               {"to_n", &Meaning::to_n, ""},
                                               {"eighths", &Meaning::eighths, ""},
                                               {"nth", &Meaning::nth, ""},
                                               {"of_which", &Meaning::of_which, "which"},
                                               {"of_unit", &Meaning::of_unit, "unit"},
                                               {"of_n", &Meaning::of_n, ""},
                                               {"of_toward", &Meaning::of_toward, "toward"},
                                               {"toward", &Meaning::toward, "toward"},
                                               {"base", &Meaning::base, "base"},
                                               {"about", &Meaning::about, ""},
                                               {"fiscal", &Meaning::fiscal, ""},
                                               {"when", &Meaning::when, "when"},
                                               {"modified", &Meaning::modified, ""},
                                               {"early", &Meaning::early, ""},
                                               {"numeric", &Meaning::numeric, ""},
                                               {"iso", &Meaning::iso, ""},
                                               {"clock", &Meaning::clock, ""},
                                               {"past_hour", &Meaning::past_hour, ""},
                                               {"to_hour", &Meaning::to_hour, ""}});

constexpr std::string_view calendar_parts =
    "year short_year month day weekday season quarter half decade century era feast hour minute second pm zone day_part part which n nth "
    "unit of_which of_unit of_n of_toward "
    "about fiscal modified toward numeric iso early clock past_hour to_hour";

constexpr auto functions = std::to_array<MeaningFunction>(
    {{"nothing", MeaningKind::nothing, ""},
     {"date", MeaningKind::date, calendar_parts},
     {"period", MeaningKind::period, "which unit n part nth day_part of_which of_unit fiscal modified weekday base about"},
     {"shift", MeaningKind::shift, "n to_n eighths unit toward base part day_part hour minute pm about weekday of_unit of_n of_toward"},
     {"window", MeaningKind::window, "which n to_n eighths unit about season"},
     {"duration", MeaningKind::duration, "n to_n eighths unit about modified"},
     {"repeated", MeaningKind::repeated, "n unit weekday month day day_part season quarter which hour minute pm"},
     {"vague", MeaningKind::vague, "when"}});

struct ConstantRow {
    std::string_view list, name;
    int value;
};

constexpr auto constants = std::to_array<ConstantRow>({{"season", "spring", 21},
                                                       {"season", "summer", 22},
                                                       {"season", "autumn", 23},
                                                       {"season", "winter", 24},
                                                       {"season", "southern_spring", 29},
                                                       {"season", "southern_summer", 30},
                                                       {"season", "southern_autumn", 31},
                                                       {"season", "southern_winter", 32},
                                                       {"era", "bc", era::bc},
                                                       {"era", "ad", era::ad},
                                                       {"pm", "am", 0},
                                                       {"pm", "pm", 1},
                                                       {"day_part", "morning", day_part::morning},
                                                       {"day_part", "midday", day_part::midday},
                                                       {"day_part", "afternoon", day_part::afternoon},
                                                       {"day_part", "evening", day_part::evening},
                                                       {"day_part", "night", day_part::night},
                                                       {"day_part", "midnight", day_part::midnight},
                                                       {"day_part", "daytime", day_part::daytime},
                                                       {"day_part", "dawn", day_part::dawn},
                                                       {"part", "early", part::early},
                                                       {"part", "mid", part::mid},
                                                       {"part", "late", part::late},
                                                       {"part", "start", part::start},
                                                       {"part", "end", part::end},
                                                       {"part", "earlier", part::earlier},
                                                       {"part", "later", part::later},
                                                       {"which", "current", which::current},
                                                       {"which", "last", which::last},
                                                       {"which", "next", which::next},
                                                       {"which", "that", which::that},
                                                       {"which", "following", which::following},
                                                       {"which", "previous", which::previous},
                                                       {"which", "same", which::same},
                                                       {"which", "past", which::past},
                                                       {"which", "coming", which::coming},
                                                       {"which", "the", which::the},
                                                       {"which", "after_next", which::after_next},
                                                       {"which", "before_last", which::before_last},
                                                       {"which", "latest", which::latest},
                                                       {"unit", "second", unit::second},
                                                       {"unit", "minute", unit::minute},
                                                       {"unit", "hour", unit::hour},
                                                       {"unit", "day", unit::day},
                                                       {"unit", "weekend", unit::weekend},
                                                       {"unit", "week", unit::week},
                                                       {"unit", "fortnight", unit::fortnight},
                                                       {"unit", "month", unit::month},
                                                       {"unit", "quarter", unit::quarter},
                                                       {"unit", "season", unit::season},
                                                       {"unit", "half", unit::half},
                                                       {"unit", "year", unit::year},
                                                       {"unit", "decade", unit::decade},
                                                       {"unit", "century", unit::century},
                                                       {"unit", "millennium", unit::millennium},
                                                       {"unit", "any", unit::any},
                                                       {"toward", "past", toward::past},
                                                       {"toward", "future", toward::future},
                                                       {"base", "speech", base::speech},
                                                       {"base", "story", base::story},
                                                       {"base", "event", base::event},
                                                       {"base", "birth", base::birth},
                                                       {"base", "start", base::start},
                                                       {"when", "past", vague::past},
                                                       {"when", "present", vague::present},
                                                       {"when", "future", vague::future},
                                                       {"feast", "new_year", feast::new_year},
                                                       {"feast", "new_year_eve", feast::new_year_eve},
                                                       {"feast", "epiphany", feast::epiphany},
                                                       {"feast", "valentine", feast::valentine},
                                                       {"feast", "st_patrick", feast::st_patrick},
                                                       {"feast", "may_day", feast::may_day},
                                                       {"feast", "st_john", feast::st_john},
                                                       {"feast", "assumption", feast::assumption},
                                                       {"feast", "lammas", feast::lammas},
                                                       {"feast", "all_souls", feast::all_souls},
                                                       {"feast", "st_lucy", feast::st_lucy},
                                                       {"feast", "fourth_of_july", feast::fourth_of_july},
                                                       {"feast", "bastille_day", feast::bastille_day},
                                                       {"feast", "halloween", feast::halloween},
                                                       {"feast", "all_saints", feast::all_saints},
                                                       {"feast", "bonfire_night", feast::bonfire_night},
                                                       {"feast", "st_nicholas", feast::st_nicholas},
                                                       {"feast", "christmas_eve", feast::christmas_eve},
                                                       {"feast", "christmas", feast::christmas},
                                                       {"feast", "boxing_day", feast::boxing_day},
                                                       {"feast", "ash_wednesday", feast::ash_wednesday},
                                                       {"feast", "maundy_thursday", feast::maundy_thursday},
                                                       {"feast", "good_friday", feast::good_friday},
                                                       {"feast", "easter_saturday", feast::easter_saturday},
                                                       {"feast", "easter", feast::easter},
                                                       {"feast", "easter_monday", feast::easter_monday},
                                                       {"feast", "ascension", feast::ascension},
                                                       {"feast", "whit_sunday", feast::whit_sunday},
                                                       {"feast", "corpus_christi", feast::corpus_christi},
                                                       {"feast", "king_day", feast::king_day},
                                                       {"feast", "memorial_day", feast::memorial_day},
                                                       {"feast", "labor_day", feast::labor_day},
                                                       {"feast", "thanksgiving", feast::thanksgiving},
                                                       {"feast", "presidents_day", feast::presidents_day},
                                                       {"feast", "columbus_day", feast::columbus_day},
                                                       {"feast", "veterans_day", feast::veterans_day},
                                                       {"feast", "early_may_holiday", feast::early_may_holiday},
                                                       {"feast", "spring_holiday", feast::spring_holiday},
                                                       {"feast", "august_holiday", feast::august_holiday},
                                                       {"feast", "remembrance_sunday", feast::remembrance_sunday},
                                                       {"feast", "election_day", feast::election_day},
                                                       {"feast", "mothers_day", feast::mothers_day},
                                                       {"feast", "ramadan", feast::ramadan},
                                                       {"feast", "eid_al_fitr", feast::eid_al_fitr},
                                                       {"feast", "eid_al_adha", feast::eid_al_adha},
                                                       {"feast", "passover", feast::passover},
                                                       {"feast", "rosh_hashanah", feast::rosh_hashanah},
                                                       {"feast", "yom_kippur", feast::yom_kippur},
                                                       {"feast", "hanukkah", feast::hanukkah},
                                                       {"feast", "palm_sunday", feast::palm_sunday},
                                                       {"feast", "september_11", feast::september_11},
                                                       {"feast", "malaria_day", feast::malaria_day},
                                                       {"feast", "womens_day", feast::womens_day},
                                                       {"feast", "earth_day", feast::earth_day},
                                                       {"feast", "aids_day", feast::aids_day},
                                                       {"feast", "world_health_day", feast::world_health_day},
                                                       {"feast", "environment_day", feast::environment_day},
                                                       {"feast", "refugee_day", feast::refugee_day},
                                                       {"feast", "human_rights_day", feast::human_rights_day},
                                                       {"feast", "orthodox_easter", feast::orthodox_easter},
                                                       {"feast", "groundhog_day", feast::groundhog_day},
                                                       {"feast", "juneteenth", feast::juneteenth},
                                                       {"feast", "armistice_day", feast::armistice_day},
                                                       {"feast", "michaelmas", feast::michaelmas},
                                                       {"feast", "candlemas", feast::candlemas},
                                                       {"feast", "leap_day", feast::leap_day},
                                                       {"feast", "martinmas", feast::martinmas},
                                                       {"feast", "black_friday", feast::black_friday},
                                                       {"feast", "cyber_monday", feast::cyber_monday},
                                                       {"feast", "shrove_tuesday", feast::shrove_tuesday},
                                                       {"feast", "mothering_sunday", feast::mothering_sunday},
                                                       {"feast", "whit_monday", feast::whit_monday},
                                                       {"feast", "trinity_sunday", feast::trinity_sunday},
                                                       {"feast", "advent_sunday", feast::advent_sunday},
                                                       {"feast", "epiphany_eve", feast::epiphany_eve},
                                                       {"feast", "burns_night", feast::burns_night},
                                                       {"feast", "st_david", feast::st_david},
                                                       {"feast", "st_george", feast::st_george},
                                                       {"feast", "st_andrew", feast::st_andrew},
                                                       {"feast", "anzac_day", feast::anzac_day},
                                                       {"feast", "australia_day", feast::australia_day},
                                                       {"feast", "canada_day", feast::canada_day},
                                                       {"feast", "victoria_day", feast::victoria_day},
                                                       {"feast", "waitangi_day", feast::waitangi_day},
                                                       {"feast", "ve_day", feast::ve_day},
                                                       {"feast", "vj_day", feast::vj_day},
                                                       {"feast", "fathers_day", feast::fathers_day},
                                                       {"feast", "prematurity_day", feast::prematurity_day},
                                                       {"feast", "tuberculosis_day", feast::tuberculosis_day},
                                                       {"feast", "press_freedom_day", feast::press_freedom_day},
                                                       {"feast", "cancer_day", feast::cancer_day},
                                                       {"feast", "mental_health_day", feast::mental_health_day},
                                                       {"feast", "food_day", feast::food_day},
                                                       {"feast", "gandhi_jayanti", feast::gandhi_jayanti},
                                                       {"feast", "st_swithin", feast::st_swithin},
                                                       {"feast", "melbourne_cup", feast::melbourne_cup},
                                                       {"feast", "cinco_de_mayo", feast::cinco_de_mayo},
                                                       {"feast", "walpurgis", feast::walpurgis},
                                                       {"feast", "low_sunday", feast::low_sunday},
                                                       {"feast", "st_john_eve", feast::st_john_eve},
                                                       {"feast", "lady_day", feast::lady_day},
                                                       {"feast", "st_james", feast::st_james},
                                                       {"feast", "bloomsday", feast::bloomsday},
                                                       {"feast", "holocaust_day", feast::holocaust_day}});

const PartRow* find_row(std::string_view name) {
    const auto row = std::find_if(parts.begin(), parts.end(), [&](const PartRow& part) { return part.name == name; });
    return row == parts.end() ? nullptr : row;
}

}  // namespace

const MeaningFunction* find_meaning_function(std::string_view name) {
    const auto row =
        std::find_if(functions.begin(), functions.end(), [&](const MeaningFunction& function) { return function.name == name; });
    return row == functions.end() ? nullptr : row;
}

bool takes_part(const MeaningFunction& function, std::string_view part) {
    std::string_view rest = function.parts;
    while (!rest.empty()) {
        const std::size_t blank = rest.find(' ');
        if (rest.substr(0, blank) == part) return true;
        rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
    }
    return false;
}

int Meaning::*find_part(std::string_view name) {
    const PartRow* row = find_row(name);
    return row ? row->member : nullptr;
}

std::string_view constants_of(std::string_view part) {
    const PartRow* row = find_row(part);
    return row ? row->constants : std::string_view{};
}

std::optional<int> find_constant(std::string_view part, std::string_view name) {
    const PartRow* row = find_row(part);
    if (!row || row->constants.empty()) return std::nullopt;
    for (const ConstantRow& constant : constants)
        if (constant.list == row->constants && constant.name == name) return constant.value;
    return std::nullopt;
}

}  // namespace annals
