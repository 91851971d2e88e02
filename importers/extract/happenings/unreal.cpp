#include "importers/extract/happenings/unreal.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/sentence_words.h"
#include "importers/extract/happenings/untrue.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

class Around : public SentenceWords {
public:
    using SentenceWords::SentenceWords;

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

    /// "would have let them stay": what it would have let them do is no more than that.
    bool would_have(std::uint32_t trigger) const { return trigger > 1 && word(trigger - 1) == "have" && would(trigger - 2) && !is_no(trigger - 1); }

    /// "The tower would be taller today", "things could have looked better": no more than what would be; not "he said it would meet today".
    bool would_be_now(std::uint32_t trigger, bool reported) const {
        if (word(trigger) == "have" && trigger > 0 && would(trigger - 1) && is_verb(tag(trigger + 1))) return true;
        if (reported) return false;
        auto be = trigger;
        while (be > 1 && be + 4 > trigger && word(be) != "be") --be;
        if (word(be) != "be" || be == 0 || !would(be - 1)) return false;
        for (auto i = trigger + 1; i < count_ && i < trigger + 3; ++i)
            if (word(i) == "today" || word(i) == "now") return true;
        for (auto i = be; i > 0 && i + 5 > be; --i)
            if (fold(word(i - 1)) == "today" || fold(word(i - 1)) == "now") return true;
        return false;
    }

    /// "was meant to sail", "had been expected to last", "had hoped to retire"; not "was supposed to have sailed", which is hearsay.
    bool was_meant_to(std::uint32_t trigger) const {
        for (auto to = trigger + 2; to > 1 && to + 4 > trigger; --to) {
            if (to >= count_ || word(to) != "to" || word(to + 1) == "have") continue;
            const auto said = word(to - 1);
            if ((said == "meant" || said == "supposed") && (word(to - 2) == "was" || word(to - 2) == "were" || word(to - 2) == "been") && to - 2 <= trigger) return true;
            static const WordList& lost = word_list("lost_hopes");
            const bool passive = to > 1 && word(to - 2) == "been";
            const auto had = passive ? to - 3 : to - 2;
            if (to > 2 && to - 2 <= trigger && had_before(had) && (passive ? word_list("prospect_words").has(base(to - 1)) : lost.has(base(to - 1)))) return true;
        }
        return false;
    }

    /// "had talked of sending a tug", "had thought about leaving".
    bool was_only_thought_of(std::uint32_t trigger) const {
        if (trigger < 3 || tag(trigger) != Tag::VBG || (word(trigger - 1) != "of" && word(trigger - 1) != "about")) return false;
        const auto verb = base(trigger - 2);
        return (verb == "talk" || verb == "think" || verb == "dream" || verb == "speak") && had_before(trigger - 3);
    }

    /// "It had been hoped that the road would open in May", "they had expected it would".
    bool was_hoped_that(std::uint32_t trigger) const {
        static const WordList &lost = word_list("lost_hopes"), &prospects = word_list("prospect_words");
        bool would_then = false;
        for (auto i = trigger; i > 1 && i + 12 > trigger; --i) {
            const auto at = i - 1;
            if (word(at) == "," || word(at) == ";") return false;
            would_then = would_then || would(at);
            if (!would_then || !is_verb(tag(at)) || is_be(at)) continue;
            const bool passive = at > 1 && word(at - 1) == "been";
            return had_before(passive ? at - 2 : at - 1) && (lost.has(base(at)) || (passive && prospects.has(base(at))));
        }
        return false;
    }

    /// "did not, as is sometimes written, abolish it".
    bool is_negated_before_aside(std::uint32_t trigger) const {
        const bool bare = tag(trigger) == Tag::VB || tag(trigger) == Tag::VBP || tag(trigger) == Tag::JJ || tag(trigger) == Tag::NN;
        const bool passive = tag(trigger) == Tag::VBN || tag(trigger) == Tag::VBD;  // "was not, as they wrote, sold"
        if (trigger < 3 || !(bare || passive) || word(trigger - 1) != ",") return false;
        auto opens = trigger - 2;
        while (opens > 1 && word(opens) != "," && word(opens) != ";") --opens;
        return word(opens) == "," && is_no(opens - 1) && (bare || (opens > 1 && is_be(opens - 2) && word(opens + 1) != "but"));
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

    /// "It seems unlikely that the mine will open", "it is not certain whether it will", "the mine is unlikely to open".
    bool is_doubted(std::uint32_t trigger) const {
        static const WordList& unsure = word_list("unsure_words");
        static constexpr FixedWords joints{"that", "whether", "if", "to"};
        for (auto joint = trigger; joint > 1 && joint + 15 > trigger; --joint) {
            const auto mark = word(joint);
            if (mark == ";" || mark == ":") return false;
            if (!joints.has(mark)) continue;
            const bool infinitive = mark == "to";
            if (infinitive && joint + 3 < trigger) continue;
            const auto said = word(joint - 1);
            if (unsure.has(said)) return true;
            const bool sure = said == "certain" || said == "sure" || said == "likely" || said == "clear";
            const auto no = word(joint - 2);
            return sure && (no == "not" || no == "n't" || no == "n\u2019t" || no == "far");
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
            if (denies(deny)) return true;
        }
        return false;
    }

    /// "The firm denies that its figures were late in May": the denying is of no such time.
    bool is_of_denied_clause(TokenRange expression, std::uint32_t trigger) const {
        if (trigger + 2 >= expression.first || !denies(trigger)) return false;
        const auto joint = word(trigger + 1);
        if (joint != "that" && tag(trigger + 1) != Tag::VBG) return false;
        bool told = joint != "that";
        for (auto i = trigger + 2; i < expression.first; ++i) {
            if (word(i) == "," || word(i) == ";" || word(i) == "and" || word(i) == "but") return false;
            told = told || is_finite_verb(tag(i));
        }
        return told;
    }

    /// "Nor did the choir, its founder adds, sing in May for money".
    bool is_behind_nor(std::uint32_t trigger) const {
        static constexpr FixedWords helpers{"do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "will"};
        if (trigger < 3 || (word(0) != "Nor" && word(0) != "Neither") || !helpers.has(word(1)) || !is_verb(tag(trigger))) return false;
        bool aside = false;
        for (std::uint32_t i = 2; i < trigger; ++i) {
            if (word(i) == ";" || word(i) == ":" || tag(i) == Tag::MD) return false;
            if (word(i) == ",") aside = !aside;
            else if (!aside && is_verb(tag(i)) && word(i) != "been" && word(i) != "be") return false;
        }
        return !aside;
    }

    /// "but nobody could start there", where the parser does not see who; "nobody came until May" tells a coming.
    bool is_done_by_nobody(std::uint32_t trigger) const {
        for (auto i = trigger; i > 0 && i + 5 > trigger; --i) {
            const auto at = i - 1;
            if (tag(at) == Tag::RB || is_helper(at)) continue;
            const std::string said = fold(word(at)), before = at > 0 ? fold(word(at - 1)) : std::string();
            const bool neither = is_noun(tag(at)) && before == "neither";  // "neither side won"
            if (said != "nobody" && said != "nothing" && !neither && !(said == "one" && before == "no")) return false;
            for (auto behind = trigger + 1; behind < count_ && word(behind) != "," && word(behind) != ";"; ++behind)
                if (word(behind) == "until" || word(behind) == "till") return false;
            return true;
        }
        return false;
    }

    /// Within "if ..." or "unless ...", up to its comma; and what would follow from it: "if it shuts, food will be flown in". Where all it waits for
    /// is leave ("if engineers agree, crews will enter on Monday"), the plan is one.
    bool hangs_on_condition(std::uint32_t trigger) const {
        for (std::uint32_t mark = 0; mark < count_; ++mark) {
            if (!begins_condition(mark)) continue;
            const bool opens = mark == 0 || (mark == 1 && (word(0) == "\"" || word(0) == "\u201c"));
            auto end = mark + 1;
            bool leave = false;
            while (end < count_ && word(end) != "," && word(end) != ";" && word(end) != "then") {
                leave = leave || (is_verb(tag(end)) && word_list("permitting_verbs").has(base(end)));
                ++end;
            }
            if (mark < trigger && trigger < end) return opens && end < count_ && !is_past(mark, end);
            const bool will_be = will(trigger) || (is_noun(tag(trigger)) && word(trigger + 1) == "will");  // "next March's regatta will sink with it"
            if (leave || !(will_be || (mark == 0 && end < trigger && is_present_act(trigger)))) continue;
            // "He said that he would go if asked. ..." hangs on it as well; a second sentence behind a semicolon does not.
            const auto first = std::min(trigger, mark), last = std::max(trigger, mark);
            bool parted = false;
            for (auto i = first; i < last; ++i) parted = parted || word(i) == ";";
            if (!parted && (mark == 0 || mark < trigger)) return true;
        }
        return at_present_rate(trigger);
    }

    /// "Suppose the dam fails on Friday."
    bool is_supposed(std::uint32_t trigger) const {
        return trigger > 1 && (word(0) == "Suppose" || word(0) == "Imagine") && tag(1) != Tag::punctuation && tag(1) != Tag::MD;
    }

    /// "In case of rain on Sunday", "Had it held in May, they would", "Had it held, they would be here on Sunday", "Were it to be cut in May, half would go", "they want it to end on 3 May".
    bool would_be(TokenRange expression) const {
        for (auto i = expression.first; i > 1 && word(i - 1) != "," && word(i - 1) != ";"; --i)
            if (word(i - 1) == "of" && i > 2 && ((word(i - 2) == "case" && fold(word(i - 3)) == "in") || word(i - 2) == "event")) return true;
        if (is_wish(expression)) return true;
        std::uint32_t first = 0;
        while (first < 2 && (word(first) == "\u201c" || word(first) == "\"" || word(first) == "\u2018" || word(first) == "(")) ++first;
        const auto opener = word(first);
        if (opener != "Had" && opener != "If" && opener != "Were" && opener != "Should" && opener != "Without") return false;
        for (auto i = expression.first; i > 0 && word(i - 1) != "," && word(i - 1) != ";"; --i)
            if (would(i - 1)) return true;
        for (auto i = expression.first; i < expression.last; ++i)  // "a two-week fair would have begun on Friday"
            if (would(i)) return true;
        if (opener == "If") {  // "If all had paid in 2011, they would": not "If they had known that it fell in 2011"
            bool had = false;
            for (auto i = first + 1; i < expression.first; ++i) {
                if (had && (is_finite_verb(tag(i)) || word(i) == "that")) return false;
                had = had || word(i) == "had";
            }
            if (!had) return false;
        } else if (opener != "Had" && opener != "Were" && opener != "Should") return false;
        for (auto i = first + 1; i < expression.first; ++i)
            if (word(i) == "," || word(i) == ";" || is_no(i) || would(i)) return false;
        for (auto i = expression.last; i < count_; ++i)
            if (would(i)) return true;
        return false;
    }

private:
    /// "denies" is taken for a noun behind another.
    bool denies(std::uint32_t token) const {
        return word(token) == "denies" || word(token) == "denied" || (is_verb(tag(token)) && word_list("denying_verbs").has(base(token)));
    }

    bool would(std::uint32_t token) const { return tag(token) == Tag::MD && (word(token) == "would" || word(token) == "could" || word(token) == "might"); }

    bool had_before(std::uint32_t token) const { return word(token) == "had" || (tag(token) == Tag::RB && token > 0 && word(token - 1) == "had"); }

    /// "becomes permanent", "moves to Leeds", "is moved"; not "dates from", "is".
    bool is_present_act(std::uint32_t token) const {
        if (tag(token) == Tag::VBN && token > 0 && (word(token - 1) == "is" || word(token - 1) == "are")) return true;
        return (tag(token) == Tag::VBZ || tag(token) == Tag::VBP) && !word_list("stative_verbs").has(base(token)) && !is_reporting_verb(base(token));
    }

    /// The date is that of what somebody wants another to do.
    bool is_wish(TokenRange expression) const {
        bool infinitive = false;
        for (auto i = expression.first; i > 0 && i + 14 > expression.first; --i) {
            const auto at = i - 1;
            if (word(at) == ";" || word(at) == ",") return false;
            infinitive = infinitive || (word(at) == "to" && tag(at + 1) == Tag::VB);
            if (!is_verb(tag(at)) || tag(at) == Tag::VB) continue;
            return infinitive && base(at) == "want" && word(at + 1) != "to";
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

};

}  // namespace

bool would_be_then(std::string_view text, const Sentence& sentence, TokenRange expression) { return Around(text, sentence).would_be(expression); }

bool is_of_denied_clause(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    return Around(text, sentence).is_of_denied_clause(expression, trigger);
}

namespace {

bool is_reported(const Sentence& sentence, std::uint32_t token) {
    const auto clause = clause_of(sentence, token);
    return clause >= 0 && sentence.clauses[static_cast<std::size_t>(clause)].reported;
}

}  // namespace

Modality modality_around(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const Around around(text, sentence);
    if (is_called_untrue(text, sentence, trigger) || around.is_denied_doing(trigger)) return Modality::denied;
    if (around.is_negated_before_aside(trigger) || around.is_done_by_nobody(trigger) || around.is_behind_nor(trigger)) return Modality::negated;
    if (around.was_to_have(trigger) || around.would_have(trigger) || around.was_meant_to(trigger) || around.was_hoped_that(trigger) || around.was_only_thought_of(trigger) || around.is_overtaken(trigger) ||
        around.is_doubted(trigger) || around.is_supposed(trigger) || around.hangs_on_condition(trigger) || around.would_be_now(trigger, is_reported(sentence, trigger)))
        return Modality::hypothetical;
    return Modality::asserted;
}

}  // namespace annals
