#include "importers/extract/events/non_event.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/compared.h"
#include "importers/extract/events/denied_date.h"
#include "importers/extract/events/thing_years.h"
#include "importers/extract/events/works_cited.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

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

/// "7 May 2009 | By Ann Holm, staff writer", "By Ann Holm | 7 May 2009".
bool is_beside_byline(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto word = [&](std::uint32_t i) { return i < sentence.tokens.size() ? word_of(text, sentence, i) : std::string_view(); };
    if (word(expression.last) == "|" && (word(expression.last + 1) == "By" || word(expression.last + 1) == "From")) return true;
    constexpr std::uint32_t longest = 12;
    if (word(0) == "By" && expression.first > 3 && expression.first < longest && expression.last + 1 >= sentence.tokens.size()) {  // "By Ann Holm, May 7, 2009"
        auto names = expression.first - 1;
        while (names > 1 && is_proper(sentence.tags[names - 1]) && sentence.tokens[names - 1].capital) --names;
        if (names == 1 && word(expression.first - 1) == ",") return true;
    }
    if (expression.first == 0 || word(expression.first - 1) != "|") return false;
    for (auto i = expression.first - 1; i > 0 && i + longest > expression.first; --i)
        if (word(i - 1) == "By" || word(i - 1) == "From") return true;
    return false;
}

/// "NPA 031540 GMT MAR 14": day and clock in six figures, as services stamp what they send.
bool is_behind_day_and_clock(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::size_t figures = 6, longest_zone = 4;
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto figure = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (expression.first < 2) return false;
    const auto zone = word_of(text, sentence, expression.first - 1), stamp = word_of(text, sentence, expression.first - 2);
    return zone.size() <= longest_zone && std::all_of(zone.begin(), zone.end(), capital) && stamp.size() == figures && std::all_of(stamp.begin(), stamp.end(), figure);
}

/// "DUBAI | Mon May 4, 2009 8:25 am | ...", "At 10:04 pm on 4 June 2009, somebody wrote: ...".
bool is_stamp_of_words(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (is_beside_byline(text, sentence, expression) || is_behind_day_and_clock(text, sentence, expression)) return true;
    if (!is_full_stamp(text, sentence, expression)) return false;
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
    constexpr std::uint32_t longest_stamp = 14;
    const auto &stamps = word_list("stamp_verbs"), &pages = word_list("page_nouns");
    if (expression.first >= 2 && word_of(text, sentence, expression.first - 1) == ":" &&
        stamps.has(fold(word_of(text, sentence, expression.first - 2))))
        return true;
    // "4 May 2016 Last updated at 9:12 GMT"; not "the roof was last checked in May"
    const auto before_last = expression.first >= 4 ? word_of(text, sentence, expression.first - 4) : std::string_view();
    const bool told = before_last == "was" || before_last == "were" || before_last == "been";
    if (!told && expression.first >= 3 && fold(word_of(text, sentence, expression.first - 3)) == "last" && stamps.has(fold(word_of(text, sentence, expression.first - 2)))) return true;
    // "Added: 4 May 2016, 9:12 GMT 9:12 UK ...": the clocks behind it too.
    if (sentence.tokens.size() > 2 && word_of(text, sentence, 1) == ":" && expression.first <= longest_stamp && stamps.has(fold(word_of(text, sentence, 0))) &&
        has_clock(text, sentence, expression))
        return true;
    for (std::uint32_t i = 0; i < expression.first && i < 4; ++i) {
        const std::string word = fold(word_of(text, sentence, i));
        if (stamps.has(word)) {
            if (i > 0 && expression.first <= i + 3) return true;
            break;
        }
        const bool page = pages.has(word) || pages.has(lemma_of(text, sentence, i)) || word_list("picture_nouns").has(word);
        if (word != "last" && word != "first" && !page) break;
    }
    // "Barn fire is out was first posted 05/02/2024."
    if (const auto at = expression.first; at > 3 && at + 3 > sentence.tokens.size() - (expression.last - at) && word_of(text, sentence, at - 3) == "was") {
        static constexpr FixedWords times{"first", "last", "originally"};
        static constexpr FixedWords put{"posted", "uploaded", "updated"};
        if (times.has(word_of(text, sentence, at - 2)) && put.has(word_of(text, sentence, at - 1))) return true;
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

/// "Comments on this piece closed at 20:00", "Opening hours: 10-5, closed Nov. 30".
bool is_notice_of_page(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 16, leading = 4;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (count > longest) return false;
    for (std::uint32_t i = 1; i <= leading + 1 && i < count && fold(word_of(text, sentence, 0)) == "comments"; ++i)
        if (const auto word = word_of(text, sentence, i); word == "closed" || word == "close") return true;
    for (std::uint32_t i = 0; i < leading && i + 1 < count; ++i)
        if (fold(word_of(text, sentence, i)) == "hours" && word_of(text, sentence, i + 1) == ":") return true;
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
    const std::string unit = fold(word_of(text, tree.sentence(), expression.last - 1));
    return (unit == "century" || unit == "decade") && says_how_far(text, tree, expression);
}

/// "What was left of the pier", "what remained".
bool is_what_remains(std::string_view text, const Sentence& sentence, std::uint32_t what) {
    static constexpr FixedWords remains{"remained", "remains", "survived", "survives"};
    if (what + 2 >= sentence.tags.size()) return false;
    const auto next = word_of(text, sentence, what + 1);
    return remains.has(next) || ((next == "was" || next == "is" || next == "little") && word_of(text, sentence, what + 2) == "left");
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
    static constexpr FixedWords meaning_to{"mean", "intend", "plan", "aim"};  // "We mean to sell it in May"
    if (trigger + 1 < sentence.tags.size() && sentence.tags[trigger + 1] == Tag::TO && meaning_to.has(word_of(text, sentence, trigger))) return false;
    if (tag == Tag::PRP && (word == "i" || word == "we")) {
        const auto base = lemma_of(text, sentence, trigger);
        return present && (is_stative(text, tree, trigger) || base == "have" || word_list("believing_verbs").has(base));
    }
    if (tag == Tag::WP && word == "what") return !is_what_remains(text, sentence, static_cast<std::uint32_t>(who));
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

/// "Frank Hutton (1694\u20131746)": how long somebody lived; of "the siege of Marn (1853\u20131856)" and "the Third Republic (1870\u20131940)" the years do tell.
bool is_life_in_brackets(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    const auto word = [&](std::uint32_t i) { return i < count ? word_of(text, sentence, i) : std::string_view(); };
    auto first = expression.first, last = expression.last;
    if (last + 1 < count && is_dash(word(last))) last += 2;
    else if (first >= 2 && is_dash(word(first - 1))) first -= 2;
    if (first < 2 || last >= count || last == first + 1 || word(first - 1) != "(" || word(last) != ")") return false;
    for (auto i = first; i < last; ++i)
        if (!is_dash(word(i)) && sentence.tokens[i].kind != TokenKind::number && !(i > first && word(i) == "present")) return false;
    auto name = first - 1;
    const auto is_name = [&](std::uint32_t i) { return is_proper(sentence.tags[i]) && !is_event_noun(lemma_of(text, sentence, i)); };
    while (name > 0 && is_name(name - 1)) --name;
    if (name == first - 1) return false;
    if (name == 0) return true;
    if (sentence.tags[name - 1] == Tag::DT || sentence.tags[name - 1] == Tag::JJ) return false;
    return name < 2 || sentence.tags[name - 1] != Tag::IN || !is_event_noun(lemma_of(text, sentence, name - 2));
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

/// "Prices correct on 3 May", "All details right at 3 May 2011": of what is printed; not "The prices were correct on 3 May".
bool is_said_of_notice(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords holds{"correct", "accurate", "right", "valid", "current"};
    constexpr std::uint32_t longest = 14, leading = 4;
    if (sentence.tokens.size() > longest) return false;
    bool said = false;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        const bool holding = i > 0 && i <= leading && i < expression.first && holds.has(word_of(text, sentence, i)) && is_noun(sentence.tags[i - 1]);
        if (!holding && is_finite_verb(sentence.tags[i])) return false;
        said = said || (holding && sentence.tags[i + 1] == Tag::IN);
    }
    return said;
}

/// "Frost desk (November to March): 01632 960 000": when it may be rung.
bool is_of_number_to_ring(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t reach = 6;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    auto i = expression.last;
    while (i < count && i < expression.last + reach && word_of(text, sentence, i) != ")") ++i;
    if (i + 2 >= count || word_of(text, sentence, i) != ")" || word_of(text, sentence, i + 1) != ":") return false;
    for (i += 2; i < count; ++i)
        if (sentence.tokens[i].kind == TokenKind::word) return false;
    return std::none_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb);
}

/// "First-quarter trading update, 3 June", in a diary: the quarter is that of the figures.
bool is_of_report_in_diary(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords reports{"results", "update", "statement", "report", "figures", "accounts", "earnings"};
    static constexpr FixedWords kinds{"trading", "sales", "production", "financial", "interim", "operational"};
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    auto noun = expression.last;
    if (noun < count && kinds.has(fold(word_of(text, sentence, noun)))) ++noun;
    if (expression.first != 0 || noun + 1 >= count || !reports.has(fold(word_of(text, sentence, noun)))) return false;
    return std::none_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb);
}

/// "A Sunday newspaper had the story", "Sunday school".
bool is_paper_of_weekday(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords things{"newspaper", "newspapers", "paper", "papers", "tabloid", "tabloids", "supplement", "school", "roast", "columnist"};
    static constexpr FixedWords any{"a", "another", "one", "some", "all", "several"};
    if (expression.last != expression.first + 1 || expression.last >= sentence.tokens.size() || !things.has(word_of(text, sentence, expression.last))) return false;
    const std::string day = fold(word_of(text, sentence, expression.first));
    return day == "sunday" || (day.ends_with("day") && expression.first > 0 && any.has(fold(word_of(text, sentence, expression.first - 1))));
}

/// "Our year runs from 1 March to the end of February": every year.
bool is_bound_of_business_year(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    static constexpr FixedWords whose{"our", "its", "their", "financial", "business", "fiscal", "accounting"};
    const Sentence& sentence = tree.sentence();
    const Tag tag = sentence.tags[trigger];
    if (tag != Tag::VBZ && tag != Tag::VBP) return false;
    const std::string verb = lemma_of(text, sentence, trigger);
    if (verb != "run" && verb != "end" && verb != "begin" && verb != "start" && verb != "close") return false;
    if (trigger < 2 || word_of(text, sentence, trigger - 1) != "year") return false;
    return whose.has(fold(word_of(text, sentence, trigger - 2)));
}

/// "Next week: Brand, Holm": what the page will bring.
bool is_teaser(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 12;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (expression.first != 0 || count > longest || word_of(text, sentence, 0) != "Next" || expression.last >= count || word_of(text, sentence, expression.last) != ":") return false;
    for (auto i = expression.last; i < count; ++i)  // not "Next week: a walk in the woods"
        if (is_finite_verb(sentence.tags[i]) || (is_noun(sentence.tags[i]) && is_event_noun(lemma_of(text, sentence, i)))) return false;
    return true;
}

/// "Sunday's concert was off; the hall is wanted": the day of the concert, and of nothing behind the semicolon.
bool is_owners_of_clause_before(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    if (trigger >= sentence.tags.size() || expression.last >= sentence.tags.size() || sentence.tags[expression.last] != Tag::POS) return false;
    for (auto i = expression.last; i < trigger; ++i)
        if (word_of(text, sentence, i) == ";") return true;
    return false;
}

/// "The Paris of today": which one it is; not "as of today", "the vote of today".
bool is_of_today(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 2 || expression.last != expression.first + 1 || word_of(text, sentence, expression.first) != "today") return false;
    if (word_of(text, sentence, expression.first - 1) != "of" || (expression.last < sentence.tags.size() && sentence.tags[expression.last] == Tag::POS)) return false;
    const auto noun = expression.first - 2;
    const bool which = noun > 0 && fold(word_of(text, sentence, noun - 1)) == "the";  // not "as a result of today"
    return which && is_noun(sentence.tags[noun]) && !is_event_noun(lemma_of(text, sentence, noun));
}

/// "1962 A thin year.", "2011 Ten years.": how it or how long it was, of which nothing is told.
bool is_bare_time(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    static constexpr FixedWords times{"year", "decade", "month", "week", "day", "century"};
    constexpr std::size_t longest = 10;
    if (sentence.tags.size() > longest || !is_noun(sentence.tags[trigger]) || !times.has(lemma_of(text, sentence, trigger))) return false;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (is_verb(sentence.tags[i]) || (is_noun(sentence.tags[i]) && !expression.contains(i) && !times.has(lemma_of(text, sentence, i)))) return false;
    return true;
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
    if (is_life_in_brackets(text, sentence, expression) || is_citation(text, sentence, expression) || is_of_cited_work(text, sentence, expression) ||
        is_stamp_of_words(text, sentence, expression, trigger) ||
        is_page_stamp(text, sentence, expression) || is_notice_of_page(text, sentence))
        return true;
    if (is_of_today(text, sentence, expression) || is_bare_time(text, sentence, expression, trigger)) return true;
    // "three weeks later than promised"; not "fell further in March than in April"
    static constexpr FixedWords off_time{"later", "earlier", "sooner", "longer", "behind"};
    if (after == "than" && off_time.has(word_of(text, sentence, expression.last - 1))) return true;
    if (is_compass(text, tree, expression) || is_only_compared(text, tree, expression, trigger) || is_denied_date(text, sentence, expression)) return true;
    if (tells_of_thing(text, tree, expression, trigger) || is_copyright(text, sentence, expression) ||
        is_said_of_notice(text, sentence, expression) || is_teaser(text, sentence, expression) ||
        is_of_page(text, sentence, trigger) || is_credit(text, sentence))
        return true;
    const bool closed = expression.last < count;  // by a full stop: a list of cities and years has none
    if ((block == BlockKind::paragraph || (closed && block == BlockKind::list_item)) && is_place_and_year(text, sentence, expression)) return true;
    if (is_of_number_to_ring(text, sentence, expression) || is_of_report_in_diary(text, sentence, expression) || is_paper_of_weekday(text, sentence, expression) ||
        is_bound_of_business_year(text, tree, trigger))
        return true;
    if (is_talk(text, tree, expression, trigger) || is_owners_of_clause_before(text, sentence, expression, trigger)) return true;
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
