#include "importers/extract/headlines/headline_speech.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_cut.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/headlines/headline_length.h"
#include "importers/extract/headlines/headline_wording.h"

#include <algorithm>

namespace annals {

std::string HeadlineSpeech::before() {
    const TokenRange named = speaker_between_commas();
    if ((subject_ == no_token && named.empty()) || !is_verb(sentence_.tags[trigger_]) || !is_reporting_verb(lemma_of(text_, sentence_, trigger_))) return {};
    for (const Relation relation : {Relation::ccomp, Relation::xcomp, Relation::parataxis})
        if (const auto what = tree_.child(trigger_, relation); what != no_token && what > static_cast<std::int32_t>(trigger_)) return {};
    const auto subject = named.empty() ? static_cast<std::uint32_t>(subject_) : named.first;
    if (tree_.child(trigger_, Relation::aux_pass) != no_token && sentence_.tags[subject] != Tag::PRP && !has_hearer())
        return {};  // "a man, who was admitted"
    TokenRange who =
        tree_.subtree(subject).contains(trigger_) ? TokenRange{tree_.subtree(subject).first, subject + 1} : tree_.subtree(subject);
    while (who.first < subject && sentence_.tags[who.first] == Tag::punctuation) ++who.first;
    if (named.empty()) {
        if (const Tag tag = sentence_.tags[who.first]; tag == Tag::WP || tag == Tag::WDT) return {};
        if (who.first > 1 && sentence_.tags[who.first - 1] == Tag::POS && is_child(who.first - 1, static_cast<std::int32_t>(who.first) - 2))
            who.first = tree_.subtree(who.first - 2).first;  // "[the wire's] Anna Holm"
        while (who.first > 0 && (sentence_.tags[who.first - 1] == Tag::DT || sentence_.tags[who.first - 1] == Tag::JJ) &&
               is_child(who.first - 1, static_cast<std::int32_t>(trigger_)))
            --who.first;
        auto last = who.last;  // "the state-run [Carrow Wire] said", of which the parser made two
        while (last < trigger_ && (is_noun(sentence_.tags[last]) || sentence_.tags[last] == Tag::JJ)) ++last;
        if (last == trigger_) who.last = last;
    } else {
        who = named;
    }
    auto begin = std::min(who.first, trigger_);
    if (!named.empty() && named.last + 1 == trigger_ && word(named.first - 1) == ",") begin = begin_of_title(named.first);
    if (begin < 4 || sentence_.tags[begin - 1] != Tag::punctuation || word(begin - 1) == ":" || word(begin - 1) == ";") return {};
    if (tree_.object(trigger_) != no_token && !has_hearer()) return {};
    bool finite = false;
    for (std::uint32_t i = 0; i < begin; ++i) finite |= is_finite_verb(sentence_.tags[i]) && sentence_.tags[i] != Tag::none;
    if (!finite) return {};
    TokenChoice speaker(sentence_), verb(sentence_);
    for (auto i = who.first; i < who.last; ++i)
        if (choice_.has(i) || !named.empty()) speaker.keep({i, i + 1});
    for (auto i = who.first; i < who.last && named.empty(); ++i)
        if (is_child(i, subject_) && only_adds(tree_, i)) speaker.drop(tree_.subtree(i));
    verb.keep({trigger_, trigger_ + 1});
    for (auto i = clause_.first; i < clause_.last; ++i) {
        const Relation relation = tree_.relation(i);
        if (is_child(i, static_cast<std::int32_t>(trigger_)) && choice_.has(i) &&
            (relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::obj || relation == Relation::iobj))
            for (auto k = tree_.subtree(i).first; k < tree_.subtree(i).last; ++k)
                if (choice_.has(k)) verb.keep({k, k + 1});
    }
    TokenChoice content(sentence_);
    content.keep({0, begin});
    drop_front(text_, sentence_, begin, content);
    drop_dates(text_, tree_, phrases_, content);
    std::string said = speaker.words_of(text_, replaced_) + ' ' + verb.words_of(text_) + ": ";
    constexpr std::size_t room = headline_limit * 11 / 20;
    const bool terse = code_points(said) > room && code_points(said) + code_points(content.words_of(text_)) > headline_limit;
    if (terse) said = speaker.words_of(text_, replaced_) + ": ";
    if ((terse && code_points(said) > room) || sentence_.tags[who.first] == Tag::IN) return {};
    const auto behind = front(text_, sentence_).last;
    const auto core = tree_.top_of({behind < begin ? behind : 0, begin});
    if (core == no_token || !content.has(static_cast<std::uint32_t>(core))) return {};
    const TokenChoice before_choice = choice_;
    const Replacements before_replaced = replaced_;
    choice_ = content;
    replaced_.clear();
    auto told_of = tree_.subject(static_cast<std::uint32_t>(core));
    if (told_of != no_token && in_any(phrases_, static_cast<std::uint32_t>(told_of)))  // "Friday night [two men] entered"
        told_of = tree_.child(static_cast<std::uint32_t>(told_of), Relation::appos);
    const HeadlineCore kept{trigger_, static_cast<std::uint32_t>(core), told_of == no_token ? subject_ : told_of};
    std::string told = shortened(text_, tree_, kept, replaced_, headline_limit - code_points(said), choice_);
    bool tells = false;
    for (std::uint32_t i = 0; i < begin; ++i) tells |= choice_.has(i) && is_finite_verb(sentence_.tags[i]);
    if (!tells) {
        choice_ = content;
        told = cut_anywhere(text_, sentence_, kept.verb, replaced_, headline_limit - code_points(said), choice_);
    }
    if (terse && code_points(said) + code_points(told) > headline_limit) {
        choice_ = before_choice;
        replaced_ = before_replaced;
        return {};
    }
    return said + capitalised(unquoted(told));
}

/// "It burned, the keeper of the lock, [Anna Holm], said", "It burned, [Anna Holm], its keeper, said": who says it, where the verb has nobody of
/// its own. Empty where it has, or where no name stands there.
TokenRange HeadlineSpeech::speaker_between_commas() const {
    constexpr std::uint32_t longest = 14, longest_name = 8;  // tokens
    if (trigger_ < 8 || word(trigger_ - 1) != "," || !is_finite_verb(sentence_.tags[trigger_]) || tree_.child(trigger_, Relation::nsubj) != no_token)
        return {};
    const auto is_told = [&](std::uint32_t i) {
        const Tag tag = sentence_.tags[i];
        return is_finite_verb(tag) || tag == Tag::VB || tag == Tag::WP || tag == Tag::WDT || tag == Tag::PRP;
    };
    const auto goes_on = [&](std::uint32_t i) { return sentence_.tags[i] != Tag::punctuation || word(i) == "-" || word(i) == "."; };
    const auto end = trigger_ - 1;
    auto last = end;
    bool name = true, named = false;
    for (; last > 4 && last + longest > end && goes_on(last - 1); --last) {
        if (is_told(last - 1)) return {};
        name = name && is_proper(sentence_.tags[last - 1]);
    }
    if (last == end || word(last - 1) != ",") return {};
    auto first = last - 1;
    for (; first > 4 && first + longest_name > last && goes_on(first - 1); --first) {
        if (is_told(first - 1)) return {};
        named = named || is_proper(sentence_.tags[first - 1]);
    }
    const auto before = word(first - 1);
    if (first == last - 1 || (before != "," && before != "''" && before != "\"" && before != "\u201d")) return {};
    const Tag opening = sentence_.tags[first];
    if (!is_noun(opening) && opening != Tag::DT && opening != Tag::JJ) return {};
    if (name && (end > last + 1 || opening == Tag::DT)) return {last, end};
    return named && is_proper(sentence_.tags[last - 2]) ? TokenRange{first, last - 1} : TokenRange{};
}

/// "[the keeper of the lock], Anna Holm": where it begins.
std::uint32_t HeadlineSpeech::begin_of_title(std::uint32_t name) const {
    auto first = name - 1;
    while (first > 0 && (sentence_.tags[first - 1] != Tag::punctuation || word(first - 1) == "-" || word(first - 1) == ".")) --first;
    return first;
}

bool HeadlineSpeech::says_nothing() const {
    if (subject_ == no_token || !is_verb(sentence_.tags[trigger_]) || !is_reporting_verb(lemma_of(text_, sentence_, trigger_)))
        return false;
    auto end = size();
    while (end > 0 && (!choice_.has(end - 1) || sentence_.tags[end - 1] == Tag::punctuation)) --end;
    const auto hearer = tree_.child(trigger_, Relation::iobj) != no_token ? tree_.child(trigger_, Relation::iobj) : tree_.object(trigger_);
    return end == trigger_ + 1 || is_said_in_letter(end) ||
           (has_hearer() && hearer != no_token && end <= static_cast<std::uint32_t>(hearer) + 1);
}

/// "writes in a letter [: "My house is gone"]": nothing but where it is said stands before the colon.
bool HeadlineSpeech::is_said_in_letter(std::uint32_t end) const {
    for (auto i = trigger_ + 1; i < end; ++i) {
        if (!choice_.has(i)) continue;
        const auto up = tree_.head(i);
        const bool beside = up == static_cast<std::int32_t>(trigger_)
                                ? tree_.relation(i) == Relation::obl
                                : up > static_cast<std::int32_t>(trigger_) && up < static_cast<std::int32_t>(end);
        if (!beside) return false;
    }
    while (end < size() && in_any(phrases_, end)) ++end;
    return end < size() && (word(end) == ":" || word(end) == "``" || word(end) == "\"" || word(end) == "\u201c");
}

std::string HeadlineSpeech::behind() {
    static constexpr FixedWords openers{":", "\"", "``", "\u201c"};
    static constexpr FixedWords closers{"\"", "''", "\u201d"};
    auto first = trigger_ + 1;
    while (first < size() && in_any(phrases_, first)) ++first;
    if (first < size() && sentence_.tags[first] != Tag::punctuation)
        if (std::string told = behind_date(); !told.empty()) return told;
    first = trigger_ + 1;
    while (first < size() && first < trigger_ + 12 && !openers.has(word(first))) ++first;
    const Tag led_by = sentence_.tags[std::min(first, size()) - 1];  // 'complained of "lost" keys'
    if (led_by == Tag::IN || led_by == Tag::TO || led_by == Tag::DT || led_by == Tag::JJ) return {};
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
    std::string said = choice_.words_of(text_, replaced_) + ": ";
    if (code_points(said) > headline_limit / 2) {
        for (auto i = clause_.first; i < size(); ++i) {
            const auto part = tree_.subtree(i).first;
            const bool apart =
                is_child(i, subject_) && is_adjunct(tree_.relation(i)) && (word(part) == "," || (part > 0 && word(part - 1) == ","));
            if (apart || (is_child(i, static_cast<std::int32_t>(trigger_)) && i > trigger_ && tree_.relation(i) == Relation::obl))
                choice_.drop(tree_.subtree(i));
        }
        choice_.trim_end(text_);
        said = choice_.words_of(text_, replaced_) + ": ";
    }
    if (core >= last || code_points(said) > headline_limit / 2) return {};
    const auto helped =
        tree_.relation(core) == Relation::aux || tree_.relation(core) == Relation::aux_pass || tree_.relation(core) == Relation::cop
            ? tree_.head(core)
            : no_token;
    if (helped > static_cast<std::int32_t>(core) && helped < static_cast<std::int32_t>(last)) core = static_cast<std::uint32_t>(helped);
    choice_ = content;
    replaced_.clear();
    return said + capitalised(unquoted(
                      shortened(text_, tree_, {core, core, tree_.subject(core)}, replaced_, headline_limit - code_points(said), choice_)));
}

/// "The board said on Friday [it would open the gates]", where the parser gave what was said to nothing.
std::string HeadlineSpeech::behind_date() {
    auto first = trigger_ + 1;
    while (first < size() && in_any(phrases_, first)) ++first;
    if (first == trigger_ + 1 || first + 2 >= size()) return {};
    const Tag opening = sentence_.tags[first];
    if (!is_noun(opening) && opening != Tag::DT && opening != Tag::PRP && opening != Tag::PRPS && opening != Tag::EX && opening != Tag::CD && word(first) != "that")
        return {};
    auto core = first;
    while (core < size() && !is_finite_verb(sentence_.tags[core]) && sentence_.tags[core] != Tag::punctuation) ++core;
    if (core >= size() || !is_finite_verb(sentence_.tags[core])) return {};
    const auto above = tree_.head(core);
    const bool helps = tree_.relation(core) == Relation::aux || tree_.relation(core) == Relation::aux_pass || tree_.relation(core) == Relation::cop;
    if (helps && above > static_cast<std::int32_t>(core)) core = static_cast<std::uint32_t>(above);
    TokenChoice both = choice_;
    both.keep({first, size()});
    drop_dates(text_, tree_, phrases_, both);
    for (auto i = first; i < size(); ++i)  // whatever the parser hung on the day
        if (!in_any(phrases_, i)) both.keep({i, i + 1});
    both.trim_end(text_);
    choice_ = both;
    return shortened(text_, tree_, {trigger_, trigger_, subject_, static_cast<std::int32_t>(core)}, replaced_, headline_limit, choice_);
}

bool HeadlineSpeech::has_hearer() const {
    const auto base = lemma_of(text_, sentence_, trigger_);
    return base == "tell" || base == "inform" || base == "remind";
}

}  // namespace annals
