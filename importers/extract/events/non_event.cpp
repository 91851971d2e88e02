#include "importers/extract/events/non_event.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/compared.h"
#include "importers/extract/events/denied_date.h"
#include "importers/extract/events/page_matter.h"
#include "importers/extract/events/thing_years.h"
#include "importers/extract/events/works_cited.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// "The largest fire of the 19th century": the century says how far one looked, not when it was.
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
    if (is_page_matter(text, tree, expression, trigger)) return true;
    if (is_life_in_brackets(text, sentence, expression) || is_of_cited_work(text, sentence, expression)) return true;
    if (is_of_today(text, sentence, expression) || is_bare_time(text, sentence, expression, trigger)) return true;
    // "three weeks later than promised"; not "fell further in March than in April"
    static constexpr FixedWords off_time{"later", "earlier", "sooner", "longer", "behind"};
    if (after == "than" && off_time.has(word_of(text, sentence, expression.last - 1))) return true;
    if (is_compass(text, tree, expression) || is_only_compared(text, tree, expression, trigger) || is_denied_date(text, sentence, expression)) return true;
    if (tells_of_thing(text, tree, expression, trigger)) return true;
    const bool closed = expression.last < count;  // by a full stop: a list of cities and years has none
    if ((block == BlockKind::paragraph || (closed && block == BlockKind::list_item)) && is_place_and_year(text, sentence, expression)) return true;
    if (is_of_report_in_diary(text, sentence, expression) || is_paper_of_weekday(text, sentence, expression) || is_bound_of_business_year(text, tree, trigger)) return true;
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
    return false;
}

}  // namespace annals
