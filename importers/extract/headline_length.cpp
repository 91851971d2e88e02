#include "importers/extract/headline_length.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>
#include <vector>

namespace annals {
namespace {

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

/// "press secretary Anna Holm": the name belongs to it, though parsers call it an apposition.
bool names(const Tree& tree, std::uint32_t token) {
    const auto first = tree.subtree(token).first;
    return tree.relation(token) == Relation::appos && is_proper(tree.sentence().tags[first]) && first > 0 && is_noun(tree.sentence().tags[first - 1]);
}

class Shortening {
public:
    Shortening(std::string_view text, const Tree& tree, const HeadlineCore& core, const Replacements& replaced, TokenChoice& choice)
        : text_(text), tree_(tree), sentence_(tree.sentence()), core_(core), replaced_(replaced), choice_(choice) {}

    /// Too long: parts are left out, the least needed first and from the end, as few as it takes.
    std::string made(std::size_t limit) {
        std::string now = words_now();
        bool is_long = code_points(now) > limit;
        if (is_long) {
            drop_aside();
            now = words_now();
            is_long = code_points(now) > limit;
        }
        if (is_long && drop_one(code_points(now) - limit)) {
            now = words_now();
            is_long = code_points(now) > limit;
        }
        if (is_long) {  // of a long sentence the beginning, if that is nearly all there is room for
            const TokenChoice whole = choice_;
            const std::string begun = cut(text_, sentence_, std::max(core_.trigger, core_.verb), replaced_, limit, choice_);
            const auto length = code_points(begun);
            const auto said = tree_.child(core_.verb, Relation::ccomp);
            const bool holds = holds_or_none(core_.needed) && (said < static_cast<std::int32_t>(core_.verb) || holds_or_none(said));
            if (length <= limit && length * 10 >= limit * 7 && holds && !is_torn()) return begun;
            choice_ = whole;
        }
        for (int least = 0; least < 9 && is_long; ++least)
            for (auto i = size(); i-- > 0 && is_long;) {
                if (!choice_.has(i) || worth_of(i) != least) continue;
                const TokenRange part = tree_.subtree(i);
                if (names(tree_, i) || is_half_of_two(i) || is_cut_word(part) || weighs(i)) continue;
                if (holds_core(part)) continue;
                if (least > 1 && part.first <= core_.verb) continue;
                const TokenChoice whole = choice_;
                const bool alone = least == 0 ? stands_alone(part) : goes_on_behind(part);
                if (least == 0 && !alone && part.first <= core_.verb) continue;  // "Holm, [North] Sea pilot and mayor"
                choice_.drop(alone || part.first <= core_.verb ? part : TokenRange{part.first, size()});
                if (is_torn()) {
                    choice_ = whole;
                    continue;
                }
                now = words_now();
                is_long = code_points(now) > limit;
            }
        if (is_long) now = cut(text_, sentence_, std::max(core_.trigger, core_.verb), replaced_, limit, choice_);
        is_long = code_points(now) > limit;
        auto next = core_.trigger + 1;
        while (next < size() && !choice_.has(next)) ++next;
        if (is_long && next < size() && word(next) == "that" && is_reporting_verb(lemma_of(text_, sentence_, core_.trigger))) {
            choice_.drop({next, next + 1});
            now = words_now();
        }
        return now;
    }

private:
    std::string_view word(std::uint32_t token) const { return word_of(text_, sentence_, token); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.tokens.size()); }
    bool is_child(std::uint32_t token, std::int32_t of) const { return tree_.head(token) == of; }

    bool holds_or_none(std::int32_t token) const { return token == no_token || choice_.has(static_cast<std::uint32_t>(token)); }

    /// "Holm, [mayor and owner of the mill], closed": what stands between the subject and its verb, apart from both.
    void drop_aside() {
        if (core_.subject == no_token || core_.subject >= static_cast<std::int32_t>(core_.verb)) return;
        const auto is_mark = [&](std::uint32_t i) { return word(i) == "," || word(i) == "-" || word(i) == "--" || word(i) == "\u2013"; };
        auto first = static_cast<std::uint32_t>(core_.subject) + 1, last = core_.verb;
        while (first < core_.verb && is_proper(sentence_.tags[first])) ++first;
        while (last > first && (sentence_.tags[last - 1] == Tag::RB || is_child(last - 1, static_cast<std::int32_t>(core_.verb))) && !is_mark(last - 1)) --last;
        if (last < first + 3 || !is_mark(first) || !is_mark(last - 1) || word(first) != word(last - 1)) return;
        if (word(first) == "-" && (!sentence_.tokens[first].space_before || !sentence_.tokens[last - 1].space_before)) return;
        const Tag opening = sentence_.tags[first + 1];
        bool listed = false, clause = false;
        for (auto i = first + 1; i + 1 < last; ++i) {
            listed |= sentence_.tags[i] == Tag::CC && is_mark(i - 1);  // "Holm, Orme, and Varndal, all of Leeds, met"
            clause |= is_finite_verb(sentence_.tags[i]);
        }
        const bool relative = opening == Tag::WP || opening == Tag::WDT || opening == Tag::WPS || opening == Tag::WRB;
        if (!listed && clause == relative && !holds_needed({first, last})) choice_.drop({first, last});
    }

    bool holds_needed(TokenRange part) const { return core_.needed != no_token && part.contains(static_cast<std::uint32_t>(core_.needed)); }

    bool holds_core(TokenRange part) const {
        const auto holds = [&](std::int32_t token) { return token != no_token && part.contains(static_cast<std::uint32_t>(token)); };
        return part.contains(core_.verb) || holds(core_.subject) || holds(core_.needed);
    }

    /// The one part that is long enough to do, and of these the one that is missed least.
    bool drop_one(std::size_t excess) {
        std::vector<std::size_t> lengths(size() + 1, 0);  // of what is kept before each token
        for (std::uint32_t i = 0; i < size(); ++i) {
            const auto length = choice_.has(i) ? code_points(word(i)) + sentence_.tokens[i].space_before : 0;
            lengths[i + 1] = lengths[i] + length;
        }
        TokenRange best;
        std::size_t least = std::string::npos;
        for (std::uint32_t i = 0; i < size(); ++i) {
            const int value = worth_of(i);
            if (!choice_.has(i) || value >= 9) continue;
            const TokenRange part = tree_.subtree(i);
            const bool adds = value < 2;
            if (!adds && (part.first <= core_.verb || lengths[part.last] < lengths[size()])) continue;  // in the middle it may be what the verb asks for
            if (names(tree_, i) || is_half_of_two(i) || is_cut_word(part) || weighs(i) || holds_core(part)) continue;
            const bool apart = word(part.first) == "," || (part.first > 0 && (word(part.first - 1) == "," || word(part.first - 1) == "--"));
            if (part.first > core_.verb && lengths[part.last] < lengths[size()] && !apart) continue;
            const auto length = lengths[part.last] - lengths[part.first];
            if (length < excess) continue;
            const auto cost = length - excess + static_cast<std::size_t>(value) * 15;
            if (cost >= least || !stands_alone(part) || (part.last < size() && sentence_.tags[part.last] == Tag::IN)) continue;
            best = part;
            least = cost;
        }
        if (best.empty()) return false;
        const TokenChoice whole = choice_;
        choice_.drop(best);
        if (!is_torn()) return true;
        choice_ = whole;
        return false;
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
        for (auto i = end; i-- > core_.trigger + 1 && end - i < 9;) {
            if (is_verb(sentence_.tags[i]) || sentence_.tags[i] == Tag::punctuation) return;
            if (!openers.has_in_any_case(word(i))) continue;
            choice_.drop({i, end});
            choice_.trim_end(text_);
            return;
        }
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

    /// "[less] severe", "[not] closed", "[allegedly] sold", "[if it rains]": without it more would be claimed.
    bool weighs(std::uint32_t token) const {
        if (tree_.relation(token) == Relation::advcl) {
            const auto mark = tree_.child(token, Relation::mark);
            return mark != no_token && (word(static_cast<std::uint32_t>(mark)) == "if" || word(static_cast<std::uint32_t>(mark)) == "unless");
        }
        if (tree_.relation(token) != Relation::advmod) return false;
        static constexpr FixedWords small{"not", "n't", "never", "hardly", "barely", "nearly", "almost", "only", "once", "apparently", "possibly", "probably", "perhaps", "maybe", "likely"};
        const auto head = tree_.head(token);
        const std::string folded = fold(word(token));
        return head < 0 || !is_verb(sentence_.tags[head]) || sentence_.tags[token] == Tag::RBR || small.has(folded) || word_list("hearsay_adverbs").has(folded);
    }

    /// "[old and] young members": what is said of a noun before it.
    bool is_half_of_two(std::uint32_t token) const {
        if (tree_.relation(token) != Relation::conj || tree_.head(token) < 0) return false;
        const auto other = static_cast<std::uint32_t>(tree_.head(token));
        const Relation relation = tree_.relation(other);
        return (relation == Relation::amod || relation == Relation::compound) && tree_.head(other) > static_cast<std::int32_t>(token);
    }

    /// Whether what is behind the part goes on without it: with a preposition, a verb, a mark.
    bool stands_alone(TokenRange part) const {
        for (auto i = part.last; i < size(); ++i) {
            if (!choice_.has(i)) continue;
            const Tag tag = sentence_.tags[i];
            return tag == Tag::IN || tag == Tag::TO || tag == Tag::punctuation || tag == Tag::MD || is_finite_verb(tag) || i == core_.trigger;
        }
        return true;
    }

    /// Whether a verb behind the part has its subject before it: "the girl who fell ill has recovered".
    bool goes_on_behind(TokenRange part) const {
        for (auto i = part.last; i < size(); ++i) {
            if (!choice_.has(i)) continue;
            const Relation relation = tree_.relation(i);
            const bool needed = relation == Relation::ccomp || relation == Relation::obj || relation == Relation::xcomp;
            if (i == core_.trigger || (needed && is_child(i, static_cast<std::int32_t>(core_.verb)))) return true;
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
    const HeadlineCore core_;
    const Replacements& replaced_;
    TokenChoice& choice_;
};

}  // namespace

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

bool only_adds(const Tree& tree, std::uint32_t token) { return worth(tree.relation(token)) < 2 && !names(tree, token); }

std::string cut(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced, std::size_t limit, TokenChoice& choice) {
    static constexpr FixedWords openers{"at", "in", "on", "for", "with", "from", "by", "after", "before", "during", "amid", "over", "near", "while", "because", "following", "until",
                                        "and", "who", "which", "where", "when", "--", ",", ";", "since", "under", "despite", "between", "through", "around", "outside"};
    static constexpr FixedWords of_clauses{"because", "while", "when", "where", "who", "which", "that", "if", "as", "how", "what", "whether"};
    std::string now = choice.words_of(text, replaced);
    if (code_points(now) <= limit || sentence.tags.empty()) return now;
    std::size_t length = 0;
    for (const auto& [token, meaning] : replaced)
        if (choice.has(token)) length += std::max(code_points(meaning), code_points(word_of(text, sentence, token))) - code_points(word_of(text, sentence, token));
    std::uint32_t border = 0, pair = 0;
    bool told = false, open = false;  // "In a speech to the crew on the quay" tells nothing yet, nor does "because the crew"
    bool leads = false, first = true;  // "After the crew had left, "
    Tag last = Tag::none, before_last = Tag::none;
    for (std::uint32_t i = 0; i < sentence.tokens.size() && length <= limit; ++i) {
        if (!choice.has(i)) continue;
        const auto word = word_of(text, sentence, i);
        const Tag tag = sentence.tags[i];
        const bool closed = last != Tag::IN && last != Tag::TO && last != Tag::MD && last != Tag::DT && last != Tag::CC && last != Tag::PRPS &&
                            !(tag == Tag::CC && !is_noun(last) && !(last == Tag::JJ && is_verb(before_last))) && !(is_finite_verb(last) && tag != Tag::punctuation);
        if (told && !open && closed && i > trigger + 1 && i > pair && openers.has(word)) border = i;
        if (is_verb(tag)) open = false;
        if (of_clauses.has(word)) open = true;
        if (first && (tag == Tag::IN || tag == Tag::WRB))
            for (auto k = i; k < trigger; ++k) leads |= choice.has(k) && word_of(text, sentence, k) == ",";
        first = false;
        told |= is_finite_verb(tag) && !leads;
        if (word == ",") leads = false;
        if (word == "between") pair = i + 4;
        length += code_points(word) + (length > 0 && sentence.tokens[i].space_before);
        before_last = last;
        last = last == Tag::punctuation && !sentence.tokens[i].space_before ? Tag::NN : tag;  // "the weigh-in"
    }
    if (border == 0) return now;
    choice.drop({border, static_cast<std::uint32_t>(sentence.tokens.size())});
    choice.trim_end(text);
    return choice.words_of(text, replaced);
}

std::string shortened(std::string_view text, const Tree& tree, const HeadlineCore& core, const Replacements& replaced, std::size_t limit, TokenChoice& choice) {
    return Shortening(text, tree, core, replaced, choice).made(limit);
}

}  // namespace annals
