#include "importers/extract/headline.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/headline_dates.h"
#include "importers/extract/headline_front.h"
#include "importers/extract/headline_length.h"
#include "importers/extract/headline_pronouns.h"
#include "importers/extract/headline_subject.h"
#include "importers/extract/token_choice.h"
#include "importers/extract/word_list.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

std::string capitalised(const std::string& text) {
    std::string result(text);
    if (const char first = text.empty() ? ' ' : text.front(); first >= 'a' && first <= 'z') result.front() = static_cast<char>(first - 'a' + 'A');
    return result;
}

std::size_t times(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++count;
    return count;
}

/// A mark of quotation whose other half was left out goes too.
std::string balanced(std::string text) {
    if (text.ends_with(" '")) text.replace(text.size() - 2, 2, text.find("``") == text.npos ? "" : "''");
    static constexpr std::pair<std::string_view, std::string_view> marks[] = {{"\"", "\""}, {"``", "''"}, {"\u201c", "\u201d"}};
    for (const auto& [opening, closing] : marks) {
        const auto opened = times(text, opening), closed = times(text, closing);
        if (opening == closing ? opened != 1 : opened + closed != 1) continue;
        const std::string_view mark = opened == 1 ? opening : closing;
        const auto at = text.find(mark);
        text.erase(at, mark.size());
        if (at < text.size() && text[at] == ' ' && (at == 0 || text[at - 1] == ' ')) text.erase(at, 1);
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
    }
    return text;
}

std::string fitted(std::string text) {
    text = balanced(std::move(text));
    return code_points(text) <= headline_limit ? text : shorten(text, headline_limit);
}

void drop_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice) {
    choice.drop(dateline_in_front(text, sentence, trigger));
    choice.drop(label_in_front(text, sentence, trigger));
    for (const TokenRange& bracket : brackets(text, sentence, trigger)) choice.drop(bracket);
}

/// Whole sentence without date words: for sentences that were not parsed.
std::string plain(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    TokenChoice choice(sentence);
    choice.keep({0, static_cast<std::uint32_t>(sentence.tokens.size())});
    drop_front(text, sentence, trigger, choice);
    drop_dates(text, tree, phrases, choice, {trigger, trigger + 1});
    drop_source(text, sentence, phrases, trigger, choice);
    choice.trim_start(text);
    choice.trim_end(text);
    drop_opening(text, sentence, trigger, choice);
    return fitted(capitalised(cut(text, sentence, trigger, {}, headline_limit, choice)));
}

class Headline {
public:
    Headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before)
        : text_(text), tree_(tree), sentence_(tree.sentence()), trigger_(trigger), phrases_(phrases), before_(before), clause_(tree.subtree(trigger)),
          choice_(sentence_) {}

    /// `needed`: a word that the headline must hold; it is empty otherwise.
    std::string made(std::int32_t needed = no_token) {
        nominal_ = is_nominal(tree_, trigger_) && !tree_.has_copula(trigger_);
        subject_ = nominal_ ? no_token : subject_of_headline(text_, tree_, trigger_);
        TokenRange time;  // "the past decade saw a rise": the time itself is the subject
        if (subject_ != no_token && counts_time(static_cast<std::uint32_t>(subject_))) {
            time = tree_.subtree(static_cast<std::uint32_t>(subject_));
            const auto other = second_subject();
            subject_ = other != no_token ? other : subject_of_governor();
            if (subject_ != no_token) time = {};
        }
        if (subject_ == no_token && !nominal_ && time.empty())
            if (const auto wider = verb_told_with(tree_, trigger_); wider != no_token) {
                Headline whole(text_, tree_, static_cast<std::uint32_t>(wider), phrases_, before_);
                if (std::string told = whole.made(static_cast<std::int32_t>(trigger_)); !told.empty()) return told;
            }
        keep_clause();
        if (subject_ == no_token && !nominal_) keep_what_leads_up();
        drop_front(text_, sentence_, trigger_, choice_);
        const TokenChoice with_dates = choice_;
        drop_dates(text_, tree_, phrases_, choice_, {std::min(clause_.first, trigger_), trigger_ + 1});
        drop_source(text_, sentence_, phrases_, trigger_, choice_);
        choice_.keep(time);
        drop_hollow_clauses();
        if (nominal_ && choice_.size() < 3) choice_ = with_dates;  // "the war of 2020" without its year says nothing
        replaced_ = meanings_of_pronouns(text_, tree_, trigger_, subject_, before_);
        if (std::string told = speech(); !told.empty()) return fitted(capitalised(told));
        std::string result = shortened(text_, tree_, {trigger_, trigger_, subject_, needed}, replaced_, headline_limit, choice_);
        if (needed != no_token && (!choice_.has(static_cast<std::uint32_t>(needed)) || code_points(result) > headline_limit)) return {};
        if (says_nothing())
            if (std::string told = speech_behind(); !told.empty()) return fitted(capitalised(told));
        const bool short_of_words = std::count(result.begin(), result.end(), ' ') < 1 || choice_.begins_with_preposition();
        if (short_of_words) return plain(text_, tree_, phrases_, trigger_);
        if (begins_with_verb())
            if (const std::string whole = plain(text_, tree_, phrases_, trigger_); !whole.ends_with("\u2026")) return whole;
        return fitted(capitalised(result));
    }

private:
    std::string_view word(std::uint32_t token) const { return word_of(text_, sentence_, token); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.tokens.size()); }
    bool is_child(std::uint32_t token, std::int32_t of) const { return tree_.head(token) == of; }

    bool counts_time(std::uint32_t token) const {
        return in_any(phrases_, token) || (is_noun(sentence_.tags[token]) && token < trigger_ && word_of(text_, sentence_, clause_.first) == "after" &&
                                           word_list("time_units").has(lemma_of(text_, sentence_, token)));
    }

    /// "4 May 1993 The baker of Leeds was caught": the baker.
    std::int32_t second_subject() const {
        for (auto i = static_cast<std::uint32_t>(subject_) + 1; i < trigger_; ++i)
            if (is_child(i, static_cast<std::int32_t>(trigger_)) && (tree_.relation(i) == Relation::nsubj || tree_.relation(i) == Relation::nsubj_pass) && !counts_time(i))
                return static_cast<std::int32_t>(i);
        return no_token;
    }

    /// "three days after being hit": who was hit, the verb above says.
    std::int32_t subject_of_governor() const {
        if (const auto up = tree_.head(trigger_); up >= 0 && up < subject_ && is_noun(sentence_.tags[up]) && is_proper(sentence_.tags[subject_]) &&
                                                      subject_ > 0 && word(static_cast<std::uint32_t>(subject_) - 1) != ":")
            return up;
        const auto verb = tree_.governing_verb(trigger_);
        return verb == no_token ? no_token : tree_.subject(static_cast<std::uint32_t>(verb));
    }

    void keep_clause() {
        choice_.keep(clause_);
        const bool own_subject = subject_ != no_token && clause_.contains(static_cast<std::uint32_t>(subject_));
        const auto& connectives = word_list("connectives");
        for (auto i = clause_.first; i < clause_.last; ++i) {
            if (!is_child(i, static_cast<std::int32_t>(trigger_))) continue;
            const auto relation = tree_.relation(i);
            const bool pairs = relation == Relation::cc && i > clause_.first && i < trigger_ && is_noun(sentence_.tags[i - 1]);  // "the unions and the line signed"
            const bool counted = subject_ != no_token && relation == Relation::case_ && word(i) == "after" && !own_subject;
            const bool leads = counted || relation == Relation::cc || relation == Relation::mark || relation == Relation::discourse ||
                               (relation == Relation::advmod && connectives.has(fold(word(i)))) ||
                               (nominal_ && (relation == Relation::case_ || relation == Relation::det));
            if (relation == Relation::conj || relation == Relation::parataxis || ((leads || relation == Relation::cc) && !pairs && (i < trigger_ ? sentence_.tags[i] != Tag::TO : relation == Relation::cc)))
                choice_.drop(tree_.subtree(i));
            else if (is_adjunct(relation) && i < trigger_ && (!own_subject || i < static_cast<std::uint32_t>(subject_)) && relation != Relation::advmod)
                choice_.drop(tree_.subtree(i));  // "In a referendum the islands voted": it begins with who
            else if (relation == Relation::aux_pass && sentence_.tags[i] == Tag::VBG && !own_subject) choice_.drop({i, i + 1});
        }
        if (!own_subject && subject_ != no_token) borrow_subject();
        else if (own_subject) keep_whole_subject();
        if (own_subject && subject_ < static_cast<std::int32_t>(trigger_)) drop_lone_copula();
        keep_what_follows();
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))) choice_.drop({i, i + 1});
    }

    /// "[What they smelt was] the oven had gone out"
    void drop_lone_copula() {
        const auto first = tree_.subtree(static_cast<std::uint32_t>(subject_)).first;
        if (word(size() - 1) == "?" || (size() > 1 && word(size() - 2) == "?")) return;
        for (auto i = clause_.first; i < first; ++i)
            if (tree_.relation(i) == Relation::cop && is_finite_verb(sentence_.tags[i])) choice_.drop({i, i + 1});
    }

    /// "The mayor Ilse Holm and the minister Anna Varndal met", of which the parser saw the minister only.
    void keep_whole_subject() {
        const auto first = tree_.subtree(static_cast<std::uint32_t>(subject_)).first;
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
        if (const auto preposition = tree_.child(subject, Relation::case_); preposition != no_token && preposition < subject_)
            choice_.drop(tree_.subtree(static_cast<std::uint32_t>(preposition)));
        // What else is said about an antecedent is another clause's matter; the trigger's own clause stays.
        for (auto i = who.first; i < who.last; ++i)
            if (is_child(i, subject_) && (tree_.relation(i) == Relation::acl_relcl || tree_.relation(i) == Relation::acl) && !tree_.subtree(i).contains(trigger_))
                choice_.drop(tree_.subtree(i));
            else if (is_child(i, subject_) && tree_.relation(i) == Relation::acl_relcl && i < trigger_ && tree_.relation(trigger_) == Relation::conj &&
                     tree_.head(trigger_) == static_cast<std::int32_t>(i) && is_finite_verb(sentence_.tags[trigger_]))
                drop_up_to_verb(std::max(tree_.subtree(i).first, subject + 1));  // "Holm, [who came in May and] left"
        if (!is_noun(sentence_.tags[subject])) return;  // "those who lost it"
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WDT || sentence_.tags[i] == Tag::WP || (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))))
                choice_.drop({i, i + 1});
    }

    void drop_up_to_verb(std::uint32_t first) {
        auto last = std::max(first, clause_.first);
        while (last < trigger_ && (sentence_.tags[last] == Tag::CC || sentence_.tags[last] == Tag::punctuation)) ++last;
        choice_.drop({first, last});
    }

    /// "was caught and put in [a cell]", of which the parser gave the cell to the catching.
    void keep_what_follows() {
        const auto up = tree_.head(trigger_);
        if (tree_.relation(trigger_) != Relation::conj || up < 0 || up > static_cast<std::int32_t>(trigger_)) return;
        for (auto i = clause_.last; i < size() && i < clause_.last + 6; ++i) {
            const Relation relation = tree_.relation(i);
            if (!is_child(i, up) || (relation != Relation::obj && relation != Relation::obl) || tree_.subtree(i).first > clause_.last || tree_.subtree(i).first <= trigger_) continue;
            choice_.keep({clause_.last, tree_.subtree(i).last});
            return;
        }
    }

    /// A verb whose subject the parser did not see: "On Tuesday the club of lenders, Germany among them, called on ...".
    void keep_what_leads_up() {
        const Tag tag = sentence_.tags[trigger_];
        const bool bare = tag == Tag::VB && tree_.child(trigger_, Relation::aux) == no_token && tree_.child(trigger_, Relation::mark) == no_token;
        if (tree_.head(trigger_) >= 0 || !(is_finite_verb(tag) || tag == Tag::VBN || bare)) return;
        if (const auto what = tree_.object(trigger_); what > static_cast<std::int32_t>(trigger_) && !bare) {  // "Then came his interview"
            const auto base = lemma_of(text_, sentence_, trigger_);
            if (base == "come" || base == "follow") choice_.drop({clause_.first, trigger_ + 1});
            return;
        }
        std::uint32_t first = 0;
        for (const TokenRange& phrase : phrases_)
            if (phrase.last <= trigger_) first = std::max(first, phrase.last);
        while (first < trigger_ && sentence_.tags[first] == Tag::punctuation) ++first;
        bool noun = false;
        auto last = trigger_;
        for (auto i = first; i < trigger_; ++i) {
            if (noun && last == trigger_ && word(i) == ",") last = i;
            if (is_finite_verb(sentence_.tags[i]) && !is_child(i, static_cast<std::int32_t>(trigger_))) return;
            noun |= is_noun(sentence_.tags[i]);
        }
        if (noun && (first > 0 || clause_.first == 0) && sentence_.tags[first] != Tag::IN) choice_.keep({first, last});
    }

    /// "the concert, which takes place": what is left of a relative clause without its date.
    void drop_hollow_clauses() {
        for (std::uint32_t i = 0; i < size(); ++i) {
            if (!choice_.has(i) || tree_.relation(i) != Relation::acl_relcl) continue;
            const TokenRange part = tree_.subtree(i);
            const bool dated = std::any_of(phrases_.begin(), phrases_.end(), [&](TokenRange phrase) { return part.contains(phrase.first); });
            const auto left = std::count_if(sentence_.tokens.begin() + part.first, sentence_.tokens.begin() + part.last,
                                            [&](const Token& token) { return choice_.has(static_cast<std::uint32_t>(&token - sentence_.tokens.data())); });
            if (dated && left <= 4 && !part.contains(trigger_)) choice_.drop(part);
        }
    }

    /// "It will open, the board said": what was said belongs to a headline of saying. Empty where it stands behind the verb, or nowhere.
    std::string speech() {
        if (nominal_ || subject_ == no_token || !is_verb(sentence_.tags[trigger_]) || !is_reporting_verb(lemma_of(text_, sentence_, trigger_))) return {};
        for (const Relation relation : {Relation::ccomp, Relation::xcomp, Relation::parataxis})
            if (const auto what = tree_.child(trigger_, relation); what != no_token && what > static_cast<std::int32_t>(trigger_)) return {};
        const auto subject = static_cast<std::uint32_t>(subject_);
        TokenRange who = tree_.subtree(subject).contains(trigger_) ? TokenRange{tree_.subtree(subject).first, subject + 1} : tree_.subtree(subject);
        while (who.first < subject && sentence_.tags[who.first] == Tag::punctuation) ++who.first;
        const auto begin = std::min(who.first, trigger_);
        if (begin < 4 || sentence_.tags[begin - 1] != Tag::punctuation || word(begin - 1) == ":" || word(begin - 1) == ";") return {};
        if (tree_.object(trigger_) != no_token && !is_reporting_verb_with_hearer()) return {};
        bool finite = false;
        for (std::uint32_t i = 0; i < begin; ++i) finite |= is_finite_verb(sentence_.tags[i]) && sentence_.tags[i] != Tag::none;
        if (!finite) return {};
        TokenChoice speaker(sentence_), verb(sentence_);
        for (auto i = who.first; i < who.last; ++i)
            if (choice_.has(i)) speaker.keep({i, i + 1});
        for (auto i = who.first; i < who.last; ++i)
            if (is_child(i, subject_) && only_adds(tree_, i)) speaker.drop(tree_.subtree(i));
        verb.keep({trigger_, trigger_ + 1});
        for (auto i = clause_.first; i < clause_.last; ++i) {
            const Relation relation = tree_.relation(i);
            if (is_child(i, static_cast<std::int32_t>(trigger_)) && choice_.has(i) && (relation == Relation::aux || relation == Relation::obj || relation == Relation::iobj))
                verb.keep(tree_.subtree(i));
        }
        TokenChoice content(sentence_);
        content.keep({0, begin});
        drop_front(text_, sentence_, begin, content);
        drop_dates(text_, tree_, phrases_, content);
        std::string said = speaker.words_of(text_, replaced_) + ' ' + verb.words_of(text_) + ": ";
        if (code_points(said) > headline_limit / 2) return {};
        const auto behind = front(text_, sentence_).last;
        const auto core = tree_.top_of({behind < begin ? behind : 0, begin});
        if (core == no_token || !content.has(static_cast<std::uint32_t>(core))) return {};
        choice_ = content;
        replaced_.clear();
        const HeadlineCore kept{trigger_, static_cast<std::uint32_t>(core), subject_};
        return said + capitalised(unquoted(shortened(text_, tree_, kept, replaced_, headline_limit - code_points(said), choice_)));
    }

    /// "The board tweeted", "The mayor told the crew": no word of what.
    bool says_nothing() const {
        if (nominal_ || subject_ == no_token || !is_verb(sentence_.tags[trigger_]) || !is_reporting_verb(lemma_of(text_, sentence_, trigger_))) return false;
        auto end = size();
        while (end > 0 && (!choice_.has(end - 1) || sentence_.tags[end - 1] == Tag::punctuation)) --end;
        const auto hearer = tree_.child(trigger_, Relation::iobj) != no_token ? tree_.child(trigger_, Relation::iobj) : tree_.object(trigger_);
        return end == trigger_ + 1 || (is_reporting_verb_with_hearer() && hearer != no_token && end <= static_cast<std::uint32_t>(hearer) + 1);
    }

    /// `The board tweeted on Friday: "The gates are open"`
    std::string speech_behind() {
        static constexpr FixedWords openers{":", "\"", "``", "\u201c"};
        static constexpr FixedWords closers{"\"", "''", "\u201d"};
        auto first = trigger_ + 1;
        while (first < size() && first < trigger_ + 12 && !openers.has(word(first))) ++first;
        if (first >= size() || !openers.has(word(first))) return {};
        while (first < size() && openers.has(word(first))) ++first;
        auto last = first;
        while (last < size() && !closers.has(word(last))) ++last;
        TokenChoice content(sentence_);
        content.keep({first, last});
        drop_dates(text_, tree_, phrases_, content);
        std::uint32_t core = first;
        while (core < last && !(content.has(core) && is_finite_verb(sentence_.tags[core]))) ++core;
        choice_.drop({std::min(first, size()), size()});
        choice_.trim_end(text_);
        const std::string said = choice_.words_of(text_, replaced_) + ": ";
        if (core >= last || code_points(said) > headline_limit / 2) return {};
        const auto helped = tree_.relation(core) == Relation::aux || tree_.relation(core) == Relation::aux_pass || tree_.relation(core) == Relation::cop ? tree_.head(core) : no_token;
        if (helped > static_cast<std::int32_t>(core) && helped < static_cast<std::int32_t>(last)) core = static_cast<std::uint32_t>(helped);
        choice_ = content;
        replaced_.clear();
        return said + capitalised(unquoted(shortened(text_, tree_, {core, core, tree_.subject(core)}, replaced_, headline_limit - code_points(said), choice_)));
    }

    bool begins_with_verb() const {
        if (nominal_ || subject_ != no_token) return false;
        std::uint32_t first = 0;
        while (first < size() && !choice_.has(first)) ++first;
        return first < size() && (is_verb(sentence_.tags[first]) || sentence_.tags[first] == Tag::MD || sentence_.tags[first] == Tag::TO);
    }

    bool is_reporting_verb_with_hearer() const {
        const auto base = lemma_of(text_, sentence_, trigger_);
        return base == "tell" || base == "inform" || base == "remind";
    }

    /// Without marks of quotation at the ends, of which the other may be gone.
    static std::string unquoted(std::string text) {
        const auto is_quote = [](char c) { return c == '"' || c == '`' || c == '\'' || c == ' ' || c == ','; };
        while (!text.empty() && is_quote(text.back())) text.pop_back();
        while (!text.empty() && is_quote(text.front())) text.erase(0, 1);
        return text;
    }

    const std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    const std::uint32_t trigger_;
    const std::vector<TokenRange>& phrases_;
    const ReferentBefore& before_;
    const TokenRange clause_;
    TokenChoice choice_;
    Replacements replaced_;
    std::int32_t subject_ = no_token;
    bool nominal_ = false;
};

}  // namespace

std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     const ReferentBefore& before, std::string_view speaker) {
    std::string made = tree.parsed() ? Headline(text, tree, trigger, dating_phrases, before).made() : plain(text, tree, dating_phrases, trigger);
    const std::string_view who = speaker_in(made, text, tree.sentence(), trigger, speaker);
    if (who.empty()) return made;
    return fitted(capitalised(std::string(who) + ": " + made));
}

}  // namespace annals
