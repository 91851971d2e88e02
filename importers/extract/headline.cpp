#include "importers/extract/headline.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/headline_front.h"
#include "importers/extract/token_choice.h"
#include "importers/extract/word_list.h"
#include "importers/extract/wordnet.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

// Lexicographer files of WordNet, as WordSenses counts them.
constexpr int noun_group = 12, noun_person = 16;

bool is_adjunct(Relation relation) {
    switch (relation) {
        case Relation::obl:
        case Relation::obl_tmod:
        case Relation::nmod:
        case Relation::advcl:
        case Relation::acl:
        case Relation::acl_relcl:
        case Relation::appos:
        case Relation::conj:
        case Relation::advmod: return true;
        default: return false;
    }
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// "before [the June] regatta": what stands before the date belongs to the noun behind it.
bool leads_a_noun(const Sentence& sentence, TokenRange phrase) {
    if (phrase.first + 1 >= phrase.last || phrase.last >= sentence.tags.size() || sentence.heads.empty() || !is_noun(sentence.tags[phrase.last])) return false;
    const Tag tag = sentence.tags[phrase.first];
    return (tag == Tag::IN || tag == Tag::TO || tag == Tag::DT) && sentence.heads[phrase.first] >= static_cast<std::int32_t>(phrase.last);
}

/// "just [after noon]", "a failure back [in 1987]", but not "sailed back [in 1994]".
bool leans_on_date(std::string_view text, const Sentence& sentence, std::uint32_t token, TokenRange date) {
    static constexpr FixedWords hedges{"just", "only", "probably", "possibly", "perhaps", "maybe"};
    if (sentence.tags[token] != Tag::RB) return false;
    const auto word = word_of(text, sentence, token);
    if (word == "back") return token > 0 && sentence.tags[date.first] == Tag::IN && (is_noun(sentence.tags[token - 1]) || sentence.tags[token - 1] == Tag::JJ);
    return hedges.has_in_any_case(word);
}

/// With the possessive mark behind them: "today's vote".
void drop_dates(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases, TokenChoice& choice, TokenRange kept = {}) {
    for (TokenRange phrase : phrases) {
        if (!kept.empty() && phrase.contains(kept.last - 1)) phrase.last = std::max(phrase.first, kept.first);  // "nine days after [the bank failed]"
        while (leads_a_noun(sentence, phrase)) ++phrase.first;
        if (phrase.last < sentence.tags.size() && sentence.tags[phrase.last] == Tag::POS) ++phrase.last;
        if (phrase.first > 2 && word_of(text, sentence, phrase.first - 1) == "course") phrase.first -= 2;  // "over the course [of the past days]"
        if (phrase.first > 0 && phrase.first + 2 < sentence.tags.size() && word_of(text, sentence, phrase.first + 1) == "course" &&
            sentence.tags[phrase.first - 1] == Tag::IN)
            --phrase.first;
        if (phrase.first > 0 && leans_on_date(text, sentence, phrase.first - 1, phrase)) --phrase.first;
        choice.drop(phrase);
    }
}

std::size_t times(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + mark.size())) ++count;
    return count;
}

/// A mark of quotation whose other half was left out goes too.
std::string balanced(std::string text) {
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

/// "I", "our crew": only who speaks knows whom it means.
bool begins_with_speaker(std::string_view headline) {
    static constexpr FixedWords own{"i", "we", "my", "our"};
    return own.has_in_any_case(headline.substr(0, headline.find_first_of(" '")));
}

/// A name, a person, a group: what is able to say "I".
bool can_speak(std::string_view speaker) {
    const auto last = speaker.substr(speaker.find_last_of(' ') == speaker.npos ? 0 : speaker.find_last_of(' ') + 1);
    static constexpr FixedWords pronouns{"i", "we", "he", "she", "it", "they", "you", "who", "that"};
    if (last.empty() || pronouns.has_in_any_case(last)) return false;
    if (last[0] >= 'A' && last[0] <= 'Z') return true;
    const std::string one = fold(last.ends_with('s') ? last.substr(0, last.size() - 1) : last);
    const int kind = word_senses(one).noun_class();
    return kind == noun_group || kind == noun_person;
}

/// The name of the label in front: "HOLM" of "HOLM, HOST: We met on Friday."
std::string_view label_of(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const TokenRange label = label_in_front(text, sentence, trigger);
    std::uint32_t last = label.first;
    while (last < label.last && sentence.tokens[last].kind == TokenKind::word) ++last;
    if (last == label.first) return {};
    return text.substr(sentence.tokens[label.first].span.begin, sentence.tokens[last - 1].span.end - sentence.tokens[label.first].span.begin);
}

void drop_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice) {
    choice.drop(dateline_in_front(text, sentence, trigger));
    choice.drop(label_in_front(text, sentence, trigger));
    for (const TokenRange& bracket : brackets(text, sentence, trigger)) choice.drop(bracket);
}

/// Whole sentence without date words: for sentences that were not parsed.
std::string plain(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases, std::uint32_t trigger) {
    TokenChoice choice(sentence);
    choice.keep({0, static_cast<std::uint32_t>(sentence.tokens.size())});
    drop_front(text, sentence, trigger, choice);
    drop_dates(text, sentence, phrases, choice);
    choice.trim_start(text);
    choice.trim_end(text);
    return fitted(capitalised(choice.words_of(text)));
}

/// What is there to be left out of a headline that is too long: the lower, the sooner; 9 stays.
int worth(Relation relation) {
    switch (relation) {
        case Relation::acl_relcl:
        case Relation::appos:
        case Relation::parataxis: return 0;
        case Relation::advcl: return 1;
        case Relation::acl:
        case Relation::conj: return 2;
        default: return is_adjunct(relation) ? 3 : 9;
    }
}

class Headline {
public:
    Headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, const Referent& before)
        : text_(text), tree_(tree), sentence_(tree.sentence()), trigger_(trigger), phrases_(phrases), before_(before), clause_(tree.subtree(trigger)),
          choice_(sentence_) {}

    std::string made() {
        nominal_ = is_nominal(tree_, trigger_) && !tree_.has_copula(trigger_);
        subject_ = nominal_ ? no_token : tree_.subject(trigger_);
        if (subject_ == no_token && !nominal_) subject_ = subject_of_prospect();
        TokenRange time;  // "the past decade saw a rise": the time itself is the subject
        if (subject_ != no_token && counts_time(static_cast<std::uint32_t>(subject_))) {
            time = tree_.subtree(static_cast<std::uint32_t>(subject_));
            subject_ = subject_of_governor();
            if (subject_ != no_token) time = {};
        }
        keep_clause();
        if (subject_ == no_token && !nominal_) keep_what_leads_up();
        drop_front(text_, sentence_, trigger_, choice_);
        const TokenChoice with_dates = choice_;
        drop_dates(text_, sentence_, phrases_, choice_, {std::min(clause_.first, trigger_), trigger_ + 1});
        choice_.keep(time);
        drop_hollow_clauses();
        if (nominal_ && choice_.size() < 3) choice_ = with_dates;  // "the war of 2020" without its year says nothing
        name_pronouns();
        if (std::string told = speech(); !told.empty()) return fitted(capitalised(std::move(told)));
        const std::string result = shortened(headline_limit, trigger_);
        if (std::count(result.begin(), result.end(), ' ') < 1 || choice_.begins_with_preposition()) return plain(text_, sentence_, phrases_, trigger_);
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

    /// "three days after being hit": who was hit, the verb above says.
    std::int32_t subject_of_governor() const {
        const auto verb = tree_.governing_verb(trigger_);
        return verb == no_token ? no_token : tree_.subject(static_cast<std::uint32_t>(verb));
    }

    /// "Anna Holm, due to open the lock": who it is that is due.
    std::int32_t subject_of_prospect() const {
        const auto up = tree_.head(trigger_);
        if (sentence_.tags[trigger_] != Tag::VB || up < 0 || sentence_.tags[up] != Tag::JJ) return no_token;
        auto noun = static_cast<std::uint32_t>(up);
        while (noun > 0 && (sentence_.tags[noun - 1] == Tag::RB || word(noun - 1) == ",")) --noun;
        if (noun == 0 || noun == static_cast<std::uint32_t>(up) || !is_noun(sentence_.tags[noun - 1])) return no_token;
        --noun;
        while (tree_.head(noun) >= 0 && tree_.head(noun) < static_cast<std::int32_t>(noun) && is_noun(sentence_.tags[tree_.head(noun)]) &&
               (tree_.relation(noun) == Relation::flat || tree_.relation(noun) == Relation::compound))
            noun = static_cast<std::uint32_t>(tree_.head(noun));
        return static_cast<std::int32_t>(noun);
    }

    void keep_clause() {
        choice_.keep(clause_);
        const bool own_subject = subject_ != no_token && clause_.contains(static_cast<std::uint32_t>(subject_));
        const auto& connectives = word_list("connectives");
        for (auto i = clause_.first; i < clause_.last; ++i) {
            if (!is_child(i, static_cast<std::int32_t>(trigger_))) continue;
            const auto relation = tree_.relation(i);
            const bool counted = subject_ != no_token && relation == Relation::case_ && word(i) == "after" && !own_subject;
            const bool leads = counted || relation == Relation::cc || relation == Relation::mark || relation == Relation::discourse ||
                               (relation == Relation::advmod && connectives.has(fold(word(i)))) ||
                               (nominal_ && (relation == Relation::case_ || relation == Relation::det));
            if (relation == Relation::conj || relation == Relation::parataxis || (leads && i < trigger_ && sentence_.tags[i] != Tag::TO) || relation == Relation::cc)
                choice_.drop(tree_.subtree(i));
            else if (is_adjunct(relation) && i < trigger_ && (!own_subject || i < static_cast<std::uint32_t>(subject_)) && relation != Relation::advmod)
                choice_.drop(tree_.subtree(i));  // "In a referendum the islands voted": it begins with who
            else if (relation == Relation::aux_pass && sentence_.tags[i] == Tag::VBG && !own_subject) choice_.drop({i, i + 1});
        }
        if (!own_subject && subject_ != no_token) borrow_subject();
        else if (own_subject) keep_whole_subject();
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))) choice_.drop({i, i + 1});
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
        if (const auto preposition = tree_.child(subject, Relation::case_); preposition != no_token && preposition < subject_)
            choice_.drop(tree_.subtree(static_cast<std::uint32_t>(preposition)));
        // What else is said about an antecedent is another clause's matter; the trigger's own clause stays.
        for (auto i = who.first; i < who.last; ++i)
            if (is_child(i, subject_) && (tree_.relation(i) == Relation::acl_relcl || tree_.relation(i) == Relation::acl) && !tree_.subtree(i).contains(trigger_))
                choice_.drop(tree_.subtree(i));
        for (auto i = clause_.first; i < trigger_; ++i)
            if (sentence_.tags[i] == Tag::WDT || sentence_.tags[i] == Tag::WP || (sentence_.tags[i] == Tag::WRB && is_child(i, static_cast<std::int32_t>(trigger_))))
                choice_.drop({i, i + 1});
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

    /// Who "he" is: the main clause says, or the sentence before.
    std::string meaning_here(std::uint32_t pronoun) const {
        const std::string folded = fold(word(pronoun));
        const auto above = tree_.governing_verb(trigger_);
        if (above != no_token && tree_.head(static_cast<std::uint32_t>(above)) < 0) {
            const auto subject = tree_.subject(static_cast<std::uint32_t>(above));
            if (subject != no_token && subject < static_cast<std::int32_t>(pronoun) && !clause_.contains(static_cast<std::uint32_t>(subject))) {
                Referent main = subject_of(text_, tree_, static_cast<std::uint32_t>(above));
                if (main.words.empty() && sentence_.tags[subject] == Tag::PRP && fold(word(static_cast<std::uint32_t>(subject))) == folded) main = before_;
                else main.rival_name = main.rival_one = main.rival_many = false;
                return meaning_of(folded, main);
            }
        }
        if (const auto before = tree_.child(trigger_, Relation::advcl); before != no_token && before < static_cast<std::int32_t>(pronoun)) {
            Referent told = subject_of(text_, tree_, static_cast<std::uint32_t>(before));  // "Though Holm has given no sign, she left"
            if (!told.words.empty()) {
                told.rival_name = told.rival_one = told.rival_many = false;
                return meaning_of(folded, told);
            }
        }
        for (std::uint32_t i = 0; i < pronoun; ++i) {  // somebody else was named since
            const Relation relation = tree_.relation(i);
            if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && is_noun(sentence_.tags[i])) return {};
        }
        return meaning_of(folded, before_);
    }

    void name_pronouns() {
        if (subject_ == no_token) return;
        const auto subject = static_cast<std::uint32_t>(subject_);
        const auto first = tree_.subtree(subject).first;
        const auto write = [&](std::uint32_t token, std::string meaning) {
            if (!meaning.empty()) replaced_.emplace_back(token, std::move(meaning));
        };
        if (sentence_.tags[subject] == Tag::PRP) write(subject, meaning_here(subject));
        else if (sentence_.tags[first] == Tag::PRPS) write(first, meaning_here(first));
        else if (const auto end = first > 1 && word(first - 1) == "," ? first - 1 : first;
                 sentence_.tags[first] == Tag::WPS && end > 0 && is_noun(sentence_.tags[end - 1])) {  // "gangs whose wars killed": the gangs' wars
            auto begin = end - 1;
            while (begin > 0 && (is_noun(sentence_.tags[begin - 1]) || sentence_.tags[begin - 1] == Tag::JJ)) --begin;
            std::string whose(text_.substr(sentence_.tokens[begin].span.begin, sentence_.tokens[end - 1].span.end - sentence_.tokens[begin].span.begin));
            whose += whose.ends_with('s') ? "'" : "'s";
            write(first, std::move(whose));
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
            if (is_child(i, subject_) && worth(tree_.relation(i)) < 2 && !names(i)) speaker.drop(tree_.subtree(i));
        verb.keep({trigger_, trigger_ + 1});
        for (auto i = clause_.first; i < clause_.last; ++i) {
            const Relation relation = tree_.relation(i);
            if (is_child(i, static_cast<std::int32_t>(trigger_)) && choice_.has(i) && (relation == Relation::aux || relation == Relation::obj || relation == Relation::iobj))
                verb.keep(tree_.subtree(i));
        }
        TokenChoice content(sentence_);
        content.keep({0, begin});
        drop_front(text_, sentence_, begin, content);
        drop_dates(text_, sentence_, phrases_, content);
        std::string said = speaker.words_of(text_, replaced_) + ' ' + verb.words_of(text_) + ": ";
        if (code_points(said) > headline_limit / 2) return {};
        const auto core = tree_.top_of({0, begin});
        if (core == no_token || !content.has(static_cast<std::uint32_t>(core))) return {};
        choice_ = content;
        replaced_.clear();
        return said + capitalised(unquoted(shortened(headline_limit - code_points(said), static_cast<std::uint32_t>(core))));
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

    std::string words_now() {
        choice_.trim_start(text_);
        choice_.trim_end(text_);
        drop_torn_end();
        return choice_.words_of(text_, replaced_);
    }

    /// "sang in Leeds as his crew [rowed home]": a clause whose verb is gone, because the parser hung it elsewhere.
    void drop_torn_end() {
        static constexpr FixedWords openers{"as", "after", "before", "while", "because", "when", "until", "since", "if", "that", "how", "though", "although"};
        auto end = size();
        while (end > 0 && !choice_.has(end - 1)) --end;
        if (end == 0 || end >= size() || !is_finite_verb(sentence_.tags[end])) return;
        for (auto i = end; i-- > trigger_ + 1 && end - i < 9;) {
            if (is_verb(sentence_.tags[i]) || sentence_.tags[i] == Tag::punctuation) return;
            if (!openers.has_in_any_case(word(i))) continue;
            choice_.drop({i, end});
            choice_.trim_end(text_);
            return;
        }
    }

    /// Too long: parts are left out, the least needed first and from the end, as few as it takes.
    std::string shortened(std::size_t limit, std::uint32_t core) {
        std::string now = words_now();
        bool is_long = code_points(now) > limit;
        for (int least = 0; least < 9 && is_long; ++least)
            for (auto i = size(); i-- > 0 && is_long;) {
                if (!choice_.has(i) || worth_of(i) != least) continue;
                const TokenRange part = tree_.subtree(i);
                if (names(i) || is_half_of_two(i) || is_cut_word(part)) continue;
                if (part.contains(core) || (subject_ != no_token && part.contains(static_cast<std::uint32_t>(subject_)))) continue;
                if (least > 1 && part.first <= core) continue;
                const TokenChoice whole = choice_;
                const bool alone = least == 0 ? stands_alone(part) : goes_on_behind(part, core);
                choice_.drop(alone || part.first <= core ? part : TokenRange{part.first, size()});
                if (is_torn()) {
                    choice_ = whole;
                    continue;
                }
                now = words_now();
                is_long = code_points(now) > limit;
            }
        auto next = trigger_ + 1;
        while (next < size() && !choice_.has(next)) ++next;
        if (is_long && next < size() && word(next) == "that" && is_reporting_verb(lemma_of(text_, sentence_, trigger_))) {
            choice_.drop({next, next + 1});
            now = words_now();
        }
        return now;
    }

    /// "the school, which was closed": what only adds to a noun, whatever the parser hung it on.
    int worth_of(std::uint32_t token) const {
        const auto subject = is_verb(sentence_.tags[token]) ? tree_.child(token, Relation::nsubj) : no_token;
        const auto other = is_verb(sentence_.tags[token]) ? tree_.child(token, Relation::nsubj_pass) : no_token;
        for (const auto who : {subject, other})
            if (who > 0 && sentence_.tags[who] == Tag::WDT && word(static_cast<std::uint32_t>(who) - 1) == ",") return 0;
        return worth(tree_.relation(token));
    }

    /// "stock[-taking]".
    bool is_cut_word(TokenRange part) const {
        const bool joined = part.first > 0 && choice_.has(part.first - 1) && !sentence_.tokens[part.first].space_before;
        return joined && (word(part.first) == "-" || word(part.first - 1) == "-");
    }

    /// "[old and] young members": what is said of a noun before it.
    bool is_half_of_two(std::uint32_t token) const {
        if (tree_.relation(token) != Relation::conj || tree_.head(token) < 0) return false;
        const auto other = static_cast<std::uint32_t>(tree_.head(token));
        const Relation relation = tree_.relation(other);
        return (relation == Relation::amod || relation == Relation::compound) && tree_.head(other) > static_cast<std::int32_t>(token);
    }

    /// "press secretary Anna Holm": the name belongs to it, though parsers call it an apposition.
    bool names(std::uint32_t token) const {
        const auto first = tree_.subtree(token).first;
        return tree_.relation(token) == Relation::appos && is_proper(sentence_.tags[first]) && first > 0 && is_noun(sentence_.tags[first - 1]);
    }

    /// Whether what is behind the part goes on without it: with a preposition, a verb, a mark.
    bool stands_alone(TokenRange part) const {
        for (auto i = part.last; i < size(); ++i) {
            if (!choice_.has(i)) continue;
            const Tag tag = sentence_.tags[i];
            return tag == Tag::IN || tag == Tag::TO || tag == Tag::punctuation || tag == Tag::MD || is_finite_verb(tag) || i == trigger_;
        }
        return true;
    }

    /// Whether a verb behind the part has its subject before it: "the girl who fell ill has recovered".
    bool goes_on_behind(TokenRange part, std::uint32_t core) const {
        for (auto i = part.last; i < size(); ++i) {
            if (!choice_.has(i)) continue;
            const Relation relation = tree_.relation(i);
            const bool needed = relation == Relation::ccomp || relation == Relation::obj || relation == Relation::xcomp;
            if (i == trigger_ || (needed && is_child(i, static_cast<std::int32_t>(core)))) return true;
            if (!is_finite_verb(sentence_.tags[i])) continue;
            const auto subject = tree_.subject(i);
            if (subject != no_token && static_cast<std::uint32_t>(subject) < part.first && tree_.relation(i) != Relation::acl_relcl) return true;
        }
        return false;
    }

    /// "confirmed that a man", "the girl who had", "between old": a clause begun whose verb is gone.
    bool is_torn() const {
        bool open = false, helper = false, pair = false;
        for (std::uint32_t i = 0; i < size(); ++i) {
            if (!choice_.has(i) || sentence_.tags[i] == Tag::punctuation) continue;
            if (word(i) == "between") pair = sentence_.tags[tree_.head(i) < 0 ? i : static_cast<std::uint32_t>(tree_.head(i))] != Tag::NNS;
            if (sentence_.tags[i] == Tag::CC) pair = false;
            const Relation relation = tree_.relation(i);
            helper = relation == Relation::aux || relation == Relation::aux_pass || sentence_.tags[i] == Tag::MD;
            if (sentence_.tags[i] == Tag::IN && word(i) == "that") open = true;
            else if (is_finite_verb(sentence_.tags[i]) || sentence_.tags[i] == Tag::VBN) open = false;
        }
        return open || helper || pair;
    }

    const std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    const std::uint32_t trigger_;
    const std::vector<TokenRange>& phrases_;
    const Referent& before_;
    const TokenRange clause_;
    TokenChoice choice_;
    Replacements replaced_;
    std::int32_t subject_ = no_token;
    bool nominal_ = false;
};

}  // namespace

std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     const Referent& before, std::string_view speaker) {
    std::string made = tree.parsed() ? Headline(text, tree, trigger, dating_phrases, before).made() : plain(text, tree.sentence(), dating_phrases, trigger);
    if (!begins_with_speaker(made)) return made;
    if (speaker.empty()) speaker = label_of(text, tree.sentence(), trigger);
    return !can_speak(speaker) ? made : fitted(capitalised(std::string(speaker) + ": " + made));
}

}  // namespace annals
