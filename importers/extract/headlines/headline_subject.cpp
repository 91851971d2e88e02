#include "importers/extract/headlines/headline_subject.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"
#include "importers/extract/words/wordnet.h"

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

/// "The wardens left, as is shown by it": a subject that the verb has from another cannot be it where one is many and the other one.
bool disagrees(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t subject) {
    static constexpr FixedWords one{"is", "was", "has"};
    if (tree.child(verb, Relation::nsubj) != no_token || tree.child(verb, Relation::nsubj_pass) != no_token) return false;
    auto helper = tree.child(verb, Relation::aux);
    if (helper == no_token) helper = tree.child(verb, Relation::aux_pass);
    const Tag tag = tree.sentence().tags[subject];
    return helper != no_token && one.has(word_of(text, tree.sentence(), static_cast<std::uint32_t>(helper))) && tag == Tag::NNS;
}

/// "left the pool empty after [complaints] by swimmers drove out its keeper", of which the parser joined the driving with the closing.
std::int32_t subject_behind_opener(std::string_view text, const Tree& tree, std::uint32_t verb) {
    static constexpr FixedWords openers{"after", "before", "since", "until", "as", "because", "while"};
    const auto& tags = tree.sentence().tags;
    if (tree.relation(verb) != Relation::conj || !is_finite_verb(tags[verb]) || tree.head(verb) < 0 ||
        tree.head(verb) > static_cast<std::int32_t>(verb) || has_helper(tree, verb))
        return no_token;
    for (const Relation own : {Relation::nsubj, Relation::nsubj_pass, Relation::cc})
        if (tree.child(verb, own) != no_token) return no_token;
    auto last = verb;
    while (last > 0 && tags[last - 1] == Tag::RB) --last;
    if (last == 0 || !is_noun(tags[last - 1])) return no_token;
    auto noun = static_cast<std::int32_t>(last) - 1;
    for (int step = 0; step < longest_chain && noun > tree.head(verb); ++step) {
        const auto token = static_cast<std::uint32_t>(noun);
        const auto opener = tree.child(token, Relation::case_);
        if (tree.relation(token) == Relation::obl)
            return opener != no_token && openers.has(word_of(text, tree.sentence(), static_cast<std::uint32_t>(opener))) ? noun : no_token;
        noun = tree.head(token);
    }
    return no_token;
}

/// "At a meeting on the quay, [the owner] of the line, Anna Holm, said", of which the parser took the owner for what the quay is called.
std::int32_t subject_behind_scene(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t scene) {
    const auto preposition = tree.child(scene, Relation::case_);
    if (preposition == no_token) return no_token;
    auto opening = tree.subtree(scene).first;
    while (tree.sentence().tags[opening] == Tag::CC || tree.sentence().tags[opening] == Tag::punctuation) ++opening;
    if (preposition != static_cast<std::int32_t>(opening)) return no_token;
    for (auto i = scene + 2; i < verb; ++i) {
        if (tree.head(i) != static_cast<std::int32_t>(scene) || tree.relation(i) != Relation::appos || !is_noun(tree.sentence().tags[i]))
            continue;
        const TokenRange who = tree.subtree(i);
        const auto first = word_of(text, tree.sentence(), who.first) == "," ? who.first + 1 : who.first;
        const Tag lead = tree.sentence().tags[first];
        const bool dated =
            (lead == Tag::DT || lead == Tag::NNP) && tree.sentence().tags[scene] == Tag::CD;  // "on 2 May [the gate], shut for years, was"
        if (first > scene && (dated || word_of(text, tree.sentence(), first - 1) == ",")) return static_cast<std::int32_t>(i);
    }
    return no_token;
}

/// The same, of a verb that has nobody else before it.
std::int32_t subject_behind_opening(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto& tags = tree.sentence().tags;
    if (!is_finite_verb(tags[verb]) && !has_helper(tree, verb)) return no_token;
    for (auto i = tree.subtree(verb).first; i < verb; ++i)
        if (tree.head(i) == static_cast<std::int32_t>(verb) && is_noun(tags[i]) &&
            (tree.relation(i) == Relation::obl || is_subject(tree.relation(i))))
            return subject_behind_scene(text, tree, verb, i);
    return no_token;
}

/// "closed the fair, and [bakers] were told to leave": who is told stands between "and" and "were".
std::int32_t subject_before_helper(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto& tags = tree.sentence().tags;
    auto helper = tree.child(verb, Relation::aux);
    if (helper == no_token) helper = tree.child(verb, Relation::aux_pass);
    if (helper == no_token) helper = static_cast<std::int32_t>(verb);
    if (tree.relation(verb) != Relation::conj || helper < 2 || !is_finite_verb(tags[helper]) || !is_noun(tags[helper - 1])) return no_token;
    auto first = static_cast<std::uint32_t>(helper) - 1;
    while (first > 0 &&
           (is_noun(tags[first - 1]) || tags[first - 1] == Tag::JJ || tags[first - 1] == Tag::DT || tags[first - 1] == Tag::CD))
        --first;
    if (first < 2 || word_of(text, tree.sentence(), first - 1) != "and") return no_token;
    const Tag before = tags[first - 2];  // "teams from Leeds, Varndal [and Carrow] will come"
    if (before == tags[helper - 1] || (is_proper(before) && is_proper(tags[helper - 1]))) return no_token;
    auto who = helper - 1;
    while (tree.relation(static_cast<std::uint32_t>(who)) == Relation::flat && tree.head(static_cast<std::uint32_t>(who)) >= static_cast<std::int32_t>(first))
        who = tree.head(static_cast<std::uint32_t>(who));
    return who;
}

/// "[Holm and Orme], the owners, both left": who both are.
std::int32_t both_of(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t both) {
    static constexpr FixedWords words{"both", "all", "each"};
    const auto up = tree.head(verb);
    const bool behind = both > 1 && word_of(text, tree.sentence(), both - 1) == "," && words.has(word_of(text, tree.sentence(), both));
    const bool before = up >= 0 && up < static_cast<std::int32_t>(both) && is_noun(tree.sentence().tags[up]);
    return behind && before && tree.child(static_cast<std::uint32_t>(up), Relation::conj) != no_token ? up : no_token;
}

/// "[Holm] is a pilot who landed in Leeds": who it is that the noun says something of, if that is a name.
std::int32_t who_it_is(std::string_view text, const Tree& tree, std::uint32_t noun) {
    static constexpr FixedWords forms{"is", "was", "are", "were", "'s"};
    const auto copula = tree.child(noun, Relation::cop), who = tree.child(noun, Relation::nsubj);
    if (copula == no_token || who == no_token || who > copula || !is_proper(tree.sentence().tags[who]) || !forms.has(word_of(text, tree.sentence(), static_cast<std::uint32_t>(copula))))
        return no_token;
    const bool other = tree.child(noun, Relation::aux) != no_token || tree.child(noun, Relation::advmod) != no_token || tree.child(noun, Relation::case_) != no_token;
    return other ? no_token : who;
}

/// "[A pupil] at the old mill who went to Leeds": who it is, where the parser took the mill for who went.
std::int32_t person_before(std::string_view text, const Tree& tree, std::uint32_t noun, std::uint32_t verb) {
    constexpr int artifact = 4, group = 12, place = 13, person = 16;  // lexicographer files of WordNet, as WordSenses counts them
    const Sentence& sentence = tree.sentence();
    const auto who = tree.child(verb, Relation::nsubj) != no_token ? tree.child(verb, Relation::nsubj) : tree.child(verb, Relation::nsubj_pass);
    const auto other = tree.head(noun);
    if (who == no_token || sentence.tags[who] != Tag::WP || tree.relation(noun) != Relation::nmod || other < 0 || other > static_cast<std::int32_t>(noun) ||
        is_proper(sentence.tags[noun]) || !is_noun(sentence.tags[other]) || word_of(text, sentence, static_cast<std::uint32_t>(who)) != "who")
        return no_token;
    const int what = word_senses(lemma_of(text, sentence, noun)).noun_class();
    if (what != artifact && what != group && what != place) return no_token;
    return word_senses(lemma_of(text, sentence, static_cast<std::uint32_t>(other))).noun_class() == person ? other : no_token;
}

/// "It was bare, says [the paper], which was printed in May", of which the parser joined the printing with the first verb.
std::int32_t noun_before_which(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t which) {
    static constexpr FixedWords one{"was", "is", "has"}, many{"were", "are", "have"};
    const auto& tags = tree.sentence().tags;
    const Relation relation = tree.relation(verb);
    if (tags[which] != Tag::WDT || which < 2 || which + 1 > verb ||
        (relation != Relation::conj && relation != Relation::parataxis && relation != Relation::advcl))
        return no_token;
    if (word_of(text, tree.sentence(), which - 1) != "," || !is_noun(tags[which - 2])) return no_token;
    const auto helper = word_of(text, tree.sentence(), which + 1);
    auto noun = static_cast<std::int32_t>(which) - 2;
    for (int step = 0; step < longest_chain && noun >= 0 && noun < static_cast<std::int32_t>(which) && is_noun(tags[noun]); ++step) {
        const bool plural =
            tags[noun] == Tag::NNS || tags[noun] == Tag::NNPS || tree.child(static_cast<std::uint32_t>(noun), Relation::conj) != no_token;
        const auto up = tree.head(static_cast<std::uint32_t>(noun));
        const bool part = tree.relation(static_cast<std::uint32_t>(noun)) == Relation::flat ||
                          tree.relation(static_cast<std::uint32_t>(noun)) == Relation::compound;
        if (!part && !(plural && one.has(helper)) && !(!plural && many.has(helper))) return noun;
        noun = up;
    }
    return no_token;
}

bool opens_with_relative(const Tree& tree, std::uint32_t verb) {
    for (auto i = tree.subtree(verb).first; i < verb; ++i)
        if (const Tag tag = tree.sentence().tags[i]; tag == Tag::WDT || tag == Tag::WP || tag == Tag::WRB || tag == Tag::WPS) return true;
    return false;
}

/// "[A second tower], the last of its kind, followed", of which the parser took the verb for more about the last one.
std::int32_t subject_before_apposition(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto beside = tree.head(verb);
    if (tree.relation(verb) != Relation::acl || beside < 2 || (sentence.tags[verb] != Tag::VBD && sentence.tags[verb] != Tag::VBN)) return no_token;
    const auto token = static_cast<std::uint32_t>(beside);
    const auto noun = tree.head(token);
    if (tree.relation(token) != Relation::appos || noun < 0 || noun > beside || !is_noun(sentence.tags[noun]) ||
        tree.head(static_cast<std::uint32_t>(noun)) >= 0 || tree.has_copula(static_cast<std::uint32_t>(noun)))
        return no_token;
    auto last = verb;
    while (last > token + 1 && sentence.tags[last - 1] == Tag::RB) --last;
    return word_of(text, sentence, last - 1) == "," && word_of(text, sentence, verb + 1 < sentence.tags.size() ? verb + 1 : verb) != "by" ? noun : no_token;
}

}  // namespace

std::int32_t subject_before_relative(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto& tags = tree.sentence().tags;
    auto own = tree.child(verb, Relation::nsubj);
    if (own == no_token) own = tree.child(verb, Relation::nsubj_pass);
    const auto up = tree.head(verb);
    if (own < 1 || up < 0 || up > own || own > static_cast<std::int32_t>(verb) || !is_noun(tags[own])) return no_token;
    const auto first = tree.subtree(static_cast<std::uint32_t>(own)).first;
    if (first < 4) return no_token;
    const auto opener = word_of(text, tree.sentence(), first - 1);
    if (opener != "and" && opener != "or") return no_token;
    static constexpr FixedWords one{"is", "was", "has"};
    auto helper = tree.child(verb, Relation::aux);
    if (helper == no_token) helper = tree.child(verb, Relation::aux_pass);
    if (helper == no_token || tags[own] != Tag::NNS || !one.has(word_of(text, tree.sentence(), static_cast<std::uint32_t>(helper)))) return no_token;
    for (auto i = first - 1; i-- > 0 && i + 24 > first;) {
        if (tags[i] != Tag::WDT && tags[i] != Tag::WP) continue;
        const auto clause = tree.head(i), noun = clause < 0 ? no_token : tree.head(static_cast<std::uint32_t>(clause));
        const bool relative = clause > static_cast<std::int32_t>(i) && tree.relation(static_cast<std::uint32_t>(clause)) == Relation::acl_relcl && noun >= 0 && noun < static_cast<std::int32_t>(i);
        return relative && (tags[noun] == Tag::NN || tags[noun] == Tag::NNP) ? noun : no_token;
    }
    return no_token;
}

std::uint32_t begin_of_conjunct(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const auto subject = subject_before_helper(text, tree, verb);
    auto first = tree.subtree(verb).first;
    if (subject == no_token || subject >= static_cast<std::int32_t>(first)) return first;
    while (first > 0 && word_of(text, tree.sentence(), first) != "and") --first;
    return first;
}

std::int32_t subject_of_headline(std::string_view text, const Tree& tree, std::uint32_t verb) {
    if (const auto who = subject_before_relative(text, tree, verb); who != no_token) return who;
    if (const auto who = subject_before_apposition(text, tree, verb); who != no_token) return who;
    if (const auto who = subject_behind_opener(text, tree, verb); who != no_token) return who;
    const Sentence& sentence = tree.sentence();
    auto subject = tree.subject(verb);
    if (subject != no_token && tree.relation(verb) == Relation::acl_relcl && subject == tree.head(verb))
        if (const auto who = person_before(text, tree, static_cast<std::uint32_t>(subject), verb); who != no_token) return who;
    if (subject != no_token && (tree.relation(verb) == Relation::acl_relcl || tree.relation(verb) == Relation::acl) && subject == tree.head(verb))
        if (const auto who = who_it_is(text, tree, static_cast<std::uint32_t>(subject)); who != no_token) return who;
    if (subject != no_token && disagrees(text, tree, verb, static_cast<std::uint32_t>(subject))) subject = no_token;
    const auto up = tree.head(verb);
    if (tree.child(verb, Relation::nsubj) == no_token && tree.child(verb, Relation::nsubj_pass) == no_token)
        if (const auto who = subject_before_helper(text, tree, verb); who != no_token) return who;
    const bool beside = tree.relation(verb) == Relation::conj && tree.child(verb, Relation::cc) != no_token && subject < up;
    if (subject == no_token || beside || tree.child(static_cast<std::uint32_t>(subject), Relation::case_) != no_token)
        if (const auto who = subject_behind_opening(text, tree, verb); who != no_token) return who;
    if (subject != no_token && tree.relation(verb) == Relation::acl && tree.relation(static_cast<std::uint32_t>(subject)) == Relation::nmod)
        if (const auto one = tree.head(static_cast<std::uint32_t>(subject));
            one >= 0 && one + 1 < subject && (sentence.tags[one] == Tag::CD || sentence.tags[one] == Tag::DT) &&
            word_of(text, sentence, static_cast<std::uint32_t>(one) + 1) == "of")
            return one;         // "[one] of the two piers reopened"
    if (subject != no_token) {  // "all those who lost it": no noun
        const auto token = static_cast<std::uint32_t>(subject);
        if (const auto who = noun_before_which(text, tree, verb, token); who != no_token) return who;
        if (const auto who = both_of(text, tree, verb, token); who != no_token) return who;
        const bool told = tree.relation(verb) == Relation::acl && tree.child(verb, Relation::obj) != no_token;
        if (told && tree.relation(token) == Relation::appos && tree.head(token) >= 0 && tree.head(token) < subject &&
            is_proper(sentence.tags[tree.head(token)]))
            return tree.head(token);  // "Anna Holm, [the owner], closed it"
        const bool relative = (sentence.tags[subject] == Tag::WP || sentence.tags[subject] == Tag::WDT) && tree.relation(verb) == Relation::acl_relcl && up >= 0 && up < subject;
        const bool named = up >= 0 && sentence.tags[up] == Tag::JJ && tree.child(static_cast<std::uint32_t>(up), Relation::det) != no_token;
        return relative && (sentence.tags[up] == Tag::DT || sentence.tags[up] == Tag::CD || named) ? up : subject;
    }
    if (const auto prospect = subject_of_prospect(text, tree, verb); prospect != no_token) return prospect;
    if (const auto first = tree.subtree(verb).first; up >= 0 && up < static_cast<std::int32_t>(verb) && sentence.tags[verb] == Tag::VBN &&
                                                     tree.relation(verb) == Relation::conj && (is_subject(tree.relation(static_cast<std::uint32_t>(up))) || tree.head(static_cast<std::uint32_t>(up)) < 0) && is_noun(sentence.tags[up]) && first > 0 &&
                                                     (word_of(text, sentence, first) == "," || word_of(text, sentence, first - 1) == ","))
        return up;  // "Bakers, heartened by the vote, [marched] through Leeds"
    if (tree.relation(verb) == Relation::acl_relcl && sentence.tags[verb] == Tag::VBD && up >= 0 && up < static_cast<std::int32_t>(verb) &&
        is_noun(sentence.tags[up]) && word_of(text, sentence, verb - 1) == "," && !opens_with_relative(tree, verb))
        return up;  // "the last of them, [a girl] of nine, left"
    const bool finite = sentence.tags[verb] == Tag::VBD || has_helper(tree, verb) || tree.has_copula(verb);
    if (up >= 0 && finite && tree.relation(verb) == Relation::ccomp && up < static_cast<std::int32_t>(verb) && is_reporting_verb(lemma_of(text, sentence, static_cast<std::uint32_t>(up))))
        if (const auto who = tree.object(static_cast<std::uint32_t>(up)); who > up && who < static_cast<std::int32_t>(verb) && is_noun(sentence.tags[who]) &&
                                                                          lemma_of(text, sentence, static_cast<std::uint32_t>(up)) != "tell")
            return who;  // "said [the keeper], whom it does not name, had left"
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
            if (word_of(text, sentence, above) == "born") break;  // "was born in Leeds and fought"
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
