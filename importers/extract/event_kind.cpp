#include "importers/extract/event_kind.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool says(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto base = lemma_of(text, sentence, token);
    return is_verb(sentence.tags[token]) ? is_reporting_verb(base) : is_noun(sentence.tags[token]) && word_list("statement_nouns").has(base);
}

bool stative(std::string_view text, const Tree& tree, std::uint32_t token) {
    if (tree.has_copula(token)) return true;
    return is_verb(tree.sentence().tags[token]) && word_list("stative_verbs").has(lemma_of(text, tree.sentence(), token));
}

/// A span of time is filled by what lasts: a state, a verb of staying and doing, a noun ("the war of 1853-56").
bool lasting(std::string_view text, const Tree& tree, std::uint32_t token) {
    if (is_nominal(tree, token) || stative(text, tree, token)) return true;
    const Clause* clause = clause_at(tree.sentence(), token);
    return (clause && clause->progressive) || word_list("lasting_verbs").has(lemma_of(text, tree.sentence(), token));
}

/// A verb that states something by itself ("told the court"), or a verb of saying with what is said.
bool states(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    if (!says(text, sentence, token)) return false;
    if (!is_verb(sentence.tags[token]) || !tree.parsed()) return true;
    if (tree.child(token, Relation::ccomp) != no_token || tree.child(token, Relation::parataxis) != no_token) return true;
    // "they had been told to leave", "40 cases were reported": nobody speaks.
    if (const Clause* clause = clause_at(sentence, token); clause && clause->passive) return false;
    if (word_list("stating_verbs").has(lemma_of(text, sentence, token))) return true;
    return tree.relation(token) == Relation::parataxis;  // "..., the board announced"
}

/// "means to reach", "hopes to open": the infinitive is what matters, and lies ahead.
bool is_intent(std::string_view text, const Tree& tree, std::uint32_t token) {
    const auto what = tree.child(token, Relation::xcomp);
    if (what == no_token || !word_list("prospect_words").has(lemma_of(text, tree.sentence(), token))) return false;
    const auto tag = tree.sentence().tags[token];
    return tag == Tag::VBZ || tag == Tag::VBP;
}

bool is_to_come(const Date& date, Tense tense, std::optional<Day> said) {
    if (!said) return tense == Tense::future;
    if (date.start_min && *date.start_min > *said) return true;
    const bool ends_later = date.end_max && *date.end_max > *said;
    if (tense == Tense::future) return ends_later;
    if (tense == Tense::past || tense == Tense::pluperfect) return false;
    if (date.shape == Shape::span) return date.end_min && *date.end_min > *said && !date.open_end;
    return ends_later && tense == Tense::present && date.start_min && *date.start_min >= *said;
}

/// The noun phrase around a head: what leads up to it, from behind a date on, without what is said about it behind.
std::string phrase(std::string_view text, const Sentence& sentence, std::uint32_t head, const std::vector<TokenRange>& dates) {
    auto first = head, last = head + 1;
    const auto leads = [&](std::uint32_t token) {
        const auto tag = sentence.tags[token];
        return is_noun(tag) || tag == Tag::DT || tag == Tag::JJ || tag == Tag::PRPS || tag == Tag::POS || tag == Tag::CD || tag == Tag::JJR || tag == Tag::JJS ||
               (tag == Tag::punctuation && words(text, sentence.tokens[token].span) == "-");
    };
    const auto begins = [&](std::uint32_t token) {
        return sentence.tags[token] == Tag::DT || sentence.tags[token] == Tag::PRPS ||
               std::any_of(dates.begin(), dates.end(), [&](const TokenRange& date) { return date.last == token; });
    };
    while (first > 0 && leads(first - 1) && !begins(first)) --first;
    while (last < sentence.tags.size() && sentence.tokens[last].kind == TokenKind::word && sentence.tokens[last].capital) ++last;
    // "the ministry of defence", "the Bank of England"
    if (last + 1 < sentence.tags.size() && words(text, sentence.tokens[last].span) == "of") {
        auto end = last + 1;
        while (end < sentence.tags.size() && leads(end)) ++end;
        if (end > last + 1 && is_noun(sentence.tags[end - 1])) last = end;
    }
    return std::string(text.substr(sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end - sentence.tokens[first].span.begin));
}

std::string according_to(std::string_view text, const Tree& tree, const std::vector<TokenRange>& dates) {
    constexpr std::string_view according = "according";
    const Sentence& sentence = tree.sentence();
    for (std::uint32_t i = 0; i + 2 < sentence.tokens.size(); ++i) {
        if (sentence.tokens[i].span.size() < according.size() || fold(word_of(text, sentence, i)) != according || fold(word_of(text, sentence, i + 1)) != "to") continue;
        auto name = i + 2;
        while (name + 1 < sentence.tags.size() && !is_noun(sentence.tags[name])) ++name;
        while (name + 1 < sentence.tags.size() && is_noun(sentence.tags[name + 1])) ++name;
        return is_noun(sentence.tags[name]) ? phrase(text, sentence, name, dates) : std::string();
    }
    return {};
}

/// "cancelled", "called off"; "never took place".
bool undoes(std::string_view text, const Sentence& sentence, std::uint32_t verb) {
    if (!is_verb(sentence.tags[verb])) return false;
    const auto base = lemma_of(text, sentence, verb);
    const auto next = word_of(text, sentence, verb + 1);
    if (base == "call" || base == "put") return next == "off";
    if (word_list("calling_off_verbs").has(base)) return true;
    if (base != "happen" && !(base == "take" && next == "place") && !(base == "go" && next == "ahead")) return false;
    for (auto i = verb; i > 0 && i + 4 > verb; --i)
        if (const auto word = word_of(text, sentence, i - 1); word == "never" || word == "not" || word == "n't") return true;
    return false;
}

bool begins_reason(std::string_view word) {
    return word == "after" || word == "because" || word == "when" || word == "while" || word == "since" || word == "as" || word == ";";
}

/// The word before the date that calls it a plan: "planned for Sunday", "due to open on 8 September"; no_token if none does.
std::int32_t planning_word(std::string_view text, const Sentence& sentence, TokenRange expression) {
    for (auto i = expression.first; i > 0 && i + 5 > expression.first; --i) {
        if (sentence.tags[i - 1] == Tag::punctuation) return no_token;
        if (word_list("planning_words").has(lemma_of(text, sentence, i - 1))) return static_cast<std::int32_t>(i) - 1;
    }
    return no_token;
}

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

}  // namespace

const Clause* clause_at(const Sentence& sentence, std::uint32_t token) {
    for (const Clause& clause : sentence.clauses)
        if (clause.head == token) return &clause;
    const auto index = clause_of(sentence, token);
    return index < 0 ? nullptr : &sentence.clauses[index];
}

EventKind event_kind(std::string_view text, const Tree& tree, std::uint32_t trigger, const Date& date, std::optional<Day> said) {
    const Sentence& sentence = tree.sentence();
    const Clause* clause = clause_at(sentence, trigger);
    const auto tense = clause ? clause->tense : Tense::none;
    if (is_to_come(date, is_intent(text, tree, trigger) ? Tense::future : tense, said)) return EventKind::plan;
    if (states(text, tree, trigger)) return EventKind::statement;
    if (sentence.tags.size() > trigger && is_verb(sentence.tags[trigger]) && word_list("publishing_verbs").has(lemma_of(text, sentence, trigger))) {
        const auto what = tree.subject(trigger);
        if (what != no_token && says(text, sentence, static_cast<std::uint32_t>(what))) return EventKind::statement;
    }
    if (date.shape == Shape::span && (date.open_end || date.open_start || lasting(text, tree, trigger))) return EventKind::state;
    if (stative(text, tree, trigger) && date.precision >= Precision::week) return EventKind::state;
    return EventKind::occurrence;
}

bool is_called_off(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const auto planned = planning_word(text, sentence, expression);
    if (planned == no_token) return false;
    for (auto i = expression.last; i < sentence.tags.size() && !begins_reason(word_of(text, sentence, i)); ++i)
        if (undoes(text, sentence, i)) return true;
    // "put off a trip planned for Sunday": the verb just before the noun.
    for (auto i = static_cast<std::uint32_t>(planned); i > 0; --i) {
        const auto tag = sentence.tags[i - 1];
        if (is_verb(tag)) return undoes(text, sentence, i - 1);
        if (tag == Tag::punctuation || tag == Tag::MD || begins_reason(word_of(text, sentence, i - 1))) return false;
    }
    return false;
}

Modality event_modality(const Tree& tree, std::uint32_t trigger) {
    const Clause* clause = clause_at(tree.sentence(), trigger);
    return clause ? clause->modality : Modality::asserted;
}

std::string attribution(std::string_view text, const Tree& tree, std::uint32_t trigger, EventKind kind, const std::vector<TokenRange>& dates, const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed()) return {};
    auto speaker = [&](std::uint32_t verb) -> std::string {
        const auto who = tree.subject(verb);
        if (who == no_token) return {};
        if (sentence.tags[who] == Tag::PRP) {
            const auto pronoun = fold(word_of(text, sentence, static_cast<std::uint32_t>(who)));
            if (pronoun != "he" && pronoun != "she" && pronoun != "it" && pronoun != "they") return {};
            std::string meant = meaning_of(pronoun, before());
            return meant.empty() ? pronoun : meant;
        }
        return phrase(text, sentence, static_cast<std::uint32_t>(who), dates);
    };
    if (kind == EventKind::statement && says(text, sentence, trigger) && is_verb(sentence.tags[trigger]))
        if (auto who = speaker(trigger); !who.empty()) return who;
    const Clause* clause = clause_at(sentence, trigger);
    if (clause && clause->reported) {
        for (auto verb = tree.governing_verb(trigger); verb != no_token; verb = tree.governing_verb(static_cast<std::uint32_t>(verb)))
            if (says(text, sentence, static_cast<std::uint32_t>(verb))) return speaker(static_cast<std::uint32_t>(verb));
        // The quoted clause governs: "..., the ministry says."
        for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
            if (i != trigger && is_verb(sentence.tags[i]) && says(text, sentence, i) && tree.relation(i) == Relation::parataxis) return speaker(i);
    }
    return according_to(text, tree, dates);
}

namespace {

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
        return present && (stative(text, tree, trigger) || word_list("believing_verbs").has(base));
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
