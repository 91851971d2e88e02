#include "importers/extract/events/subject_repairs.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// "left a note after [the warden Ida Holm] was hurt", of which the parser took the warden for more about the note.
void settle_subject_behind_opener(std::string_view text, Sentence& sentence) {
    static constexpr FixedWords openers{"after", "before", "since", "until", "as", "because", "while"};
    constexpr int longest_chain = 5;
    for (std::uint32_t verb = 3; verb < sentence.heads.size(); ++verb) {
        if (sentence.relations[verb] != Relation::advcl ||
            (sentence.tags[verb] != Tag::VBN && sentence.tags[verb] != Tag::VBD && sentence.tags[verb] != Tag::VBG))
            continue;
        const Tree tree(sentence);
        auto helper = std::max(tree.child(verb, Relation::aux), tree.child(verb, Relation::aux_pass));
        if (const auto first = tree.child(verb, Relation::aux); first != no_token) helper = first;
        if (helper < 3 || helper > static_cast<std::int32_t>(verb) || !is_finite_verb(sentence.tags[helper]) ||
            !is_noun(sentence.tags[helper - 1]))
            continue;
        if (tree.child(verb, Relation::nsubj) != no_token || tree.child(verb, Relation::nsubj_pass) != no_token ||
            tree.child(verb, Relation::mark) != no_token)
            continue;
        auto noun = helper - 1;
        for (int step = 0; step < longest_chain && noun >= 0 && tree.child(static_cast<std::uint32_t>(noun), Relation::case_) == no_token;
             ++step)
            noun = sentence.heads[noun];
        if (noun < 1 || noun >= helper || !is_noun(sentence.tags[noun]) ||
            (sentence.relations[noun] != Relation::nmod && sentence.relations[noun] != Relation::obl))
            continue;
        const auto who = static_cast<std::uint32_t>(noun);
        const auto opener = tree.child(who, Relation::case_);
        if (opener < 1 || opener != static_cast<std::int32_t>(tree.subtree(who).first) ||
            !openers.has(word_of(text, sentence, static_cast<std::uint32_t>(opener))) || sentence.heads[who] >= opener)
            continue;
        const Relation relation = tree.child(verb, Relation::aux_pass) != no_token ? Relation::nsubj_pass : Relation::nsubj;
        if (hang(sentence, who, verb, relation)) hang(sentence, static_cast<std::uint32_t>(opener), verb, Relation::mark);
    }
}

/// "has stood", "was sold": the participle behind the helper and its adverbs, else the verb itself.
std::uint32_t told_by_helper(std::string_view text, const Sentence& sentence, std::uint32_t verb) {
    const auto base = lemma_of(text, sentence, verb);
    auto next = verb + 1;
    while (next < sentence.tags.size() && sentence.tags[next] == Tag::RB) ++next;
    const bool helps =
        next < sentence.tags.size() && (base == "be" || base == "have") &&
        (sentence.tags[next] == Tag::VBN || sentence.tags[next] == Tag::VBG || (base == "have" && sentence.tags[next] == Tag::VBD));
    return helps ? next : predicate_of(sentence, verb);
}

struct Modified {
    std::uint32_t opener = 0, inner = 0, verb = 0;  // "that", its verb, the finite verb of what is told
};

/// "The hut that had survived the night burned", "The first crew to reach Marn sang": what opens a sentence, what is said of it, what it did.
Modified find_modified(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest_noun = 9, longest_clause = 12;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const Tag first = sentence.tags[0];
    if (first != Tag::DT && first != Tag::PRPS && first != Tag::CD && first != Tag::JJ && !is_noun(first)) return {};
    std::uint32_t opener = 1;
    const auto opens = [&](std::uint32_t i) {
        return sentence.tags[i] == Tag::WDT || sentence.tags[i] == Tag::WP || sentence.tags[i] == Tag::TO;
    };
    while (opener + 3 < count && opener < longest_noun && !opens(opener)) {
        const Tag tag = sentence.tags[opener];
        if (is_verb(tag) || tag == Tag::MD || tag == Tag::punctuation || tag == Tag::CC || tag == Tag::PRP) return {};
        ++opener;
    }
    if (opener + 3 >= count || !opens(opener) || !is_noun(sentence.tags[opener - 1])) return {};
    auto inner = opener + 1;
    while (inner + 2 < count && sentence.tags[inner] == Tag::RB) ++inner;
    const bool infinitive = sentence.tags[opener] == Tag::TO;
    if (infinitive ? sentence.tags[inner] != Tag::VB : !is_finite_verb(sentence.tags[inner]) || sentence.tags[inner] == Tag::MD) return {};
    const auto told = infinitive ? inner : told_by_helper(text, sentence, inner);
    if (told < inner || told > inner + 3 || is_reporting_verb(lemma_of(text, sentence, told))) return {};
    for (auto verb = told + 1; verb < count && verb < told + longest_clause; ++verb) {
        const Tag tag = sentence.tags[verb];
        if (tag == Tag::punctuation || tag == Tag::CC || tag == Tag::WRB || tag == Tag::PRP || opens(verb) ||
            (tag == Tag::IN && sentence.relations[verb] == Relation::mark && word_of(text, sentence, verb) != "after" &&
             word_of(text, sentence, verb) != "before"))
            return {};
        if (is_finite_verb(tag)) return {opener, told, verb};
        if (tag == Tag::DT && sentence.tokens[verb].capital) return {};  // a caption without its full stop
    }
    return {};
}

void settle_modified(std::string_view text, Sentence& sentence) {
    const auto [opener, inner, verb] = find_modified(text, sentence);
    if (verb == 0) return;
    const Tree tree(sentence);
    const auto top = tree.top_of({0, opener});
    const auto told = told_by_helper(text, sentence, verb);
    if (top == no_token || told < verb) return;
    const auto taken = std::max(tree.child(told, Relation::nsubj), tree.child(told, Relation::nsubj_pass));  // the night for what burned
    if (taken <= static_cast<std::int32_t>(inner) || taken >= static_cast<std::int32_t>(verb)) return;
    const auto noun = static_cast<std::uint32_t>(top);
    if (sentence.heads[told] >= 0) make_root(sentence, told, Relation::nsubj);
    make_subject(sentence, noun, told);
    hang(sentence, inner, noun, sentence.tags[opener] == Tag::TO ? Relation::acl : Relation::acl_relcl);
    const bool passive = sentence.tags[inner] == Tag::VBN && inner > opener + 1 && lemma_of(text, sentence, inner - 1) == "be";
    hang(sentence, opener, inner, sentence.tags[opener] == Tag::TO ? Relation::mark : passive ? Relation::nsubj_pass : Relation::nsubj);
    for (auto i = opener + 1; i < inner; ++i)
        hang(sentence, i, inner,
             sentence.tags[i] == Tag::RB ? Relation::advmod
             : passive && i + 1 == inner ? Relation::aux_pass
                                         : Relation::aux);
    for (auto i = inner + 1; i < verb; ++i) {
        const auto head = sentence.heads[i];
        if (head >= static_cast<std::int32_t>(inner) && head < static_cast<std::int32_t>(verb)) continue;
        const bool joint = sentence.tags[i] == Tag::IN && i + 1 < verb;  // "named after the mill"
        if (joint) {
            auto what = i + 1;
            while (what + 1 < verb && !is_noun(sentence.tags[what])) ++what;
            while (what + 1 < verb && is_noun(sentence.tags[what + 1])) ++what;
            hang(sentence, i, what, Relation::case_);
        } else {
            hang(sentence, i, inner,
                 is_noun(sentence.tags[i]) && sentence.tags[i - 1] != Tag::IN ? Relation::obj
                 : is_noun(sentence.tags[i])                                  ? Relation::obl
                                                                              : sentence.relations[i]);
        }
    }
    for (auto i = verb; i < sentence.heads.size(); ++i) {
        const auto head = sentence.heads[i];
        if (i != told && head >= 0 && head < static_cast<std::int32_t>(verb))
            hang(sentence, i, told, i < told ? Relation::aux : sentence.relations[i]);
    }
}

/// "[A new bell], the last of its kind, followed", of which the parser took "the last" for what followed.
void settle_subject_before_aside(std::string_view text, Sentence& sentence) {
    const auto noun = root_of(sentence);
    if (!is_noun(sentence.tags[noun])) return;
    const Tree tree(sentence);
    for (auto verb = noun + 4; verb < sentence.heads.size(); ++verb) {
        if (sentence.heads[verb] != static_cast<std::int32_t>(noun) || sentence.relations[verb] != Relation::acl ||
            sentence.tags[verb] != Tag::VBD)
            continue;
        const auto other = tree.child(verb, Relation::nsubj);
        if (tree.has_copula(noun) || word_of(text, sentence, noun + 1) != "," || word_of(text, sentence, verb - 1) != "," ||
            other < static_cast<std::int32_t>(noun) + 2 || other >= static_cast<std::int32_t>(verb))
            return;
        if (hang(sentence, static_cast<std::uint32_t>(other), noun, Relation::appos)) make_root(sentence, verb, Relation::nsubj);
        return;
    }
}

/// "[A crash] in May, also on the bridge, hurt nobody", of which the parser took the bridge for what hurt.
void settle_subject_before_place(std::string_view text, Sentence& sentence) {
    const auto noun = root_of(sentence);
    if (!is_noun(sentence.tags[noun])) return;
    const Tree tree(sentence);
    if (tree.has_copula(noun)) return;
    bool comma = false;
    for (std::uint32_t i = 0; i + 1 < sentence.heads.size(); ++i) {
        const Tag tag = sentence.tags[i];
        if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::WRB || tag == Tag::CC || tag == Tag::MD) return;
        if (is_finite_verb(tag)) {
            const auto place = sentence.heads[i];
            const Relation relation = sentence.relations[i];
            if (tag != Tag::VBD || !comma || word_of(text, sentence, i - 1) != "," || place <= static_cast<std::int32_t>(noun)) return;
            if (place >= static_cast<std::int32_t>(i) || (relation != Relation::acl_relcl && relation != Relation::acl)) return;
            if (tree.child(static_cast<std::uint32_t>(place), Relation::case_) == no_token) return;
            return make_root(sentence, i, Relation::nsubj);
        }
        comma = comma ||
                (i > noun && word_of(text, sentence, i) == "," && i + 3 < sentence.heads.size() && word_of(text, sentence, i + 3) != ",");
    }
}

/// "A survey found cracks, and Holm shut the mill", of which the parser took the survey for who shut it.
void settle_two_subjects(std::string_view text, Sentence& sentence) {
    const auto verb = root_of(sentence);
    if (!is_verb(sentence.tags[verb])) return;
    const Tree tree(sentence);
    std::int32_t who = no_token, first = no_token;
    for (std::uint32_t i = 0; i < verb; ++i)
        if (sentence.heads[i] == static_cast<std::int32_t>(verb) && is_subject(sentence.relations[i]))
            (first == no_token ? first : who) = static_cast<std::int32_t>(i);
    if (who == no_token || !is_noun(sentence.tags[first])) return;
    const auto told = tree.child(static_cast<std::uint32_t>(first), Relation::acl);
    if (told <= first || told >= who || sentence.tags[told] != Tag::VBD ||
        tree.child(static_cast<std::uint32_t>(told), Relation::obj) == no_token)
        return;
    bool joined = false;
    for (auto i = static_cast<std::uint32_t>(told) + 1; i < static_cast<std::uint32_t>(who); ++i)
        joined |= sentence.tags[i] == Tag::CC && word_of(text, sentence, i - 1) == ",";
    if (!joined) return;
    const auto main = static_cast<std::uint32_t>(told);
    make_root(sentence, main, Relation::conj);
    hang(sentence, static_cast<std::uint32_t>(first), main, Relation::nsubj);
    for (auto i = static_cast<std::uint32_t>(first) + 1; i < main; ++i)  // "A survey by drone"
        if (sentence.heads[i] == told && is_noun(sentence.tags[i])) {
            hang(sentence, i, static_cast<std::uint32_t>(first), Relation::nmod);
            for (auto k = static_cast<std::uint32_t>(first) + 1; k < i; ++k)
                if (sentence.heads[k] == told && sentence.tags[k] == Tag::IN) hang(sentence, k, i, Relation::case_);
        }
}

/// "The mill shut in May and [its looms] will be sold", of which the parser joined the looms with May.
void settle_subject_behind_and(std::string_view text, Sentence& sentence) {
    for (std::uint32_t verb = 4; verb < sentence.heads.size(); ++verb) {
        const auto main = sentence.heads[verb];
        if (main < 0 || main > static_cast<std::int32_t>(verb) || sentence.relations[verb] != Relation::advcl || !is_verb(sentence.tags[main])) continue;
        const Tree tree(sentence);
        const bool passive = tree.child(verb, Relation::aux_pass) != no_token;
        auto helper = tree.child(verb, Relation::aux);
        if (helper == no_token) helper = tree.child(verb, Relation::aux_pass);
        if (helper < 4 || helper > static_cast<std::int32_t>(verb) || !is_finite_verb(sentence.tags[helper])) continue;
        if (tree.child(verb, Relation::nsubj) != no_token || tree.child(verb, Relation::nsubj_pass) != no_token || tree.child(verb, Relation::mark) != no_token) continue;
        const auto who = static_cast<std::uint32_t>(helper) - 1;
        const auto other = sentence.heads[who];
        const auto joint = tree.child(who, Relation::cc);
        if (!is_noun(sentence.tags[who]) || sentence.relations[who] != Relation::conj || other <= main || other > static_cast<std::int32_t>(who)) continue;
        if (joint <= other || joint != static_cast<std::int32_t>(tree.subtree(who).first) || word_of(text, sentence, static_cast<std::uint32_t>(joint)) != "and") continue;
        if (!hang(sentence, who, verb, passive ? Relation::nsubj_pass : Relation::nsubj)) continue;
        hang(sentence, static_cast<std::uint32_t>(joint), verb, Relation::cc);
        sentence.relations[verb] = Relation::conj;
    }
}

/// "On Monday [passengers] felt a jolt": no Monday passengers.
void settle_subject_behind_day(std::string_view text, Sentence& sentence) {
    if (sentence.heads.size() < 5 || sentence.tags[0] != Tag::IN || sentence.heads[1] != 2 || sentence.relations[1] != Relation::compound) return;
    const auto day = word_of(text, sentence, 1);
    if (!day.ends_with("day") || !sentence.tokens[1].capital || sentence.tags[2] != Tag::NNS || !is_finite_verb(sentence.tags[3]) || sentence.heads[2] < 3) return;
    const auto verb = static_cast<std::uint32_t>(sentence.heads[2]);
    if (sentence.relations[2] != Relation::nsubj && sentence.relations[2] != Relation::nsubj_pass && sentence.relations[2] != Relation::obl) return;
    const bool passive = Tree(sentence).child(verb, Relation::aux_pass) != no_token;
    if (!hang(sentence, 1, verb, Relation::obl)) return;
    sentence.relations[2] = passive ? Relation::nsubj_pass : Relation::nsubj;
    hang(sentence, 0, 1, Relation::case_);
}

/// "On the eve of the crash [guests] saw a spark", "Two days after the raid [detectives] came": no accident passengers, whatever the parser made of them.
void settle_subject_behind_distance(std::string_view text, Sentence& sentence) {
    constexpr std::uint32_t longest = 8;
    static constexpr FixedWords joints{"of", "after", "before"};
    const auto count = static_cast<std::uint32_t>(sentence.heads.size());
    for (std::uint32_t joint = 1; joint + 4 < count && joint < longest; ++joint) {
        const std::uint32_t article = joint + 1, event = joint + 2, who = joint + 3, verb = joint + 4;
        if (!joints.has(word_of(text, sentence, joint)) || word_of(text, sentence, article) != "the") continue;
        if (sentence.tags[event] != Tag::NN || sentence.tags[who] != Tag::NNS || sentence.tokens[who].capital || !is_finite_verb(sentence.tags[verb])) continue;
        if (sentence.heads[event] != static_cast<std::int32_t>(who) || !is_event_noun(lemma_of(text, sentence, event))) continue;
        const std::string time = lemma_of(text, sentence, joint - 1);
        if (time != "eve" && !word_list("time_units").has(time)) continue;
        std::uint32_t main = verb;  // "had felt"
        while (is_helping(sentence.relations[main]) && sentence.heads[main] > static_cast<std::int32_t>(main)) main = static_cast<std::uint32_t>(sentence.heads[main]);
        if (sentence.heads[main] >= 0 && sentence.heads[main] < static_cast<std::int32_t>(verb)) continue;
        const bool passive = Tree(sentence).child(main, Relation::aux_pass) != no_token;
        if (!hang(sentence, who, main, passive ? Relation::nsubj_pass : Relation::nsubj)) return;
        hang(sentence, joint - 1, main, Relation::obl);
        hang(sentence, event, joint - 1, Relation::nmod);
        hang(sentence, joint, event, Relation::case_);
        hang(sentence, article, event, Relation::det);
        return;
    }
}

}  // namespace

void repair_subjects(std::string_view text, Sentence& sentence) {
    settle_modified(text, sentence);
    settle_subject_behind_opener(text, sentence);
    settle_subject_before_aside(text, sentence);
    settle_subject_before_place(text, sentence);
    settle_two_subjects(text, sentence);
    settle_subject_behind_and(text, sentence);
    settle_subject_behind_distance(text, sentence);
    settle_subject_behind_day(text, sentence);
}

}  // namespace annals
