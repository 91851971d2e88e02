#include "importers/extract/non_event.h"

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

/// "(Holm, 1998)", "(Ray & Okoye 2011, p. 4)": names and a year in brackets, no small words.
bool is_citation(std::string_view text, const Sentence& sentence, TokenRange expression) {
    bool year = false;  // "(Update 3:25 p.m.) Two chimneys fell" is none
    for (auto i = expression.first; i < expression.last; ++i) year |= sentence.tokens[i].kind == TokenKind::number && word_of(text, sentence, i).size() >= 4;
    if (!year || has_clock(text, sentence, expression)) return false;
    auto first = expression.first;
    const auto opens = [&](std::uint32_t i) { return word_of(text, sentence, i) == "(" || word_of(text, sentence, i) == "LRB"; };
    while (first > 0 && !opens(first - 1)) {
        const auto& token = sentence.tokens[first - 1];
        const auto word = words(text, token.span);
        if (token.kind == TokenKind::word && !token.capital && word != "et" && word != "al" && word != "and" && word != "al.") return false;
        --first;
        if (expression.first - first > 12) return false;
    }
    return first > 0 && first < expression.first;
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

/// "Page last updated at ...", "Ban is lifted. Updated: ...".
bool is_page_stamp(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto &stamps = word_list("stamp_verbs"), &pages = word_list("page_nouns");
    if (expression.first >= 2 && word_of(text, sentence, expression.first - 1) == ":" &&
        stamps.has(fold(word_of(text, sentence, expression.first - 2))))
        return true;
    for (std::uint32_t i = 0; i < expression.first && i < 4; ++i) {
        const std::string word = fold(word_of(text, sentence, i));
        if (stamps.has(word)) return i > 0 && expression.first <= i + 3;
        if (word != "last" && word != "first" && !pages.has(word)) return false;
    }
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
        if (const auto what = tree.object(trigger); what != no_token && what < static_cast<std::int32_t>(trigger) && sentence.tags[what] == Tag::WP) return true;
    return false;
}

}  // namespace

bool is_non_event(std::string_view text, const Tree& tree, BlockKind block, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (block == BlockKind::byline || block == BlockKind::dateline) return true;
    if (block == BlockKind::heading || block == BlockKind::entry || block == BlockKind::title) {
        std::uint32_t outside = 0;
        for (std::uint32_t i = 0; i < count; ++i)
            if (!expression.contains(i) && sentence.tokens[i].kind == TokenKind::word) ++outside;
        if (outside < 2) return true;
    }
    const auto before = [&](std::uint32_t back) { return expression.first >= back ? word_of(text, sentence, expression.first - back) : std::string_view(); };
    const auto after = expression.last < count ? word_of(text, sentence, expression.last) : std::string_view();
    if ((before(1) == "(" || before(1) == "[") && (after == ")" || after == "]")) return true;
    if (is_citation(text, sentence, expression) || is_stamp_of_words(text, sentence, expression, trigger) ||
        is_page_stamp(text, sentence, expression))
        return true;
    if (is_compass(text, tree, expression)) return true;
    if (is_talk(text, tree, expression, trigger)) return true;
    if (count > 1 && (word_of(text, sentence, 1) == ":" || (count > 2 && word_of(text, sentence, 2) == ":")) &&
        word_list("reference_leads").has(fold(word_of(text, sentence, 0))))
        return true;
    if (const auto last = word_of(text, sentence, count - 1); last == "?") return true;
    if ((block == BlockKind::heading || block == BlockKind::title) && is_nominal(tree, trigger) &&
        !is_event_noun(lemma_of(text, sentence, trigger)))
        return true;
    for (auto up = tree.top_of(expression); up != no_token && static_cast<std::uint32_t>(up) != trigger; up = tree.head(static_cast<std::uint32_t>(up)))
        if (!expression.contains(static_cast<std::uint32_t>(up)) && sentence.tokens[up].capital &&
            word_list("names_with_years").has(fold(word_of(text, sentence, static_cast<std::uint32_t>(up)))))
            return true;
    if (expression.first >= 2 && (before(1) == "of" || before(1) == "for" || before(1) == "in")) {
        const auto name = expression.first - 2;
        if (sentence.tokens[name].capital && word_list("names_with_years").has(fold(word_of(text, sentence, name)))) return true;
    }
    // "Posted 3/11/2015", "This page was last edited on ...": a stamp has no subject but the page itself.
    const auto& stamps = word_list("stamp_verbs");
    if (stamps.has(fold(word_of(text, sentence, 0))) || (sentence.tags.size() > trigger && stamps.has(fold(word_of(text, sentence, trigger))))) {
        const auto what = tree.parsed() ? tree.subject(trigger) : no_token;
        if (what == no_token && (stamps.has(fold(word_of(text, sentence, 0))))) return true;
        if (what != no_token && word_list("page_nouns").has(fold(word_of(text, sentence, static_cast<std::uint32_t>(what))))) return true;
    }
    return false;
}

}  // namespace annals
