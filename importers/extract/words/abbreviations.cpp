#include "importers/extract/words/abbreviations.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

// Sorted; looked up only for words before a full stop.
constexpr auto titles = std::to_array<std::string_view>(
    {"Adm",  "Bishop", "Brig", "Capt", "Cmdr",   "Col", "Cpl", "Dr",   "Drs", "Fr",     "Ft",   "Gen",  "Gov", "Hon",
     "Insp", "Lieut",  "Lt",   "Maj",  "Messrs", "Mme", "Mr",  "Mrs",  "Ms",  "Mt",     "Pres", "Prof", "Pvt", "Rep",
     "Reps", "Rev",    "Sen",  "Sens", "Sgt",    "St",  "Ste", "Supt", "al",  "approx", "ca",   "cf",   "v",   "vs"});
constexpr auto numbered =
    std::to_array<std::string_view>({"Art", "Ch", "Fig", "No", "Nos", "Nr", "Ref", "Sec", "Vol", "c", "ff", "fig", "no", "nos", "p", "pp", "ref", "vol"});
constexpr auto usual = std::to_array<std::string_view>(
    {"Apr",  "Ariz", "Ark",  "Assn", "Assoc", "Aug",  "Ave",  "Blvd", "Bros", "Calif", "Co",   "Colo",  "Conn", "Corp", "Cos",
     "Ct",   "Dec",  "Del",  "Dept", "Dist",  "Div",  "Esq",  "Est",  "Feb",  "Fla",   "Fri",  "Ga",    "Ill",  "Inc",  "Ind",
     "Inst", "Intl", "Jan",  "Jr",   "Jul",   "Jun",  "Kan",  "Ky",   "La",   "Ltd",   "Mar",  "Mass",  "Md",   "Mich", "Minn",
     "Miss", "Mo",   "Mon",  "Mont", "Nat",   "Natl", "Neb",  "Nev",  "Nov",  "Oct",   "Okla", "Ont",   "Ore",  "Pa",   "Penn",
     "Pty",  "Rd",   "Sat",  "Sep",  "Sept",  "Sr",   "Sun",  "Tenn", "Tex",  "Thu",   "Thur", "Thurs", "Tue",  "Tues", "Univ",
     "Va",   "Vt",   "Wash", "Wed",  "Weds",  "Wis",  "Wyo",  "bn",   "dept", "est",   "etc",  "ext",   "ft",   "hr",   "hrs",
     "incl", "km",   "lb",   "lbs",  "mi",    "min",  "mins", "mo",   "mos",  "oz",    "sec",  "sq",    "tel",  "yr",   "yrs"});
constexpr auto starters = std::to_array<std::string_view>(
    {"A",       "About",   "After",   "All",    "Also",    "Although", "Among", "An",    "And",     "Another", "Any",
     "As",      "At",      "Because", "Before", "Between", "Both",     "But",   "By",    "Despite", "During",  "Each",
     "Earlier", "Even",    "Every",   "Few",    "For",     "From",     "Had",   "He",    "Her",     "Here",    "His",
     "How",     "However", "I",       "If",     "In",      "Instead",  "It",    "Its",   "Later",   "Many",    "Meanwhile",
     "More",    "Most",    "My",      "No",     "Nor",     "Not",      "Now",   "Of",    "On",      "Once",    "One",
     "Only",    "Or",      "Other",   "Others", "Our",     "Several",  "She",   "Since", "So",      "Some",    "Such",
     "That",    "The",     "Their",   "Then",   "There",   "These",    "They",  "This",  "Those",   "Though",  "Through",
     "To",      "Today",   "Two",     "Under",  "Until",   "Was",      "We",    "What",  "When",    "Where",   "Whether",
     "Which",   "While",   "Who",     "Why",    "With",    "Without",  "Yet",   "You",   "Your"});

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
    if (word.size() > 6) return Abbreviation::none;
    if (holds(titles, word)) return Abbreviation::title;
    if (holds(numbered, word)) return Abbreviation::number;
    return holds(usual, word) ? Abbreviation::usual : Abbreviation::none;
}

bool starts_sentences(std::string_view word) { return word.size() < 9 && holds(starters, word); }

}  // namespace annals
