#include "importers/extract/events/works_cited.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/thing_years.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/sentence_words.h"

#include <algorithm>

namespace annals {
namespace {

/// A title in quotation marks that is a date, or holds one: "\u201cMay 24, 1980\u201d", "\u201cThe Crew of \u201987\u201d".
bool is_in_title(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 16;
    const auto mark = [&](std::uint32_t i, std::string_view one, std::string_view other) {
        const auto word = word_of(text, sentence, i);
        return word == "\"" || word == one || word == other;
    };
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    auto first = expression.first, last = expression.last;
    while (first > 0 && first + longest > expression.first && !mark(first - 1, "\u201c", "\u2018")) --first;
    while (last < count && last < expression.last + longest && !mark(last, "\u201d", "\u2019")) ++last;
    if (first == 0 || last == count || first + longest <= expression.first || last >= expression.last + longest) return false;
    const auto opens = [&](std::uint32_t i) {  // straight marks look alike: an opening one has no blank behind it
        return mark(i, "\u201c", "\u2018") && i + 1 < count && sentence.tokens[i].span.end == sentence.tokens[i + 1].span.begin;
    };
    if (!opens(first - 1)) return false;
    bool figure = false, other = false;
    for (auto i = first; i < last; ++i) {
        const auto& token = sentence.tokens[i];
        figure = figure || (expression.contains(i) && token.kind == TokenKind::number);
        other = other || (token.kind == TokenKind::word && !expression.contains(i));
        constexpr std::uint32_t small_word = 4;
        if (token.kind == TokenKind::word && !token.capital && (token.span.size() > small_word || i == first)) return false;
        if (const auto word = word_of(text, sentence, i); word == ";" || (word == "." && i + 1 != last)) return false;
    }
    return figure || other;
}

/// "\"Barn falls in\" \u2014 Leeds Post, 3 May 2011", "Barn Falls In As Council Meets - May 3, 2011": what another page has, and when it had it.
bool is_reference(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (expression.last != count || expression.first < 3 || expression.last < expression.first + 3) return false;
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto dash = [&](std::uint32_t i) { return word(i) == "-" || word(i) == "\u2013" || word(i) == "\u2014" || word(i) == "--" || word(i) == "|"; };
    if (const auto first = word(0); (first == "\"" || first == "\u201c" || first == "\u2018") && word(expression.first - 1) == ",") {
        constexpr std::uint32_t longest_source = 6;
        for (auto i = expression.first - 1; i > 0 && i + longest_source > expression.first; --i)
            if (dash(i - 1)) return true;
        return false;
    }
    if (!dash(expression.first - 1)) return false;
    constexpr std::uint32_t least_words = 4, small_word = 3;
    std::uint32_t words = 0;
    for (std::uint32_t i = 0; i + 1 < expression.first; ++i) {
        if (sentence.tokens[i].kind != TokenKind::word || sentence.tokens[i].span.size() <= small_word) continue;
        if (!sentence.tokens[i].capital) return false;
        ++words;
    }
    return words >= least_words;
}

/// "Proceedings of the 2016 Conference, pp. 12-19. doi:10.1000/1": a work that is listed.
bool is_listed_work(std::string_view text, const Sentence& sentence) {
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        const auto word = word_of(text, sentence, i);
        if (word.starts_with("doi:") || word.starts_with("arXiv:") || word == "ISBN" || word == "ISSN") return true;
        if (word == "doi" && i + 1 < sentence.tokens.size() && word_of(text, sentence, i + 1) == ":") return true;
    }
    return false;
}

/// "see the annual report for 2018", "consult Note 3 for the year ended 30 June": where to look; not "went to see the fair of 1931".
bool is_pointed_to(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t reach = 16;
    for (auto i = expression.first; i > 0 && i + reach > expression.first; --i) {
        const auto at = i - 1;
        const auto word = word_of(text, sentence, at);
        if (word == "see" || word == "See" || word == "consult" || word == "Consult") {
            if (at > 0 && sentence.tags[at - 1] != Tag::punctuation && word_of(text, sentence, at - 1) != "please") return false;
            const auto next = sentence.tags[at + 1];
            return sentence.tags[at] == Tag::VB && next != Tag::PRP && next != Tag::IN;
        }
        if ((is_finite_verb(sentence.tags[at]) && word != "ended") || word == ";" || word == ":") return false;  // "the year ended 30 June"
    }
    return false;
}

/// "The Long Field, Harper, 1973.": a title, who printed it and the year; not "The Siege of Marn, Norway, 1868."
bool is_title_and_press(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 12;
    static constexpr FixedWords small{"of", "the", "and", "in", "a", "to", "for", "&"};
    if (expression.first < 4 || expression.first > longest || sentence.tokens.size() > expression.last + 1 || !is_bare_year(text, sentence, expression)) return false;
    std::uint32_t commas = 0, names = 0;
    for (std::uint32_t i = 0; i < expression.first; ++i) {
        const auto word = word_of(text, sentence, i);
        if (word == ",") ++commas;
        else if (sentence.tokens[i].kind != TokenKind::word || (!sentence.tokens[i].capital && !small.has(word)) || is_event_noun(fold(word))) return false;
        else if (sentence.tokens[i].capital && commas == 0) ++names;
    }
    return commas == 2 && names > 1 && word_of(text, sentence, expression.first - 1) == ",";
}

/// "Figures from Marn Almanac 2011.": where something was taken from.
bool is_source_named(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords taken{"figures", "data", "statistics", "information", "source", "sources", "details", "extracts", "tables", "numbers", "prices"};
    constexpr std::uint32_t longest = 12;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (expression.first < 3 || count > longest || expression.last + 1 < count || !taken.has_in_any_case(word_of(text, sentence, 0))) return false;
    if (word_of(text, sentence, 1) != "from" && word_of(text, sentence, 1) != ":") return false;
    return sentence.tokens[expression.first - 1].capital && is_bare_year(text, sentence, expression) &&
           std::none_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb);
}

}  // namespace

bool is_of_cited_work(std::string_view text, const Sentence& sentence, TokenRange expression) {
    return is_in_title(text, sentence, expression) || is_reference(text, sentence, expression) ||
           is_listed_work(text, sentence) || is_pointed_to(text, sentence, expression) || is_title_and_press(text, sentence, expression) ||
           is_source_named(text, sentence, expression);
}

}  // namespace annals
