#include "importers/extract/repairs.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar.h"
#include "importers/extract/headline_front.h"
#include "importers/extract/word_list.h"

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
    for (const TokenRange bracket : brackets(text, sentence, std::numeric_limits<std::uint32_t>::max())) {
        if (bracket.first == 0 && bracket.last < count && sentence.tags[1] == Tag::VB) sentence.tags[1] = Tag::NN;
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
        auto subject = said;
        while (subject > i && !(sentence.heads[subject] == static_cast<std::int32_t>(said) && is_subject(sentence.relations[subject]))) --subject;
        if (sentence.relations[said] != Relation::acl_relcl || subject <= i) continue;
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

/// What says who told the rest: it stands beside it.
void make_aside(Sentence& sentence, std::uint32_t verb, std::uint32_t told, std::uint32_t speaker) {
    sentence.heads[verb] = static_cast<std::int32_t>(told);
    sentence.relations[verb] = Relation::parataxis;
    sentence.heads[speaker] = static_cast<std::int32_t>(verb);
    sentence.relations[speaker] = Relation::nsubj;
    if (sentence.tags[verb] == Tag::VBN) sentence.tags[verb] = Tag::VBD;
}

/// "The mill was sold, it claims", of which the parser took the sale for a circumstance of the claim.
bool turn_over(Sentence& sentence, std::uint32_t verb, std::uint32_t comma, std::uint32_t speaker) {
    const Tree tree(sentence);
    const auto told = tree.child(verb, Relation::advcl);
    if (tree.head(verb) >= 0 || told == no_token || told >= static_cast<std::int32_t>(comma)) return false;
    const auto main = static_cast<std::uint32_t>(told);
    if (tree.child(main, Relation::mark) != no_token || sentence.tags[tree.subtree(main).first] == Tag::WRB || !is_finite_verb(sentence.tags[main])) return false;
    for (std::uint32_t i = 0; i <= comma; ++i)
        if (sentence.heads[i] == static_cast<std::int32_t>(verb)) sentence.heads[i] = told;
    sentence.heads[main] = -1;
    sentence.relations[main] = Relation::root;
    make_aside(sentence, verb, main, speaker);
    return true;
}

/// "..., the board announced on Friday.": whatever the parser made of it, it says who told the rest.
void settle_closing_speech(std::string_view text, Sentence& sentence) {
    const Tree tree(sentence);
    const auto root = std::find(sentence.heads.begin(), sentence.heads.end(), -1) - sentence.heads.begin();
    for (auto verb = static_cast<std::uint32_t>(sentence.tags.size()); verb-- > 2;) {
        if (word_of(text, sentence, verb) == ",") return;
        if (!is_verb(sentence.tags[verb])) continue;
        if (tree.object(verb) != no_token || !is_reporting_verb(lemma_of(text, sentence, verb))) return;
        const auto head = tree.head(verb), before = static_cast<std::int32_t>(verb) - 1;
        // "the service confirmed yesterday" is read as a service that was confirmed, or as a confirmed yesterday.
        const bool of_noun = sentence.relations[verb] == Relation::acl && head == before;
        const bool of_date = sentence.relations[verb] == Relation::amod && head == before + 2 && is_noun(sentence.tags[verb - 1]);
        if (of_noun || of_date) {
            const auto noun = verb - 1;
            auto first = tree.subtree(noun).first;
            if (first > 0 && word_of(text, sentence, first) != ",") --first;
            if (first > 0 && word_of(text, sentence, first) == "," && root < first) {
                make_aside(sentence, verb, static_cast<std::uint32_t>(root), noun);
                if (of_date) sentence.heads[head] = static_cast<std::int32_t>(verb), sentence.relations[head] = Relation::obl_tmod;
            }
            return;
        }
        const auto subject = tree.child(verb, Relation::nsubj);
        if (subject == no_token || subject >= static_cast<std::int32_t>(verb)) return;
        const auto first = tree.subtree(static_cast<std::uint32_t>(subject)).first;
        if (first == 0 || word_of(text, sentence, first - 1) != ",") return;
        if (turn_over(sentence, verb, first - 1, static_cast<std::uint32_t>(subject))) return;
        if (head == no_token || head >= subject || tree.subtree(verb).first + 1 < first) return;
        make_aside(sentence, verb, static_cast<std::uint32_t>(head), static_cast<std::uint32_t>(subject));
        return;
    }
}

/// "the rumour that the king fled": what is said belongs to the noun before it.
void give_claims(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i) {
        if (sentence.tags[i] != Tag::IN || word_of(text, sentence, i) != "that" || sentence.heads[i] < 0) continue;
        const auto told = static_cast<std::uint32_t>(sentence.heads[i]);
        if (told <= i || sentence.relations[told] != Relation::ccomp || sentence.heads[told] >= static_cast<std::int32_t>(i)) continue;
        if (!is_noun(sentence.tags[i - 1])) continue;
        if (const std::string noun = lemma_of(text, sentence, i - 1); !word_list("doubtful_nouns").has(noun) && !word_list("statement_nouns").has(noun)) continue;
        sentence.heads[told] = static_cast<std::int32_t>(i) - 1;
        sentence.relations[told] = Relation::acl;
        sentence.relations[i] = Relation::mark;
    }
}

/// "Holm - a former pilot - left": no article joins.
void give_articles(std::string_view text, Sentence& sentence) {
    static constexpr FixedWords articles{"a", "an", "the"};
    for (std::uint32_t i = 0; i + 1 < sentence.tags.size(); ++i) {
        if (sentence.relations[i] != Relation::cc || sentence.tags[i] != Tag::DT || !articles.has_in_any_case(word_of(text, sentence, i))) continue;
        auto noun = i + 1;
        while (noun + 1 < sentence.tags.size() && (sentence.tags[noun] == Tag::JJ || is_noun(sentence.tags[noun + 1]))) ++noun;
        if (!is_noun(sentence.tags[noun])) continue;
        for (auto at = i; at < noun; ++at) {
            sentence.heads[at] = static_cast<std::int32_t>(noun);
            sentence.relations[at] = at == i ? Relation::det : sentence.tags[at] == Tag::JJ ? Relation::amod : Relation::compound;
        }
    }
}

/// "The paper reported Thursday that a crew had left": a date behind a verb is no subject of the next one.
void settle_dates(Sentence& sentence, const std::vector<Resolution>& resolutions) {
    for (const Resolution& resolution : resolutions) {
        if (resolution.first == 0 || resolution.last != resolution.first + 1 || !is_finite_verb(sentence.tags[resolution.first - 1])) continue;
        const auto date = static_cast<std::int32_t>(resolution.first), verb = date - 1, next = sentence.heads[resolution.first];
        if (next <= date || sentence.relations[resolution.first] != Relation::nsubj) continue;
        for (std::int32_t& head : sentence.heads)
            if (head == date) head = next;
        sentence.heads[resolution.first] = verb;
        sentence.relations[resolution.first] = Relation::obl_tmod;
    }
}

/// "Holm resigned, two days after a fire gutted the mill": what happened before is not what the sentence tells first.
void give_root(Sentence& sentence, std::uint32_t verb, TokenRange governed) {
    const Tree tree(sentence);
    auto main = no_token;
    for (std::uint32_t i = 0; i < governed.first; ++i) {
        if (sentence.heads[i] < 0 || !(is_finite_verb(sentence.tags[i]) || sentence.tags[i] == Tag::VBN)) continue;
        const auto head = sentence.heads[i];
        const bool of_subject = is_subject(sentence.relations[head]) && sentence.heads[head] == static_cast<std::int32_t>(verb);  // "the director, Holm, resigned"
        if (head == static_cast<std::int32_t>(verb) || of_subject) main = static_cast<std::int32_t>(i);
    }
    if (main == no_token) return;
    const auto told = static_cast<std::uint32_t>(main);
    const auto subject = tree.subject(told);
    for (std::uint32_t i = 0; i < sentence.heads.size(); ++i) {
        if (sentence.heads[i] != static_cast<std::int32_t>(verb) || (i > told && i < governed.last)) continue;
        sentence.heads[i] = main;
        if (i < told && is_subject(sentence.relations[i]) && subject > static_cast<std::int32_t>(i)) {  // "the director, Anna Holm,"
            sentence.heads[subject] = static_cast<std::int32_t>(i);
            sentence.relations[subject] = Relation::appos;
        }
    }
    sentence.heads[verb] = main;
    sentence.relations[verb] = Relation::advcl;
    sentence.heads[told] = -1;
    sentence.relations[told] = Relation::root;
    if (sentence.tags[told] == Tag::VBN && tree.child(told, Relation::aux_pass) == no_token && tree.child(told, Relation::aux) == no_token) {
        sentence.tags[told] = Tag::VBD;
        for (std::uint32_t i = 0; i < told; ++i)
            if (sentence.heads[i] == main && sentence.relations[i] == Relation::nsubj_pass) sentence.relations[i] = Relation::nsubj;
    }
}

/// "two weeks after a storm wrecked the pier": whatever the parser made of it, the storm is what wrecked, not the weeks, and they say when.
void give_governed_words(Sentence& sentence, std::uint32_t verb, TokenRange counted, TokenRange governed) {
    const auto head = static_cast<std::int32_t>(verb);
    const Tree tree(sentence);
    if (tree.head(verb) >= static_cast<std::int32_t>(governed.first) && tree.relation(verb) == Relation::acl) sentence.heads[verb] = tree.head(static_cast<std::uint32_t>(tree.head(verb)));
    const auto subject = tree.subject(verb);
    if (subject == no_token || !governed.contains(static_cast<std::uint32_t>(subject))) {
        const auto who = tree.top_of({governed.first, verb});
        if (who == no_token || !is_noun(sentence.tags[who]) || is_below(sentence, verb, static_cast<std::uint32_t>(who))) return;
        make_subject(sentence, static_cast<std::uint32_t>(who), verb);
    }
    if (sentence.tags[verb] == Tag::VBN && tree.child(verb, Relation::aux_pass) == no_token) sentence.tags[verb] = Tag::VBD;
    sentence.relations[verb] = Relation::advcl;
    if (const auto weeks = tree.top_of(counted); weeks != no_token && weeks != tree.head(verb)) {
        sentence.heads[weeks] = head;
        sentence.relations[weeks] = Relation::obl_tmod;
    }
    for (auto i = counted.last; i < governed.first; ++i) {
        sentence.heads[i] = head;
        sentence.relations[i] = Relation::mark;
    }
}

void settle_governed(Sentence& sentence, const Resolution& resolution) {
    if (!resolution.other.dated() || resolution.governed.empty()) return;
    const TokenRange range = tokens_of(sentence, resolution.governed);
    for (auto verb = range.first; verb < range.last; ++verb) {
        const bool finite = sentence.tags[verb] == Tag::VBD || (sentence.tags[verb] == Tag::VBN && Tree(sentence).child(verb, Relation::obj) != no_token);
        if (finite && sentence.heads[verb] < 0) give_root(sentence, verb, range);
        if (finite && sentence.heads[verb] >= 0) return give_governed_words(sentence, verb, {resolution.first, resolution.last}, range);
    }
}

/// "The mill, which had stood longer than anybody could remember, closed": what comes behind the relative clause is told of the noun before it.
void settle_behind_relative(std::string_view text, Sentence& sentence) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto is_comma = [&](std::uint32_t i) { return word_of(text, sentence, i) == ","; };
    auto opener = std::uint32_t{2};
    while (opener < count && !(is_comma(opener - 1) && (sentence.tags[opener] == Tag::WDT || sentence.tags[opener] == Tag::WP))) {
        if (is_finite_verb(sentence.tags[opener - 2])) return;
        ++opener;
    }
    auto verb = opener + 2;
    bool finite = false;
    for (; verb < count; ++verb) {
        finite = finite || is_finite_verb(sentence.tags[verb - 2]);
        if (finite && is_comma(verb - 1) && (is_finite_verb(sentence.tags[verb]) || sentence.tags[verb] == Tag::VBN)) break;
    }
    const auto within = [&](std::int32_t head) { return head >= static_cast<std::int32_t>(opener) && head < static_cast<std::int32_t>(verb); };
    if (verb >= count || !within(sentence.heads[verb]) || sentence.tags[verb] == Tag::MD || predicate_of(sentence, verb) != verb) return;
    auto noun = opener - 2;
    while (sentence.heads[noun] >= 0 && sentence.heads[noun] < static_cast<std::int32_t>(opener)) noun = static_cast<std::uint32_t>(sentence.heads[noun]);
    if (!is_noun(sentence.tags[noun])) return;
    for (auto i = verb + 1; i < count; ++i)
        if (within(sentence.heads[i])) sentence.heads[i] = static_cast<std::int32_t>(verb);
    const auto root = std::find(sentence.heads.begin(), sentence.heads.end(), -1) - sentence.heads.begin();
    sentence.heads[root] = static_cast<std::int32_t>(verb);
    sentence.relations[root] = Relation::parataxis;
    sentence.heads[verb] = -1;
    sentence.relations[verb] = Relation::root;
    if (sentence.tags[verb] == Tag::VBN) sentence.tags[verb] = Tag::VBD;
    make_subject(sentence, noun, verb);
}

/// "Had the dam held, the village would stand": the condition is not what the sentence tells.
void settle_condition(std::string_view text, Sentence& sentence) {
    static constexpr FixedWords openers{"had", "were", "should"};
    if (!openers.has_in_any_case(word_of(text, sentence, 0)) || sentence.heads[0] < 0) return;
    const auto condition = static_cast<std::uint32_t>(sentence.heads[0]);
    if (predicate_of(sentence, 0) != condition || sentence.heads[condition] >= 0) return;
    const Tree tree(sentence);
    for (auto verb = condition + 1; verb < sentence.heads.size(); ++verb) {
        const auto helper = tree.child(verb, Relation::aux);
        if (sentence.heads[verb] != sentence.heads[0] || helper == no_token || sentence.tags[helper] != Tag::MD) continue;
        const auto first = tree.subtree(verb).first;
        if (first == 0 || (word_of(text, sentence, first) != "," && word_of(text, sentence, first - 1) != ",")) continue;
        for (auto i = verb + 1; i < sentence.heads.size(); ++i)
            if (sentence.heads[i] == sentence.heads[0]) sentence.heads[i] = static_cast<std::int32_t>(verb);
        sentence.heads[condition] = static_cast<std::int32_t>(verb);
        sentence.relations[condition] = Relation::advcl;
        sentence.heads[verb] = -1;
        sentence.relations[verb] = Relation::root;
        return;
    }
}

}  // namespace

void repair(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions) {
    if (sentence.heads.empty()) return;
    settle_dates(sentence, resolutions);
    settle_behind_relative(text, sentence);
    settle_closing_speech(text, sentence);
    for (const Resolution& resolution : resolutions) settle_governed(sentence, resolution);
    free_brackets(text, sentence);
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (sentence.relations[i] == Relation::expl && is_noun(sentence.tags[i])) sentence.relations[i] = Relation::nsubj;
    for (const Resolution& resolution : resolutions) give_over_date(sentence, {resolution.first, resolution.last});
    give_what_was_said(text, sentence);
    give_claims(text, sentence);
    give_articles(text, sentence);
    settle_condition(text, sentence);
}

}  // namespace annals
