#include "importers/extract/rehang.h"

namespace annals {

void make_subject(Sentence& sentence, std::uint32_t noun, std::uint32_t verb) {
    const auto passive = Tree(sentence).child(verb, Relation::aux_pass);
    sentence.heads[noun] = static_cast<std::int32_t>(verb);
    sentence.relations[noun] = passive == no_token ? Relation::nsubj : Relation::nsubj_pass;
}

bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t other) {
    for (auto at = static_cast<std::int32_t>(token); at >= 0; at = sentence.heads[at])
        if (at == static_cast<std::int32_t>(other)) return true;
    return false;
}

std::uint32_t predicate_of(const Sentence& sentence, std::uint32_t verb) {
    const Relation relation = sentence.relations[verb];
    const bool helps = relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop;
    return helps && sentence.heads[verb] >= 0 ? static_cast<std::uint32_t>(sentence.heads[verb]) : verb;
}

}  // namespace annals
