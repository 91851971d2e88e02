#include "importers/extract/non_event.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/event_kind.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool has_clock(std::string_view text, const Sentence& sentence, TokenRange expression) {
    for (auto i = expression.first; i < expression.last; ++i)
        if (word_of(text, sentence, i).find(':') != std::string_view::npos) return true;
    return false;
}

/// "(Holm, 1998)", "(Ray & Okoye 2011, p. 4)", "(see Ray et al., 2011; Holm, 1998)": names and a year in brackets, no small words but those that lead them.
bool is_citation(std::string_view text, const Sentence& sentence, TokenRange expression) {
    bool year = false;  // "(Update 3:25 p.m.) Two chimneys fell" is none
    for (auto i = expression.first; i < expression.last; ++i) year |= sentence.tokens[i].kind == TokenKind::number && word_of(text, sentence, i).size() >= 4;
    if (!year || has_clock(text, sentence, expression)) return false;
    static constexpr FixedWords among_names{"et", "al", "al.", "and", "in", "also"};
    static constexpr FixedWords leads{"see", "cf", "cf.", "e.g.", "e.g", "eg", "i.e.", "reviewed", "for", "example"};
    constexpr std::uint32_t longest = 40;
    auto first = expression.first;
    const auto opens = [&](std::uint32_t i) { return word_of(text, sentence, i) == "(" || word_of(text, sentence, i) == "LRB"; };
    bool named = false, small = false;
    while (first > 0 && !opens(first - 1)) {
        const auto& token = sentence.tokens[--first];
        if (expression.first - first > longest) return false;
        if (token.kind != TokenKind::word) continue;
        const std::string word = fold(words(text, token.span));
        named = named || token.capital;
        small = small || !token.capital;
        if (!token.capital && !leads.has(word) && !among_names.has(word)) return false;
    }
    return first > 0 && first < expression.first && (named || !small);
}

/// A day with its year and a time of the clock, as pages and mails stamp it: "Mon May 4, 2009 8:25 am".
bool is_full_stamp(std::string_view text, const Sentence& sentence, TokenRange expression) {
    bool year = false;
    for (auto i = expression.first; i < expression.last; ++i) {
        const auto word = word_of(text, sentence, i);
        if (word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) year = true;
    }
    return year && has_clock(text, sentence, expression);
}

/// "DUBAI | Mon May 4, 2009 8:25 am | ...", "At 10:04 pm on 4 June 2009, somebody wrote: ...".
bool is_stamp_of_words(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    if (!is_full_stamp(text, sentence, expression)) return false;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (expression.first > 0 && word_of(text, sentence, expression.first - 1) == "|") return true;
    if (expression.last < count && word_of(text, sentence, expression.last) == "|") return true;
    return trigger + 1 < count && word_of(text, sentence, trigger + 1) == ":" && lemma_of(text, sentence, trigger) == "write";
}

bool tells_nothing_but(std::string_view text, const Sentence& sentence, std::uint32_t stamp) {
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (i != stamp && is_finite_verb(sentence.tags[i]) && !word_list("stamp_verbs").has(fold(word_of(text, sentence, i)))) return false;
    return true;
}

/// "Links checked 3 May", "Page last updated at ...", "Ban is lifted. Updated: ...", "12 Oct 2022, 07:30 \u00b7 edited yesterday".
bool is_page_stamp(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto &stamps = word_list("stamp_verbs"), &pages = word_list("page_nouns");
    if (expression.first >= 2 && word_of(text, sentence, expression.first - 1) == ":" &&
        stamps.has(fold(word_of(text, sentence, expression.first - 2))))
        return true;
    for (std::uint32_t i = 0; i < expression.first && i < 4; ++i) {
        const std::string word = fold(word_of(text, sentence, i));
        if (stamps.has(word)) {
            if (i > 0 && expression.first <= i + 3) return true;
            break;
        }
        if (word != "last" && word != "first" && !pages.has(word) && !pages.has(lemma_of(text, sentence, i))) break;
    }
    constexpr std::uint32_t longest = 16;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 1; i < count && count <= longest; ++i) {
        const auto before = word_of(text, sentence, i - 1);
        const bool apart = before == "|" || before == "\u00b7" || before == "\u2022" || before == "(" || before == "/";
        if (apart && !sentence.tokens[i].capital && stamps.has(fold(word_of(text, sentence, i))) && tells_nothing_but(text, sentence, i)) return true;
    }
    return false;
}

/// "A version of this article appears in print on 12 May": of the page, not of the world.
bool is_of_page(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    constexpr std::uint32_t reach = 5;
    const auto base = lemma_of(text, sentence, trigger);
    if (base != "appear" && base != "run" && !word_list("stamp_verbs").has(fold(word_of(text, sentence, trigger)))) return false;
    for (std::uint32_t i = 0; i < reach && i + 1 < trigger; ++i)
        if (fold(word_of(text, sentence, i)) == "this" && word_list("page_nouns").has(fold(word_of(text, sentence, i + 1)))) return true;
    return false;
}

/// "Photo 1903 by courtesy of the museum", "Picture: T. Holm, 1998".
bool is_credit(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t reach = 6;
    if (!word_list("picture_nouns").has(fold(word_of(text, sentence, 0)))) return false;
    if (std::any_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb)) return false;
    for (std::uint32_t i = 1; i < reach && i < sentence.tags.size(); ++i)
        if (const auto word = word_of(text, sentence, i); word == "by" || word == "courtesy" || word == ":" || word == "\u00a9") return true;
    return false;
}

/// "The first pandemic of the 21st century": the century says how far one looked, not when it was.
bool is_compass(std::string_view text, const Tree& tree, TokenRange expression) {
    const Sentence& sentence = tree.sentence();
    const std::string unit = fold(word_of(text, sentence, expression.last - 1));
    if (unit != "century" && unit != "decade") return false;
    const auto top = tree.top_of(expression);
    if (top == no_token || tree.head(static_cast<std::uint32_t>(top)) < 0) return false;
    const auto noun = static_cast<std::uint32_t>(tree.head(static_cast<std::uint32_t>(top)));
    if (!is_noun(sentence.tags[noun])) return false;
    const TokenRange range = tree.subtree(noun);
    for (auto i = range.first; i < noun; ++i) {
        const std::string word = fold(word_of(text, sentence, i));
        if (sentence.tags[i] == Tag::JJS || word == "first" || word == "last" || word == "only") return true;
    }
    return false;
}

/// "Its first warning since February 2020", "fuller than at any time since 1987": how far one looked back, not when it was.
bool is_comparison(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t far = 12;
    static constexpr FixedWords marks{"first", "second", "third", "fourth", "fifth", "sixth", "only", "most", "least", "best", "worst"};
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    auto since = expression.first;
    if (since > 0 && word(since - 1) == "the") --since;
    if (since == 0 || word(since - 1) != "since") return false;
    --since;
    for (auto i = since; i-- > 0 && since - i <= far;) {
        const Tag tag = sentence.tags[i];
        if (i > 0 && (word(i) == "least" || word(i) == "most") && word(i - 1) == "at") continue;  // "has killed at least nine since May"
        if (word(i) == "every" || word(i) == "each") return false;  // "on the first Sunday of every month since 2004"
        if (tag == Tag::JJS || tag == Tag::RBS || marks.has(word(i)) || (word(i) == "time" && i > 0 && word(i - 1) == "any")) return true;
        if (tag == Tag::punctuation || tag == Tag::MD || (is_finite_verb(tag) && tag != Tag::VBN)) return false;
    }
    return false;
}

/// "You spoke to him last week", "I feel tired today", "That was a good day", "what they did on Friday": talk, that tells no event of the world.
bool is_talk(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto who = tree.parsed() ? tree.subject(trigger) : no_token;
    if (who == no_token) return false;
    const std::string word = fold(word_of(text, sentence, static_cast<std::uint32_t>(who)));
    const Tag tag = sentence.tags[who];
    if (word == "you") return true;
    const Clause* clause = clause_at(sentence, trigger);
    const bool present = clause && clause->tense == Tense::present && !clause->progressive;
    if (tag == Tag::PRP && (word == "i" || word == "we")) {
        const auto base = lemma_of(text, sentence, trigger);
        return present && (is_stative(text, tree, trigger) || word_list("believing_verbs").has(base));
    }
    if (tag == Tag::WP && word == "what") return true;
    if ((word == "this" || word == "that") && tag == Tag::DT) {  // but not "That is below the record of 1960"
        const auto top = tree.top_of(expression);
        return tree.has_copula(trigger) && top != no_token && tree.head(static_cast<std::uint32_t>(top)) == static_cast<std::int32_t>(trigger);
    }
    if (trigger > 0 && is_verb(sentence.tags[trigger]))
        if (const auto what = tree.object(trigger); what != no_token && what < static_cast<std::int32_t>(trigger) && sentence.tags[what] == Tag::WP &&
                                                    fold(word_of(text, sentence, static_cast<std::uint32_t>(what))) != "whom")
            return true;
    return false;
}

bool is_dash(std::string_view word) { return word == "-" || word == "\u2013" || word == "/"; }

/// "Get in touch today!", "Please apply by Friday": it asks for something, and tells nothing.
bool is_imperative(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    static constexpr FixedWords leads{"please", "just", "simply", "always", "never", "and", "so", "then"};
    if (!tree.parsed() || sentence.tags[trigger] != Tag::VB || tree.subject(trigger) != no_token) return false;
    if (trigger + 1 < sentence.tokens.size() && word_of(text, sentence, trigger + 1) == "and") return false;  // "Report and accounts"
    for (std::uint32_t i = 0; i < trigger; ++i)
        if (sentence.tokens[i].kind == TokenKind::word && !leads.has(fold(word_of(text, sentence, i)))) return false;
    return true;
}

/// "1962", "1970s".
bool is_bare_year(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.last != expression.first + 1 || sentence.tokens[expression.first].kind != TokenKind::number) return false;
    auto word = word_of(text, sentence, expression.first);
    if (word.ends_with('s')) word.remove_suffix(1);
    return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Frank Hutton (1694\u20131746)": how long somebody lived; of "the siege of Marn (1853\u20131856)" and "the Third Republic (1870\u20131940)" the years do tell.
bool is_life_in_brackets(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    const auto word = [&](std::uint32_t i) { return i < count ? word_of(text, sentence, i) : std::string_view(); };
    auto first = expression.first, last = expression.last;
    if (last + 1 < count && is_dash(word(last))) last += 2;
    else if (first >= 2 && is_dash(word(first - 1))) first -= 2;
    if (first < 2 || last >= count || last == first + 1 || word(first - 1) != "(" || word(last) != ")") return false;
    for (auto i = first; i < last; ++i)
        if (!is_dash(word(i)) && sentence.tokens[i].kind != TokenKind::number) return false;
    auto name = first - 1;
    const auto is_name = [&](std::uint32_t i) { return is_proper(sentence.tags[i]) && !is_event_noun(lemma_of(text, sentence, i)); };
    while (name > 0 && is_name(name - 1)) --name;
    if (name == first - 1) return false;
    if (name == 0) return true;
    if (sentence.tags[name - 1] == Tag::DT || sentence.tags[name - 1] == Tag::JJ) return false;
    return name < 2 || sentence.tags[name - 1] != Tag::IN || !is_event_noun(lemma_of(text, sentence, name - 2));
}

/// "His 1962 Mercury", "a 1957 car": the year in which a thing was made; "its 4 percent 2028 notes": or falls due; "the Fellside 1978": a year that is a part of a name. Not "the 1962 fire".
bool is_year_of_thing(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (!is_bare_year(text, sentence, expression) || expression.first == 0) return false;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto event = [&](std::uint32_t i) { return is_event_noun(lemma_of(text, sentence, i)); };
    auto name = expression.first;
    while (name > 0 && is_proper(sentence.tags[name - 1]) && sentence.tokens[name - 1].kind == TokenKind::word && sentence.tokens[name - 1].capital) --name;
    const auto leads = [&](std::uint32_t i) { return sentence.tags[i] == Tag::DT || sentence.tags[i] == Tag::PRPS || sentence.tags[i] == Tag::POS; };
    auto last = expression.last;
    const auto names = [&](std::uint32_t i) { return sentence.tokens[i].kind == TokenKind::word && sentence.tokens[i].capital; };
    while (last < count && (is_noun(sentence.tags[last]) || sentence.tags[last] == Tag::JJ || names(last))) ++last;
    if (name > 0 && name < expression.first)
        return leads(name - 1) && !event(expression.first - 1) && (last == expression.last || !event(last - 1));
    if (last == expression.last) return false;
    if (const auto before = word_of(text, sentence, expression.first - 1); before == "percent" || before == "cent" || before == "%") return true;
    if (!leads(expression.first - 1)) return false;
    for (auto i = expression.last; i < last; ++i)  // "the 1969 film Night Runner"
        if (!names(i) && (i + 1 == last || names(i + 1)) && word_list("made_things").has(lemma_of(text, sentence, i))) return true;
    const bool one_of_many = sentence.tags[expression.first - 1] != Tag::DT || fold(word_of(text, sentence, expression.first - 1)) == "a";
    return one_of_many && names(expression.last) && names(last - 1) && !event(last - 1);
}

bool is_figures(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }); }

/// "2018-003391-20", "118823/2014": a year within a longer row of figures.
bool is_part_of_code(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::size_t longest_in_date = 4;
    const auto long_figure = [&](std::uint32_t i) { const auto word = word_of(text, sentence, i); return is_figures(word) && word.size() > longest_in_date; };
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
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto numbered = [&](std::uint32_t i) {
        const auto name = word(i);
        return name == "#" || name == "\u2116" || word_list("numbered_things").has(fold(name.ends_with('.') ? name.substr(0, name.size() - 1) : name));
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

/// "The prize for 1922": given when it was given.
bool is_year_of_prize(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 2 || word_of(text, sentence, expression.first - 1) != "for" || !is_bare_year(text, sentence, expression)) return false;
    constexpr std::uint32_t reach = 6;  // "the prize for chemistry for 1922"
    for (auto i = expression.first - 1; i > 0 && i + reach > expression.first; --i) {
        const auto tag = sentence.tags[i - 1];
        if (is_noun(tag) && word_list("prize_nouns").has(lemma_of(text, sentence, i - 1))) return true;
        if (!is_noun(tag) && tag != Tag::IN && tag != Tag::JJ && tag != Tag::CC) return false;
    }
    return false;
}

/// "the Exchange Act", "the General Laws": not "Orders fell", which only begins a sentence, nor "Bill Holm".
bool is_named_by_year(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t noun) {
    static const WordList& names = word_list("names_with_years");
    const auto next = noun + 1;
    if (next < sentence.tags.size() && !expression.contains(next) && is_proper(sentence.tags[next]) && sentence.tokens[next].capital) return false;
    return sentence.tokens[noun].capital && (names.has(fold(word_of(text, sentence, noun))) || (noun > 0 && names.has(lemma_of(text, sentence, noun))));
}

/// "London, 1961.": signed.
bool is_place_and_year(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first == 0 || sentence.tokens.size() > expression.last + 1 || !is_bare_year(text, sentence, expression)) return false;
    std::uint32_t names = 0;
    for (std::uint32_t i = 0; i < expression.first; ++i) {
        if (sentence.tokens[i].kind == TokenKind::mark) continue;
        if (!is_proper(sentence.tags[i]) || is_event_noun(lemma_of(text, sentence, i)) || ++names > 2) return false;
    }
    return word_of(text, sentence, expression.first - 1) == ",";
}

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

/// "\u00a9 2003-2019 T. Holm".
bool is_copyright(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t reach = 10;
    for (auto i = expression.first; i > 0 && i + reach > expression.first; --i)
        if (const auto word = word_of(text, sentence, i - 1); word == "\u00a9" || fold(word) == "copyright") return true;
    return false;
}

}  // namespace

bool is_non_event(std::string_view text, const Tree& tree, BlockKind block, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (block == BlockKind::byline || block == BlockKind::dateline || block == BlockKind::entry) return true;
    if (block == BlockKind::heading || block == BlockKind::title) {
        std::uint32_t outside = 0;
        for (std::uint32_t i = 0; i < count; ++i)
            if (!expression.contains(i) && sentence.tokens[i].kind == TokenKind::word) ++outside;
        if (outside < 2) return true;
    }
    const auto before = [&](std::uint32_t back) { return expression.first >= back ? word_of(text, sentence, expression.first - back) : std::string_view(); };
    const auto after = expression.last < count ? word_of(text, sentence, expression.last) : std::string_view();
    if ((before(1) == "(" || before(1) == "[") && (after == ")" || after == "]")) return true;
    if (is_life_in_brackets(text, sentence, expression) || is_citation(text, sentence, expression) || is_stamp_of_words(text, sentence, expression, trigger) ||
        is_page_stamp(text, sentence, expression))
        return true;
    if (after == "than") return true;  // "three weeks later than promised"
    if (is_compass(text, tree, expression) || is_comparison(text, sentence, expression)) return true;
    if (is_year_of_thing(text, sentence, expression) || is_number_of_thing(text, sentence, expression) || is_in_title(text, sentence, expression) ||
        is_copyright(text, sentence, expression) || is_year_of_prize(text, sentence, expression) || is_of_page(text, sentence, trigger) || is_credit(text, sentence))
        return true;
    const bool closed = expression.last < count;  // by a full stop: a list of cities and years has none
    if ((block == BlockKind::paragraph || (closed && block == BlockKind::list_item)) && is_place_and_year(text, sentence, expression)) return true;
    if (is_talk(text, tree, expression, trigger)) return true;
    if (block == BlockKind::paragraph && is_imperative(text, tree, trigger)) return true;  // in a list it is what is to be done
    if (count > 1 && (word_of(text, sentence, 1) == ":" || (count > 2 && word_of(text, sentence, 2) == ":")) &&
        word_list("reference_leads").has(fold(word_of(text, sentence, 0))))
        return true;
    if (const auto last = word_of(text, sentence, count - 1); last == "?") return true;
    if ((block == BlockKind::heading || block == BlockKind::title) && is_nominal(tree, trigger) &&
        !is_event_noun(lemma_of(text, sentence, trigger)))
        return true;
    // "Parliament passed the Reform Act in 1832" tells when it did; "the Reform Act of 1832" is a name.
    const bool told_when = before(1) == "in" && trigger < expression.first && is_verb(sentence.tags[trigger]);
    for (auto up = tree.top_of(expression); !told_when && up != no_token && static_cast<std::uint32_t>(up) != trigger; up = tree.head(static_cast<std::uint32_t>(up)))
        if (!expression.contains(static_cast<std::uint32_t>(up)) && is_named_by_year(text, sentence, expression, static_cast<std::uint32_t>(up))) return true;
    if (expression.first >= 2 && !told_when && (before(1) == "of" || before(1) == "for" || before(1) == "in")) {
        if (is_named_by_year(text, sentence, expression, expression.first - 2)) return true;
    }
    // "Posted 3/11/2015", "This page was last edited on ...": a stamp has no subject but the page itself.
    const auto& stamps = word_list("stamp_verbs");
    if (stamps.has(fold(word_of(text, sentence, 0))) || (sentence.tags.size() > trigger && stamps.has(fold(word_of(text, sentence, trigger))))) {
        const auto what = tree.parsed() ? tree.subject(trigger) : no_token;
        if (what == no_token && stamps.has(fold(word_of(text, sentence, 0))) && tells_nothing_but(text, sentence, 0)) return true;
        if (what != no_token && word_list("page_nouns").has(fold(word_of(text, sentence, static_cast<std::uint32_t>(what))))) return true;
    }
    return false;
}

}  // namespace annals
