#include "importers/extract/headlines/headline_opening.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/headlines/headline_length.h"
#include "importers/extract/headlines/headline_participles.h"
#include "importers/extract/headlines/headline_pronouns.h"
#include "importers/extract/headlines/headline_relative.h"
#include "importers/extract/headlines/headline_subject.h"
#include "importers/extract/headlines/headline_wording.h"

#include <algorithm>

namespace annals {
namespace {

/// "if [elected]"
bool is_alone(const Tree& tree, std::uint32_t trigger) {
    for (const Relation own : {Relation::aux, Relation::aux_pass, Relation::nsubj_pass})
        if (tree.child(trigger, own) != no_token) return false;
    return true;
}

}  // namespace

std::string told_of_participle(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases,
                               const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    const TokenRange clause = tree.subtree(trigger);
    if (!is_participle_in_front(text, tree, trigger, subject)) return {};
    const auto noun = static_cast<std::uint32_t>(subject);
    TokenChoice who(sentence), what(sentence);
    who.keep(tree.subtree(noun));
    keep_phrase_alone(tree, noun, trigger, who);
    what.keep(clause);
    for (TokenChoice* part : {&who, &what}) {
        drop_front(text, sentence, trigger, *part);
        drop_dates(text, tree, phrases, *part, {trigger, trigger + 1});
        part->trim_end(text);
        part->trim_start(text);
    }
    const std::string told = who.words_of(text, meanings_of_pronouns(text, tree, static_cast<std::uint32_t>(tree.head(trigger)), subject, before)) + ' ' +
                             std::string(helper_of(text, tree, noun)) + ' ' + uncapitalised(what.words_of(text));
    return code_points(told) <= headline_limit ? fitted(capitalised(told)) : std::string();
}

std::string told_of_inverted(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases,
                             const ReferentBefore& before) {
    static constexpr FixedWords openings{"only", "not", "never"};
    static constexpr FixedWords helpers{"did", "was", "were", "had", "has", "have", "could", "would"};
    const Sentence& sentence = tree.sentence();
    if (subject == no_token || !openings.has_in_any_case(word_of(text, sentence, 0)) || subject >= static_cast<std::int32_t>(trigger)) return {};
    const TokenRange noun = tree.subtree(static_cast<std::uint32_t>(subject));
    auto first = noun.first;
    while (first > 1 && !helpers.has(word_of(text, sentence, first - 1)) && first + 4 > noun.first) --first;
    if (first < 2 || !helpers.has(word_of(text, sentence, first - 1)) || noun.last > trigger) return {};
    const auto helper = first - 1;
    TokenChoice who(sentence), what(sentence);
    who.keep({first, trigger});
    what.keep({trigger, tree.subtree(trigger).last});
    for (TokenChoice* part : {&who, &what}) {
        drop_dates(text, tree, phrases, *part, {trigger, trigger + 1});
        part->trim_end(text);
    }
    const std::string told = who.words_of(text, meanings_of_pronouns(text, tree, trigger, subject, before)) + ' ' + std::string(word_of(text, sentence, helper)) + ' ' + what.words_of(text);
    return code_points(told) <= headline_limit ? fitted(capitalised(told)) : std::string();
}

std::string opening_and_main(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases,
                             const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    const TokenRange clause = tree.subtree(trigger);
    const auto above = tree.head(trigger);
    if (!(sentence.tags[trigger] == Tag::VBG || (sentence.tags[trigger] == Tag::VBN && is_alone(tree, trigger))) || tree.relation(trigger) != Relation::advcl ||
        above <= static_cast<std::int32_t>(trigger))
        return {};
    const auto verb = static_cast<std::uint32_t>(above);
    const auto who = std::max(tree.child(verb, Relation::nsubj), tree.child(verb, Relation::nsubj_pass));
    if (who < static_cast<std::int32_t>(clause.last) || tree.child(trigger, Relation::nsubj) != no_token) return {};
    TokenChoice both(sentence);
    both.keep({clause.first, tree.subtree(verb).last});
    for (auto i = verb + 1; i < tree.subtree(verb).last; ++i)
        if (tree.head(i) == above && (tree.relation(i) == Relation::conj || tree.relation(i) == Relation::parataxis))
            both.drop({begin_of_conjunct(text, tree, i), tree.subtree(i).last});
    drop_dates(text, tree, phrases, both, {trigger, trigger + 1});
    drop_source(text, sentence, phrases, trigger, both);
    both.trim_end(text);
    std::size_t left = 0;
    for (auto i = clause.first; i < clause.last; ++i) left += both.has(i) && sentence.tags[i] != Tag::punctuation;
    if (left < 2) both.drop(clause);
    both.trim_start(text);
    const std::string told = capitalised(both.words_of(text, meanings_of_pronouns(text, tree, verb, who, before)));
    return code_points(told) <= headline_limit ? fitted(told) : std::string();
}

}  // namespace annals
