#include "importers/extract/repairs.h"

#include "importers/extract/grammar.h"
#include "importers/extract/headline_front.h"

#include <algorithm>
#include <limits>

namespace annals {
namespace {

bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }

void make_subject(Sentence& sentence, std::uint32_t noun, std::uint32_t verb) {
    const auto passive = Tree(sentence).child(verb, Relation::aux_pass);
    sentence.heads[noun] = static_cast<std::int32_t>(verb);
    sentence.relations[noun] = passive == no_token ? Relation::nsubj : Relation::nsubj_pass;
}

/// Whether the token hangs, by way of others, on that one.
bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t other) {
    for (auto at = static_cast<std::int32_t>(token); at >= 0; at = sentence.heads[at])
        if (at == static_cast<std::int32_t>(other)) return true;
    return false;
}

/// "(Update 2 p.m.) Mayor Holm closed it": what stands in brackets before the verb is not who; what hangs on it from outside is.
void free_brackets(std::string_view text, Sentence& sentence) {
    const auto count = static_cast<std::uint32_t>(sentence.heads.size());
    for (const TokenRange bracket : brackets(text, sentence, std::numeric_limits<std::uint32_t>::max()))
        for (auto i = bracket.first; i < bracket.last; ++i) {
            const auto head = sentence.heads[i];
            if (head < static_cast<std::int32_t>(bracket.last) || !is_subject(sentence.relations[i])) continue;
            const auto verb = static_cast<std::uint32_t>(head);
            sentence.relations[i] = Relation::parataxis;
            auto subject = Tree(sentence).subject(verb);
            for (auto token = bracket.last; token < count; ++token) {
                if (sentence.heads[token] < 0 || !bracket.contains(static_cast<std::uint32_t>(sentence.heads[token])) || is_below(sentence, verb, token)) continue;
                if (subject == no_token && token < verb && is_noun(sentence.tags[token])) {
                    make_subject(sentence, token, verb);
                    subject = static_cast<std::int32_t>(token);
                } else if (subject != no_token && token < verb && is_noun(sentence.tags[token]) && !is_below(sentence, static_cast<std::uint32_t>(subject), token)) {
                    sentence.heads[token] = subject;
                    sentence.relations[token] = Relation::flat;
                } else {
                    sentence.heads[token] = head;
                }
            }
        }
}

/// The verb, adjective or noun that a finite verb belongs to.
std::uint32_t predicate_of(const Sentence& sentence, std::uint32_t verb) {
    const Relation relation = sentence.relations[verb];
    const bool helps = relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::cop;
    return helps && sentence.heads[verb] >= 0 ? static_cast<std::uint32_t>(sentence.heads[verb]) : verb;
}

/// "The board today confirmed": the noun before a bare date is the subject of the verb behind it.
void give_over_date(Sentence& sentence, TokenRange date) {
    auto verb = date.last;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    while (verb < count && verb < date.last + 2 && sentence.tags[verb] == Tag::RB) ++verb;
    if (date.first == 0 || verb >= count || !is_finite_verb(sentence.tags[verb])) return;
    const auto predicate = predicate_of(sentence, verb);
    const Tree tree(sentence);
    const auto known = tree.subject(predicate);
    const bool time_itself = known != no_token && date.contains(static_cast<std::uint32_t>(known));
    if (predicate < verb || (known != no_token && !time_itself) || !is_noun(sentence.tags[date.first - 1])) return;
    auto noun = date.first - 1;
    while (sentence.heads[noun] >= 0 && sentence.heads[noun] < static_cast<std::int32_t>(date.first) && is_noun(sentence.tags[sentence.heads[noun]]))
        noun = static_cast<std::uint32_t>(sentence.heads[noun]);
    const auto head = sentence.heads[noun];
    const bool misled = head >= static_cast<std::int32_t>(date.first) && (date.contains(static_cast<std::uint32_t>(head)) || head == static_cast<std::int32_t>(predicate));
    if (!misled || is_below(sentence, predicate, noun) || tree.child(noun, Relation::case_) != no_token) return;
    if (time_itself && sentence.heads[known] == static_cast<std::int32_t>(predicate)) sentence.relations[known] = Relation::obl_tmod;
    make_subject(sentence, noun, predicate);
}

/// "admits under questioning that Holm fell": what hangs on "questioning" is what was admitted.
void give_what_was_said(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i) {
        if (sentence.tags[i] != Tag::WDT || word_of(text, sentence, i) != "that" || sentence.heads[i] < 0) continue;
        const auto said = static_cast<std::uint32_t>(sentence.heads[i]);
        const Tree tree(sentence);
        const auto subject = tree.child(said, Relation::nsubj);
        if (sentence.relations[said] != Relation::acl_relcl || subject == no_token || subject == static_cast<std::int32_t>(i)) continue;
        const auto verb = tree.governing_verb(said);
        if (verb == no_token) continue;
        const auto speaks = static_cast<std::uint32_t>(verb);
        const bool silent = tree.object(speaks) == no_token && tree.child(speaks, Relation::ccomp) == no_token && tree.child(speaks, Relation::xcomp) == no_token;
        if (!silent || !is_verb(sentence.tags[speaks]) || !is_reporting_verb(lemma_of(text, sentence, speaks))) continue;
        sentence.heads[said] = verb;
        sentence.relations[said] = Relation::ccomp;
        sentence.tags[i] = Tag::IN;
        sentence.relations[i] = Relation::mark;
    }
}

}  // namespace

void repair(std::string_view text, Sentence& sentence, const std::vector<TokenRange>& expressions) {
    if (sentence.heads.empty()) return;
    free_brackets(text, sentence);
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (sentence.relations[i] == Relation::expl && is_noun(sentence.tags[i])) sentence.relations[i] = Relation::nsubj;
    for (const TokenRange date : expressions) give_over_date(sentence, date);
    give_what_was_said(text, sentence);
}

}  // namespace annals
