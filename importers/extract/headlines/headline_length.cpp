#include "importers/extract/headlines/headline_length.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/headlines/headline_cut.h"
#include "importers/extract/headlines/headline_titles.h"
#include "importers/extract/headlines/headline_whole.h"
#include "importers/extract/words/word_list.h"

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
        : text_(text), tree_(tree), sentence_(tree.sentence()), core_(core), replaced_(replaced), choice_(choice), begun_choice_(choice) {}

    /// Too long: parts are left out, the least needed first and from the end, as few as it takes.
    std::string made(std::size_t limit) {
        std::string now = words_now();
        bool is_long = code_points(now) > limit;
        if (!is_long) return now;
        const TokenChoice all = choice_;
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
            const auto said = tree_.child(core_.verb, Relation::ccomp);
            const auto will_do = [&](const std::string& begun) {
                const auto length = code_points(begun);
                const bool holds = holds_or_none(core_.needed) && (said < static_cast<std::int32_t>(core_.verb) || holds_or_none(said));
                return length <= limit && length * 10 >= limit * 7 && holds && !is_torn(text_, tree_, choice_) &&
                       !is_left_hanging(text_, tree_, core_.trigger, choice_);
            };
            if (const std::string begun = cut(text_, sentence_, std::max(core_.trigger, core_.verb), replaced_, limit, choice_);
                will_do(begun))
                return begun;
            choice_ = whole;
            if (without_titles(code_points(now) - limit)) return words_now();
            begun_ = cut_whole(limit);
            if (will_do(begun_)) return begun_;
            if (code_points(begun_) > limit || !holds_or_none(core_.needed) || is_torn(text_, tree_, choice_) ||
                is_left_hanging(text_, tree_, core_.trigger, choice_))
                begun_.clear();
            const TokenChoice cut_choice = choice_;
            choice_ = whole;
            begun_choice_ = cut_choice;
        }
        for (int least = 0; least < 9 && is_long; ++least)
            for (auto i = size(); i-- > 0 && is_long;) {
                if (!choice_.has(i) || worth_of(i) != least) continue;
                const TokenRange part = tree_.subtree(i);
                if (names(tree_, i) || is_half_of_two(i) || is_cut_word(part) || weighs(i)) continue;
                if (holds_core(part)) continue;
                if (least > 1 && part.first <= core_.verb) continue;
                const TokenChoice whole = choice_;
                bool alone = least == 0 ? stands_alone(part) : goes_on_behind(part);
                if (!alone && part.first > core_.verb && holds_needed({part.last, size()})) {  // what is needed stands behind
                    if (!stands_alone(part)) continue;
                    alone = true;
                }
                if (least == 0 && !alone && part.first <= core_.verb) continue;  // "Holm, [North] Sea pilot and mayor"
                choice_.drop(alone || part.first <= core_.verb ? part : TokenRange{part.first, size()});
                if (is_torn(text_, tree_, choice_)) {
                    choice_ = whole;
                    continue;
                }
                now = words_now();
                is_long = code_points(now) > limit;
            }
        if (is_long)
            now = cut_whole(limit);
        else if (!now.empty() && is_left_hanging(text_, tree_, core_.trigger, choice_)) {  // a phrase cut short says more than a verb alone
            const TokenChoice few = choice_;
            choice_ = all;
            std::string begun = cut(text_, sentence_, std::max(core_.trigger, core_.verb), replaced_, limit, choice_);
            if (code_points(begun) <= limit && code_points(begun) > code_points(now) && holds_or_none(core_.needed)) return begun;
            choice_ = few;
        }
        if (!begun_.empty() && code_points(begun_) > code_points(now)) {
            choice_ = begun_choice_;
            return begun_;
        }
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

    /// Cut where nothing is left hanging, if that leaves more than half of what there is room for.
    std::string cut_whole(std::size_t limit) {
        const auto behind = std::max(core_.trigger, core_.verb);
        const TokenChoice whole = choice_;
        std::string first;
        for (auto room = limit; room > limit / 3;) {
            std::string now = cut(text_, sentence_, behind, replaced_, room, choice_);
            const auto length = code_points(now);
            if (length <= room && !is_left_hanging(text_, tree_, core_.trigger, choice_) && !is_torn(text_, tree_, choice_)) return now;
            if (room == limit) first = now;
            if (length > room || length == 0) break;
            room = length - 1;
            choice_ = whole;
        }
        choice_ = whole;
        return first.empty() ? words_now() : cut(text_, sentence_, behind, replaced_, limit, choice_);
    }

    bool without_titles(std::size_t excess) {
        const auto titles = drop_titles(text_, sentence_, core_.verb, excess, choice_);
        for (const TokenRange& title : titles)
            if (core_.subject != no_token && title.contains(static_cast<std::uint32_t>(core_.subject)))
                core_.subject = static_cast<std::int32_t>(title.last);
        return !titles.empty();
    }

    /// "the main party, [the Holm Union], said": the name, where what stands before it names nobody.
    bool keep_name_alone(TokenRange who, TokenRange aside) {
        auto first = aside.first + 1;
        const auto last = aside.last - 1;
        for (auto i = who.first; i < aside.first; ++i)
            if (is_proper(sentence_.tags[i]) || sentence_.tags[i] == Tag::CC || sentence_.tags[i] == Tag::punctuation) return false;
        std::int32_t name = no_token;
        for (auto i = first; i < last; ++i) {
            if (is_proper(sentence_.tags[i]))
                name = static_cast<std::int32_t>(i);
            else if (sentence_.tags[i] != Tag::DT && word(i) != "of" && word(i) != "for")
                return false;
        }
        if (name == no_token || last - first > 6 || sentence_.tags[last - 1] == Tag::DT || replaces({who.first, aside.first})) return false;
        choice_.drop({who.first, first});
        choice_.drop({last, aside.last});
        core_.subject = name;
        return true;
    }

    bool replaces(TokenRange range) const {
        return std::any_of(replaced_.begin(), replaced_.end(), [&](const auto& pair) { return range.contains(pair.first); });
    }

    /// "Holm, [mayor and owner of the mill], closed": what stands between the subject and its verb, apart from both.
    void drop_aside() {
        if (core_.subject == no_token || core_.subject >= static_cast<std::int32_t>(core_.verb)) return;
        const auto is_mark = [&](std::uint32_t i) { return word(i) == "," || word(i) == "-" || word(i) == "--" || word(i) == "\u2013"; };
        auto first = static_cast<std::uint32_t>(core_.subject) + 1, last = core_.verb;
        while (first < core_.verb &&
               (is_proper(sentence_.tags[first]) || (sentence_.tags[first] == Tag::CC && is_proper(sentence_.tags[first + 1]))))
            ++first;
        while (last > first && (sentence_.tags[last - 1] == Tag::RB || is_child(last - 1, static_cast<std::int32_t>(core_.verb))) && !is_mark(last - 1)) --last;
        if (last > first + 3 && (word(last - 1) == "''" || word(last - 1) == "\u201d" || word(last - 1) == "\"") &&
            is_mark(last - 2)) {  // 'star of "The Mill," said'
            choice_.drop({last - 1, last});
            --last;
        }
        if (last < first + 3 || !is_mark(first) || !is_mark(last - 1) || word(first) != word(last - 1)) return;
        if (word(first) == "-" && (!sentence_.tokens[first].space_before || !sentence_.tokens[last - 1].space_before)) return;
        const Tag opening = sentence_.tags[first + 1];
        bool listed = false, clause = false;
        for (auto i = first + 1; i + 1 < last; ++i) {
            listed |= sentence_.tags[i] == Tag::CC && is_mark(i - 1);  // "Holm, Orme, and Varndal, all of Leeds, met"
            clause |= is_finite_verb(sentence_.tags[i]);
        }
        const bool relative = opening == Tag::WP || opening == Tag::WDT || opening == Tag::WPS || opening == Tag::WRB;
        if (listed || clause != relative || holds_needed({first, last})) return;
        const TokenRange who{tree_.subtree(static_cast<std::uint32_t>(core_.subject)).first, static_cast<std::uint32_t>(core_.subject) + 1};
        if (relative || first != who.last || !keep_name_alone(who, {first, last})) choice_.drop({first, last});
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
        if (!is_torn(text_, tree_, choice_)) return true;
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
        auto next = end;
        while (next < size() && next < end + 4 && !choice_.has(next) &&
               (sentence_.tags[next] == Tag::IN || is_noun(sentence_.tags[next]) || sentence_.tags[next] == Tag::CD))
            ++next;
        const bool halved = end + 1 < size() && word(end) == "-" && !sentence_.tokens[end].space_before;  // "when pro[- and anti-"
        if (end == 0 || next >= size() || (!halved && !is_finite_verb(sentence_.tags[next])) || choice_.has(next)) return;
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

    /// "most [of the crew]", "a third [of the votes]", "two [of the boats]": without it nobody knows of what.
    bool is_whole_of_part(std::uint32_t token) const {
        const auto of = tree_.child(token, Relation::case_), part = tree_.head(token);
        if (of == no_token || part < 0 || word(static_cast<std::uint32_t>(of)) != "of") return false;
        const Tag tag = sentence_.tags[part];
        return tag == Tag::CD || tag == Tag::DT || tag == Tag::JJS || tag == Tag::JJR || tag == Tag::JJ ||
               counts(static_cast<std::uint32_t>(part));
    }

    bool counts(std::uint32_t noun) const {
        const std::string base = lemma_of(text_, sentence_, noun);
        return word_list("part_nouns").has(base) || word_list("quantity_nouns").has(base) || base == "%";
    }

    /// "[less] severe", "[not] closed", "[allegedly] sold", "[if it rains]": without it more would be claimed.
    bool weighs(std::uint32_t token) const {
        if (tree_.relation(token) == Relation::advcl) {
            const auto mark = tree_.child(token, Relation::mark);
            return mark != no_token && (word(static_cast<std::uint32_t>(mark)) == "if" || word(static_cast<std::uint32_t>(mark)) == "unless");
        }
        if (tree_.relation(token) == Relation::acl_relcl && tree_.head(token) >= 0 && sentence_.tags[tree_.head(token)] == Tag::DT)
            return true;  // "the strength of those [who stayed]"
        if (sentence_.tags[token] == Tag::WRB) return true;  // "[of how] she left"
        if (tree_.relation(token) == Relation::nmod) return is_whole_of_part(token);
        if (tree_.relation(token) != Relation::advmod) return false;
        static constexpr FixedWords small{"not", "n't", "never", "hardly", "barely", "nearly", "almost", "only", "once", "apparently", "possibly", "probably", "perhaps", "maybe", "likely"};
        const auto head = tree_.head(token);
        const std::string folded = fold(word(token));
        return head < 0 || !is_verb(sentence_.tags[head]) || sentence_.tags[token] == Tag::RBR || sentence_.tags[token] == Tag::JJR ||
               small.has(folded) || word_list("hearsay_adverbs").has(folded);
    }

    /// "[old and] young members": what is said of a noun before it.
    bool is_half_of_two(std::uint32_t token) const {
        if (tree_.relation(token) != Relation::conj || tree_.head(token) < 0) return false;
        const auto other = static_cast<std::uint32_t>(tree_.head(token));
        const bool joined = tree_.child(token, Relation::cc) != no_token;
        if (joined && (tree_.relation(other) == Relation::nsubj || tree_.relation(other) == Relation::nsubj_pass))
            return true;  // "how she [and others] were held"
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

    const std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    HeadlineCore core_;
    const Replacements& replaced_;
    TokenChoice& choice_;
    std::string begun_;  // the beginning of it that is whole, if it is rather short
    TokenChoice begun_choice_;
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

std::string shortened(std::string_view text, const Tree& tree, const HeadlineCore& core, const Replacements& replaced, std::size_t limit, TokenChoice& choice) {
    return Shortening(text, tree, core, replaced, choice).made(limit);
}

}  // namespace annals
