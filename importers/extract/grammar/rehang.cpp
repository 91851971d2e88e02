#include "importers/extract/grammar/rehang.h"

#include <algorithm>

namespace annals {

bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t other) {
    for (auto at = static_cast<std::int32_t>(token); at >= 0; at = sentence.heads[at])
        if (at == static_cast<std::int32_t>(other)) return true;
    return false;
}

bool hang(Sentence& sentence, std::uint32_t token, std::uint32_t head, Relation relation) {
    if (sentence.heads[token] < 0 || is_below(sentence, head, token)) return false;
    sentence.heads[token] = static_cast<std::int32_t>(head);
    sentence.relations[token] = relation;
    return true;
}

void hang_children(Sentence& sentence, std::uint32_t from, TokenRange range, std::uint32_t to) {
    for (auto i = range.first; i < range.last; ++i)
        if (sentence.heads[i] == static_cast<std::int32_t>(from)) hang(sentence, i, to, sentence.relations[i]);
}

bool make_subject(Sentence& sentence, std::uint32_t noun, std::uint32_t verb) {
    const auto passive = Tree(sentence).child(verb, Relation::aux_pass);
    return hang(sentence, noun, verb, passive == no_token ? Relation::nsubj : Relation::nsubj_pass);
}

void make_root(Sentence& sentence, std::uint32_t token, Relation of_old) {
    const auto old = root_of(sentence);
    if (old == token) return;
    sentence.heads[token] = -1;
    sentence.relations[token] = Relation::root;
    sentence.heads[old] = static_cast<std::int32_t>(token);
    sentence.relations[old] = of_old;
}

std::uint32_t root_of(const Sentence& sentence) {
    return static_cast<std::uint32_t>(std::find(sentence.heads.begin(), sentence.heads.end(), -1) - sentence.heads.begin());
}

std::uint32_t predicate_of(const Sentence& sentence, std::uint32_t verb) {
    const Relation relation = sentence.relations[verb];
    const bool helps = is_helping(relation);
    return helps && sentence.heads[verb] >= 0 ? static_cast<std::uint32_t>(sentence.heads[verb]) : verb;
}

}  // namespace annals
