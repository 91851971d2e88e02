#include "importers/extract/events/repairs.h"

#include "core/text/fixed_words.h"
#include "importers/extract/events/date_repairs.h"
#include "importers/extract/events/subject_repairs.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <limits>

namespace annals {
namespace {

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
                if (sentence.heads[token] < 0 || !bracket.contains(static_cast<std::uint32_t>(sentence.heads[token])) ) continue;
                if (subject == no_token && token < verb && is_noun(sentence.tags[token])) {
                    if (make_subject(sentence, token, verb)) subject = static_cast<std::int32_t>(token);
                } else if (subject != no_token && token < verb && is_noun(sentence.tags[token]) && !is_below(sentence, static_cast<std::uint32_t>(subject), token)) {
                    hang(sentence, token, static_cast<std::uint32_t>(subject), Relation::flat);
                } else {
                    hang(sentence, token, verb, sentence.relations[token]);
                }
            }
        }
    }
}

/// "told the crew on Monday that it would close": the clause of "that" hangs on the crew or the day.
bool hangs_on_hearer(const Sentence& sentence, std::uint32_t that) {
    const auto noun = sentence.heads[static_cast<std::uint32_t>(sentence.heads[that])];
    if (noun < 0 || noun + 1 != static_cast<std::int32_t>(that)) return false;
    const Relation relation = sentence.relations[noun];
    return relation == Relation::iobj || relation == Relation::obl_tmod || relation == Relation::nmod_tmod;
}

/// "admits under questioning that Holm fell": what hangs on "questioning" is what was admitted.
void give_what_was_said(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i) {
        if ((sentence.tags[i] != Tag::WDT && sentence.tags[i] != Tag::IN) || word_of(text, sentence, i) != "that" || sentence.heads[i] < 0) continue;
        if (sentence.tags[i] == Tag::IN && !hangs_on_hearer(sentence, i)) continue;
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
        if (!hang(sentence, said, speaks, Relation::ccomp)) continue;
        sentence.tags[i] = Tag::IN;
        sentence.relations[i] = Relation::mark;
    }
}

/// What says who told the rest: it stands beside it.
void make_aside(Sentence& sentence, std::uint32_t verb, std::uint32_t told, std::uint32_t speaker) {
    if (!hang(sentence, verb, told, Relation::parataxis)) return;
    hang(sentence, speaker, verb, Relation::nsubj);
    if (sentence.tags[verb] == Tag::VBN) sentence.tags[verb] = Tag::VBD;
}

/// "The mill was sold, it claims", of which the parser took the sale for a circumstance of the claim.
bool turn_over(Sentence& sentence, std::uint32_t verb, std::uint32_t comma, std::uint32_t speaker) {
    const Tree tree(sentence);
    const auto told = tree.child(verb, Relation::advcl);
    if (tree.head(verb) >= 0 || told == no_token || told >= static_cast<std::int32_t>(comma)) return false;
    const auto main = static_cast<std::uint32_t>(told);
    const bool helped = tree.child(main, Relation::aux) != no_token || tree.child(main, Relation::aux_pass) != no_token;
    if (tree.child(main, Relation::mark) != no_token || sentence.tags[tree.subtree(main).first] == Tag::WRB) return false;
    if (!helped && !is_finite_verb(sentence.tags[main])) return false;
    hang_children(sentence, verb, {0, comma + 1}, main);
    make_root(sentence, main, Relation::parataxis);
    make_aside(sentence, verb, main, speaker);
    return true;
}

/// "..., the board announced on Friday.": whatever the parser made of it, it says who told the rest.
void settle_closing_speech(std::string_view text, Sentence& sentence) {
    const auto root = root_of(sentence);
    for (auto verb = static_cast<std::uint32_t>(sentence.tags.size()); verb-- > 2;) {
        if (word_of(text, sentence, verb) == ",") return;
        if (!is_verb(sentence.tags[verb])) continue;
        const auto base = lemma_of(text, sentence, verb);
        if (!is_reporting_verb(base)) return;
        const Tree tree(sentence);
        const bool to_somebody = base == "tell" || base == "inform" || base == "remind";
        if (tree.object(verb) != no_token && !to_somebody) return;
        const auto head = tree.head(verb), before = static_cast<std::int32_t>(verb) - 1;
        // "the service confirmed yesterday" is read as a service that was confirmed, or as a confirmed yesterday.
        const bool of_noun = sentence.relations[verb] == Relation::acl && head == before;
        const bool of_date = sentence.relations[verb] == Relation::amod && head == before + 2 && is_noun(sentence.tags[verb - 1]);
        if (of_noun || of_date) {
            const auto noun = verb - 1;
            auto first = tree.subtree(noun).first;
            if (first > 0 && word_of(text, sentence, first) != ",") --first;
            if (first > 0 && word_of(text, sentence, first) == "," && root < first) {
                make_aside(sentence, verb, root, noun);
                if (of_date) hang(sentence, static_cast<std::uint32_t>(head), verb, Relation::obl_tmod);
            }
            return;
        }
        const auto subject = tree.child(verb, Relation::nsubj);
        if (subject == no_token || subject >= static_cast<std::int32_t>(verb)) return;
        auto first = tree.subtree(static_cast<std::uint32_t>(subject)).first;
        for (auto i = first; i-- > 1 && i + 6 > first && is_noun(sentence.tags[i]) && is_proper(sentence.tags[subject]);)
            if (word_of(text, sentence, i - 1) == ",")
                first = i;  // "Harbour Secretary Grant Holm said", of which the parser took but "Holm"
        for (auto i = first; i < static_cast<std::uint32_t>(subject); ++i)
            if (sentence.heads[i] < static_cast<std::int32_t>(first) || sentence.heads[i] > subject)
                hang(sentence, i, static_cast<std::uint32_t>(subject), Relation::compound);
        auto mark = first;  // the comma stands before or within the mark of quotation
        while (mark > 0 && sentence.tags[mark - 1] == Tag::punctuation && word_of(text, sentence, mark - 1) != ",") --mark;
        if (mark == 0 || word_of(text, sentence, mark - 1) != ",") return;
        if (turn_over(sentence, verb, first - 1, static_cast<std::uint32_t>(subject))) return;
        if (head == no_token || head >= subject || tree.subtree(verb).first + 1 < mark) return;
        make_aside(sentence, verb, root < first ? root : static_cast<std::uint32_t>(head), static_cast<std::uint32_t>(subject));
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
        if (hang(sentence, told, i - 1, Relation::acl)) sentence.relations[i] = Relation::mark;
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
        for (auto at = i; at < noun; ++at)
            hang(sentence, at, noun, at == i ? Relation::det : sentence.tags[at] == Tag::JJ ? Relation::amod : Relation::compound);
    }
}

/// "Six sailors of the line who were held": the sailors were, for the line would be one.
void settle_agreement(std::string_view text, Sentence& sentence) {
    static constexpr FixedWords one{"was", "is", "has"}, many{"were", "are", "have"};
    for (std::uint32_t i = 0; i < sentence.heads.size(); ++i) {
        if (sentence.relations[i] != Relation::acl_relcl || sentence.heads[i] < 0) continue;
        const Tree tree(sentence);
        const auto who = std::max(tree.child(i, Relation::nsubj), tree.child(i, Relation::nsubj_pass));
        if (who == no_token || (sentence.tags[who] != Tag::WDT && sentence.tags[who] != Tag::WP)) continue;
        const auto verb = word_of(text, sentence, static_cast<std::uint32_t>(who) + 1);
        const bool plural = many.has_in_any_case(verb);
        if (!plural && !one.has_in_any_case(verb)) continue;
        const auto agrees = [&](std::int32_t noun) {
            const Tag tag = sentence.tags[noun];
            return tree.child(static_cast<std::uint32_t>(noun), Relation::conj) != no_token || (tag == Tag::NNS || tag == Tag::NNPS) == plural;
        };
        auto noun = sentence.heads[i];
        while (is_noun(sentence.tags[noun]) && !agrees(noun) && sentence.relations[noun] == Relation::nmod && sentence.heads[noun] >= 0) noun = sentence.heads[noun];
        if (is_noun(sentence.tags[noun]) && !agrees(noun) && sentence.relations[noun] == Relation::obj &&
            sentence.heads[noun] >= 0)  // "a film showing sailors that was released"
            if (const auto above = static_cast<std::uint32_t>(sentence.heads[noun]);
                sentence.relations[above] == Relation::acl && sentence.heads[above] >= 0)
                noun = sentence.heads[above];
        if (is_noun(sentence.tags[noun]) && agrees(noun)) hang(sentence, i, static_cast<std::uint32_t>(noun), Relation::acl_relcl);
    }
}

/// "Three of them crossed the hills and walked home": what is joined with a verb is a verb.
void settle_root(Sentence& sentence) {
    const auto root = root_of(sentence);
    if (is_verb(sentence.tags[root])) return;
    const Tree tree(sentence);
    const auto told = tree.child(root, Relation::acl), joined = tree.child(root, Relation::conj);
    if (told == no_token || joined <= told || told < static_cast<std::int32_t>(root) || tree.has_copula(root)) return;
    const auto verb = static_cast<std::uint32_t>(told);
    if (sentence.tags[verb] != Tag::VBN || tree.child(verb, Relation::obj) == no_token || !is_finite_verb(sentence.tags[joined])) return;
    hang_children(sentence, root, {verb + 1, static_cast<std::uint32_t>(sentence.heads.size())}, verb);
    sentence.tags[verb] = Tag::VBD;
    make_root(sentence, verb, Relation::nsubj);
}

/// "It has to be law; without it, crews go home": what they do stands beside what has to be, and is no second law.
void settle_behind_semicolon(std::string_view text, Sentence& sentence) {
    for (std::uint32_t verb = 3; verb < sentence.heads.size(); ++verb) {
        const auto head = sentence.heads[verb];
        if (!is_finite_verb(sentence.tags[verb]) || head < 0 || is_verb(sentence.tags[head])) continue;
        const Tree tree(sentence);
        const auto above = tree.governing_verb(static_cast<std::uint32_t>(head)), who = tree.child(verb, Relation::nsubj);
        auto mark = static_cast<std::uint32_t>(head);
        while (static_cast<std::int32_t>(mark) < who && word_of(text, sentence, mark) != ";") ++mark;
        if (static_cast<std::int32_t>(mark) >= who || above == no_token || above > head) continue;
        if (!hang(sentence, verb, static_cast<std::uint32_t>(above), Relation::parataxis)) continue;
        for (auto i = mark + 1; i < verb; ++i)
            if (sentence.heads[i] < static_cast<std::int32_t>(mark)) hang(sentence, i, verb, sentence.relations[i]);
    }
}

/// "Holm, who had left, was seen", of which the parser took the leaving for who was seen.
void settle_relative_subject(std::string_view text, Sentence& sentence) {
    for (std::uint32_t verb = 3; verb < sentence.heads.size(); ++verb) {
        if (!is_verb(sentence.tags[verb]) || !is_subject(sentence.relations[verb]) ||
            sentence.heads[verb] < static_cast<std::int32_t>(verb))
            continue;
        std::int32_t who = no_token, noun = no_token;
        for (std::uint32_t i = 0; i < verb; ++i) {
            if (sentence.heads[i] != static_cast<std::int32_t>(verb) || !is_subject(sentence.relations[i])) continue;
            if (sentence.tags[i] == Tag::WP || sentence.tags[i] == Tag::WDT)
                who = static_cast<std::int32_t>(i);
            else if (is_noun(sentence.tags[i]) && who == no_token)
                noun = static_cast<std::int32_t>(i);
        }
        if (who == no_token || noun == no_token || word_of(text, sentence, static_cast<std::uint32_t>(who) - 1) != ",") continue;
        const auto told = static_cast<std::uint32_t>(sentence.heads[verb]);
        if (hang(sentence, static_cast<std::uint32_t>(noun), told, sentence.relations[verb]))
            hang(sentence, verb, static_cast<std::uint32_t>(noun), Relation::acl_relcl);
    }
}

/// "A crowd of 900 squeezed in": the crowd did.
void settle_counted_subject(std::string_view text, Sentence& sentence) {
    for (std::uint32_t verb = 3; verb < sentence.heads.size(); ++verb) {
        const auto noun = sentence.heads[verb];
        if (sentence.relations[verb] != Relation::nmod || noun < 0 || noun + 3 != static_cast<std::int32_t>(verb)) continue;
        if ((sentence.tags[verb] != Tag::VBN && sentence.tags[verb] != Tag::VBD) || !is_noun(sentence.tags[noun])) continue;
        if (sentence.tags[verb - 1] != Tag::CD || word_of(text, sentence, verb - 2) != "of" ||
            sentence.heads[verb - 1] != static_cast<std::int32_t>(verb))
            continue;
        const auto of = static_cast<std::uint32_t>(noun);
        hang(sentence, verb - 1, of, Relation::nmod);
        hang(sentence, verb - 2, verb - 1, Relation::case_);
        if (sentence.heads[of] < 0)
            make_root(sentence, verb, Relation::nsubj);
        else if (hang(sentence, verb, static_cast<std::uint32_t>(sentence.heads[of]), sentence.relations[of]))
            hang(sentence, of, verb, Relation::nsubj);
        sentence.tags[verb] = Tag::VBD;
    }
}

/// Whether a word such as "when" or "after" may stand before the verb and hang on it.
bool may_have_opener(const Sentence& sentence, std::uint32_t verb) {
    for (std::uint32_t i = 0; i < verb; ++i)
        if (sentence.heads[i] == static_cast<std::int32_t>(verb) && (sentence.relations[i] == Relation::mark || sentence.relations[i] == Relation::advmod)) return true;
    return false;
}

/// "When she came back, she could no longer climb": what happens then is what is told.
void settle_opening_clause(std::string_view text, Sentence& sentence, std::uint32_t opening) {
    if (!may_have_opener(sentence, opening)) return;
    const Tree tree(sentence);
    auto opener = tree.child(opening, Relation::mark);
    if (const auto when = tree.child(opening, Relation::advmod); opener == no_token && when != no_token && sentence.tags[when] == Tag::WRB) opener = when;
    if (opener == no_token || opener > static_cast<std::int32_t>(opening) || (opener > 0 && sentence.tags[opener - 1] != Tag::punctuation)) return;
    if (is_reporting_verb(lemma_of(text, sentence, opening))) return;
    const bool anew = opener > 0 && word_of(text, sentence, static_cast<std::uint32_t>(opener) - 1) == ";";
    for (auto verb = opening + 1; verb < sentence.heads.size(); ++verb) {
        const auto who = tree.child(verb, Relation::nsubj);
        const Relation relation = sentence.relations[verb];
        const bool hangs = relation == Relation::ccomp || relation == Relation::parataxis || relation == Relation::advcl || relation == Relation::dep;
        const bool beside = anew && sentence.heads[verb] == sentence.heads[opening];
        if ((sentence.heads[verb] != static_cast<std::int32_t>(opening) && !beside) || !hangs || who <= static_cast<std::int32_t>(opening) || tree.child(verb, Relation::mark) != no_token) continue;
        const auto first = tree.subtree(static_cast<std::uint32_t>(who)).first;
        if (word_of(text, sentence, first - 1) != ",") continue;
        hang_children(sentence, opening, {first, static_cast<std::uint32_t>(sentence.heads.size())}, verb);
        if (const auto above = sentence.heads[opening]; above >= 0) {
            hang(sentence, verb, static_cast<std::uint32_t>(above), anew ? Relation::parataxis : sentence.relations[opening]);
            hang(sentence, opening, verb, Relation::advcl);
        } else {
            make_root(sentence, verb, Relation::advcl);
        }
        return;
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
    if (verb >= count) return;
    const auto told = predicate_of(sentence, verb);
    if (told < verb || !within(sentence.heads[told]) || (is_noun(sentence.tags[told]) && told != verb)) return;
    auto noun = opener - 2;
    while (sentence.heads[noun] >= 0 && sentence.heads[noun] < static_cast<std::int32_t>(opener)) noun = static_cast<std::uint32_t>(sentence.heads[noun]);
    if (!is_noun(sentence.tags[noun]) || (told != verb && Tree(sentence).child(noun, Relation::case_) != no_token)) return;
    const auto relative = sentence.heads[opener];
    for (auto i = verb; i < count; ++i)
        if (i != told && within(sentence.heads[i])) hang(sentence, i, told, sentence.relations[i]);
    make_root(sentence, told, Relation::parataxis);
    if (sentence.tags[verb] == Tag::VBN) sentence.tags[verb] = Tag::VBD;
    make_subject(sentence, noun, told);
    const bool behind = within(relative) && sentence.heads[relative] > static_cast<std::int32_t>(told);
    if (behind || (within(relative) && sentence.relations[opener] == Relation::obj))  // "Holm, who had paid, left; the day after the board met"
        hang(sentence, static_cast<std::uint32_t>(relative), noun, Relation::acl_relcl);
}

/// "Had the talks succeeded, it would stand": who had them is not said, nor did it stand there.
void give_condition_its_verb(std::string_view text, Sentence& sentence) {
    std::uint32_t comma = 1;
    while (comma < sentence.tags.size() && word_of(text, sentence, comma) != ",") ++comma;
    const auto main = static_cast<std::uint32_t>(sentence.heads[0]);
    if (main < comma || comma < 3) return;
    for (auto verb = comma - 1; verb > 1; --verb) {
        if (sentence.tags[verb] != Tag::VBD && sentence.tags[verb] != Tag::VBN) continue;
        if (sentence.heads[verb] != sentence.heads[0]) return;
        sentence.tags[verb] = Tag::VBN;
        const Tree tree(sentence);
        const auto who = tree.child(0, Relation::obj);
        hang_children(sentence, 0, {1, static_cast<std::uint32_t>(sentence.heads.size())}, verb);
        hang(sentence, 0, verb, Relation::aux);
        if (who != no_token) make_subject(sentence, static_cast<std::uint32_t>(who), verb);
        return;
    }
}

/// "Had the dam held, the village would stand": the condition is not what the sentence tells.
void settle_condition(std::string_view text, Sentence& sentence) {
    static constexpr FixedWords openers{"had", "were", "should"};
    if (!openers.has_in_any_case(word_of(text, sentence, 0)) || sentence.heads[0] < 0) return;
    if (predicate_of(sentence, 0) == static_cast<std::uint32_t>(sentence.heads[0])) give_condition_its_verb(text, sentence);
    const auto condition = static_cast<std::uint32_t>(sentence.heads[0]);
    if (predicate_of(sentence, 0) != condition || sentence.heads[condition] >= 0) return;
    const Tree tree(sentence);
    for (auto verb = condition + 1; verb < sentence.heads.size(); ++verb) {
        const auto helper = tree.child(verb, Relation::aux);
        if (sentence.heads[verb] != sentence.heads[0] || helper == no_token || sentence.tags[helper] != Tag::MD) continue;
        const auto first = tree.subtree(verb).first;
        if (first == 0 || (word_of(text, sentence, first) != "," && word_of(text, sentence, first - 1) != ",")) continue;
        hang_children(sentence, condition, {verb + 1, static_cast<std::uint32_t>(sentence.heads.size())}, verb);
        make_root(sentence, verb, Relation::advcl);
        return;
    }
}

}  // namespace

void repair(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions) {
    if (sentence.heads.empty()) return;
    repair_dates(text, sentence, resolutions);
    settle_root(sentence);
    settle_behind_semicolon(text, sentence);
    settle_relative_subject(text, sentence);
    settle_counted_subject(text, sentence);
    repair_subjects(text, sentence);
    settle_agreement(text, sentence);
    settle_behind_relative(text, sentence);
    const bool asks = word_of(text, sentence, static_cast<std::uint32_t>(sentence.tags.size()) - 1) == "?";
    for (std::uint32_t i = 0; i < sentence.tags.size() && !asks; ++i)
        if (is_verb(sentence.tags[i])) settle_opening_clause(text, sentence, i);
    settle_closing_speech(text, sentence);
    free_brackets(text, sentence);
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (sentence.relations[i] == Relation::expl && is_noun(sentence.tags[i])) sentence.relations[i] = Relation::nsubj;
    give_what_was_said(text, sentence);
    give_claims(text, sentence);
    give_articles(text, sentence);
    settle_condition(text, sentence);
}

}  // namespace annals
