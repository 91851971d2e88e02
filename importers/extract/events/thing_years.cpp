#include "importers/extract/events/thing_years.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool is_dash(std::string_view word) { return word == "-" || word == "\u2013" || word == "/"; }

/// "His 1962 Mercury", "a 1957 car": the year in which a thing was made; "its 4 percent 2028 notes": or falls due; "the Fellside 1978": a year that is a part of a name. Not "the 1962 fire".
bool is_year_of_thing(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (!is_bare_year(text, sentence, expression) || expression.first == 0) return false;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto event = [&](std::uint32_t i) { return is_event_noun(lemma_of(text, sentence, i)); };
    auto name = expression.first;
    while (name > 0 && is_proper(sentence.tags[name - 1]) && sentence.tokens[name - 1].kind == TokenKind::word &&
           sentence.tokens[name - 1].capital)
        --name;
    const auto leads = [&](std::uint32_t i) {
        return sentence.tags[i] == Tag::DT || sentence.tags[i] == Tag::PRPS || sentence.tags[i] == Tag::POS;
    };
    auto last = expression.last;
    const auto names = [&](std::uint32_t i) { return sentence.tokens[i].kind == TokenKind::word && sentence.tokens[i].capital; };
    while (last < count && (is_noun(sentence.tags[last]) || sentence.tags[last] == Tag::JJ || names(last))) ++last;
    const bool of_thing = name > 1 && name < expression.first && word_of(text, sentence, name - 1) == "of";  // "a bottle of Holm 1987"
    if (of_thing && word_list("made_things").has(lemma_of(text, sentence, name - 2))) return true;
    if (name > 0 && name < expression.first)
        return leads(name - 1) && !event(expression.first - 1) && (last == expression.last || !event(last - 1));
    if (last == expression.last) return false;
    if (const auto before = word_of(text, sentence, expression.first - 1); before == "percent" || before == "cent" || before == "%")
        return true;
    if (!leads(expression.first - 1)) return false;
    for (auto i = expression.last; i < last; ++i)  // "the 1969 film Night Runner"
        if (!names(i) && (i + 1 == last || names(i + 1)) && word_list("made_things").has(lemma_of(text, sentence, i))) return true;
    const bool one_of_many = sentence.tags[expression.first - 1] != Tag::DT || fold(word_of(text, sentence, expression.first - 1)) == "a";
    return one_of_many && names(expression.last) && names(last - 1) && !event(last - 1);
}

/// "The 1918 strain spread", "a 2004 nominee said", "today's Egypt is": which one is meant, not when it did so; not "the 2011 riots", "a 2007 study found".
bool is_only_which(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const bool bare = is_bare_year(text, sentence, expression) && expression.first > 1;
    if (bare && word_of(text, sentence, expression.first - 1) == "of" && trigger != expression.first - 2 &&
        word_list("made_things").has(lemma_of(text, sentence, expression.first - 2)))
        return true;               // "comes from a book of 1931"
    auto lead = expression.first;  // "the deadly 1918 strain"
    if (bare && sentence.tags[lead - 1] == Tag::JJ && sentence.tags[lead - 2] == Tag::DT) --lead;
    const bool year = is_bare_year(text, sentence, expression) && lead > 0 &&
                      (sentence.tags[lead - 1] == Tag::DT || sentence.tags[lead - 1] == Tag::PRPS || sentence.tags[lead - 1] == Tag::POS);
    const bool today = fold(word_of(text, sentence, expression.first)) == "today" && expression.last == expression.first + 1 &&
                       expression.last < count && sentence.tags[expression.last] == Tag::POS;
    if (!year && !today) return false;
    auto last = expression.last + today;
    const auto first = last;
    while (last < count && (is_noun(sentence.tags[last]) || sentence.tags[last] == Tag::JJ || sentence.tags[last] == Tag::CD)) ++last;
    if (last == first || !is_noun(sentence.tags[last - 1]) || (trigger >= first && trigger < last)) return false;
    for (auto i = first; i < last; ++i)
        if (const auto base = lemma_of(text, sentence, i);
            is_event_noun(base) || word_list("statement_nouns").has(base) || word_list("telling_nouns").has(base))
            return false;
    if (tree.parsed() && tree.subject(trigger) == static_cast<std::int32_t>(last) - 1 &&
        word_list("names_with_years").has(lemma_of(text, sentence, last - 1)))
        return false;  // "a 2001 law banned it"
    if (today) return sentence.tags[trigger] != Tag::VBD && sentence.tags[trigger] != Tag::VBN;
    if (is_proper(sentence.tags[last - 1])) return false;                        // "the 2014 World Cup"
    for (auto i = expression.first - 1; i > 0 && i + 4 > expression.first; --i)  // "in the 2001 season she led"
        if (sentence.tags[i - 1] == Tag::IN)
            return word_of(text, sentence, i - 1) == "of" || word_of(text, sentence, i - 1) == "to";
        else if (sentence.tags[i - 1] != Tag::DT && sentence.tags[i - 1] != Tag::JJ)
            break;
    return true;
}

bool is_figures(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2018-003391-20", "118823/2014": a year within a longer row of figures.
bool is_part_of_code(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::size_t longest_in_date = 4;
    const auto long_figure = [&](std::uint32_t i) {
        const auto word = word_of(text, sentence, i);
        return is_figures(word) && word.size() > longest_in_date;
    };
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    const auto stuck = [&](std::uint32_t i) { return i < count && !sentence.tokens[i].space_before; };
    const auto last = expression.last;
    if (last + 1 < count && stuck(last) && stuck(last + 1) && is_dash(word_of(text, sentence, last)) && long_figure(last + 1)) return true;
    const auto first = expression.first;
    return first >= 2 && stuck(first) && stuck(first - 1) && is_dash(word_of(text, sentence, first - 1)) && long_figure(first - 2);
}

/// "no. 2025-02-11", "Suite 1900", "ISSN 1871-1903", "0141 555 2022", "flight VE 1927": a figure that only tells one thing from others.
bool is_number_of_thing(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first == 0 || sentence.tokens[expression.first].kind != TokenKind::number) return false;
    if (is_part_of_code(text, sentence, expression)) return true;
    if (expression.first >= 2 && is_bare_year(text, sentence, expression) && !sentence.tokens[expression.first].space_before && word_of(text, sentence, expression.first - 1) == "-" &&
        !sentence.tokens[expression.first - 1].space_before && sentence.tokens[expression.first - 2].kind == TokenKind::word)
        return true;  // "gsoc-2018"
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto numbered = [&](std::uint32_t i) {
        const auto name = word(i);
        return name == "#" || name == "\u2116" ||
               word_list("numbered_things").has(fold(name.ends_with('.') ? name.substr(0, name.size() - 1) : name));
    };
    auto before = expression.first - 1;
    if (before > 1 && is_dash(word(before)) && !sentence.tokens[before].space_before && is_figures(word(before - 1))) before -= 2;
    if (before > 0 && word(before) == ".") --before;
    if (numbered(before)) return true;
    if (!is_bare_year(text, sentence, expression)) return false;
    constexpr std::size_t least_of_row = 3;
    if (is_figures(word(before)) && word(before).size() >= least_of_row) return true;
    const auto code = word(before);
    if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z') return false;
    if (expression.last < sentence.tokens.size() && is_figures(word(expression.last))) return true;
    return before > 0 && (numbered(before - 1) || (before > 1 && word(before - 1) == "," && numbered(before - 2)));
}

/// "spares boats built before 1975", "anyone hired after 2018": a class of things, told by a year; not "two boats built before 1975", "boats built in 1975".
bool is_year_of_class(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 3) return false;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    if (word(expression.first - 1) != "before" && word(expression.first - 1) != "after") return false;
    if (expression.last < count && (is_noun(sentence.tags[expression.last]) || sentence.tags[expression.last] == Tag::POS)) return false;  // "after Sunday's flood"
    auto done = expression.first - 2;
    if ((sentence.tags[done] == Tag::RP || sentence.tags[done] == Tag::IN) && done > 1) --done;  // "put up"
    constexpr std::uint32_t reach = 3;                                                           // "born in Wales before"
    if (sentence.tags[done] != Tag::VBN)
        for (auto i = done; i > 0 && i + reach > done && sentence.tags[done] != Tag::VBN; --i)
            if (sentence.tags[i - 1] == Tag::VBN) done = i - 1;
    if (sentence.tags[done] != Tag::VBN || done == 0) return false;
    auto noun = done - 1;
    static constexpr FixedWords anybody{"anyone", "anybody", "those", "everyone", "anything", "people"};
    static constexpr FixedWords each{"any", "every", "each", "no"};
    if (noun > 0 && sentence.tags[noun] == Tag::NN && each.has(fold(word(noun - 1)))) return true;
    if (!anybody.has(fold(word(noun))) && sentence.tags[noun] != Tag::NNS) return false;
    if (fold(word(noun)) != "people" && anybody.has(fold(word(noun)))) return true;
    while (noun > 0 && (is_noun(sentence.tags[noun - 1]) || sentence.tags[noun - 1] == Tag::JJ)) --noun;
    if (noun == 0) return true;
    static constexpr FixedWords every{"all", "any", "most", "no", "only"};
    const auto lead = sentence.tags[noun - 1];
    if (every.has(fold(word(noun - 1)))) return true;
    constexpr TagSet certain = only(Tag::DT) | only(Tag::PRPS) | only(Tag::POS) | only(Tag::CD) | only(Tag::WPS);
    return (certain & only(lead)) == 0;
}

/// ", named Bittern 2015, came to little", "Operation Heron 1998", "Her novel, Salt Wind, 1962, was a success": the year is a part of the name, or of the title.
bool is_year_in_name(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (!is_bare_year(text, sentence, expression) || expression.first < 2) return false;
    static constexpr FixedWords naming{"named", "called", "titled", "entitled", "dubbed", "christened", "nicknamed", "codenamed", "code-named", "branded"};
    static constexpr FixedWords schemes{"operation", "project", "programme", "program", "strategy", "vision", "agenda", "initiative", "plan"};
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto word = [&](std::uint32_t i) { return i < count ? word_of(text, sentence, i) : std::string_view(); };
    const auto capital = [&](std::uint32_t i) { return sentence.tokens[i].kind == TokenKind::word && sentence.tokens[i].capital; };
    const bool apart = word(expression.first - 1) == ",";
    const auto last = apart ? expression.first - 1 : expression.first;
    constexpr std::uint32_t longest = 8;
    static constexpr FixedWords small{"of", "the", "and", "in", "for", "a", "to"};
    auto first = last;
    while (first > 0 && first + longest > last && (capital(first - 1) || (first < last && small.has(word(first - 1))))) --first;
    while (first < last && !capital(first)) ++first;
    if (first == last) return false;
    if (apart) {  // the title behind what it is
        if (word(expression.last) != "," && word(expression.last) != ")" && word(expression.last) != ";") return false;
        auto thing = first;
        while (thing > 0 && (word(thing - 1) == "," || word(thing - 1) == "\u201c" || word(thing - 1) == "\"")) --thing;
        return thing > 0 && is_noun(sentence.tags[thing - 1]) && word_list("made_things").has(lemma_of(text, sentence, thing - 1));
    }
    if (first > 0 && naming.has(word(first - 1))) return true;
    if (first > 1 && word(first - 1) == "the" && naming.has(word(first - 2))) return true;
    for (auto i = first > 0 ? first - 1 : first; i < last; ++i)
        if (schemes.has(fold(word(i)))) return true;
    return false;
}

/// "The film is set in 1944": told, not when it was.
bool is_year_of_setting(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 3 || word_of(text, sentence, expression.first - 1) != "in" || word_of(text, sentence, expression.first - 2) != "set") return false;
    constexpr std::uint32_t reach = 6;
    for (auto i = expression.first - 2; i > 0 && i + reach > expression.first; --i) {
        static constexpr FixedWords told{"play", "opera", "story", "drama", "series", "thriller", "game"};
        const auto base = is_noun(sentence.tags[i - 1]) ? lemma_of(text, sentence, i - 1) : std::string();
        if (told.has(base) || word_list("made_things").has(base)) return true;
    }
    return false;
}

/// "Our shop: 1962 Marn Avenue": a house.
bool is_number_of_house(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords streets{"road", "street", "avenue", "lane", "drive", "boulevard", "terrace", "parade", "rd", "st", "ave", "blvd"};
    if (!is_bare_year(text, sentence, expression)) return false;
    const auto before = expression.first > 0 ? word_of(text, sentence, expression.first - 1) : std::string_view(":");
    if (before != ":" && before != "," && before != "at" && before != "(") return false;
    constexpr std::uint32_t longest = 4;
    for (auto i = expression.last; i < sentence.tokens.size() && i < expression.last + longest && sentence.tokens[i].capital; ++i)
        if (i > expression.last && streets.has(fold(word_of(text, sentence, i)))) return true;
    return false;
}

/// "The prize for 1922": given when it was given.
bool is_year_of_prize(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 2 || word_of(text, sentence, expression.first - 1) != "for" || !is_bare_year(text, sentence, expression))
        return false;
    constexpr std::uint32_t reach = 6;  // "the prize for chemistry for 1922"
    for (auto i = expression.first - 1; i > 0 && i + reach > expression.first; --i) {
        const auto tag = sentence.tags[i - 1];
        if (is_noun(tag) && word_list("prize_nouns").has(lemma_of(text, sentence, i - 1))) return true;
        if (!is_noun(tag) && tag != Tag::IN && tag != Tag::JJ && tag != Tag::CC) return false;
    }
    return false;
}

}  // namespace

bool is_bare_year(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.last != expression.first + 1 || sentence.tokens[expression.first].kind != TokenKind::number) return false;
    auto word = word_of(text, sentence, expression.first);
    if (word.ends_with('s')) word.remove_suffix(1);
    return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool tells_of_thing(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    return is_only_which(text, tree, expression, trigger) || is_year_of_thing(text, sentence, expression) ||
           is_number_of_thing(text, sentence, expression) || is_year_of_prize(text, sentence, expression) ||
           is_year_of_setting(text, sentence, expression) || is_number_of_house(text, sentence, expression) || is_year_of_class(text, sentence, expression) || is_year_in_name(text, sentence, expression);
}

}  // namespace annals
