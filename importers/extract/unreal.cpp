#include "importers/extract/unreal.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

class Around {
public:
    Around(std::string_view text, const Sentence& sentence) : text_(text), sentence_(sentence), count_(static_cast<std::uint32_t>(sentence.tags.size())) {}

    /// "was to have opened", "were originally to have been sold".
    bool was_to_have(std::uint32_t trigger) const {
        constexpr std::uint32_t reach = 7;
        const auto end = std::min(count_, trigger + reach);
        for (auto have = std::max(trigger, reach) - reach + 2; have + 1 < end; ++have) {
            if (word(have) != "have" || word(have - 1) != "to") continue;
            auto be = have - 2;
            while (be > 0 && tag(be) == Tag::RB) --be;
            if (word(be) != "was" && word(be) != "were") continue;
            auto last = have + 1;
            while (last + 1 < end && (word(last) == "been" || tag(last) == Tag::RB)) ++last;
            if (be <= trigger && trigger <= last) return true;
        }
        return false;
    }

    /// "was meant to sail", "had been supposed to end"; not "was supposed to have sailed", which is hearsay.
    bool was_meant_to(std::uint32_t trigger) const {
        for (auto to = trigger + 2; to > 1 && to + 4 > trigger; --to) {
            if (to >= count_ || word(to) != "to" || word(to + 1) == "have") continue;
            const auto said = word(to - 1);
            if ((said == "meant" || said == "supposed") && (word(to - 2) == "was" || word(to - 2) == "were" || word(to - 2) == "been") && to - 2 <= trigger) return true;
        }
        return false;
    }

    /// "The ship, which was to sail in May, will now leave in June".
    bool is_overtaken(std::uint32_t trigger) const {
        auto be = trigger;
        while (be > 0 && be + 6 > trigger && word(be) != "was" && word(be) != "were" && word(be) != "been") --be;
        if (be == 0 || be + 6 <= trigger) return false;
        const bool to_come = word(be + 1) == "to" || (word_list("planning_words").has(base(be + 1)) && word(be + 2) == "to");
        const auto which = word(be) == "been" && be > 1 ? be - 2 : be - 1;
        if (!to_come || word(which) != "which") return false;
        for (auto i = trigger + 1; i + 1 < count_ && word(i) != ";"; ++i)
            if (word(i) == "," && word(i + 1) == "will") return true;
        return false;
    }

    /// "That he fled is a legend", "talk that the roof fell in is nonsense", "it is a myth that ...", "it is not true that ...".
    bool is_untrue(std::uint32_t trigger) const {
        auto that = trigger;
        while (that > 0 && !(is_that(that) && begins_clause(that))) {
            if (word(that) == ";" || that + 25 < trigger) return false;
            --that;
        }
        if (!is_that(that) || !begins_clause(that) || that == trigger) return false;
        return called_untrue_before(that) || (is_subject(that) && called_untrue_behind(trigger));
    }

    /// "It was wrongly reported that the mine had closed".
    bool is_told_wrongly(std::uint32_t trigger) const {
        for (auto that = trigger; that > 1 && that + 12 > trigger; --that) {
            if (!is_that(that - 1) || !begins_clause(that - 1)) continue;
            for (auto i = that - 1; i > 0 && i + 5 > that; --i)
                if (const auto said = word(i - 1); said == "wrongly" || said == "falsely" || said == "mistakenly" || said == "incorrectly" || said == "erroneously") return true;
            return false;
        }
        return false;
    }

    /// "denies having been at a dinner", "denied taking the ring".
    bool is_denied_doing(std::uint32_t trigger) const {
        for (auto doing = trigger; doing > 0 && doing + 8 > trigger; --doing) {
            const auto mark = word(doing);
            if (doing < trigger && (mark == "," || mark == ";" || mark == "and" || mark == "but" || is_finite_verb(tag(doing)))) return false;
            if (tag(doing) != Tag::VBG) continue;
            const auto deny = tag(doing - 1) == Tag::RB && doing > 1 ? doing - 2 : doing - 1;
            if (is_verb(tag(deny)) && word_list("denying_verbs").has(base(deny))) return true;
        }
        return false;
    }

    /// Within "if ..." or "unless ...", up to its comma; and what would follow from it: "if it shuts, food will be flown in". Where all it waits for
    /// is leave ("if engineers agree, crews will enter on Monday"), the plan is one.
    bool hangs_on_condition(std::uint32_t trigger) const {
        for (std::uint32_t mark = 0; mark < count_; ++mark) {
            if (!begins_condition(mark)) continue;
            auto end = mark + 1;
            bool leave = false;
            while (end < count_ && word(end) != "," && word(end) != ";" && word(end) != "then") {
                leave = leave || (is_verb(tag(end)) && word_list("permitting_verbs").has(base(end)));
                ++end;
            }
            if (mark < trigger && trigger < end) return mark == 0 && end < count_ && !is_past(mark, end);
            if (leave || !will(trigger)) continue;
            // "He said that he would go if asked. ..." hangs on it as well; a second sentence behind a semicolon does not.
            const auto first = std::min(trigger, mark), last = std::max(trigger, mark);
            const bool parted = std::any_of(sentence_.tokens.begin() + first, sentence_.tokens.begin() + last, [&](const Token& token) { return words(text_, token.span) == ";"; });
            if (!parted && (mark == 0 || mark < trigger)) return true;
        }
        return at_present_rate(trigger);
    }

    bool would_be(TokenRange expression) const {
        for (auto i = expression.first; i > 1 && word(i - 1) != "," && word(i - 1) != ";"; --i)  // "in case of rain on Sunday"
            if (word(i - 1) == "of" && (word(i - 2) == "case" || word(i - 2) == "event") && i > 2) return true;
        const bool quoted = word(0) == "\u201c" || word(0) == "\"" || word(0) == "\u2018";
        const auto first = word(quoted);
        if (first != "Had" && first != "If" && first != "Were" && first != "Should" && first != "Without") return false;
        for (auto i = expression.first; i > 0 && word(i - 1) != "," && word(i - 1) != ";"; --i)
            if (tag(i - 1) == Tag::MD && (word(i - 1) == "would" || word(i - 1) == "could" || word(i - 1) == "might")) return true;
        return false;
    }

    /// "will have to be flown": a verb behind "will".
    bool will(std::uint32_t trigger) const {
        for (auto i = trigger + 1; i > 0 && i + 6 > trigger; --i) {
            const auto said = word(i - 1);
            if (said == "will" || said == "'ll" || said == "shall") return true;
            if (said == "," || said == ";") return false;
        }
        return false;
    }

    bool calls_off(const Tree& tree, std::uint32_t verb) const {
        if (!is_verb(tag(verb))) return false;
        const auto said = base(verb);
        if (is_calling_off(said, word(verb + 1), word(verb + 2))) return true;
        const auto particle = tree.parsed() ? tree.child(verb, Relation::compound_prt) : no_token;
        if (particle != no_token && is_calling_off(said, word(static_cast<std::uint32_t>(particle)), {})) return true;
        const bool happens = said == "happen" || said == "materialise" || said == "materialize" || (said == "take" && word(verb + 1) == "place") || (said == "go" && word(verb + 1) == "ahead");
        for (auto i = verb; happens && i > 0 && i + 4 > verb; --i)
            if (const auto no = word(i - 1); no == "never" || no == "not" || no == "n't" || no == "longer") return true;
        return false;
    }

    /// The word before the date that calls it a plan: "planned for Sunday", "due to open on 8 September", "a scheme to raise it in 1911".
    std::int32_t planning_word(TokenRange expression) const {
        static const WordList &planned = word_list("planning_words"), &plans = word_list("plan_nouns");
        constexpr std::uint32_t reach = 9;
        for (auto i = expression.first; i > 0 && i + reach > expression.first; --i) {
            const auto at = i - 1;
            const bool in_date = word(at) == "," && at > 0 && (sentence_.tokens[at - 1].capital || tag(at - 1) == Tag::CD);  // "for Palm Sunday, 28 March"
            if (in_date) continue;
            if (tag(at) == Tag::punctuation || word(at) == "and") return no_token;
            if (tag(at) == Tag::VB && at > 0 && tag(at - 1) == Tag::TO) continue;
            const auto said = base(at);
            const bool near = i + 5 > expression.first || (tag(at) != Tag::VBD && !is_noun(tag(at)));
            const bool told_then = at > 0 && is_be(at - 1) && is_reporting_verb(said) && word(at + 1) != "for" && word(at + 1) != "to";  // "was announced in 1931"
            if (planned.has(said) && near && !told_then && tag(at) != Tag::VBZ && tag(at) != Tag::VBP) return static_cast<std::int32_t>(at);
            if (is_noun(tag(at)) && plans.has(said)) return static_cast<std::int32_t>(at);
            if (is_finite_verb(tag(at))) return no_token;
        }
        return no_token;
    }

    bool undone_behind(const Tree& tree, TokenRange expression) const {
        for (auto i = expression.last; i < count_ && !begins_reason(i); ++i) {
            if (!is_verb(tag(i)) || is_helper(i) || (tag(i) == Tag::VB && tag(i - 1) == Tag::TO)) continue;
            if (calls_off(tree, i)) return true;
            // Else a "but" may tell it: "was due to open in May to great joy, but was put off".
            while (i < count_ && word(i) != "but" && !begins_reason(i)) ++i;
            if (i >= count_ || word(i) != "but") return false;
        }
        return false;
    }

    /// "The bridge, originally due to open in March, opened in May": March is that of the aside.
    bool planned_aside(TokenRange expression, std::uint32_t planned, std::uint32_t trigger) const {
        const auto before = planned > 1 && tag(planned - 1) == Tag::RB ? planned - 2 : planned - 1;
        return planned > 0 && word(before) == "," && word(expression.last) == "," && trigger > expression.last;
    }

    /// "had been booked for 4 June, but", "had hoped to retire in June, but".
    bool planned_in_vain(TokenRange expression, std::uint32_t planned) const {
        const bool had = (planned > 0 && word(planned - 1) == "had") || (planned > 1 && word(planned - 2) == "had");
        for (auto i = expression.last; had && i < count_ && word(i) != ";"; ++i)
            if (word(i) == "but") return true;
        return false;
    }

    /// "put off a trip planned for Sunday", "dropped a plan to test it, which had been due to start next month".
    bool undone_before(const Tree& tree, std::uint32_t planned) const {
        for (auto i = planned; i > 0; --i) {
            const auto at = i - 1;
            if (is_verb(tag(at))) {
                if (is_helper(at) || (tag(at) == Tag::VB && at > 0 && tag(at - 1) == Tag::TO)) continue;
                return calls_off(tree, at);
            }
            if (word(at) == "," && (tag(i) == Tag::WDT || tag(i) == Tag::WP)) continue;
            if (tag(at) == Tag::punctuation || tag(at) == Tag::MD || begins_reason(at)) return false;
        }
        return false;
    }

private:
    std::string_view word(std::uint32_t token) const { return token < count_ ? word_of(text_, sentence_, token) : std::string_view(); }
    Tag tag(std::uint32_t token) const { return token < count_ ? sentence_.tags[token] : Tag::none; }
    std::string base(std::uint32_t token) const { return lemma_of(text_, sentence_, token); }

    bool is_that(std::uint32_t token) const { return word(token) == "that" || (word(token) == "That" && token == 0); }
    bool is_be(std::uint32_t token) const {
        const auto said = word(token);
        return said == "is" || said == "was" || said == "are" || said == "were" || said == "be" || said == "been" || said == "'s";
    }
    bool is_helper(std::uint32_t token) const {
        if (tag(token) == Tag::MD || is_be(token)) return true;
        const auto said = base(token);
        return (said == "have" || said == "do" || said == "get") && (is_verb(tag(token + 1)) || tag(token + 1) == Tag::RB);
    }
    bool begins_reason(std::uint32_t token) const {
        const auto said = word(token);
        return said == "after" || said == "because" || said == "when" || said == "while" || said == "since" || said == "as" || said == "whether" || said == ";";
    }

    /// A conjunction: something other than a verb stands behind it, "that Nero burnt", not "that burnt".
    bool begins_clause(std::uint32_t that) const { return !is_verb(tag(that + 1)) && tag(that + 1) != Tag::MD; }

    /// "That ...", "Stories that ...", "..., and word on the web that ...": what it begins is the subject.
    bool is_subject(std::uint32_t that) const {
        auto first = that;
        while (first > 0 && that < first + 8) {
            const auto before = word(first - 1);
            if (before == ";" || before == ":" || (before == "and" && first > 1 && word(first - 2) == ",")) break;
            if (first > 1 && (is_verb(tag(first - 1)) || tag(first - 1) == Tag::MD || before == ",")) return false;
            --first;
        }
        return that < first + 8;
    }

    bool is_untrue_word(std::uint32_t token) const {
        const auto said = word(token);
        static const WordList& untrue = word_list("untrue_words");
        return untrue.has(said) || untrue.has(base(token));
    }

    /// From the copula on: "is a legend", "are plain wrong", "was denied by".
    bool is_judgement(std::uint32_t be) const {
        if (!is_be(be)) return false;
        bool no = false;
        for (auto i = be + 1; i < count_ && i < be + 5; ++i) {
            if (is_untrue_word(i)) return true;
            if (no && (word(i) == "true" || word(i) == "so" || word(i) == "case")) return true;
            if (is_verb(tag(i)) && word_list("denying_verbs").has(base(i))) return true;
            no = no || word(i) == "not" || word(i) == "n't" || word(i) == "far" || word(i) == "no";
            const auto here = tag(i);
            if (here != Tag::DT && here != Tag::RB && here != Tag::JJ && here != Tag::VBN && here != Tag::IN) return false;
        }
        return false;
    }

    bool called_untrue_before(std::uint32_t that) const {
        for (auto i = that; i > 0 && i + 6 > that; --i)
            if (is_judgement(i - 1)) return i < 2 || word(i - 2) == "It" || word(i - 2) == "it";
        // "no truth in the report that"
        if (that == 0 || !is_noun(tag(that - 1))) return false;
        for (auto i = that - 1; i > 0 && i + 6 > that; --i)
            if (word(i - 1) == "no" && word_list("truth_nouns").has(word(i))) return true;
        return false;
    }

    bool called_untrue_behind(std::uint32_t trigger) const {
        for (auto i = trigger + 1; i < count_ && word(i) != ";" && word(i) != "and" && word(i) != "but"; ++i) {
            if (is_that(i)) return false;
            const bool has_been = word(i) == "been" && (word(i - 1) == "has" || word(i - 1) == "have" || word(i - 1) == "had") && i > trigger + 1;
            if (has_been || (is_be(i) && is_finite_verb(tag(i)))) return is_judgement(i);
            if (word(i) == "has" || word(i) == "have") continue;
            if (is_finite_verb(tag(i)) && i > trigger + 1) return false;
        }
        return false;
    }

    bool begins_condition(std::uint32_t mark) const {
        const auto said = word(mark);
        if (said != "if" && said != "If" && said != "unless" && said != "Unless") return false;
        if (mark == 0) return true;
        const auto before = word(mark - 1);
        return before == "even" || before == "Even" || before == "," || before == "that" || before == ";" || before == ":" || before == "\u201c" || before == "\"" || before == "and" || before == "but";
    }

    bool is_past(std::uint32_t first, std::uint32_t last) const {
        return std::any_of(sentence_.tags.begin() + first, sentence_.tags.begin() + last, [](Tag tag) { return tag == Tag::VBD; });
    }

    /// "at this rate", "on present trends".
    bool at_present_rate(std::uint32_t trigger) const {
        for (std::uint32_t i = 2; i < count_; ++i) {
            const auto said = word(i);
            if (said != "rate" && said != "pace" && said != "trends" && said != "form") continue;
            const auto which = word(i - 1), how = word(i - 2);
            const bool present = which == "this" || which == "that" || which == "present" || which == "current" || which == "same";
            const auto at = how == "the" && i > 2 ? word(i - 3) : how;
            if (present && (at == "at" || at == "At" || at == "on" || at == "On")) return will(trigger);
        }
        return false;
    }

    std::string_view text_;
    const Sentence& sentence_;
    const std::uint32_t count_;
};

}  // namespace

bool is_calling_off(std::string_view base, std::string_view next, std::string_view after) {
    const WordList& verbs = word_list("calling_off_verbs");
    if (verbs.has(base)) return true;
    std::string phrase = std::string(base) + " " + std::string(next);
    if (verbs.has(phrase)) return true;
    phrase += " " + std::string(after);
    return verbs.has(phrase);
}

bool is_called_off(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger, bool to_come) {
    const Around around(text, tree.sentence());
    if (to_come && expression.last <= trigger && around.calls_off(tree, trigger) && !around.will(trigger)) return true;  // "the June fair has been cancelled"
    const auto planned = around.planning_word(expression);
    if (planned == no_token) return false;
    const auto plan = static_cast<std::uint32_t>(planned);
    const bool dates_the_calling_off = trigger < plan && is_noun(tree.sentence().tags[plan]);  // "dropped a plan to sell it on Monday"
    if (!to_come && around.planned_aside(expression, plan, trigger)) return true;
    return around.undone_behind(tree, expression) || around.planned_in_vain(expression, plan) || (!dates_the_calling_off && around.undone_before(tree, plan));
}

bool would_be_then(std::string_view text, const Sentence& sentence, TokenRange expression) { return Around(text, sentence).would_be(expression); }

Modality modality_around(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const Around around(text, sentence);
    if (around.is_untrue(trigger) || around.is_told_wrongly(trigger) || around.is_denied_doing(trigger)) return Modality::denied;
    if (around.was_to_have(trigger) || around.was_meant_to(trigger) || around.is_overtaken(trigger) || around.hangs_on_condition(trigger)) return Modality::hypothetical;
    return Modality::asserted;
}

}  // namespace annals
