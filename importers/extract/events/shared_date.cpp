#include "importers/extract/events/shared_date.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/context.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/events/non_event.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

class DateSharing {
public:
    DateSharing(std::string_view text, const Tree& tree, std::optional<Day> written, std::vector<WordDate> known)
        : text_(text), tree_(tree), sentence_(tree.sentence()), written_(written), dates_(std::move(known)) {
        const auto count = static_cast<std::uint32_t>(sentence_.tags.size());
        dates_.resize(count);
        is_event_.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) is_event_[i] = is_event_word(text_, tree_, i);
    }

    void take_own(BlockKind block, const std::vector<Resolution>& resolutions) {
        for (const Resolution& resolution : resolutions) {
            if (resolution.type == TimexType::set || !resolution.date.dated()) continue;
            const auto word = word_of_date(text_, tree_, resolution, resolutions);
            if (word == no_token) continue;
            const TokenRange expression{resolution.first, resolution.last};
            if (is_non_event(text_, tree_, block, expression, static_cast<std::uint32_t>(word))) continue;
            WordDate& own = dates_[static_cast<std::size_t>(word)];
            if (!own.date) own = {&resolution, &resolution.date};
        }
    }

    void share() {
        const auto order = outer_first();
        for (auto i = order.rbegin(); i != order.rend(); ++i) give_up(*i);
        for (const std::uint32_t token : order) take_down(token);
    }

    std::vector<WordDate> dates() { return std::move(dates_); }

private:
    /// Tokens by their depth; linear.
    std::vector<std::uint32_t> outer_first() const {
        const auto count = static_cast<std::uint32_t>(sentence_.heads.size());
        std::vector<std::uint32_t> order, first(count + 1, 0);
        order.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i)
            if (sentence_.heads[i] < 0) order.push_back(i);
            else ++first[static_cast<std::size_t>(sentence_.heads[i]) + 1];
        for (std::uint32_t i = 0; i < count; ++i) first[i + 1] += first[i];
        std::vector<std::uint32_t> below(first[count]), place(first.begin(), first.end() - 1);
        for (std::uint32_t i = 0; i < count; ++i)
            if (sentence_.heads[i] >= 0) below[place[static_cast<std::size_t>(sentence_.heads[i])]++] = i;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (auto k = first[order[i]]; k < first[order[i] + 1]; ++k) order.push_back(below[k]);
        return order;
    }

    Tense tense(std::uint32_t token) const {
        const Clause* clause = clause_at(sentence_, token);
        return clause ? clause->tense : Tense::none;
    }

    bool is_to_come(std::uint32_t token) const {
        const Date& date = *dates_[token].date;
        return written_ && date.start_min && *date.start_min > *written_;
    }

    std::string opener(std::uint32_t verb) const {
        const auto token = tree_.opener(verb);
        return token == no_token ? std::string() : fold(word_of(text_, sentence_, static_cast<std::uint32_t>(token)));
    }

    bool is_at_that_time(std::uint32_t verb) const {
        static constexpr FixedWords at_once{"when", "as", "while"};
        return at_once.has(opener(verb));
    }

    /// "Nine were killed when the roof fell in last May": the killing.
    void give_up(std::uint32_t token) {
        if (!dates_[token].date || tree_.head(token) < 0) return;
        if (is_noun(sentence_.tags[token])) return give_up_of_noun(token);
        if (!is_verb(sentence_.tags[token]) || tree_.relation(token) != Relation::advcl) return;
        const auto governor = static_cast<std::uint32_t>(tree_.head(token));
        if (dates_[governor].date || !is_event_[governor] || tense(governor) != tense(token) || !is_at_that_time(token)) return;
        dates_[governor] = dates_[token];
    }

    /// "told a conference on Tuesday that": the telling.
    void give_up_of_noun(std::uint32_t noun) {
        const auto verb = static_cast<std::uint32_t>(tree_.head(noun));
        const Relation relation = tree_.relation(noun);
        if ((relation != Relation::obj && relation != Relation::iobj) || dates_[noun].resolution->first < noun) return;
        if (dates_[verb].date || !is_event_[verb] || !is_verb(sentence_.tags[verb])) return;
        if (tree_.child(verb, Relation::ccomp) != no_token || lemma_of(text_, sentence_, verb) == "tell") dates_[verb] = dates_[noun];
    }

    bool is_scene(std::uint32_t noun) const {
        const auto preposition = tree_.child(noun, Relation::case_);
        if (preposition == no_token) return false;
        return word_list("scene_prepositions").has(fold(word_of(text_, sentence_, static_cast<std::uint32_t>(preposition))));
    }

    void take_down(std::uint32_t token) {
        if (dates_[token].date || !is_event_[token] || tree_.head(token) < 0) return;
        const auto governor = static_cast<std::uint32_t>(tree_.head(token));
        if (dates_[governor].date && goes_with(token, governor)) dates_[token] = dates_[governor];
    }

    bool goes_with(std::uint32_t token, std::uint32_t governor) const {
        const Tag tag = sentence_.tags[token];
        const Relation relation = tree_.relation(token);
        if (is_verb(tag) && is_verb(sentence_.tags[governor])) {
            switch (relation) {
                case Relation::advcl:
                    if (tag == Tag::VBN && tree_.opener(token) == no_token) return true;
                    if (tag == Tag::VB && opener(token) == "to") return is_to_come(governor);
                    if (tag == Tag::VBG) return tree_.opener(token) == no_token || opener(token) == "by" || is_at_that_time(token);
                    return tense(token) == tense(governor) && is_at_that_time(token);
                case Relation::conj: return tense(token) == tense(governor);
                case Relation::xcomp:
                    if (word_list("prospect_words").has(lemma_of(text_, sentence_, governor))) return is_to_come(governor);
                    return tense(token) == tense(governor);
                default: return false;
            }
        }
        // "the fire of 3 May that killed six"
        if (is_verb(tag)) {
            const bool of_noun = relation == Relation::acl_relcl && tree_.subject(token) == static_cast<std::int32_t>(governor);
            return of_noun && tense(token) == Tense::past;
        }
        if (!is_noun(tag) || !is_verb(sentence_.tags[governor])) return false;
        const std::string verb = lemma_of(text_, sentence_, governor);
        if (relation == Relation::obj) return word_list("holding_verbs").has(verb);
        if (relation == Relation::nsubj || relation == Relation::nsubj_pass)
            return word_list("light_verbs").has(verb) || word_list("happening_verbs").has(verb);
        return relation == Relation::obl && is_scene(token);
    }

    std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    std::optional<Day> written_;
    std::vector<WordDate> dates_;
    std::vector<bool> is_event_;
};

}  // namespace

std::int32_t word_of_date(std::string_view text, const Tree& tree, const Resolution& resolution, const std::vector<Resolution>& all) {
    const Sentence& sentence = tree.sentence();
    const TokenRange expression{resolution.first, resolution.last};
    const bool bare = dating_phrase(text, sentence, expression).first == expression.first;
    auto at = tree.top_of(expression);
    for (std::size_t steps = 0; at != no_token && steps < sentence.heads.size(); ++steps) {
        at = tree.head(static_cast<std::uint32_t>(at));
        if (at < 0) break;
        const auto token = static_cast<std::uint32_t>(at);
        const auto holds = [&](const Resolution& other) { return other.first <= token && token < other.last; };
        if (std::any_of(all.begin(), all.end(), holds)) continue;
        if (is_event_word(text, tree, token)) return at;
        // "the 1994 Act", "this week's paper": which one it is.
        if (is_verb(sentence.tags[token]) || (bare && is_noun(sentence.tags[token]) && resolution.last <= token)) break;
    }
    return no_token;
}

std::vector<WordDate> dates_of_words(std::string_view text, const Tree& tree, BlockKind block, const std::vector<Resolution>& resolutions,
                                     std::optional<Day> written, std::vector<WordDate> known) {
    DateSharing sharing(text, tree, written, std::move(known));
    if (tree.parsed()) {
        sharing.take_own(block, resolutions);
        sharing.share();
    }
    return sharing.dates();
}

}  // namespace annals
