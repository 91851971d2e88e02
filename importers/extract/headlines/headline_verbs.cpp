#include "importers/extract/headlines/headline_verbs.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"

#include <algorithm>

namespace annals {

std::int32_t verb_of_anyone(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject) {
    static constexpr FixedWords nobody{"anyone", "anybody", "everyone", "everybody", "whoever", "nobody", "any"};
    const auto up = tree.head(trigger);
    if (tree.relation(trigger) != Relation::acl_relcl || up < 0 || subject != up) return no_token;
    const auto noun = static_cast<std::uint32_t>(up);
    if (!nobody.has_in_any_case(word_of(text, tree.sentence(), noun)) &&
        !nobody.has_in_any_case(word_of(text, tree.sentence(), tree.subtree(noun).first)))
        return no_token;
    return is_subject(tree.relation(noun)) ? tree.governing_verb(trigger) : no_token;
}

std::int32_t verb_above_what(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    const auto up = tree.head(trigger);
    if (up < 0 || up > static_cast<std::int32_t>(trigger)) return no_token;
    const auto is_what = [&](std::uint32_t i) { return fold(word_of(text, sentence, i)) == "what"; };
    bool opens = false;
    for (auto i = tree.subtree(trigger).first; i < trigger && !opens; ++i)
        opens = tree.head(i) == static_cast<std::int32_t>(trigger) && sentence.tags[i] == Tag::WP && is_what(i);
    const bool hangs = tree.relation(trigger) == Relation::acl_relcl && is_what(static_cast<std::uint32_t>(up));
    if (!hangs && (!opens || tree.relation(trigger) == Relation::csubj)) return no_token;
    if (is_reporting_verb(lemma_of(text, sentence, trigger)))  // "what Holm said: ..."
        for (auto i = trigger; i < sentence.tokens.size(); ++i)
            if (word_of(text, sentence, i) == ":") return no_token;
    return tree.governing_verb(trigger);
}

std::int32_t verb_of_date(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const std::vector<TokenRange>& phrases) {
    constexpr std::uint32_t little = 4;  // tokens
    const Sentence& sentence = tree.sentence();
    const TokenRange clause = tree.subtree(trigger);
    const auto up = tree.head(trigger);
    const bool ends = clause.last == sentence.tags.size() && sentence.tags.back() == Tag::punctuation;
    if (clause.last > trigger + little + ends || subject == no_token || tree.relation(trigger) != Relation::conj || up < 0 ||
        up > static_cast<std::int32_t>(trigger) || is_nominal(tree, trigger))
        return no_token;
    const auto first = static_cast<std::uint32_t>(up);
    if (!is_verb(sentence.tags[first]) || subject > up || is_nominal(tree, first) || !is_finite_verb(sentence.tags[trigger])) return no_token;
    for (const Relation own : {Relation::nsubj, Relation::nsubj_pass, Relation::conj})
        if (tree.child(trigger, own) != no_token) return no_token;
    const auto what = tree.object(trigger);
    if (what != no_token && sentence.tags[what] != Tag::PRP) return no_token;
    const auto joins = tree.child(trigger, Relation::cc);
    if (joins == no_token || word_of(text, sentence, static_cast<std::uint32_t>(joins)) != "and") return no_token;
    bool dated = false;
    for (const TokenRange& phrase : phrases) {
        if (clause.contains(phrase.first) || phrase.contains(trigger)) return no_token;
        dated |= tree.subtree(first).contains(phrase.first);
    }
    return dated ? up : no_token;
}

std::int32_t verb_ahead(std::string_view text, const Tree& tree, std::uint32_t noun) {
    const auto up = tree.head(noun);
    if ((tree.relation(noun) != Relation::obj && tree.relation(noun) != Relation::obl) || up < 2 || up > static_cast<std::int32_t>(noun) ||
        tree.sentence().tags[up] != Tag::VB)
        return no_token;
    const auto verb = static_cast<std::uint32_t>(up);
    const auto helper = tree.child(verb, Relation::aux);
    if (helper == no_token || word_of(text, tree.sentence(), static_cast<std::uint32_t>(helper)) != "will" ||
        tree.child(verb, Relation::nsubj) == no_token)
        return no_token;
    return tree.child(verb, Relation::advmod) == no_token ? up : no_token;
}

bool is_told_by_which(const Tree& tree, std::uint32_t verb) {
    const auto which = std::max(tree.child(verb, Relation::nsubj), tree.child(verb, Relation::nsubj_pass));
    return which != no_token && tree.sentence().tags[which] == Tag::WDT;
}

}  // namespace annals
