#include "importers/extract/event_kind.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

std::string lemma_of(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return lemma(words(text, sentence.tokens[token].span), sentence.tags[token]);
}

std::string_view word_of(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return words(text, sentence.tokens[token].span);
}

bool says(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto base = lemma_of(text, sentence, token);
    return is_verb(sentence.tags[token]) ? is_reporting_verb(base) : is_noun(sentence.tags[token]) && word_list("statement_nouns").has(base);
}

bool stative(std::string_view text, const Tree& tree, std::uint32_t token) {
    if (tree.has_copula(token)) return true;
    return is_verb(tree.sentence().tags[token]) && word_list("stative_verbs").has(lemma_of(text, tree.sentence(), token));
}

std::string phrase(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    TokenRange range = tree.subtree(token);
    // The name, without what is said about it behind a comma or in a relative clause.
    for (auto i = token + 1; i < range.last; ++i) {
        const auto relation = tree.relation(i);
        const bool ends = sentence.tags[i] == Tag::punctuation || sentence.tags[i] == Tag::WDT || sentence.tags[i] == Tag::WP ||
                          ((relation == Relation::acl_relcl || relation == Relation::appos || relation == Relation::acl) && tree.head(i) >= 0);
        if (ends) {
            range.last = i;
            break;
        }
    }
    if (range.empty()) return {};
    return std::string(text.substr(sentence.tokens[range.first].span.begin, sentence.tokens[range.last - 1].span.end - sentence.tokens[range.first].span.begin));
}

std::string according_to(std::string_view text, const Tree& tree) {
    const Sentence& sentence = tree.sentence();
    for (std::uint32_t i = 0; i + 2 < sentence.tokens.size(); ++i) {
        if (fold(word_of(text, sentence, i)) != "according" || fold(word_of(text, sentence, i + 1)) != "to") continue;
        const auto head = tree.head(i);
        const auto name = head >= 0 && static_cast<std::uint32_t>(head) > i ? static_cast<std::uint32_t>(head) : i + 2;
        auto words_of_name = phrase(text, tree, name);
        for (std::string_view lead : {"According to ", "according to "})
            if (words_of_name.starts_with(lead)) words_of_name.erase(0, lead.size());
        return words_of_name;
    }
    return {};
}

bool called_off(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto up = tree.governing_verb(trigger);
    if (up == no_token || !word_list("planning_words").has(lemma_of(text, sentence, trigger))) return false;
    return word_list("calling_off_verbs").has(lemma_of(text, sentence, static_cast<std::uint32_t>(up)));
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
    const bool ends_later = said && date.end_max && *date.end_max > *said;
    const bool starts_later = said && date.start_min && *date.start_min > *said;
    const bool past = tense == Tense::past || tense == Tense::pluperfect;
    if (starts_later || (ends_later && !past) || (tense == Tense::future && (!said || ends_later))) return EventKind::plan;
    if (says(text, sentence, trigger)) return EventKind::statement;
    if (sentence.tags.size() > trigger && is_verb(sentence.tags[trigger]) && word_list("publishing_verbs").has(lemma_of(text, sentence, trigger))) {
        const auto what = tree.subject(trigger);
        if (what != no_token && says(text, sentence, static_cast<std::uint32_t>(what))) return EventKind::statement;
    }
    if (date.shape == Shape::span) return EventKind::state;
    if (stative(text, tree, trigger) && date.precision >= Precision::week) return EventKind::state;
    return EventKind::occurrence;
}

Modality event_modality(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    if (called_off(text, tree, trigger)) return Modality::negated;
    const Clause* clause = clause_at(tree.sentence(), trigger);
    return clause ? clause->modality : Modality::asserted;
}

std::string attribution(std::string_view text, const Tree& tree, std::uint32_t trigger, EventKind kind) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed()) return {};
    auto speaker = [&](std::uint32_t verb) -> std::string {
        const auto who = tree.subject(verb);
        if (who == no_token || sentence.tags[who] == Tag::PRP) return {};
        return phrase(text, tree, static_cast<std::uint32_t>(who));
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
    return according_to(text, tree);
}

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
