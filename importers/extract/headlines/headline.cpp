#include "importers/extract/headlines/headline.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"
#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/headlines/headline_clause.h"
#include "importers/extract/headlines/headline_cut.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/headlines/headline_gap.h"
#include "importers/extract/headlines/headline_length.h"
#include "importers/extract/headlines/headline_opening.h"
#include "importers/extract/headlines/headline_participles.h"
#include "importers/extract/headlines/headline_pronouns.h"
#include "importers/extract/headlines/headline_relative.h"
#include "importers/extract/headlines/headline_speech.h"
#include "importers/extract/headlines/headline_subject.h"
#include "importers/extract/headlines/headline_verbs.h"
#include "importers/extract/headlines/headline_wording.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

/// Whole sentence without date words: for sentences that were not parsed. If it is `needed`, not without the trigger.
std::string plain(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger, bool needed = false) {
    const Sentence& sentence = tree.sentence();
    TokenChoice choice(sentence);
    choice.keep({0, static_cast<std::uint32_t>(sentence.tokens.size())});
    drop_front(text, sentence, trigger, choice);
    drop_dates(text, tree, phrases, choice, {trigger, trigger + 1});
    drop_source(text, sentence, phrases, trigger, choice);
    if (tree.parsed()) drop_shouted_place(text, sentence, choice);
    choice.trim_start(text);
    choice.trim_end(text);
    drop_opening(text, sentence, trigger, choice);
    const auto cut_there = needed ? cut : cut_anywhere;
    return fitted(capitalised(cut_there(text, sentence, trigger, {}, headline_limit, choice)));
}

constexpr std::uint32_t longest_row = 10;  // tokens of a row of a table

class Headline {
public:
    Headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before)
        : text_(text), tree_(tree), sentence_(tree.sentence()), trigger_(trigger), phrases_(phrases), before_(before), clause_(tree.subtree(trigger)),
          choice_(sentence_) {}

    /// `needed`: a word that the headline must hold; it is empty otherwise.
    std::string made(std::int32_t needed = no_token) {
        needed_ = needed;
        nominal_ = is_nominal(tree_, trigger_) && !tree_.has_copula(trigger_);
        if (const auto whole = tree_.head(trigger_); nominal_ && tree_.relation(trigger_) == Relation::compound && needed == no_token && whole == static_cast<std::int32_t>(trigger_) + 1 && size() <= longest_row &&
                                                     tree_.head(static_cast<std::uint32_t>(whole)) < 0 && is_noun(sentence_.tags[whole]))
            return Headline(text_, tree_, static_cast<std::uint32_t>(whole), phrases_, before_).made();  // "Last passenger [train] 14 May"
        if (const auto verb = nominal_ && needed == no_token ? verb_ahead(text_, tree_, trigger_) : no_token; verb != no_token)
            if (std::string told =
                    Headline(text_, tree_, static_cast<std::uint32_t>(verb), phrases_, before_).made(static_cast<std::int32_t>(trigger_));
                !told.empty())
                return told;
        subject_ = nominal_ ? no_token : subject_of_headline(text_, tree_, trigger_);
        TokenRange time;  // "the past decade saw a rise": the time itself is the subject
        if (subject_ != no_token)
            if (const auto who = told_after_count(); who != no_token) subject_ = who;
        if (subject_ != no_token && counts_time(static_cast<std::uint32_t>(subject_))) {
            time = tree_.subtree(static_cast<std::uint32_t>(subject_));
            auto other = second_subject();
            if (other == no_token) other = tree_.child(static_cast<std::uint32_t>(subject_), Relation::appos);  // "1440 [Anna Holm] writes"
            if (other != no_token && !is_proper(sentence_.tags[other]) && sentence_.tags[tree_.subtree(static_cast<std::uint32_t>(other)).first] != Tag::DT)
                other = second_subject();
            subject_ = other != no_token ? other : is_told_of_time(time) ? no_token : subject_of_governor();
            if (subject_ != no_token) time = {};
        }
        drop_called();
        if ((!nominal_ || tree_.has_copula(trigger_)) && is_bare_participle(text_, tree_, trigger_))
            if (const auto above = tree_.governing_verb(trigger_);
                above != no_token && has_own_subject(tree_, static_cast<std::uint32_t>(above))) {
                const bool begins = says_when_it_begins(text_, sentence_, trigger_, phrases_);
                Headline whole(text_, tree_, static_cast<std::uint32_t>(above), phrases_, before_);
                if (begins) whole.called_ = {trigger_, trigger_ + 1};
                const bool scene = begins || tree_.head(trigger_) > static_cast<std::int32_t>(trigger_);
                if (std::string told = whole.made(scene ? no_token : static_cast<std::int32_t>(trigger_)); !told.empty()) return told;
            }
        if (const auto above = nominal_ ? no_token : main_clause_of_as(text_, tree_, trigger_); above != no_token) {
            Headline whole(text_, tree_, static_cast<std::uint32_t>(above), phrases_, before_);
            const std::string told = whole.made();
            const bool saying = is_reporting_verb(lemma_of(text_, sentence_, trigger_));
            const std::string who = saying ? speaker_of_as() : std::string();
            if (!told.empty() && !saying) return told;
            if (!told.empty() && !who.empty() && code_points(who + told) <= headline_limit) return fitted(capitalised(who + told));
        }
        if (std::string told = nominal_ ? std::string() : told_of_inverted(text_, tree_, trigger_, subject_, phrases_, before_); !told.empty()) return told;
        if (std::string told = nominal_ ? std::string() : told_of_participle(text_, tree_, trigger_, subject_, phrases_, before_); !told.empty()) return told;
        if (std::string told = nominal_ ? std::string() : opening_and_main(text_, tree_, trigger_, phrases_, before_); !told.empty()) return told;
        if (const auto above = nominal_ ? no_token : std::max(verb_of_anyone(text_, tree_, trigger_, subject_), verb_above_what(text_, tree_, trigger_)); above != no_token) {
            Headline whole(text_, tree_, static_cast<std::uint32_t>(above), phrases_, before_);
            if (std::string told = whole.made(static_cast<std::int32_t>(trigger_)); told.find(word(trigger_)) != told.npos) return told;
        }
        if (const auto first = verb_of_date(text_, tree_, trigger_, subject_, phrases_); first != no_token) {
            Headline whole(text_, tree_, static_cast<std::uint32_t>(first), phrases_, before_);
            whole.joined_ = static_cast<std::int32_t>(trigger_);
            if (std::string told = whole.made(joined_ != no_token ? joined_ : static_cast<std::int32_t>(trigger_)); !told.empty() && code_points(told) <= headline_limit) return told;
        }
        if (subject_ == no_token && !nominal_ && time.empty())
            if (const auto wider = verb_told_with(tree_, trigger_); wider != no_token) {
                Headline whole(text_, tree_, static_cast<std::uint32_t>(wider), phrases_, before_);
                if (std::string told = whole.made(static_cast<std::int32_t>(trigger_)); !told.empty()) return told;
            }
        keep_clause();
        if (subject_ == no_token && !nominal_) keep_what_leads_up(text_, tree_, phrases_, trigger_, choice_);
        drop_front(text_, sentence_, trigger_, choice_);
        if (!nominal_) drop_hours(text_, sentence_, trigger_, choice_);
        const TokenChoice with_dates = choice_;
        drop_dates(text_, tree_, phrases_, choice_, {begin_of_told(), trigger_ + 1});
        drop_source(text_, sentence_, phrases_, trigger_, choice_, is_told_by_which(tree_, trigger_) ? subject_ : no_token);
        drop_shouted_place(text_, sentence_, choice_);
        if (nominal_) drop_article_in_front();
        if (nominal_) choice_.keep_whole_words(text_);
        choice_.keep(time);
        if (!nominal_) keep_when_of_coming(text_, tree_, phrases_, trigger_, choice_);
        choice_.drop(called_);
        drop_hollow_clauses(text_, tree_, phrases_, trigger_, needed_, choice_);
        if (nominal_ && choice_.size() < 3) {  // "the war of 2020" without its year says nothing
            choice_ = with_dates;
            for (const TokenRange& phrase : phrases_)
                if (choice_.has(phrase.first) && phrase.first > trigger_) choice_.keep(phrase);
        }
        replaced_ = meanings_of_pronouns(text_, tree_, trigger_, subject_, before_);
        if (!nominal_) {
            drop_spliced(text_, tree_, trigger_, choice_);
            if (subject_ != no_token && is_noun(sentence_.tags[subject_]))
                drop_lone_comma(text_, tree_, static_cast<std::uint32_t>(subject_), trigger_, choice_);
            write_object(text_, tree_, trigger_, phrases_, choice_, replaced_);
            write_helper(text_, tree_, trigger_, subject_, choice_, replaced_);
        }
        HeadlineSpeech speech(text_, tree_, trigger_, nominal_ ? no_token : subject_, phrases_, choice_, replaced_);
        if (std::string told = speech.before(); !told.empty()) return fitted(capitalised(told));
        std::string result = shortened(text_, tree_, {trigger_, trigger_, subject_, needed}, replaced_, headline_limit, choice_);
        if (needed != no_token && (!choice_.has(static_cast<std::uint32_t>(needed)) || code_points(result) > headline_limit)) return {};
        if (speech.says_nothing())
            if (std::string told = speech.behind(); !told.empty()) return fitted(capitalised(told));
        const bool short_of_words = std::count(result.begin(), result.end(), ' ') < 1 || choice_.begins_with_preposition();
        if (short_of_words) return plain(text_, tree_, phrases_, trigger_);
        if (begins_with_verb() && sentence_.tags[trigger_] == Tag::VBG && tree_.relation(trigger_) == Relation::advcl)
            if (const auto above = verb_told_with(tree_, trigger_); above > static_cast<std::int32_t>(trigger_))
                if (std::string told = Headline(text_, tree_, static_cast<std::uint32_t>(above), phrases_, before_).made(); !told.empty()) return told;
        if (begins_with_verb())
            if (const std::string whole = plain(text_, tree_, phrases_, trigger_, true); !whole.ends_with("\u2026")) return whole;
        if (code_points(result) > headline_limit) result = cut_anywhere(text_, sentence_, trigger_, replaced_, headline_limit, choice_);
        return fitted(capitalised(result));
    }

private:
    std::string_view word(std::uint32_t token) const { return word_of(text_, sentence_, token); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.tokens.size()); }
    bool is_child(std::uint32_t token, std::int32_t of) const { return tree_.head(token) == of; }

    bool counts_time(std::uint32_t token) const {
        const bool dates = std::any_of(phrases_.begin(), phrases_.end(),
                                       [&](TokenRange phrase) { return phrase.contains(token) && !phrase.contains(trigger_); });
        return dates || (is_noun(sentence_.tags[token]) && token < trigger_ && word_of(text_, sentence_, clause_.first) == "after" &&
                         word_list("time_units").has(lemma_of(text_, sentence_, token)));
    }

    /// "4 May 1993 The baker of Leeds was caught": the baker.
    std::int32_t second_subject() const {
        for (auto i = static_cast<std::uint32_t>(subject_) + 1; i < trigger_; ++i)
            if (is_child(i, static_cast<std::int32_t>(trigger_)) && (tree_.relation(i) == Relation::nsubj || tree_.relation(i) == Relation::nsubj_pass) && !counts_time(i))
                return static_cast<std::int32_t>(i);
        return no_token;
    }

    /// "nine years after [the bank] was closed", of which the parser took the years for what was closed.
    std::int32_t told_after_count() const {
        const auto years = static_cast<std::uint32_t>(subject_);
        if (!counts_time(years) && !(in_any(phrases_, years) && years < trigger_)) return no_token;
        if (years + 1 >= trigger_ || (word(years + 1) != "after" && word(years + 1) != "before") ||
            !is_child(years, static_cast<std::int32_t>(trigger_)))
            return no_token;
        for (auto i = years + 2; i < trigger_; ++i)
            if (is_child(i, subject_) && is_noun(sentence_.tags[i]) && tree_.relation(i) == Relation::nmod)
                return static_cast<std::int32_t>(i);
        return no_token;
    }

    /// "They think [the next week] is decisive", but not "They said [on Monday] left": the time has a clause of its own.
    bool is_told_of_time(TokenRange time) const {
        return tree_.relation(trigger_) == Relation::ccomp && time.first > 0 && !is_verb(sentence_.tags[time.first - 1]) && sentence_.tags[time.first] != Tag::IN;
    }

    /// "three days after being hit": who was hit, the verb above says.
    std::int32_t subject_of_governor() const {
        if (const auto up = tree_.head(trigger_); up >= 0 && up < subject_ && is_noun(sentence_.tags[up]) && is_proper(sentence_.tags[subject_]) &&
                                                      subject_ > 0 && word(static_cast<std::uint32_t>(subject_) - 1) != ":")
            return up;
        const auto verb = tree_.governing_verb(trigger_);
        return verb == no_token ? no_token : tree_.subject(static_cast<std::uint32_t>(verb));
    }

    /// "Anna, unlike the others, Holm stayed": who is called is not who did it.
    void drop_called() {
        if (subject_ == no_token || subject_ + 1 >= static_cast<std::int32_t>(trigger_) ||
            tree_.head(static_cast<std::uint32_t>(subject_)) != static_cast<std::int32_t>(trigger_))
            return;
        const auto called = static_cast<std::uint32_t>(subject_);
        const TokenRange alone = tree_.subtree(called);
        if (alone.last > alone.first + 1 || word(called + 1) != "," || (called > 0 && sentence_.tags[called - 1] != Tag::punctuation))
            return;
        const auto other = second_subject();
        if (other == no_token || !is_noun(sentence_.tags[other])) return;
        called_ = alone;
        subject_ = other;
    }

    std::string speaker_of_as() const {
        if (subject_ == no_token || !clause_.contains(static_cast<std::uint32_t>(subject_))) return {};
        TokenChoice who(sentence_);
        who.keep(tree_.subtree(static_cast<std::uint32_t>(subject_)));
        who.keep({trigger_, trigger_ + 1});
        return who.words_of(text_, meanings_of_pronouns(text_, tree_, trigger_, subject_, before_)) + ": ";
    }

    /// "nine years after [the bank failed]", where all of it is a date: the clause without what leads to it.
    std::uint32_t begin_of_told() const {
        static constexpr FixedWords openers{"after", "before", "since", "when"};
        auto first = std::min(clause_.first, trigger_);
        for (const TokenRange& phrase : phrases_)
            if (phrase.contains(trigger_) && phrase.contains(first))
                for (auto i = first; i < trigger_ && (subject_ == no_token || i < static_cast<std::uint32_t>(subject_)); ++i)
                    if (openers.has_in_any_case(word(i))) return i + 1;
        return first;
    }

    void keep_clause() {
        choice_.keep(clause_);
        const bool own_subject = subject_ != no_token && clause_.contains(static_cast<std::uint32_t>(subject_));
        const auto& connectives = word_list("connectives");
        for (auto i = clause_.first; i < clause_.last; ++i) {
            if (!is_child(i, static_cast<std::int32_t>(trigger_))) continue;
            const auto relation = tree_.relation(i);
            const bool pairs = relation == Relation::cc && sentence_.tags[i] == Tag::CC && i > clause_.first && i < trigger_ &&
                               is_noun(sentence_.tags[i - 1]);  // "the unions and the line signed"
            const bool counted = subject_ != no_token && relation == Relation::case_ && word(i) == "after" && !own_subject;
            const bool leads = counted || relation == Relation::cc || relation == Relation::mark || relation == Relation::discourse ||
                               (relation == Relation::advmod && connectives.has(fold(word(i)))) ||
                               (nominal_ && (relation == Relation::case_ || relation == Relation::det));
            if (relation == Relation::conj && static_cast<std::int32_t>(i) == joined_) continue;
            if (relation == Relation::cc && joined_ != no_token && i > trigger_) continue;
            if (relation == Relation::conj && i == trigger_ + 2 && tree_.subtree(i).last == i + 1 && sentence_.tags[i] == sentence_.tags[trigger_] && !nominal_)
                continue;  // "came and went"
            if (relation == Relation::conj || relation == Relation::parataxis || ((leads || relation == Relation::cc) && !pairs && (i < trigger_ ? sentence_.tags[i] != Tag::TO : relation == Relation::cc)))
                choice_.drop(
                    {relation == Relation::conj ? begin_of_conjunct(text_, tree_, i) : tree_.subtree(i).first, tree_.subtree(i).last});
            else if (is_adjunct(relation) && i < trigger_ && (!own_subject || i < static_cast<std::uint32_t>(subject_)) && relation != Relation::advmod)
                choice_.drop(tree_.subtree(i));  // "In a referendum the islands voted": it begins with who
            else if (relation == Relation::aux_pass && sentence_.tags[i] == Tag::VBG && !own_subject) choice_.drop({i, i + 1});
            else if (nominal_ && i < trigger_ && relation == Relation::nmod_tmod) choice_.drop(tree_.subtree(i));
        }
        if (!nominal_ && joined_ == no_token) drop_object_of_other(tree_, trigger_, choice_);
        if (!own_subject && subject_ != no_token) borrow_subject();
        else if (own_subject) keep_whole_subject();
        if (own_subject && tree_.head(static_cast<std::uint32_t>(subject_)) != static_cast<std::int32_t>(trigger_))
            choice_.keep(tree_.subtree(static_cast<std::uint32_t>(subject_)));
        if (own_subject) drop_preposition_of_subject(text_, tree_, trigger_, static_cast<std::uint32_t>(subject_), choice_);
        for (auto i = subject_ + 1; own_subject && i < static_cast<std::int32_t>(trigger_); ++i) {  // "The lamp, [which] was lit"
            const auto token = static_cast<std::uint32_t>(i);
            if (is_noun(sentence_.tags[token]) && word(token) != "RRB" && word(token) != "LRB" && tree_.relation(token) != Relation::flat) break;
            const bool relative = sentence_.tags[token] == Tag::WDT || sentence_.tags[token] == Tag::WP;
            if (relative && is_subject(tree_.relation(token)) && is_child(token, static_cast<std::int32_t>(trigger_)) && is_noun(sentence_.tags[subject_]))
                choice_.drop({token, token + 1});
        }
        if (own_subject && subject_ < static_cast<std::int32_t>(trigger_)) drop_lone_copula(text_, tree_, trigger_, static_cast<std::uint32_t>(subject_), choice_);
        keep_what_follows(tree_, trigger_, choice_);
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))) choice_.drop({i, i + 1});
    }

    /// A noun alone begins without an article, also without the one that it got for its date.
    void drop_article_in_front() {
        std::uint32_t first = 0;
        while (first < size() && (!choice_.has(first) || sentence_.tags[first] == Tag::punctuation)) ++first;
        if (first < size() && sentence_.tags[first] == Tag::POS) choice_.drop({first, first + 1});
    }

    /// "The mayor Ilse Holm and the minister Anna Varndal met", of which the parser saw the minister only.
    void keep_whole_subject() {
        const auto first = tree_.subtree(static_cast<std::uint32_t>(subject_)).first;
        static constexpr FixedWords wholes{"all", "none", "everyone", "everybody", "everything", "nobody", "nothing"};
        if (const auto i = static_cast<std::uint32_t>(subject_); sentence_.tags[i] == Tag::CD && i > 2 && word(i - 1) == "," && word(i + 1) == ",") {
            auto name = i - 1;  // "[Anna Holm, ]24, was found"
            while (name > 0 && (is_proper(sentence_.tags[name - 1]) || word(name - 1) == "-")) --name;
            if (name < i - 2 && !in_any(phrases_, name)) choice_.keep({name, i});
        }
        if (first > 1 && word(first - 1) == "but" && wholes.has_in_any_case(word(first - 2))) return choice_.keep({first - 2, first});
        auto begin = first;
        while (begin > 0 && (sentence_.tags[begin - 1] == Tag::DT || sentence_.tags[begin - 1] == Tag::JJ)) --begin;
        if (begin < 2 || word(begin - 1) != "and" || !is_noun(sentence_.tags[begin - 2])) return;
        auto other = begin - 1;
        while (other > 0 && !ends_a_phrase(other - 1)) --other;
        if (other > 0 && (is_finite_verb(sentence_.tags[other - 1]) || sentence_.tags[other - 1] == Tag::CC)) return;
        const Tag tag = sentence_.tags[other];
        if (tag == Tag::DT || is_noun(tag) || tag == Tag::CD || tag == Tag::JJ || tag == Tag::PRPS) choice_.keep({other, first});
    }

    bool ends_a_phrase(std::uint32_t token) const {
        const Tag tag = sentence_.tags[token];
        return (tag == Tag::punctuation && word(token) != "-") || is_finite_verb(tag) || tag == Tag::WDT || tag == Tag::WP || tag == Tag::CC || in_any(phrases_, token);
    }

    void borrow_subject() {
        const auto subject = static_cast<std::uint32_t>(subject_);
        const TokenRange who = tree_.subtree(subject);
        choice_.keep(who);
        for (const TokenRange lead : words_that_lead_to(text_, tree_, trigger_))
            if (subject < lead.first) choice_.keep(lead);
        if (const auto preposition = tree_.child(subject, Relation::case_); preposition != no_token && preposition < subject_ &&
            leads(static_cast<std::uint32_t>(preposition), who.first))
            choice_.drop(tree_.subtree(static_cast<std::uint32_t>(preposition)));
        if (tree_.has_copula(subject) && tree_.relation(trigger_) == Relation::acl_relcl && is_child(trigger_, subject_))
            keep_phrase_alone(tree_, subject, trigger_, choice_);
        if (subject_before_relative(text_, tree_, trigger_) == subject_) drop_relative_between();
        // What else is said about an antecedent is another clause's matter; the trigger's own clause stays.
        for (auto i = who.first; i < who.last; ++i)
            if (is_child(i, subject_) && i > trigger_ && (tree_.relation(i) == Relation::conj || tree_.relation(i) == Relation::parataxis) &&
                has_own_subject(tree_, i) && (is_verb(sentence_.tags[i]) || tree_.has_copula(i)))
                choice_.drop({begin_of_conjunct(text_, tree_, i), tree_.subtree(i).last});
            else if (is_child(i, subject_) && (tree_.relation(i) == Relation::acl_relcl || tree_.relation(i) == Relation::acl) && !tree_.subtree(i).contains(trigger_))
                choice_.drop(tree_.subtree(i));
            else if (is_child(i, subject_) && tree_.relation(i) == Relation::acl_relcl && i < trigger_ && tree_.relation(trigger_) == Relation::conj &&
                     tree_.head(trigger_) == static_cast<std::int32_t>(i) && is_finite_verb(sentence_.tags[trigger_]))
                drop_up_to_verb(std::max(tree_.subtree(i).first, subject + 1));  // "Holm, [who came in May and] left"
        if (!is_noun(sentence_.tags[subject]) && sentence_.tags[subject] != Tag::JJ) return;  // "those who lost it"
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WDT || sentence_.tags[i] == Tag::WP || (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))))
                choice_.drop({i, i + 1});
    }

    /// No word stands between: of "the Bureau for Bridges" the "for" is part of a name.
    bool leads(std::uint32_t token, std::uint32_t first) const {
        while (first < token && !is_noun(sentence_.tags[first])) ++first;
        return first == token;
    }

    /// "A man [who asked about tolls and prices] was told"
    void drop_relative_between() {
        for (auto i = static_cast<std::uint32_t>(subject_) + 1; i < trigger_; ++i) {
            if (!is_child(i, subject_) || tree_.relation(i) != Relation::acl_relcl) continue;
            auto last = trigger_;
            while (last > i && (is_child(last - 1, static_cast<std::int32_t>(trigger_)) && !is_subject(tree_.relation(last - 1)))) --last;
            return choice_.drop({tree_.subtree(i).first, last});
        }
    }

    void drop_up_to_verb(std::uint32_t first) {
        auto last = std::max(first, clause_.first);
        while (last < trigger_ && (sentence_.tags[last] == Tag::CC || sentence_.tags[last] == Tag::punctuation)) ++last;
        choice_.drop({first, last});
    }

    bool begins_with_verb() const {
        if (nominal_ || subject_ != no_token) return false;
        std::uint32_t first = 0;
        while (first < size() && !choice_.has(first)) ++first;
        return first < size() && (is_verb(sentence_.tags[first]) || sentence_.tags[first] == Tag::MD || sentence_.tags[first] == Tag::TO);
    }

    const std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    const std::uint32_t trigger_;
    const std::vector<TokenRange>& phrases_;
    const ReferentBefore& before_;
    const TokenRange clause_;
    TokenChoice choice_;
    TokenRange called_;  // who is called by name in front
    Replacements replaced_;
    std::int32_t subject_ = no_token, needed_ = no_token, joined_ = no_token;  // a verb beside the trigger that is told with it
    bool nominal_ = false;
};

}  // namespace

std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     const ReferentBefore& before, std::string_view speaker, TokenRange own) {
    const bool several = tree.parsed() && !own.empty() && dating_phrases.size() > 1;
    if (several)
        if (std::string told = told_of_gap(text, tree, trigger, dating_phrases, own, before); !told.empty()) return told;
    const std::string_view again = several ? told_again(text, tree, trigger, dating_phrases, own) : std::string_view();
    const std::vector<TokenRange> phrases = several ? phrases_with_gaps(text, tree, trigger, dating_phrases, before) : dating_phrases;
    if (tree.parsed()) trigger = event_behind_stamp(text, tree, trigger);
    std::string made = tree.parsed() ? Headline(text, tree, trigger, phrases, before).made() : plain(text, tree, phrases, trigger);
    if (!again.empty() && made.find("again") == made.npos && code_points(made) + again.size() <= headline_limit) made += again;
    const std::string_view who = speaker_in(made, text, tree.sentence(), trigger, speaker);
    if (who.empty()) return made;
    return fitted(capitalised(std::string(who) + ": " + made));
}

}  // namespace annals
