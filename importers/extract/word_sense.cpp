#include "importers/extract/word_sense.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& list) {
    std::array<char, 32> buffer;
    if (word.size() > 20) return false;
    const std::string_view folded = fold_word(word, buffer);
    return std::find(list.begin(), list.end(), folded) != list.end();
}

constexpr auto before_times = std::to_array<std::string_view>({
    "in", "of", "since", "until", "till", "by", "from", "to", "through", "during", "before", "after", "last", "next", "this", "that", "early", "late", "mid", "previous",
    "following", "every", "each", "between", "and", "end", "beginning", "past", "coming", "around", "-", "on", "for", "the", "late-", "or", "throughout"});
constexpr auto before_years = std::to_array<std::string_view>({
    "in", "of", "since", "until", "till", "by", "from", "to", "through", "during", "before", "after", "early", "late", "mid", "between", "and", "around", "about", "circa", "c",
    "the", "year", "years", "for", "fiscal", "throughout", "into", "than", "(", "autumn", "spring", "summer", "winter", "post", "pre", ",", "late"});
constexpr auto after_counts = std::to_array<std::string_view>({
    "people", "men", "women", "troops", "soldiers", "dollars", "miles", "feet", "km", "kilometres", "kilometers", "metres", "meters", "tons", "tonnes", "percent", "%", "points",
    "shares", "acres", "pounds", "euros", "jobs", "workers", "employees", "homes", "houses", "killed", "dead", "prisoners", "casualties", "men-at-arms", "others", "degrees",
    "barrels", "students", "members", "ships", "aircraft", "guns", "rounds", "votes", "hours", "mg", "kg", "lb", "lbs", "ft", "mph", "hp", "mm", "cm", "m", "million", "billion",
    "refugees", "civilians", "children", "families", "patients", "hectares", "yards", "inches", "volts", "watts", "calories", "cavalry", "infantry", "horsemen", "knights"});
constexpr auto before_counts = std::to_array<std::string_view>({
    "$", "\u00a3", "\u20ac", "#", "no", "nos", "number", "room", "flight", "route", "highway", "boeing", "page", "pp", "p", "some", "over", "nearly", "almost", "approximately",
    "least", "most", "only", "another", "these", "those", "all", "roughly", "model", "x", "+", "~", "us$", "chapter", "section", "article", "resolution", "windows", "extension"});

}  // namespace

bool is_time_word(const LookedUp& at, Sentence& sentence, std::size_t i) {
    const Token& token = sentence.tokens[i];
    const bool before = i > 0 && (one_of(at.word(i - 1), before_times) || (*at.tokens)[i - 1].kind == TokenKind::number);
    const bool capital_inside = token.capital && i > 0;
    // A month or day is written with a capital, a season or a unit without.
    const WordEntry* entry = at.entries[i];
    const bool proper = entry && std::any_of(entry->senses.begin(), entry->senses.end(), [](const WordSense& sense) { return sense.doubtful; }) &&
                        (entry->spelled == "may" || entry->spelled == "march" || entry->spelled == "august" || entry->spelled == "sat" || entry->spelled == "sun" ||
                         entry->spelled == "mar" || entry->spelled == "jan" || entry->spelled == "dec" || entry->spelled == "wed" || entry->spelled == "mon");
    if (proper) return token.capital && (before || capital_inside);
    if (i + 2 < at.size() && at.word(i + 1) == "of" && (*at.tokens)[i + 2].kind != TokenKind::number && entry && entry->spelled == "fall") return false;
    return before;
}

bool is_year(const LookedUp& at, const Sentence& sentence, std::size_t i) {
    const Tokens& tokens = sentence.tokens;
    const std::string_view word = at.word(i);
    const int value = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
    const std::string_view before = i > 0 ? at.word(i - 1) : std::string_view{};
    const std::string_view after = i + 1 < tokens.size() ? at.word(i + 1) : std::string_view{};
    if (i > 0 && one_of(before, before_counts)) return false;
    if (one_of(after, after_counts)) return false;
    if (after == "%" || after == "/" || before == "/" || after == "\u00b0") return false;
    const bool follows = i > 0 && one_of(before, before_years);
    if (value >= 1900 && value <= 2060) {
        if ((after == "-" || before == "-") && i > 1 && tokens[i - 1].kind == TokenKind::mark && tokens[i - 2].kind == TokenKind::number && !follows) {
            const std::string_view far = at.word(i - 2);
            return far.size() == 4;
        }
        return true;
    }
    if (follows) return true;
    return i == 0 || tokens[i - 1].kind == TokenKind::mark ? i + 1 >= tokens.size() || tokens[i + 1].kind == TokenKind::mark : false;
}

}  // namespace annals
