#include "importers/extract/headlines/headline_participles.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"

#include <algorithm>

namespace annals {

bool is_bare_participle(std::string_view text, const Tree& tree, std::uint32_t verb) {
    static constexpr FixedWords of_talk{"speak", "talk", "write", "testify", "respond", "reply", "appear", "address", "ask"};
    const Tag tag = tree.sentence().tags[verb];
    const Relation relation = tree.relation(verb);
    if (tree.head(verb) < 0) return false;
    if (tree.head(verb) > static_cast<std::int32_t>(verb) && !of_talk.has(lemma_of(text, tree.sentence(), verb))) return false;
    const auto copula = tree.child(verb, Relation::cop);
    if (copula != no_token && tree.sentence().tags[copula] == Tag::VBG && relation == Relation::advcl &&
        tree.child(verb, Relation::nsubj) == no_token)
        return tree.child(verb, Relation::aux) == no_token;  // "after being [in power]"
    for (const Relation own : {Relation::aux, Relation::aux_pass, Relation::cop, Relation::nsubj, Relation::nsubj_pass})
        if (tree.child(verb, own) != no_token) return false;
    return (tag == Tag::VBG && (relation == Relation::advcl || relation == Relation::acl)) ||
           (tag == Tag::VBN && relation == Relation::advcl);
}

bool has_own_subject(const Tree& tree, std::uint32_t verb) {
    const Relation relation = tree.relation(verb);
    return tree.child(verb, Relation::nsubj) != no_token || tree.child(verb, Relation::nsubj_pass) != no_token ||
           relation == Relation::xcomp || relation == Relation::conj || relation == Relation::acl_relcl;
}

bool says_when_it_begins(std::string_view text, const Sentence& sentence, std::uint32_t verb, const std::vector<TokenRange>& phrases) {
    static constexpr FixedWords verbs{"start", "begin"};
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    return verb + 1 < count && (in_any(phrases, verb + 1) || in_any(phrases, std::min(verb + 2, count - 1))) &&
           verbs.has(lemma_of(text, sentence, verb));
}

bool is_participle_in_front(std::string_view text, const Tree& tree, std::uint32_t verb, std::int32_t subject) {
    static constexpr FixedWords prepositions{"given", "compared", "provided", "based", "granted", "concerned"};
    const Sentence& sentence = tree.sentence();
    if (subject == no_token || sentence.tags[verb] != Tag::VBN || tree.relation(verb) != Relation::advcl || tree.head(verb) < subject ||
        subject < static_cast<std::int32_t>(tree.subtree(verb).last) || prepositions.has_in_any_case(word_of(text, sentence, verb)))
        return false;
    for (const Relation own : {Relation::aux, Relation::aux_pass, Relation::cop, Relation::nsubj, Relation::nsubj_pass, Relation::mark, Relation::obj, Relation::case_})
        if (tree.child(verb, own) != no_token) return false;
    for (auto i = tree.subtree(verb).first; i < verb; ++i)
        if (tree.head(i) == static_cast<std::int32_t>(verb) && (sentence.tags[i] == Tag::WRB || sentence.tags[i] == Tag::IN)) return false;
    return is_noun(sentence.tags[subject]) || sentence.tags[subject] == Tag::PRP;
}

std::int32_t main_clause_of_as(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto above = tree.head(verb), as = tree.opener(verb);
    if (tree.relation(verb) != Relation::advcl || above < static_cast<std::int32_t>(tree.subtree(verb).last) || as == no_token) return no_token;
    if (fold(word_of(text, tree.sentence(), static_cast<std::uint32_t>(as))) != "as") return no_token;
    if (tree.object(verb) != no_token || tree.child(verb, Relation::ccomp) != no_token) return no_token;
    const auto base = lemma_of(text, tree.sentence(), verb);
    return base == "do" || is_reporting_verb(base) ? above : no_token;
}

}  // namespace annals
