#include "importers/extract/grammar/word_sense.h"

#include "importers/extract/grammar/grammar.h"

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

constexpr auto before_times = std::to_array<std::string_view>(
    {"in",        "of",   "since",  "until",  "till", "by",  "from",     "to",        "through", "during", "before",    "after", "last",
     "next",      "this", "that",   "early",  "late", "mid", "previous", "following", "every",   "each",   "between",   "and",   "end",
     "beginning", "past", "coming", "around", "-",    "on",  "for",      "the",       "late-",   "or",     "throughout"});
constexpr auto articles =
    std::to_array<std::string_view>({"a", "an", "the", "this", "that", "his", "her", "their", "its", "'s", "our", "my", "long"});
constexpr auto joints = std::to_array<std::string_view>(
    {"of", "in", "on", "to", "for", "at", "from", "by", "with", "and", "or", "but", "as", "that", "when", "before", "after", "until",
     "the", "this", "a", "an", "his", "her", "their", "our", "he", "she", "it", "they", "we", "you", "i", "is", "was", "will"});
constexpr auto before_small_months =
    std::to_array<std::string_view>({"in", "since", "until", "till", "during", "by", "last", "next", "early", "late", "mid", "this"});
constexpr auto before_days =
    std::to_array<std::string_view>({"on", "last", "next", "this", "every", "each", "by", "until", "till", "since", "coming"});
constexpr auto before_years = std::to_array<std::string_view>(
    {"in",   "of",   "since",   "until",  "till",   "by",     "from",   "to",   "through", "during", "before", "after",  "early",
     "late", "mid",  "between", "and",    "around", "about",  "circa",  "c",    "the",     "year",   "years",  "fiscal", "throughout",
     "into", "than", "(",       "autumn", "spring", "summer", "winter", "post", "pre",     ",",      "late"});
constexpr auto after_counts = std::to_array<std::string_view>(
    {"people",     "men",         "women",  "troops",  "soldiers",  "dollars",  "miles",     "feet",     "km",       "kilometres",
     "kilometers", "metres",      "meters", "tons",    "tonnes",    "percent",  "%",         "points",   "shares",   "acres",
     "pounds",     "euros",       "jobs",   "workers", "employees", "homes",    "houses",    "killed",   "dead",     "prisoners",
     "casualties", "men-at-arms", "others", "degrees", "barrels",   "students", "members",   "ships",    "aircraft", "guns",
     "rounds",     "votes",       "hours",  "mg",      "kg",        "lb",       "lbs",       "ft",       "mph",      "hp",
     "mm",         "cm",          "m",      "million", "billion",   "refugees", "civilians", "children", "families", "patients",
     "hectares",   "yards",       "inches", "volts",   "watts",     "calories", "cavalry",   "infantry", "horsemen", "knights"});
constexpr auto before_counts = std::to_array<std::string_view>(
    {"$",       "\u00a3", "\u20ac", "#",       "no",      "nos",     "number",     "room",    "flight",   "route",
     "highway", "suite",  "docket", "boeing", "page",   "pp",      "p",       "some",    "over",       "nearly",  "almost",   "approximately",
     "least",   "most",   "only",   "another", "these",   "those",   "all",        "roughly", "model",    "x",
     "+",       "~",      "us$",    "ref",    "ff",     "pages",      "folios",  "chapter", "section", "article", "resolution", "windows", "extension"});

constexpr auto starting_sentences = std::to_array<std::string_view>(
    {"the", "a", "an", "i", "he", "she", "it", "we", "they", "this", "these", "there", "his", "her", "its", "our", "my", "in", "at", "on"});

// Whether a noun may follow that the word belongs to: "a March attack", "every second house".
bool before_noun(const LookedUp& at, std::size_t i) {
    return i + 1 < at.size() && (*at.tokens)[i + 1].kind == TokenKind::word && !(*at.tokens)[i + 1].capital && !one_of(at.word(i + 1), joints);
}

constexpr TagSet verb = only(Tag::VB) | only(Tag::VBD) | only(Tag::VBG) | only(Tag::VBN) | only(Tag::VBP) | only(Tag::VBZ);

/// "CRADLE-2018", "CN-2017-0911": capitals that a hyphen joins to the figure.
bool is_letter_code(std::string_view text, const Tokens& tokens, std::size_t i) {
    if (tokens[i].span.end != tokens[i + 1].span.begin || tokens[i + 1].span.end != tokens[i + 2].span.begin) return false;
    const std::string_view word = words(text, tokens[i].span);
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }) &&
           !(word[0] >= '0' && word[0] <= '9');
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "flight VE 1927", "1998 KY26": of a number that names a journey or a minor planet.
bool is_part_of_code(const LookedUp& at, std::size_t i) {
    constexpr std::size_t close = 4;
    const Tokens& tokens = *at.tokens;
    if (i + 1 < tokens.size()) {
        const std::string_view after = words(at.text, tokens[i + 1].span);
        if (after.size() > 2 && is_capital(after[0]) && is_capital(after[1]) && after[2] >= '0' && after[2] <= '9') return true;
    }
    const std::string_view before = i > 0 ? words(at.text, tokens[i - 1].span) : std::string_view{};
    if (before.size() != 2 || !is_capital(before[0]) || !(is_capital(before[1]) || (before[1] >= '0' && before[1] <= '9'))) return false;
    for (std::size_t k = i - 1; k-- > 0 && i - k <= close;)
        if (at.word(k) == "flight" || at.word(k) == "Flight" || at.word(k) == "flights" || at.word(k) == "train") return true;
    return false;
}

constexpr auto before_thanks = std::to_array<std::string_view>({"of", "a", "in", "for"});
constexpr auto behind_thanks = std::to_array<std::string_view>({"service", "services", "mass", "prayer", "prayers", "hymn", "hymns"});

/// "2019-0417-B", "2019-0417": the number of a file.
bool is_number_of_file(const LookedUp& at, std::size_t i) {
    const Tokens& tokens = *at.tokens;
    if (i + 2 >= tokens.size() || tokens[i + 2].kind != TokenKind::number || tokens[i + 2].span.begin != tokens[i].span.end + 1) return false;
    const std::string_view number = at.word(i + 2);
    if (number.size() < 3) return false;
    const bool lettered = i + 4 < tokens.size() && at.word(i + 3) == "-" && tokens[i + 4].capital && tokens[i + 4].span.begin == tokens[i + 2].span.end + 1;
    return number.front() == '0' || lettered;
}

constexpr auto before_pages = std::to_array<std::string_view>({"p", "pp", "page", "pages", "ff", "folios"});

constexpr auto behind_early_years = std::to_array<std::string_view>(
    {"the",   "a",       "an",     "he",      "she",     "it",   "they",  "his",    "her",    "its", "their",  "this",    "when",
     "where", "which",   "and",    "but",     "or",      "to",   "until", "by",     "with",   "as",  "in",     "at",      "on",
     "under", "after",   "before", "through", "was",     "were", "had",   "is",     "from",   "for", "during", "against", "near",
     "while", "because", "one",    "two",     "another", "only", "-",     "\u2013", "\u2014", ","});

}  // namespace

std::optional<bool> is_time_word(const LookedUp& at, std::size_t i) {
    const Token& token = (*at.tokens)[i];
    const WordEntry* entry = at.entry(i);
    if (!entry) return false;
    const std::string_view word = entry->spelled;
    const bool after_figure = i > 0 && (*at.tokens)[i - 1].kind == TokenKind::number;
    const bool before_figure = i + 1 < at.size() && (*at.tokens)[i + 1].kind == TokenKind::number;
    const bool led = i > 0 && one_of(at.word(i - 1), before_times);
    if (word == "may" || word == "march" || word == "august" || word == "mar" || word == "jan" || word == "dec") {
        if (!token.capital) return i > 0 && one_of(at.word(i - 1), before_small_months) ? std::nullopt : std::optional(false);
        if (before_figure || after_figure) return true;
        const std::string_view written = words(at.text, token.span);
        const bool initials = written == "DEC" || written == "MAR" || written == "JAN";
        if (word == "dec" || initials) return !initials;
        const bool named = i + 1 < at.size() && (*at.tokens)[i + 1].capital;  // "and Jan Novak"
        const bool person = named && i > 1 && (at.word(i - 1) == "late" || at.word(i - 1) == "early") && at.word(i - 2) == "the";
        if (led && !person && !(named && (at.word(i - 1) == "and" || at.word(i - 1) == "or"))) {
            if (at.word(i - 1) == "the") return before_noun(at, i) ? std::nullopt : std::optional(false);
            return !named || (at.word(i - 1) != "this" && at.word(i - 1) != "that");
        }
        const std::string_view next = i + 1 < at.size() ? at.word(i + 1) : std::string_view{};
        if (named || next == "for" || next == "on" || next == "to") return false;
        if (i > 0 && one_of(at.word(i - 1), articles)) {
            const bool in_name = i > 1 && (*at.tokens)[i - 1].capital;  // "the Long March a success"
            return before_noun(at, i) && !in_name ? std::nullopt : std::optional(false);
        }
        return i > 0 && !(*at.tokens)[i - 1].capital && (*at.tokens)[i - 1].kind == TokenKind::word;
    }
    if (word == "second" || word == "minute") return after_figure || !before_noun(at, i) ? std::optional(true) : std::nullopt;
    if (word.size() == 3 && word != "day") {  // Sun, Sat, Wed: also names and verbs
        if (before_figure) return true;
        const bool named = i + 1 < at.size() && (*at.tokens)[i + 1].capital && !sense_of(at.entry(i + 1), entry->senses[0].word_class);
        if (named || i == 0 || !one_of(at.word(i - 1), before_days)) return false;
        return token.capital ? std::optional(true) : std::nullopt;  // "next fri"
    }
    if (word == "epiphany") return token.capital;
    if (word == "thanksgiving") {  // "a service of thanksgiving"
        const bool of_thanks = (i > 0 && one_of(at.word(i - 1), before_thanks)) || (i + 1 < at.size() && one_of(at.word(i + 1), behind_thanks));
        return token.capital || !of_thanks;
    }
    if (word == "spring" || word == "fall")
        if (token.capital && before_figure && at.word(i + 1).size() == 4) return true;
    if (word == "fall" && i + 2 < at.size() && at.word(i + 1) == "of" && (*at.tokens)[i + 2].kind != TokenKind::number) return false;
    return led || after_figure ? std::optional(true) : std::nullopt;
}

bool is_year(const LookedUp& at, Sentence& sentence, std::size_t i) {
    const Tokens& tokens = sentence.tokens;
    const std::string_view word = at.word(i);
    const int value = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
    const std::string_view before = i > 0 ? at.word(i - 1) : std::string_view{};
    const std::string_view after = i + 1 < tokens.size() ? at.word(i + 1) : std::string_view{};
    if (i > 0 && one_of(before, before_counts)) return false;
    if (one_of(after, after_counts)) return false;
    const bool two_years = after == "/" && i + 2 < tokens.size() && at.word(i + 2).size() == 2 && tokens[i + 1].span.end == tokens[i + 2].span.begin;
    if (after == "%" || (after == "/" && !two_years) || before == "/" || after == "\u00b0") return false;
    if (is_part_of_code(at, i)) return false;
    const auto is_cell = [&](std::size_t k) {  // "1871\tThe mill opens": a cell of a table
        return k + 1 < tokens.size() && at.text.substr(tokens[k].span.end, tokens[k + 1].span.begin - tokens[k].span.end).find('\t') != std::string_view::npos;
    };
    if (i == 0 && value >= 1500 && is_cell(i)) return true;
    const bool follows = i > 0 && one_of(before, before_years);
    const bool dash_after = after == "-" || after == "\u2013", dash_before = before == "-" || before == "\u2013";
    if (before == "-" && i > 1 && is_letter_code(at.text, tokens, i - 2)) return false;
    const auto figure = [&](std::size_t k) {
        return k < tokens.size() && tokens[k].kind == TokenKind::number ? at.word(k) : std::string_view{};
    };
    if (dash_after && is_number_of_file(at, i)) return false;
    if (dash_before && i > 2 && one_of(at.word(i - 3), before_pages)) return false;
    if (dash_after && figure(i + 2).size() == 4) return true;  // 1861-1863
    if (dash_after && figure(i + 2).size() == 2 && figure(i + 2) > word.substr(2)) return true;
    if (dash_before && i > 1 && !figure(i - 2).empty()) return figure(i - 2).size() == 4 && figure(i - 2) < word;
    const bool starts_anew = i == 0 && one_of(after, starting_sentences) && tokens[i + 1].capital;
    if (starts_anew && value >= 2030) return false;  // "2033 The harbour master says": a time of day
    if (value >= 1900 && value <= 2060) {  // "paid 2010 crowns" counts
        const bool verb_before =
            i > 0 && !follows && tokens[i - 1].kind == TokenKind::word && !tokens[i - 1].capital && !one_of(before, articles);
        const bool plural = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::word && !tokens[i + 1].capital && after.size() >= 4 &&
                            after.ends_with("s");
        return !verb_before || !plural || !has_tag(at.text, sentence, i - 1, verb) || !has_tag(at.text, sentence, i + 1, only(Tag::NNS));
    }
    if (i > 1 && before == "was" && (at.word(i - 2) == "It" || at.word(i - 2) == "it") && (after == "before" || after == "that")) return true;  // "it was 1884 before she owned one"
    if (follows || (before == "for" && (i + 1 >= tokens.size() || tokens[i + 1].kind == TokenKind::mark))) return true;
    const bool word_before = i > 0 && (tokens[i - 1].kind == TokenKind::word || before == "'s" || before == "\u2019s");
    if (word_before && value >= 1500 && (one_of(before, articles) || before == "\u2019s" || before == "as"))
        return i + 1 >= tokens.size() || !at.word(i + 1).ends_with("s");
    return i == 0 || tokens[i - 1].kind == TokenKind::mark ? i + 1 >= tokens.size() || tokens[i + 1].kind == TokenKind::mark : false;
}

// "rose from 250 to 411"
constexpr auto changing =
    std::to_array<std::string_view>({"rose",  "rise",      "risen",     "rises", "fell",   "fall",    "fallen",  "falls", "grew",    "grow",  "grown", "jumped", "jump",
                                     "leapt", "increased", "increase", "dropped", "drop", "climbed", "climb", "soared", "swelled", "went",  "gone", "up",     "down"});

bool is_early_year(const LookedUp& at, const Sentence& sentence, std::size_t i) {
    const Tokens& tokens = sentence.tokens;
    if (i > 1 && (at.word(i - 1) == "from" || at.word(i - 1) == "to") && (one_of(at.word(i - 2), changing) || (i > 3 && at.word(i - 3) == "from" && one_of(at.word(i - 4), changing))))
        return false;
    std::string_view word = at.word(i);
    if (word.size() == 4 && word.back() == 's') word.remove_suffix(1);  // "the 360s"
    if (word.size() != 3 || word[0] == '0' || word.find_first_not_of("0123456789") != std::string_view::npos) return false;
    if (i > 0 && one_of(at.word(i - 1), before_counts)) return false;
    if (i + 1 >= tokens.size()) return true;
    const std::string_view after = at.word(i + 1);
    const bool goes_on = after == "to" || after == "and" || after == "-" || after == "\u2013";
    if (goes_on && i + 2 < tokens.size() && tokens[i + 2].kind == TokenKind::number) return is_early_year(at, sentence, i + 2);
    if (tokens[i + 1].kind == TokenKind::mark) return after != "%";
    const bool fronted = i == 1 || (i > 1 && tokens[i - 2].kind == TokenKind::mark);  // "In 480 Xerxes crossed"
    return one_of(after, behind_early_years) || (fronted && tokens[i + 1].capital);
}

bool is_far_year(std::string_view word) {
    const bool far = word == "0" || word.size() == 5 || (word.size() == 4 && word >= "2400");  // up to 2359 it may be a time of day
    return far && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace annals
