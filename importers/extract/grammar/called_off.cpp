#include "importers/extract/grammar/called_off.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/sentence_words.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

class Plans : public SentenceWords {
public:
    Plans(std::string_view text, const Tree& tree) : SentenceWords(text, tree.sentence()), tree_(tree) {}

    bool calls_off(std::uint32_t verb) const {
        if (is_be(verb) && word(verb + 1) == "off" && !is_noun(tag(verb + 2)) && tag(verb + 2) != Tag::DT) return true;
        if ((word(verb) == "has" || word(verb) == "have") && word(verb + 1) == "yet" && word(verb + 2) == "to") return true;  // "has yet to appear"
        if (!is_verb(tag(verb)) || is_helper(verb)) return false;
        const auto said = base(verb);
        if (is_calling_off(said, word(verb + 1), word(verb + 2))) return true;
        const auto particle = tree_.parsed() ? tree_.child(verb, Relation::compound_prt) : no_token;
        if (particle != no_token && is_calling_off(said, word(static_cast<std::uint32_t>(particle)), {})) return true;
        static const WordList& coming_about = word_list("coming_about");
        return (coming_about.has(said) || coming_about.has(said + " " + std::string(word(verb + 1)))) && is_negated(verb);
    }

    /// The word before the date that calls it a plan: "planned for Sunday", "due to open on 8 September", "a scheme to raise it in 1911", "that was to sail in June".
    std::int32_t planning_word(TokenRange expression) const {
        static const WordList &planned = word_list("planning_words"), &plans = word_list("plan_nouns"), &acts = word_list("planning_acts");
        constexpr std::uint32_t reach = 9;
        bool aims = false;  // "called for 2 June", not "called on Monday"
        for (auto i = expression.first; i > 0 && i + reach > expression.first; --i) {
            const auto at = i - 1;
            const bool in_date = word(at) == "," && at > 0 && (sentence_.tokens[at - 1].capital || tag(at - 1) == Tag::CD);  // "for Palm Sunday, 28 March"
            if (in_date) continue;
            if (tag(at) == Tag::punctuation || word(at) == "and") return no_token;
            aims = aims || word(at) == "for" || word(at) == "to";
            if (tag(at) == Tag::VB && at > 0 && tag(at - 1) == Tag::TO) continue;
            const auto said = base(at);
            const bool in_diary = word(at + 1) == "for" && (word(at) == "down" || (word(at) == "up" && word(at - 1) == "lined"));  // "that had been down for Monday"
            if (in_diary && at > 0) return static_cast<std::int32_t>(at);
            if (is_be(at) && word(at + 1) == "to") return static_cast<std::int32_t>(at);
            const bool near = i + 5 > expression.first || (tag(at) != Tag::VBD && !is_noun(tag(at)));
            const bool told_then = at > 0 && is_be(at - 1) && is_reporting_verb(said) && word(at + 1) != "for" && word(at + 1) != "to";  // "was announced in 1931"
            const bool plans_it = planned.has(said) || (aims && is_verb(tag(at)) && acts.has(said));
            if (plans_it && near && !told_then && tag(at) != Tag::VBZ && tag(at) != Tag::VBP) return static_cast<std::int32_t>(at);
            if (is_noun(tag(at)) && plans.has(said)) return static_cast<std::int32_t>(at);
            if (is_finite_verb(tag(at))) return no_token;
        }
        return no_token;
    }

    bool undone_behind(TokenRange expression) const {
        for (auto i = expression.last; i < count_; ++i) {
            if (word(i) == ";" && (word(i + 1) == "that" || word(i + 1) == "it" || word(i + 1) == "this")) return calls_off(i + 2) || (is_be(i + 2) && calls_off(i + 3));
            if (begins_reason(i)) return false;
            if (calls_off(i) || slips(i)) return true;
            if (!is_verb(tag(i)) || is_helper(i) || (tag(i) == Tag::VB && tag(i - 1) == Tag::TO)) continue;
            // Else a "but" may tell it: "was due to open in May to great joy, but was put off", "was aired and dropped".
            while (i < count_ && word(i) != "but" && !(word(i) == "and" && calls_off(i + 1)) && !begins_reason(i)) ++i;
            if (i >= count_ || (word(i) != "but" && word(i) != "and")) return false;
        }
        return false;
    }

    /// "The bridge, originally due to open in March, opened in May": March is that of the aside.
    bool planned_aside(TokenRange expression, std::uint32_t planned, std::uint32_t trigger) const {
        const auto before = planned > 1 && tag(planned - 1) == Tag::RB ? planned - 2 : planned - 1;
        return planned > 0 && word(before) == "," && word(expression.last) == "," && trigger > expression.last;
    }

    /// "The organ, once promised for this autumn, will come in May".
    bool overtaken_aside(TokenRange expression, std::uint32_t planned) const {
        static constexpr FixedWords once{"once", "originally", "previously", "formerly", "initially", "first"};
        return planned > 1 && once.has(word(planned - 1)) && word(planned - 2) == "," && word(expression.last) == ",";
    }

    /// "a motion to move the fair to June was defeated": what was only moved, and refused.
    bool refused_behind(TokenRange expression, std::uint32_t planned) const {
        static const WordList& refusing = word_list("refusing_verbs");
        if (!is_noun(tag(planned)) || !word_list("plan_nouns").has(base(planned)) || !(is_be(expression.last) || is_helper(expression.last))) return false;
        for (auto i = expression.last; i < count_ && word(i) != ";"; ++i) {
            if (!is_verb(tag(i)) || is_helper(i)) continue;
            return refusing.has(base(i)) || refusing.has(base(i) + " " + std::string(word(i + 1)));
        }
        return false;
    }

    /// "had been booked for 4 June, but", "had hoped to retire in June, but", "was due to open on 4 June but stayed shut".
    bool planned_in_vain(TokenRange expression, std::uint32_t planned) const {
        const bool had = (planned > 0 && word(planned - 1) == "had") || (planned > 1 && word(planned - 2) == "had");
        const auto behind = expression.last + (word(expression.last) == "," ? 1 : 0);
        static constexpr FixedWords due{"due", "set", "scheduled", "expected", "slated", "booked"};
        if (word(behind) == "but" && planned > 0 && due.has(word(planned)) && (word(planned - 1) == "was" || word(planned - 1) == "were") && word(planned + 1) == "to")
            return true;
        for (auto i = expression.last; had && i < count_ && word(i) != ";"; ++i)
            if (word(i) == "but") return true;
        return false;
    }

    /// "put off a trip planned for Sunday", "dropped a plan to test it, which had been due to start next month".
    bool undone_before(std::uint32_t planned) const {
        for (auto i = planned; i > 0; --i) {
            const auto at = i - 1;
            if (is_verb(tag(at))) {
                if (is_helper(at)) continue;
                if (tag(at) == Tag::VB && at > 1 && tag(at - 1) == Tag::TO) {  // "had to cancel", "voted to put off": done
                    if (calls_off(at) && (base(at - 2) == "have" || word_list("resolving_verbs").has(base(at - 2)))) return true;
                    continue;
                }
                return calls_off(at);
            }
            if (word(at) == "," && (tag(i) == Tag::WDT || tag(i) == Tag::WP)) continue;
            if (tag(at) == Tag::punctuation || tag(at) == Tag::MD || begins_reason(at)) return false;
        }
        return false;
    }

    /// "Saturday's concert was cancelled", "the walk of 4 April is off", "they called off Tuesday's hearing": a day on which it was to be.
    bool undoes_what_was_to_be_then(TokenRange expression, std::uint32_t trigger) const {
        const auto above = tree_.parsed() && is_noun(tag(trigger)) ? tree_.head(trigger) : no_token;
        const bool off = word(trigger) == "off" && trigger > 0;
        const auto verb = above != no_token ? static_cast<std::uint32_t>(above) : off ? trigger - 1 : trigger;
        static constexpr FixedWords may_have_begun{"abandon", "abort", "halt", "suspend", "delay", "extend", "withdraw", "stand"};
        if (!calls_off(verb) || may_have_begun.has(base(verb))) return false;
        const auto before = expression.first > 0 ? word(expression.first - 1) : std::string_view{};
        const bool of_noun = expression.first > 1 && is_noun(tag(expression.first - 2)) && (before == "of" || before == "on");
        for (auto i = expression.first; i < expression.last; ++i)
            if (sentence_.tokens[i].kind == TokenKind::number && word(i).size() == 4 &&
                !(of_noun && (before == "of" || expression.last > expression.first + 1) && expression.last <= verb && takes_one_day(expression.first - 2)))
                return false;  // "the strike of 1926 was called off"
        if (expression.last <= verb) return (owns(expression) || of_noun) && leads_to(expression.last + owns(expression), verb);
        if (!owns(expression) && !(of_noun && before == "of")) return false;
        constexpr std::uint32_t reach = 8;
        for (auto i = verb + 1; i < expression.first; ++i)
            if (i > verb + reach || tag(i) == Tag::punctuation || is_verb(tag(i))) return false;
        return true;
    }

    /// "was moved from Thursday to Friday", "put back from 3 May": not on the first.
    bool moved_from(TokenRange expression) const {
        static constexpr FixedWords verbs{"move", "postpone", "reschedule", "delay", "defer", "switch", "adjourn"};
        static constexpr FixedWords put{"put", "push", "bring"};
        constexpr std::uint32_t reach = 4;
        if (expression.first < 2 || word(expression.first - 1) != "from") return false;
        if (expression.last == expression.first + 1 && sentence_.tokens[expression.first].kind == TokenKind::number) return false;  // years
        for (auto i = expression.first - 1; i > 0 && i + reach > expression.first; --i) {
            if (!is_verb(tag(i - 1))) continue;
            const auto said = base(i - 1);
            return verbs.has(said) || (put.has(said) && (word(i) == "back" || word(i) == "forward"));
        }
        return false;
    }

    /// "has ruled out a return in 2030", "will no longer open in June".
    bool ruled_out_ahead(TokenRange expression) const {
        bool noun = false;
        for (auto i = expression.first; i > 2; --i) {
            const auto at = i - 1;
            if (tag(at) == Tag::punctuation) return false;
            if (word(at) == "longer" && word(at - 1) == "no" && word(at - 2) == "will") return true;
            if (word(at) == "out" && base(at - 1) == "rule") return noun;
            if (is_finite_verb(tag(at))) return false;
            noun = noun || is_noun(tag(at)) || tag(at) == Tag::VBG;
        }
        return false;
    }

    /// "has no intention of leaving in 2024", "there is no question of a vote before June".
    bool nobody_means_to(TokenRange expression) const {
        static const WordList& nouns = word_list("ruled_out_nouns");
        for (auto i = expression.first; i > 1; --i) {
            const auto at = i - 1;
            if (tag(at) == Tag::punctuation || is_finite_verb(tag(at))) return false;
            if (!is_noun(tag(at)) || !nouns.has(base(at))) continue;
            return word(at - 1) == "no" || (at > 1 && word(at - 2) == "no");
        }
        return false;
    }

    /// "The Easter raffle that was to be drawn at noon has been dropped", "a May parade planned for Sunday will not go ahead".
    bool names_what_is_off(TokenRange expression, std::uint32_t trigger, bool to_come) const {
        static constexpr FixedWords may_have_begun{"abandon", "abort", "halt", "suspend", "delay", "extend", "withdraw", "stand"};
        constexpr std::uint32_t reach = 16;
        auto noun = expression.last;
        while (noun < count_ && (is_noun(tag(noun)) || tag(noun) == Tag::JJ) && noun < expression.last + 4) ++noun;
        if (noun == expression.last || !is_noun(tag(noun - 1)) || owns(expression) || expression.first > 2) return false;
        const bool said_of_it = trigger == noun && tag(trigger) == Tag::VBN;  // "planned for Sunday"
        for (auto i = expression.first; i < expression.last; ++i)
            if (sentence_.tokens[i].kind == TokenKind::number && word(i).size() == 4) return false;
        auto first = noun;
        if (word(noun) == "," && (tag(noun + 1) == Tag::WDT || tag(noun + 1) == Tag::VBN)) {  // "the May fair, which was to be in the barn, has been dropped"
            first = noun + 1;
            while (first < count_ && first < noun + reach && word(first) != ",") ++first;
            if (word(first) != "," || !is_helper(first + 1)) return false;
            ++first;
        }
        for (auto verb = first; verb < count_ && verb < first + reach; ++verb) {
            if (tag(verb) == Tag::punctuation || tag(verb) == Tag::CC || begins_reason(verb)) return false;
            if (!calls_off(verb)) continue;
            auto helper = verb - 1;
            while (helper > noun && tag(helper) == Tag::RB) --helper;
            const bool undone = is_be(helper) || is_be(verb) || is_negated(verb);  // not "the March gale cancelled ferries"
            return (trigger + 1 == noun || said_of_it || trigger == verb) && undone && (to_come || !may_have_begun.has(base(verb)));
        }
        return false;
    }

private:
    /// "slipped", "slipped by a week", not "slipped away at dawn"
    bool slips(std::uint32_t verb) const {
        static constexpr FixedWords behind{"again", "by", "back", "further", "badly", "twice", "and", "because", "as", "for"};
        return is_finite_verb(tag(verb)) && base(verb) == "slip" && (verb + 1 >= count_ || tag(verb + 1) == Tag::punctuation || behind.has(word(verb + 1)));
    }

    /// "the match of 1987", "the visit of 1998": held or not; a strike or a search of that year may have begun.
    bool takes_one_day(std::uint32_t noun) const {
        static constexpr FixedWords goes_on{"strike", "search", "hunt", "siege", "boycott", "lockout", "walkout", "campaign", "blockade", "protest", "war",
                                            "action", "operation", "mission", "truce", "alert", "lockdown", "offensive", "rescue", "rebellion", "rising"};
        return !goes_on.has(base(noun));
    }

    bool owns(TokenRange expression) const { return word(expression.last) == "'s" || word(expression.last) == "\u2019s"; }

    /// Passive, or "fell through", "is off", with nothing but nouns and helpers in between; not "Tuesday's storm cancelled 40 flights".
    bool leads_to(std::uint32_t first, std::uint32_t verb) const {
        static constexpr FixedWords of_itself{"fall", "come", "go"};
        bool undone = is_be(verb) || of_itself.has(base(verb));
        for (auto i = first; i < verb; ++i) {
            if (tag(i) == Tag::punctuation || (is_verb(tag(i)) && !is_helper(i))) return false;
            undone = undone || is_be(i);
        }
        return undone;
    }

    bool begins_reason(std::uint32_t token) const {
        const auto said = word(token);
        return said == "after" || said == "because" || said == "when" || said == "while" || said == "since" || said == "as" || said == "whether" || said == ";";
    }

    const Tree& tree_;
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
    const Plans around(text, tree);
    if (to_come && expression.last <= trigger && around.calls_off(trigger) && !around.will(trigger)) return true;  // "the June fair has been cancelled"
    if (to_come && around.ruled_out_ahead(expression)) return true;
    if (around.names_what_is_off(expression, trigger, to_come)) return true;
    if (around.moved_from(expression) || around.nobody_means_to(expression) || around.undoes_what_was_to_be_then(expression, trigger)) return true;
    const auto planned = around.planning_word(expression);
    if (planned == no_token) return false;
    const auto plan = static_cast<std::uint32_t>(planned);
    const auto& tags = tree.sentence().tags;
    const bool of_thing = plan + 1 < expression.first && is_noun(tags[plan + 1]) && !is_finite_verb(tags[plan]);  // "dropped their planned merger on Monday"
    const bool dates_the_calling_off = trigger < plan && (is_noun(tags[plan]) || of_thing);  // "dropped a plan to sell it on Monday"
    if ((!to_come && around.planned_aside(expression, plan, trigger)) || around.overtaken_aside(expression, plan)) return true;
    return around.undone_behind(expression) || around.refused_behind(expression, plan) || around.planned_in_vain(expression, plan) || (!dates_the_calling_off && around.undone_before(plan));
}

}  // namespace annals
