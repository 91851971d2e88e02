#include "importers/extract/events/page_matter.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <string>

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

/// "Valley Review No. 38, 2018.": which number of a paper, and nothing told.
bool is_number_of_paper(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 12, reach = 5;
    static constexpr FixedWords numbers{"no", "no.", "nr", "nr.", "vol", "vol.", "issue"};
    if (sentence.tokens.size() > longest || std::any_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb)) return false;
    for (auto i = expression.first; i > 1 && i + reach > expression.first; --i)
        if (numbers.has(fold(word_of(text, sentence, i - 1))) && sentence.tokens[0].capital) return true;
    return false;
}

/// A day with its year and a time of the clock, as pages and mails stamp it: "Tue Mar 3, 2015 9:10 am".
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

/// "OSLO | Tue Mar 3, 2015 9:10 am | ...", "At 10:04 pm on 4 June 2009, somebody wrote: ...".
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

/// "Comments on this piece closed at 20:00", "Opening hours: 10-5, closed Nov. 30", "Helpline: 555 0100, 8am to 8pm", "Posted by Holm | Filed under Floods 2016".
bool is_notice_of_page(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 16, leading = 4;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (count > longest) return false;
    for (std::uint32_t i = 1; i <= leading + 1 && i < count && fold(word_of(text, sentence, 0)) == "comments"; ++i)
        if (const auto word = word_of(text, sentence, i); word == "closed" || word == "close") return true;
    static constexpr FixedWords lines{"hotline", "helpline", "phone", "telephone", "tel"};
    if (count > 2 && word_of(text, sentence, 1) == ":" && lines.has(fold(word_of(text, sentence, 0))) && std::none_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb)) return true;
    for (std::uint32_t i = 0; i + 2 < count; ++i)
        if (word_of(text, sentence, i) == "Filed" && word_of(text, sentence, i + 1) == "under" && (i == 0 || word_of(text, sentence, i - 1) == "|")) return true;
    for (std::uint32_t i = 0; i < leading && i + 1 < count; ++i)
        if (fold(word_of(text, sentence, i)) == "hours" && word_of(text, sentence, i + 1) == ":") return true;
    return false;
}

/// "This piece is in print on 12 May": of the page, not of the world.
bool is_of_page(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    constexpr std::uint32_t reach = 5;
    const auto base = lemma_of(text, sentence, trigger);
    if (base != "appear" && base != "run" && !word_list("stamp_verbs").has(fold(word_of(text, sentence, trigger)))) return false;
    for (std::uint32_t i = 0; i < reach && i + 1 < trigger; ++i)
        if (fold(word_of(text, sentence, i)) == "this" && word_list("page_nouns").has(fold(word_of(text, sentence, i + 1)))) return true;
    return false;
}

/// "The post Mill is sold appeared first on Hill News": the foot that programs put below what they send on.
bool is_foot_of_post(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords posts{"post", "article", "story"};
    static constexpr FixedWords places{"on", "in", "at"};
    if (sentence.tags.size() < 6 || word_of(text, sentence, 0) != "The" || !posts.has(word_of(text, sentence, 1)) || !sentence.tokens[2].capital) return false;
    for (std::uint32_t i = 3; i + 2 < sentence.tags.size(); ++i) {
        const auto word = word_of(text, sentence, i), next = word_of(text, sentence, i + 1);
        if (((word == "first" && next == "appeared") || (word == "appeared" && next == "first")) && places.has(word_of(text, sentence, i + 2))) return true;
    }
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

/// "Next week: Brand, Holm": what the page will bring.
bool is_teaser(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 12;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (expression.first != 0 || count > longest || word_of(text, sentence, 0) != "Next" || expression.last >= count || word_of(text, sentence, expression.last) != ":") return false;
    for (auto i = expression.last; i < count; ++i)  // not "Next week: a walk in the woods"
        if (is_finite_verb(sentence.tags[i]) || (is_noun(sentence.tags[i]) && is_event_noun(lemma_of(text, sentence, i)))) return false;
    return true;
}

/// "\u00a9 2003-2019 T. Holm".
bool is_copyright(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t reach = 10;
    for (auto i = expression.first; i > 0 && i + reach > expression.first; --i)
        if (const auto word = word_of(text, sentence, i - 1); word == "\u00a9" || fold(word) == "copyright") return true;
    return false;
}

/// "Posted 3/11/2015", "Page last edited ...": a stamp has no subject but the page itself.
bool is_told_of_page(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto& stamps = word_list("stamp_verbs");
    if (stamps.has(fold(word_of(text, sentence, 0))) || (sentence.tags.size() > trigger && stamps.has(fold(word_of(text, sentence, trigger))))) {
        const auto what = tree.parsed() ? tree.subject(trigger) : no_token;
        if (what == no_token && stamps.has(fold(word_of(text, sentence, 0))) && tells_nothing_but(text, sentence, 0)) return true;
        // "the site published a list" tells what it did
        if (what != no_token && tree.object(trigger) == no_token && word_list("page_nouns").has(fold(word_of(text, sentence, static_cast<std::uint32_t>(what))))) return true;
    }
    return false;
}

}  // namespace

bool is_page_matter(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    return is_citation(text, sentence, expression) || is_number_of_paper(text, sentence, expression) || is_stamp_of_words(text, sentence, expression, trigger) || is_page_stamp(text, sentence, expression) ||
           is_notice_of_page(text, sentence) || is_copyright(text, sentence, expression) || is_said_of_notice(text, sentence, expression) ||
           is_teaser(text, sentence, expression) || is_of_page(text, sentence, trigger) || is_credit(text, sentence) || is_foot_of_post(text, sentence) ||
           is_of_number_to_ring(text, sentence, expression) || is_told_of_page(text, tree, trigger);
}

}  // namespace annals
