#include "importers/extract/events/mention_terms.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/happenings.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace annals {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 32> number_words{{
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
    {"eleven", 11}, {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80},
    {"ninety", 90}, {"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}};

double scale_of(std::string_view word) {
    for (const auto& [name, value] : number_words)
        if (value >= 100 && word == name) return value;
    return 1;
}

bool is_clock_word(std::string_view word) {
    static const WordList& clock_words = word_list("clock_words");
    return word.size() < 5 && clock_words.has(fold(word));
}

/// "seven" of "thirty-seven"; none where it is no such number. `at` is the number before, and goes on to the last token of it.
std::optional<double> units_behind(std::string_view text, const Sentence& sentence, std::uint32_t& at, double tens) {
    if (tens < 20 || tens > 90 || at + 2 >= sentence.tags.size() || word_of(text, sentence, at + 1) != "-" || sentence.tokens[at + 1].space_before ||
        sentence.tokens[at + 2].space_before)
        return {};
    const auto units = number_value(word_of(text, sentence, at + 2));
    if (!units || !(*units >= 1 && *units <= 9) || word_of(text, sentence, at + 2).size() < 3) return {};
    at += 2;
    return units;
}

/// "Mr", "Dr.": no part of who it is.
bool is_title(std::string_view word) {
    static const WordList& titles = word_list("courtesy_titles");
    return word.size() < 6 && word[0] >= 'A' && word[0] <= 'Z' && titles.has(fold(word.ends_with('.') ? word.substr(0, word.size() - 1) : word));
}

/// ", according to Network Caledonia".
bool according_to(std::string_view text, const Sentence& sentence, std::uint32_t name) {
    constexpr std::uint32_t most = 8;
    for (auto i = name; i > 1 && i + most > name; --i) {
        const Tag tag = sentence.tags[i - 1];
        if (word_of(text, sentence, i - 1) == "to") return fold(word_of(text, sentence, i - 2)) == "according";
        if (!is_noun(tag) && tag != Tag::DT && tag != Tag::JJ) return false;
    }
    return false;
}

/// "36 hours" tells how long, and "thirteen days after it" when.
bool is_time_unit(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static const WordList& units = word_list("time_units");
    return token < sentence.tags.size() && is_noun(sentence.tags[token]) && !is_proper(sentence.tags[token]) && units.has(lemma_of(text, sentence, token));
}

/// "tonight at 8", "docked at 0215 the next morning": beside a dating phrase an hour, if it counts nothing.
bool is_hour(std::string_view text, const Sentence& sentence, std::uint32_t number, const std::vector<TokenRange>& dating_phrases) {
    if (number == 0 || fold(word_of(text, sentence, number - 1)) != "at") return false;
    if (number + 1 < sentence.tags.size() && is_noun(sentence.tags[number + 1]) && !in_any(dating_phrases, number + 1)) return false;
    const auto word = words(text, sentence.tokens[number].span);
    const auto value = number_value(word);
    if (!value || !(*value <= 24 || (word.size() == 4 && *value < 2400 && word.find_first_not_of("0123456789") == word.npos))) return false;
    return std::any_of(dating_phrases.begin(), dating_phrases.end(), [&](TokenRange phrase) {
        return phrase.last + 1 == number || (phrase.first > number && phrase.first <= number + 2);
    });
}

bool is_bare(const std::string& verb) { return word_list("bare_verbs").has(verb); }

/// "Liège" to one is "Liege" to another.
std::string term_of(std::string_view word, Tag tag) { return without_accents(lemma(word, tag)); }

void sort_once(std::vector<std::string>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

std::optional<double> number_value(std::string_view word) {
    const std::string folded = fold(word);
    for (const auto& [name, value] : number_words)
        if (folded == name) return value;
    std::string digits;
    double scale = 1;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if ((c >= '0' && c <= '9') || c == '.') digits += c;
        else if (c == ',' && !digits.empty()) continue;
        else if (i + 1 == folded.size() && (c == 'm' || c == 'k')) scale = c == 'm' ? 1e6 : 1e3;
        else if (folded.substr(i) == "bn") { scale = 1e9; break; }
        else return {};
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return value * scale;
}

std::vector<Number> figures(std::string_view text, const Tree& tree, TokenRange clause, const std::vector<TokenRange>& dating_phrases) {
    const Sentence& sentence = tree.sentence();
    std::vector<Number> result;
    for (auto i = clause.first; i < clause.last && i < sentence.tags.size(); ++i) {
        if (sentence.tags[i] != Tag::CD || in_any(dating_phrases, i)) continue;
        const auto first = i;
        auto value = number_value(words(text, sentence.tokens[i].span));
        if (!value) continue;
        *value += units_behind(text, sentence, i, *value).value_or(0);
        while (i + 1 < clause.last && sentence.tags[i + 1] == Tag::CD) {
            const auto scale = scale_of(fold(words(text, sentence.tokens[i + 1].span)));
            if (scale == 1) break;
            *value *= scale;
            ++i;
        }
        Number number;
        number.value = *value;
        auto begin = sentence.tokens[first].span.begin;
        if (first > 0 && !sentence.tokens[first].space_before && sentence.tags[first - 1] != Tag::punctuation && sentence.tokens[first - 1].kind == TokenKind::mark)
            begin = sentence.tokens[first - 1].span.begin;  // "$42"
        number.text = std::string(text.substr(begin, sentence.tokens[i].span.end - begin));
        if (const auto counted = tree.head(i); counted >= 0 && is_noun(sentence.tags[counted]) && static_cast<std::uint32_t>(counted) > i &&
            static_cast<std::uint32_t>(counted) <= i + 4)
            number.of = std::string(text.substr(sentence.tokens[i + 1].span.begin, sentence.tokens[counted].span.end - sentence.tokens[i + 1].span.begin));
        else if (i + 1 < clause.last && (is_noun(sentence.tags[i + 1]) || sentence.tags[i + 1] == Tag::JJ))
            number.of = std::string(words(text, sentence.tokens[i + 1].span));
        result.push_back(std::move(number));
    }
    return result;
}

namespace {

std::vector<std::string> terms(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases) {
    const Sentence& sentence = tree.sentence();
    std::vector<std::string> result;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        if ((i != trigger && !is_noun(sentence.tags[i]) && sentence.tags[i] != Tag::CD) || in_any(dating_phrases, i)) continue;
        const auto word = words(text, sentence.tokens[i].span);
        if (i != trigger && (is_clock_word(word) || is_time_unit(text, sentence, i) || according_to(text, sentence, i))) continue;
        if (is_noun(sentence.tags[i]) || (i == trigger && !is_bare(lemma(word, sentence.tags[i])))) result.push_back(term_of(word, sentence.tags[i]));
        else if (sentence.tags[i] == Tag::CD)
            if (auto value = number_value(word); value && *value > 1 && !is_time_unit(text, sentence, i + 1) && !is_hour(text, sentence, i, dating_phrases)) {
                *value += units_behind(text, sentence, i, *value).value_or(0);
                while (i + 1 < sentence.tags.size() && sentence.tags[i + 1] == Tag::CD) {  // "40 million"
                    const auto scale = scale_of(fold(words(text, sentence.tokens[i + 1].span)));
                    if (scale == 1) break;
                    *value *= scale;
                    ++i;
                }
                result.push_back(fmt::format("{:.15g}", *value));
            }
    }
    sort_once(result);
    return result;
}

/// A name of who tells it, and has no part in it: ", the director, Ann Lee, told reporters".
bool tells(std::string_view text, const Tree& tree, std::uint32_t name, std::uint32_t trigger) {
    static const WordList& reporting = word_list("reporting_verbs");
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || !is_proper(sentence.tags[name])) return false;
    if (according_to(text, sentence, name)) return true;
    constexpr int most_steps = 6;
    std::uint32_t token = name;
    for (int step = 0; step < most_steps; ++step) {
        const auto above = tree.head(token);
        if (above < 0 || token == trigger || static_cast<std::uint32_t>(above) == trigger) return false;
        if (tree.relation(token) == Relation::nsubj) return reporting.has(lemma_of(text, sentence, static_cast<std::uint32_t>(above)));
        token = static_cast<std::uint32_t>(above);
    }
    return false;
}

void set_names(Mention& mention, std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases) {
    const Sentence& sentence = tree.sentence();
    mention.names.clear(), mention.tellers.clear();
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        const auto word = words(text, sentence.tokens[i].span);
        if (!is_proper(sentence.tags[i]) || !sentence.tokens[i].capital || in_any(dating_phrases, i) || is_clock_word(word) || is_title(word)) continue;
        (tells(text, tree, i, trigger) ? mention.tellers : mention.names).push_back(term_of(word, sentence.tags[i]));
    }
    sort_once(mention.names);
    sort_once(mention.tellers);
}

std::vector<std::string> related_to(const std::string& trigger_lemma) {
    const std::vector<std::string_view> related = related_words(trigger_lemma);
    std::vector<std::string> result(related.begin(), related.end());
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

void set_trigger(Mention& mention, std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases) {
    const Token& token = tree.sentence().tokens[trigger];
    mention.trigger = token.span;
    mention.trigger_lemma = lemma(words(text, token.span), tree.sentence().tags[trigger]);
    mention.terms = terms(text, tree, trigger, dating_phrases);
    set_names(mention, text, tree, trigger, dating_phrases);
    mention.related = related_to(mention.trigger_lemma);
    Happenings happening = happenings(text, tree, trigger, dating_phrases);
    mention.happenings = std::move(happening.names);
    mention.once = happening.once;
}

}  // namespace annals
