#include "importers/extract/happenings/untrue.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/sentence_words.h"
#include "importers/extract/words/word_list.h"

namespace annals {
namespace {

class Untruth : public SentenceWords {
public:
    using SentenceWords::SentenceWords;

    /// "That he fled is a legend", "talk that the roof fell in is nonsense", "it is a myth that ...", "it is not true that ...".
    bool is_untrue(std::uint32_t trigger) const {
        if (trigger > 0 && is_be(trigger - 1) && is_untrue_word(trigger)) return true;
        if (trigger > 1 && word(trigger) == "true" && (word(trigger - 1) == "not" || word(trigger - 1) == "n't") && is_be(trigger - 2)) return true;
        if (is_of_false_news(trigger) || is_hearsay_denied(trigger)) return true;
        auto that = trigger;
        while (that > 0 && !(is_that(that) && begins_clause(that))) {
            if (word(that) == ";" || that + 25 < trigger) return is_untrue_without_that(trigger);
            --that;
        }
        if (!is_that(that) || !begins_clause(that) || that == trigger) return is_untrue_without_that(trigger);
        if (called_untrue_before(that) || is_said_of_nothing(that, trigger)) return true;
        return is_subject(that) && !utters(trigger) && (called_untrue_behind(trigger) || (that > 0 && is_hearsay(that - 1) && comes_to_nothing(trigger)));
    }

    /// "It was wrongly reported that the mine had closed".
    bool is_told_wrongly(std::uint32_t trigger) const {
        for (auto that = trigger; that > 1 && that + 12 > trigger; --that) {
            if (!is_that(that - 1) || !begins_clause(that - 1)) continue;
            if (was_never_proved(that - 1)) return true;
            for (auto i = that - 1; i > 0 && i + 5 > that; --i)
                if (is_mistaken(i - 1)) return true;
            return false;
        }
        return false;
    }

private:
    bool is_that(std::uint32_t token) const { return word(token) == "that" || (word(token) == "That" && token == 0); }

    /// "It was never shown that"
    bool was_never_proved(std::uint32_t that) const {
        if (that < 3 || !is_verb(tag(that - 1)) || !word_list("proving_verbs").has(base(that - 1))) return false;
        if (!is_be(that - 2) && !(tag(that - 2) == Tag::RB && is_be(that - 3))) return false;
        for (auto i = that - 2; i > 0 && i + 5 > that; --i)
            if (is_no(i)) return fold(word(0)) == "it" || (i > 1 && (fold(word(i - 1)) == "it" || fold(word(i - 2)) == "it"));
        return false;
    }

    /// "wrongly", "often" before "said": what is told without good ground.
    bool is_mistaken(std::uint32_t token) const {
        if (tag(token) != Tag::RB) return false;
        static const WordList &wrongly = word_list("mistaken_adverbs"), &often = word_list("retelling_adverbs");
        if (wrongly.has(word(token))) return true;
        return often.has(word(token)) && token > 1 && is_be(token - 1) && fold(word(token - 2)) == "it" && is_reporting_verb(base(token + 1));
    }

    /// "Nothing in the papers bears out", "no witness confirmed": before the noun of what is told.
    bool nothing_bears_out(std::uint32_t noun) const {
        constexpr std::uint32_t reach = 14;
        bool borne_out = false;
        for (auto i = noun; i > 0 && i + reach > noun && word(i - 1) != ";"; --i) {
            const auto at = i - 1;
            borne_out = borne_out || (is_verb(tag(at)) && word_list("confirming_verbs").has(base(at)));
            if (!borne_out) continue;
            const std::string said = fold(word(at));
            if (said == "nothing" || said == "nobody" || said == "no" || said == "none" || said == "neither") return true;
        }
        return false;
    }

    /// A conjunction: something other than a verb stands behind it, "that Nero burnt", not "that burnt"; "that boiled sweets ran out"
    /// has its verb further on.
    bool begins_clause(std::uint32_t that) const {
        if (tag(that + 1) == Tag::MD) return false;
        if (!is_verb(tag(that + 1))) return true;
        constexpr std::uint32_t longest_name = 4;
        auto behind = that + 2;
        while (behind < that + 2 + longest_name && is_noun(tag(behind))) ++behind;
        if (behind == that + 2 || !is_finite_verb(tag(behind)) || is_be(behind)) return false;
        return tag(that + 1) == Tag::VBN || tag(that + 1) == Tag::VBD;
    }

    /// "the tale that he wrote in 1931", "claims she made on Friday": the words themselves are what was made, and they were.
    bool utters(std::uint32_t trigger) const {
        static constexpr FixedWords uttering{"make", "write", "tell", "spread", "share", "file", "lodge", "repeat", "circulate", "print"};
        const auto verb = base(trigger);
        if (!is_verb(tag(trigger))) return false;
        if (!uttering.has(verb) && !is_reporting_verb(verb) && !word_list("publishing_verbs").has(verb)) return false;
        constexpr TagSet objects = only(Tag::DT) | only(Tag::PRP) | only(Tag::PRPS) | only(Tag::JJ) | only(Tag::CD);
        const auto behind = tag(trigger + 1);
        return !is_noun(behind) && (objects & only(behind)) == 0 && word(trigger + 1) != "that";
    }

    /// "Claims the mayor fled on Sunday are false": the noun opens the sentence and its clause stands right behind it.
    bool is_untrue_without_that(std::uint32_t trigger) const {
        static const WordList& doubtful = word_list("doubtful_nouns");
        for (std::uint32_t noun = 0; noun < 3 && noun + 2 < trigger; ++noun) {
            if ((is_noun(tag(noun)) || tag(noun) == Tag::VBZ) && doubtful.has(base(noun))) {  // taggers read "Claims the" as a verb
                const auto behind = tag(noun + 1);
                const bool clause = behind == Tag::DT || behind == Tag::PRP || behind == Tag::PRPS || behind == Tag::NNP;
                return clause && !utters(trigger) && called_untrue_behind(trigger);
            }
            if (tag(noun) != Tag::DT && tag(noun) != Tag::JJ && !is_noun(tag(noun))) return false;
        }
        return false;
    }

    /// "She is said to have danced in 1911; she did not", "they believed that it burned in 1931, but it had not".
    bool is_hearsay_denied(std::uint32_t trigger) const {
        static constexpr FixedWords heard{"say", "believe", "rumour", "rumor", "repute", "suppose", "report", "claim", "allege", "think"};
        static constexpr FixedWords who{"he", "she", "it", "they"};
        static constexpr FixedWords helpers{"did", "had", "was", "were", "has", "have"};
        constexpr std::uint32_t reach = 12;
        bool told = false;
        for (auto i = trigger + 1; i > 0 && i + reach > trigger && !told; --i)
            told = heard.has(base(i - 1)) && is_verb(tag(i - 1)) && (word(i) == "that" || (word(i) == "to" && word(i + 1) == "have"));
        for (auto i = trigger + 1; told && i + 3 < count_; ++i) {
            const auto mark = word(i);
            if (mark != ";" && mark != "but" && mark != "\u2013" && mark != "\u2014") continue;
            const auto end = word(i + 4);
            if (who.has(word(i + 1)) && helpers.has(word(i + 2)) && is_no(i + 3) && (i + 4 >= count_ || end == "." || end == ";" || end == ",")) return true;
        }
        return false;
    }

    /// "Fake news of a flood on Sunday", "false reports of his death in 1931".
    bool is_of_false_news(std::uint32_t trigger) const {
        static constexpr FixedWords falsely{"fake", "false", "bogus", "unfounded", "baseless", "untrue", "invented"};
        static constexpr FixedWords news{"news", "report", "rumour", "rumor", "story", "tale", "claim"};
        constexpr std::uint32_t reach = 4;
        if (!is_noun(tag(trigger))) return false;
        for (auto i = trigger; i > 2 && i + reach > trigger; --i)
            if (word(i - 1) == "of") return is_noun(tag(i - 2)) && news.has(base(i - 2)) && falsely.has(fold(word(i - 3)));
        return false;
    }

    /// "That ...", "Stories that ...", "..., and word on the web that ...": what it begins is the subject.
    bool is_subject(std::uint32_t that) const {
        auto first = that;
        if (that > 1 && tag(that - 1) == Tag::VBG && is_noun(tag(that - 2))) {  // "Posts claiming that"
            const auto verb = base(that - 1);
            if (verb == "suggest" || is_reporting_verb(verb) || word_list("claiming_verbs").has(verb)) --first;
        }
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

    /// "without foundation", "no basis", "no shred of evidence", from the first word on.
    bool is_groundless(std::uint32_t no) const {
        if (word(no) != "without" && word(no) != "no" && word(no) != "little") return false;
        for (auto i = no + 1; i < count_ && i < no + 5; ++i) {
            if (word_list("truth_nouns").has(word(i))) return true;
            if (!is_noun(tag(i)) && tag(i) != Tag::JJ && tag(i) != Tag::DT && word(i) != "of") return false;
        }
        return false;
    }

    /// From the copula on: "is a legend", "are plain wrong", "was denied by", "is without foundation".
    bool is_judgement(std::uint32_t be) const {
        if (!is_be(be)) return false;
        constexpr std::uint32_t longest_aside = 9;
        if (word(be + 1) == ",") {  // "is, the owners say, untrue"
            auto close = be + 2;
            while (close < count_ && close < be + longest_aside && word(close) != ",") ++close;
            if (word(close) != ",") return false;
            be = close;
        }
        if (is_groundless(be + 1)) return true;
        bool no = false;
        for (auto i = be + 1; i < count_ && i < be + 5; ++i) {
            if (is_untrue_word(i) && word(i + 1) != "-") return !no;  // "is no myth"
            if (no && (word(i) == "true" || word(i) == "so" || word(i) == "case")) return true;
            if (is_verb(tag(i)) && word_list("denying_verbs").has(base(i))) return true;
            no = no || word(i) == "not" || word(i) == "n't" || word(i) == "far" || word(i) == "no";
            const auto here = tag(i);
            if (here != Tag::DT && here != Tag::RB && here != Tag::JJ && here != Tag::VBN && here != Tag::IN) return false;
        }
        return false;
    }

    bool is_there_or_it(std::uint32_t token) const {
        const std::string said = fold(word(token));
        return said == "it" || said == "there";
    }

    /// "dismissed as gossip a report that".
    bool is_rejected(std::uint32_t noun) const {
        static constexpr FixedWords told{"report", "story", "tale", "talk", "idea", "notion", "theory"};
        constexpr std::uint32_t reach = 10;
        if (!told.has(base(noun)) && !word_list("doubtful_nouns").has(base(noun))) return false;
        for (auto i = noun; i > 0 && i + reach > noun && word(i - 1) != "," && word(i - 1) != ";"; --i)
            if (is_finite_verb(tag(i - 1)) || tag(i - 1) == Tag::VBN) {
                if (word_list("rejecting_verbs").has(base(i - 1))) return !is_negated(i - 1);
                if (tag(i - 1) == Tag::VBD) return false;
            }
        return false;
    }

    bool called_untrue_before(std::uint32_t that) const {
        for (auto i = that; i > 0 && i + 6 > that; --i)
            if (is_judgement(i - 1)) return i < 2 || is_there_or_it(i - 2);
        if (that < 2) return false;
        if (word(that - 1) == ",")  // "in a story, told far and wide, that"
            for (auto i = that - 2; i > 1 && i + 9 > that && word(that - 1) == ","; --i)
                if (word(i) == ",") that = i + (is_noun(tag(i - 1)) ? 0 : 1);
        // "no truth in the report that", "no truth to talk that"
        const bool talk = tag(that - 1) == Tag::VB && word(that - 2) == "to";
        if (!is_noun(tag(that - 1)) && !talk) return false;
        static constexpr FixedWords untruths{"myth", "hoax", "lie", "canard", "falsehood", "fabrication", "misconception", "fallacy", "slander", "libel"};
        const auto article = word(that - 2);
        if (untruths.has(base(that - 1)) && article != "no" && !(that > 2 && is_no(that - 3))) return true;  // "the myth that it leant dies hard"
        if (is_rejected(that - 1)) return true;
        if (nothing_bears_out(that - 1)) return true;
        for (auto i = that - 1; i > 0 && i + 6 > that; --i)
            if ((word(i - 1) == "no" && word_list("truth_nouns").has(word(i))) || (word(i - 1) == "nothing" && (word(i) == "in" || word(i) == "to")))
                return true;
        return false;
    }

    /// "They used to say that he built a second tower, but no such tower has been found", "..., though there is no record of it".
    bool is_said_of_nothing(std::uint32_t that, std::uint32_t trigger) const {
        static constexpr FixedWords joints{"but", "though", "although", "yet", "and"};
        static constexpr FixedWords records{"record", "records", "trace", "evidence", "proof", "document", "source"};
        constexpr std::uint32_t reach = 4;
        bool told = false;
        for (auto i = that; i > 0 && i + reach + 2 > that && !told; --i) told = is_verb(tag(i - 1)) && is_reporting_verb(base(i - 1));
        if (!told && !is_noun(tag(that - 1))) return false;
        for (auto i = trigger + 1; i + 2 < count_; ++i) {
            if (!joints.has(word(i))) continue;
            for (auto no = i + 1; no + 1 < count_ && no < i + reach; ++no) {
                if (word(no) != "no") continue;
                if (word(no + 1) == "such") return true;
                if (records.has(word(no + 1)) && (word(no + 2) == "of" || word(no + 2) == "for") && (word(no + 3) == "it" || word(no + 3) == "this" || word(no + 3) == "any")) return true;
            }
        }
        return false;
    }

    bool is_hearsay(std::uint32_t noun) const {
        static constexpr FixedWords told{"rumour", "rumor", "story", "tale", "talk", "legend", "gossip", "whisper"};
        return is_noun(tag(noun)) && told.has(base(noun));
    }

    /// What hearsay "turned out to be", unless that is true; "there is nothing in it".
    bool comes_to_nothing(std::uint32_t trigger) const {
        static constexpr FixedWords truth{"true", "right", "correct", "so", "accurate", "well", "fact", "the", "no", "more", "only"};
        for (auto i = trigger + 1; i + 2 < count_ && word(i) != ";"; ++i) {
            if (is_that(i)) return false;
            if (word(i) == "nothing" && (word(i + 1) == "in" || word(i + 1) == "to") && (word(i + 2) == "it" || word(i + 2) == "them") && is_be(i - 1)) return true;
            if (base(i) == "turn" && is_verb(tag(i)) && word(i + 1) == "out" && word(i + 2) == "to" && i + 4 < count_ && word(i + 3) == "be") return !truth.has(word(i + 4));
        }
        return false;
    }

    bool called_untrue_behind(std::uint32_t trigger) const {
        for (auto i = trigger + 1; i < count_ && word(i) != ";" && word(i) != "and" && word(i) != "but"; ++i) {
            if (is_that(i)) return false;
            static constexpr FixedWords having{"has", "have", "had"};
            if (i > trigger + 1 && having.has(word(i)) && is_groundless(i + 1)) return true;  // "has no basis in fact"
            const bool has_been = word(i) == "been" && having.has(word(i - 1)) && i > trigger + 1;
            if (has_been || (is_be(i) && is_finite_verb(tag(i)))) return is_judgement(i);
            if (word(i) == "has" || word(i) == "have") continue;
            if (is_finite_verb(tag(i)) && i > trigger + 1) return false;
        }
        return false;
    }
};

}  // namespace

bool is_called_untrue(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const Untruth around(text, sentence);
    return around.is_untrue(trigger) || around.is_told_wrongly(trigger);
}

}  // namespace annals
