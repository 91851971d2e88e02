#include "importers/extract/headlines/headline_clause.h"

#include "core/text/fixed_words.h"
#include "importers/extract/headlines/headline_dates.h"

#include <algorithm>

namespace annals {

namespace {

/// "a clock [made] in 1702 was stolen", "the clock, [cleaned] in May, was stolen": a participle that only says how old it is, or adds to it.
bool is_made_then(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t trigger) {
    static constexpr FixedWords making{"make", "build", "begin", "start", "open",   "found", "write", "publish", "create", "draw",
                                       "lay",  "sign",  "print", "cast",  "launch", "paint", "date",  "bear",    "issue"};
    const Sentence& sentence = tree.sentence();
    const auto noun = static_cast<std::uint32_t>(tree.head(verb));
    if (tree.relation(verb) != Relation::acl || sentence.tags[verb] != Tag::VBN || !is_noun(sentence.tags[noun]) || noun == trigger ||
        !is_verb(sentence.tags[trigger]))
        return false;
    return making.has(lemma_of(text, sentence, verb)) || (verb > 0 && word_of(text, sentence, verb - 1) == ",");
}

}  // namespace

void keep_what_follows(const Tree& tree, std::uint32_t trigger, TokenChoice& choice) {
    const auto up = tree.head(trigger);
    if (tree.relation(trigger) != Relation::conj || up < 0 || up > static_cast<std::int32_t>(trigger)) return;
    const auto end = tree.subtree(trigger).last;
    for (auto i = end; i < tree.sentence().tokens.size() && i < end + 6; ++i) {
        const Relation relation = tree.relation(i);
        if (tree.head(i) != up || (relation != Relation::obj && relation != Relation::obl) || tree.subtree(i).first > end ||
            tree.subtree(i).first <= trigger)
            continue;
        return choice.keep({end, tree.subtree(i).last});
    }
}

void drop_object_of_other(const Tree& tree, std::uint32_t trigger, TokenChoice& choice) {
    const auto other = tree.child(trigger, Relation::conj);
    if (other < static_cast<std::int32_t>(trigger) || !is_verb(tree.sentence().tags[other]) ||
        tree.subtree(static_cast<std::uint32_t>(other)).last == static_cast<std::uint32_t>(other) + 1)
        return;
    for (auto i = static_cast<std::uint32_t>(other) + 1; i < tree.subtree(trigger).last; ++i)
        if (tree.head(i) == static_cast<std::int32_t>(trigger) && tree.relation(i) == Relation::obj) choice.drop(tree.subtree(i));
}

void drop_lone_copula(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t subject, TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
    if (word_of(text, sentence, size - 1) == "?" || (size > 1 && word_of(text, sentence, size - 2) == "?")) return;
    for (auto i = tree.subtree(trigger).first; i < tree.subtree(subject).first; ++i)
        if (tree.relation(i) == Relation::cop && is_finite_verb(sentence.tags[i])) choice.drop({i, i + 1});
}

void drop_hollow_clauses(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, std::int32_t needed, TokenChoice& choice) {
    constexpr int little = 4;  // tokens
    const auto size = static_cast<std::uint32_t>(tree.sentence().tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        if (!choice.has(i) || tree.head(i) < 0) continue;
        const bool made = is_made_then(text, tree, i, trigger);
        if (tree.relation(i) != Relation::acl_relcl && !made) continue;
        if (const auto noun = static_cast<std::uint32_t>(tree.head(i)); word_of(text, tree.sentence(), noun) == "those") continue;
        const TokenRange part = tree.subtree(i);
        if (part.contains(trigger) || (needed != no_token && part.contains(static_cast<std::uint32_t>(needed)))) continue;
        if (std::none_of(phrases.begin(), phrases.end(), [&](TokenRange phrase) { return part.contains(phrase.first); })) continue;
        int left = 0;
        for (auto k = part.first; k < part.last && left <= little; ++k)
            left += choice.has(k) && !(made && tree.sentence().tags[k] == Tag::punctuation);
        if (left <= (made ? 1 : little)) choice.drop(part);
    }
}

void keep_when_of_coming(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, TokenChoice& choice) {
    static constexpr FixedWords comings{"come", "happen", "occur"};
    const Sentence& sentence = tree.sentence();
    const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
    if (choice.size() > 5 || !is_verb(sentence.tags[trigger]) || !comings.has(lemma_of(text, sentence, trigger))) return;
    for (const TokenRange& phrase : phrases) {
        const auto when = phrase.last < size && word_of(text, sentence, phrase.last) == "," ? phrase.last + 1 : phrase.last;
        if (phrase.first <= trigger || when >= size || word_of(text, sentence, when) != "when") continue;
        auto end = when;
        while (end < size && word_of(text, sentence, end) != ";") ++end;
        choice.keep({when, end});
        choice.trim_end(text);
        drop_dates(text, tree, phrases, choice, {trigger, trigger + 1});
        return choice.keep({when, when + 1});
    }
}

void keep_what_leads_up(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    const TokenRange clause = tree.subtree(trigger);
    const Tag tag = sentence.tags[trigger];
    const bool bare = tag == Tag::VB && tree.child(trigger, Relation::aux) == no_token && tree.child(trigger, Relation::mark) == no_token;
    if (tree.head(trigger) >= 0 || !(is_finite_verb(tag) || tag == Tag::VBN || bare)) return;
    if (const auto what = tree.object(trigger); what > static_cast<std::int32_t>(trigger) && !bare) {  // "Then came his interview"
        const auto base = lemma_of(text, sentence, trigger);
        if (base == "come" || base == "follow") choice.drop({clause.first, trigger + 1});
        return;
    }
    std::uint32_t first = 0;
    for (const TokenRange& phrase : phrases)
        if (phrase.last <= trigger) first = std::max(first, phrase.last);
    while (first < trigger && sentence.tags[first] == Tag::punctuation) ++first;
    bool noun = false;
    auto last = trigger;
    for (auto i = first; i < trigger; ++i) {
        if (noun && last == trigger && word_of(text, sentence, i) == ",") last = i;
        if (is_finite_verb(sentence.tags[i]) && tree.head(i) != static_cast<std::int32_t>(trigger)) return;
        noun |= is_noun(sentence.tags[i]);
    }
    if (noun && (first > 0 || clause.first == 0) && sentence.tags[first] != Tag::IN) choice.keep({first, last});
}

void drop_preposition_of_subject(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t subject, TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    const bool below = tree.relation(trigger) == Relation::ccomp || tree.relation(trigger) == Relation::advcl;
    const auto preposition = !below ? no_token : tree.child(subject, Relation::case_);
    static constexpr FixedWords openers{"before", "after", "since", "until", "as", "than", "because", "while"};
    if (preposition != no_token && preposition < static_cast<std::int32_t>(subject) && openers.has_in_any_case(word_of(text, sentence, static_cast<std::uint32_t>(preposition))) &&
        preposition == static_cast<std::int32_t>(tree.subtree(subject).first) && subject < trigger)
        choice.drop({static_cast<std::uint32_t>(preposition), static_cast<std::uint32_t>(preposition) + 1});
}

}  // namespace annals
