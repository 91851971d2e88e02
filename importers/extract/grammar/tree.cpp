#include "importers/extract/grammar/tree.h"

#include "importers/extract/grammar/grammar.h"

#include <algorithm>

namespace annals {

bool is_verb(Tag tag) {
    return tag == Tag::VB || tag == Tag::VBD || tag == Tag::VBG || tag == Tag::VBN || tag == Tag::VBP || tag == Tag::VBZ;
}
bool is_finite_verb(Tag tag) { return tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD; }
bool is_noun(Tag tag) { return tag == Tag::NN || tag == Tag::NNS || is_proper(tag); }
bool is_proper(Tag tag) { return tag == Tag::NNP || tag == Tag::NNPS; }

Tree::Tree(const Sentence& sentence) : sentence_(sentence), nodes_(sentence.heads.size()) {
    const auto count = static_cast<std::uint32_t>(nodes_.size());
    for (std::uint32_t i = count; i-- > 0;) {
        nodes_[i].subtree = {i, i + 1};
        if (const auto head = sentence.heads[i]; head >= 0) {
            nodes_[i].next_sibling = nodes_[head].first_child;
            nodes_[head].first_child = static_cast<std::int32_t>(i);
            ++nodes_[head].open_children;
        }
    }
    // Leaves first: a token is folded into its head once all its own children are.
    for (std::uint32_t i = 0; i < count; ++i) {
        for (auto token = i; nodes_[token].open_children == 0;) {
            nodes_[token].open_children = folded;
            const auto head = sentence.heads[token];
            if (head < 0) break;
            TokenRange& outer = nodes_[head].subtree;
            outer.first = std::min(outer.first, nodes_[token].subtree.first);
            outer.last = std::max(outer.last, nodes_[token].subtree.last);
            --nodes_[head].open_children;
            token = static_cast<std::uint32_t>(head);
        }
    }
}

TokenRange Tree::subtree(std::uint32_t token) const { return parsed() ? nodes_[token].subtree : TokenRange{token, token + 1}; }

std::int32_t Tree::child(std::uint32_t token, Relation relation) const {
    if (!parsed()) return no_token;
    for (auto child = nodes_[token].first_child; child != no_token; child = nodes_[child].next_sibling)
        if (sentence_.relations[child] == relation) return child;
    return no_token;
}

std::int32_t Tree::top_of(TokenRange range) const {
    if (!parsed()) return no_token;
    for (auto token = range.first; token < range.last; ++token)
        if (const auto head = sentence_.heads[token]; head < 0 || !range.contains(static_cast<std::uint32_t>(head)))
            if (sentence_.relations[token] != Relation::punct) return static_cast<std::int32_t>(token);
    return no_token;
}

std::int32_t Tree::subject(std::uint32_t token) const {
    // Conjoined and open-complement verbs borrow the subject of the verb they hang on; the chain is short, the bound is for broken trees.
    for (int steps = 0; steps < 8 && parsed(); ++steps) {
        auto own = child(token, Relation::nsubj);
        if (own == no_token) own = child(token, Relation::nsubj_pass);
        if (own != no_token) return antecedent(token, static_cast<std::uint32_t>(own));
        const auto up = head(token);
        if (up < 0) return no_token;
        // "A court sentenced the two": a past tense that hangs on the noun before it has it for a subject.
        const bool hangs_on_noun = relation(token) == Relation::acl || (has_copula(token) && relation(token) == Relation::nmod);
        const bool finite = sentence_.tags[token] == Tag::VBD || has_copula(token);
        if (finite && hangs_on_noun && static_cast<std::uint32_t>(up) < token && is_noun(sentence_.tags[up])) return up;
        // "The news that it would end came after protests", where the parser hung "came" on "end".
        const auto above = head(static_cast<std::uint32_t>(up));
        const bool of_noun = above >= 0 && is_noun(sentence_.tags[above]) && above < up;
        if (sentence_.tags[token] == Tag::VBD && relation(token) == Relation::xcomp && of_noun && above < static_cast<std::int32_t>(token)) {
            const Relation inner = relation(static_cast<std::uint32_t>(up));
            if (inner == Relation::ccomp || inner == Relation::acl || inner == Relation::acl_relcl) return above;
        }
        // "is shut for repairs and had been meant to reopen", where it hung the second predicate on a noun.
        const bool helped = child(token, Relation::aux) != no_token || has_copula(token);
        const auto governor = static_cast<std::uint32_t>(up);
        if (relation(token) == Relation::conj && helped && is_noun(sentence_.tags[governor]) && !has_copula(governor)) return subject_before(token);
        if (sentence_.tags[token] == Tag::VBD && relation(token) != Relation::conj && relation(token) != Relation::acl_relcl)
            return subject_before(token);
        switch (relation(token)) {
            case Relation::acl: return up;
            case Relation::conj:
            case Relation::xcomp:
            case Relation::advcl: token = static_cast<std::uint32_t>(up); break;
            default: return no_token;
        }
    }
    return no_token;
}

/// A finite verb without a subject of its own shares that of the verb before it, whatever the parser made of it.
std::int32_t Tree::subject_before(std::uint32_t verb) const {
    for (auto i = verb; i-- > 0;) {
        if (!is_finite_verb(sentence_.tags[i])) continue;
        const Relation with = relation(i);
        const bool helps = with == Relation::aux || with == Relation::aux_pass || with == Relation::cop;
        if (helps && head(i) == static_cast<std::int32_t>(verb)) continue;
        const auto predicate = helps && head(i) >= 0 ? static_cast<std::uint32_t>(head(i)) : i;
        const auto own = child(predicate, Relation::nsubj);
        return own != no_token ? own : child(predicate, Relation::nsubj_pass);
    }
    return no_token;
}

/// What a relative pronoun stands for: the noun that its clause hangs on, else the nearest noun before it; any other word for itself.
std::int32_t Tree::antecedent(std::uint32_t verb, std::uint32_t pronoun) const {
    const auto tag = sentence_.tags[pronoun];
    const bool relative = tag == Tag::WDT || tag == Tag::WP || (relation(verb) == Relation::acl_relcl && (tag == Tag::DT || tag == Tag::IN));
    if (!relative) return static_cast<std::int32_t>(pronoun);
    if (const auto up = head(verb); up >= 0 && is_noun(sentence_.tags[up]) && static_cast<std::uint32_t>(up) < pronoun) return up;
    for (auto i = pronoun; i-- > 0 && i + 4 > pronoun;)
        if (is_noun(sentence_.tags[i])) return static_cast<std::int32_t>(i);
    return static_cast<std::int32_t>(pronoun);
}

std::int32_t Tree::object(std::uint32_t token) const { return child(token, Relation::obj); }

std::int32_t Tree::governing_verb(std::uint32_t token) const {
    if (!parsed()) return no_token;
    auto up = sentence_.heads[token];
    for (std::size_t steps = 0; up >= 0 && steps < sentence_.heads.size(); ++steps) {
        const auto at = static_cast<std::uint32_t>(up);
        if (is_verb(sentence_.tags[at]) || has_copula(at)) return up;
        up = sentence_.heads[at];
    }
    return no_token;
}

std::int32_t Tree::opener(std::uint32_t verb) const {
    if (!parsed()) return no_token;
    for (auto child = nodes_[verb].first_child; child != no_token && child < static_cast<std::int32_t>(verb); child = nodes_[child].next_sibling) {
        const Relation with = sentence_.relations[child];
        if (with == Relation::mark || (with == Relation::advmod && sentence_.tags[child] == Tag::WRB)) return child;
    }
    return no_token;
}

bool is_helping(Relation relation) { return relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop; }

std::int32_t helped_by(const Tree& tree, std::uint32_t token) { return is_helping(tree.relation(token)) ? tree.head(token) : static_cast<std::int32_t>(token); }

bool in_any(const std::vector<TokenRange>& ranges, std::uint32_t token) {
    return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) { return range.contains(token); });
}

std::string_view word_of(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return words(text, sentence.tokens[token].span);
}

std::string lemma_of(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return lemma(word_of(text, sentence, token), sentence.tags[token]);
}

bool is_nominal(const Tree& tree, std::uint32_t token) {
    if (!is_verb(tree.sentence().tags[token])) return true;
    switch (tree.relation(token)) {
        case Relation::nsubj:
        case Relation::nsubj_pass:
        case Relation::obj:
        case Relation::obl:
        case Relation::nmod:
        case Relation::compound: return true;
        default: return false;
    }
}

TokenRange tokens_of(const Sentence& sentence, Span span) {
    TokenRange range{0, 0};
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
        if (sentence.tokens[i].span.overlaps(span)) {
            if (range.empty()) range.first = i;
            range.last = i + 1;
        }
    return range;
}

}  // namespace annals
