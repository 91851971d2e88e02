#include "importers/extract/headline_subject.h"

#include "importers/extract/grammar.h"

namespace annals {
namespace {

constexpr int longest_chain = 5;  // verbs

/// "Anna Holm, due to open the lock": who it is that is due.
std::int32_t subject_of_prospect(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto up = tree.head(verb);
    if (sentence.tags[verb] != Tag::VB || up < 0 || sentence.tags[up] != Tag::JJ) return no_token;
    auto noun = static_cast<std::uint32_t>(up);
    while (noun > 0 && (sentence.tags[noun - 1] == Tag::RB || word_of(text, sentence, noun - 1) == ",")) --noun;
    if (noun == 0 || noun == static_cast<std::uint32_t>(up) || !is_noun(sentence.tags[noun - 1])) return no_token;
    --noun;
    while (tree.head(noun) >= 0 && tree.head(noun) < static_cast<std::int32_t>(noun) && is_noun(sentence.tags[tree.head(noun)]) &&
           (tree.relation(noun) == Relation::flat || tree.relation(noun) == Relation::compound))
        noun = static_cast<std::uint32_t>(tree.head(noun));
    return static_cast<std::int32_t>(noun);
}

bool has_helper(const Tree& tree, std::uint32_t verb) {
    return tree.child(verb, Relation::aux) != no_token || tree.child(verb, Relation::aux_pass) != no_token;
}

bool is_negated(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto adverb = tree.child(verb, Relation::advmod);
    if (adverb == no_token) return false;
    const auto word = word_of(text, tree.sentence(), static_cast<std::uint32_t>(adverb));
    return word == "not" || word == "n't" || word == "never";
}

bool is_infinitive(const Tree& tree, std::uint32_t verb) {
    const auto mark = tree.child(verb, Relation::mark);
    return mark != no_token && tree.sentence().tags[mark] == Tag::TO;
}

/// "told us she plans to go home, [see the crew] and sleep": a bare verb stands with the bare one before it, whatever the parser joined it with.
std::uint32_t above_in_pair(const Tree& tree, std::uint32_t verb, std::uint32_t head) {
    const auto& tags = tree.sentence().tags;
    if (tree.relation(verb) != Relation::conj || tags[verb] != Tag::VB || tags[head] == Tag::VB) return head;
    for (auto i = verb; i-- > head + 1;) {
        if (tags[i] == Tag::VB && (is_infinitive(tree, i) || has_helper(tree, i))) return i;
        if (is_finite_verb(tags[i])) break;
    }
    return head;
}

}  // namespace

std::int32_t subject_of_headline(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto subject = tree.subject(verb);
    const auto up = tree.head(verb);
    if (subject != no_token) {  // "all those who lost it": no noun
        const bool relative = sentence.tags[subject] == Tag::WP && tree.relation(verb) == Relation::acl_relcl && up >= 0 && up < subject;
        return relative && (sentence.tags[up] == Tag::DT || sentence.tags[up] == Tag::CD) ? up : subject;
    }
    if (const auto prospect = subject_of_prospect(text, tree, verb); prospect != no_token) return prospect;
    const bool finite = sentence.tags[verb] == Tag::VBD || has_helper(tree, verb) || tree.has_copula(verb);
    if (up < 0 || !finite || is_infinitive(tree, verb)) return no_token;
    const Relation relation = tree.relation(verb);
    if (relation != Relation::parataxis && relation != Relation::ccomp && relation != Relation::appos) return no_token;
    const auto before = is_noun(sentence.tags[up]) ? up : tree.subject(static_cast<std::uint32_t>(up));
    return before != no_token && before < static_cast<std::int32_t>(tree.subtree(verb).first) && is_noun(sentence.tags[before]) ? before : no_token;
}

std::vector<TokenRange> words_that_lead_to(std::string_view text, const Tree& tree, std::uint32_t verb) {
    std::vector<TokenRange> lead;
    const Sentence& sentence = tree.sentence();
    const auto add_children = [&](std::uint32_t of, std::uint32_t end) {
        for (auto i = tree.subtree(of).first; i < end; ++i) {
            if (tree.head(i) != static_cast<std::int32_t>(of)) continue;
            const Relation relation = tree.relation(i);
            const bool to = relation == Relation::mark && sentence.tags[i] == Tag::TO;
            const bool no = relation == Relation::advmod && (sentence.tags[i] == Tag::RB && i + 3 > of);
            if (relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop || to || no) lead.push_back({i, i + 1});
            else if (i > of && (relation == Relation::obj || relation == Relation::iobj)) lead.push_back(tree.subtree(i));
        }
    };
    auto at = verb;
    for (int step = 0; step < longest_chain; ++step) {
        const auto up = tree.head(at);
        if (up < 0 || up >= static_cast<std::int32_t>(at)) break;
        const auto above = above_in_pair(tree, at, static_cast<std::uint32_t>(up));
        const Tag tag = sentence.tags[at];
        if (tree.relation(at) == Relation::conj && (tag == Tag::VBN || tag == Tag::VB || tag == Tag::VBG) && !has_helper(tree, at)) {
            if (is_negated(text, tree, above) || !is_verb(sentence.tags[above]) || (sentence.tags[above] != tag && tag != Tag::VBN)) break;
            if (!is_infinitive(tree, at)) add_children(above, above);
        } else if (tree.relation(at) == Relation::xcomp && (is_infinitive(tree, at) || tag == Tag::VBG || tag == Tag::VBN) &&
                   (is_verb(sentence.tags[above]) || tree.has_copula(above))) {
            lead.push_back({above, above + 1});
            add_children(above, at);
        } else {
            break;
        }
        at = above;
    }
    return lead;
}

std::int32_t verb_told_with(const Tree& tree, std::uint32_t verb) {
    auto at = verb;
    for (int step = 0; step < longest_chain; ++step) {
        const Relation relation = tree.relation(at);
        const bool bare = is_infinitive(tree, at) || tree.sentence().tags[at] == Tag::VBG || (step > 0 && relation == Relation::conj);
        const bool with = relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::csubj || relation == Relation::advcl || relation == Relation::acl;
        if (!bare || !(with || relation == Relation::conj)) return no_token;
        const auto above = tree.governing_verb(at);
        if (above == no_token) return no_token;
        at = static_cast<std::uint32_t>(above);
        if (tree.subject(at) != no_token) return above;
    }
    return no_token;
}

}  // namespace annals
