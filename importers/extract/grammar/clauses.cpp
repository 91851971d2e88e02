// Frames -> clauses: tense, voice, modality, and whose word it is.
#include "core/text/fixed_words.h"
#include "importers/extract/grammar/called_off.h"
#include "importers/extract/grammar/clause_frame.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tree.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

// What the verb group says, before the clauses around it have their say.
struct VerbGroup {
    Tense tense = Tense::none;  // none: not finite
    std::string_view modal;     // "would", "could", "may", ...; empty
    bool perfect = false, passive = false, progressive = false, finite = false;
};

bool is_would(std::string_view word) { return word == "would" || word == "'d"; }

class ClauseJudge {
public:
    ClauseJudge(const Wording& wording, std::vector<ClauseFrame> frames)
        : wording_(wording), frames_(std::move(frames)), clauses_(frames_.size()), groups_(frames_.size()), conditional_(frames_.size()) {}

    std::vector<Clause> clauses() {
        find_quotations();
        for (std::size_t number = 0; number < frames_.size(); ++number) {
            groups_[number] = verb_group(frames_[number]);
            conditional_[number] = is_condition(frames_[number]);
        }
        for (std::size_t number = 0; number < frames_.size(); ++number) join_inversion(number);
        // A parent stands before its children.
        for (std::size_t number = 0; number < frames_.size(); ++number) judge(number);
        return clauses_;
    }

private:
    // "..., the board says", "..., it claims".
    template <typename Verb>
    bool has_aside(const ClauseFrame& frame, Verb is_wanted) const {
        return std::any_of(frames_.begin(), frames_.end(), [&](const ClauseFrame& other) {
            return other.relation == Relation::parataxis && other.governor == static_cast<std::int32_t>(frame.head) &&
                   is_verb(wording_.tag(other.head)) && is_wanted(wording_.base(other.head));
        });
    }

    void find_quotations() {
        bool inside = wording_.sentence.quoted;
        quoted_.resize(static_cast<std::size_t>(wording_.size()));
        for (std::size_t token = 0; token < quoted_.size(); ++token) {
            quoted_[token] = inside;
            const std::string_view word = wording_.word(static_cast<std::int64_t>(token));
            if (word == "\"" || word == "``" || word == "''") inside = !inside;
        }
    }

    VerbGroup verb_group(const ClauseFrame& frame) const {
        const Tag head = wording_.tag(frame.head);
        const std::size_t verbs = frame.helpers.size() + (is_verb(head) || head == Tag::MD);
        VerbGroup group;
        bool be = false, have = false;
        for (std::size_t place = 0; place < verbs; ++place) {
            const std::uint32_t verb = place < frame.helpers.size() ? frame.helpers[place] : frame.head;
            const Tag tag = wording_.tag(verb);
            const std::string_view word = wording_.word(verb);
            const std::string base = wording_.base(verb);
            const bool helps = place + 1 < verbs;
            if (place == 0 && tag == Tag::MD) {
                group.finite = true;
                group.modal = word;
                group.tense = Tense::future;
                if (word == "can" || word == "ca" || word == "must") group.tense = Tense::present;
                if (word == "could") group.tense = Tense::past;
            } else if (place == 0 && is_finite_verb(tag)) {
                group.finite = true;
                group.tense = tag == Tag::VBD ? Tense::past : Tense::present;
            }
            if (helps && base == "have") {
                have = true;
                if (place == 0 && group.finite) group.tense = group.tense == Tense::past ? Tense::pluperfect : Tense::perfect;
            }
            be = be || (helps && (base == "be" || base == "get"));
        }
        // With a subject of its own and no helper it is finite, whatever its tag: "but ministers put it off".
        const auto subject = static_cast<std::uint32_t>(frame.subject);
        if (!group.finite && head == Tag::VBN && verbs == 1 && frame.subject >= 0 && frame.first <= subject &&
            subject < frame.head) {
            group.finite = true;
            group.tense = Tense::past;
        }
        group.perfect = have;
        const bool participle = head == Tag::VBN || head == Tag::VBD;
        group.passive = participle && ((be && head == Tag::VBN) || (!group.finite && verbs == 1 && head == Tag::VBN));
        group.progressive = head == Tag::VBG && be;
        // "is to be held"
        if (frame.infinitive && group.finite && be && group.modal.empty()) group.tense = Tense::future;
        // "is said to have died", "to have left": over, whenever it is told.
        if (!group.finite && have) group.tense = Tense::past;
        return group;
    }

    // "if", "unless"; "Had he stayed", "Were it to fail", "Should they win".
    bool is_condition(const ClauseFrame& frame) const {
        if (frame.mark >= 0 && word_list("conditions").has(wording_.word(frame.mark))) return true;
        if (frame.mark >= 0 || wording_.word(wording_.size() - 1) == "?") return false;
        std::uint32_t first = frame.first;
        while (first < frame.last && (wording_.tag(first) == Tag::punctuation || wording_.tag(first) == Tag::CC)) ++first;
        const std::string_view word = wording_.word(first);
        if (word != "had" && word != "were" && word != "should") return false;
        const bool helps = std::find(frame.helpers.begin(), frame.helpers.end(), first) != frame.helpers.end() || first == frame.head;
        const Tag next = wording_.tag(first + 1);
        const std::string_view behind = wording_.word(first + 1);
        if (behind == "him" || behind == "them" || behind == "me" || behind == "us") return false;  // "and had him murdered"
        return helps && (frame.subject > static_cast<std::int32_t>(first) || next == Tag::PRP || next == Tag::DT || next == Tag::NNP ||
                         next == Tag::EX);
    }

    // "Had the dam not held": where the parser took "had" for the verb, the participle below it is the condition.
    void join_inversion(std::size_t number) {
        const ClauseFrame& frame = frames_[number];
        const Tag tag = wording_.tag(frame.head);
        if (frame.parent < 0 || !frame.helpers.empty() || (tag != Tag::VBN && tag != Tag::VBD)) return;
        const std::size_t parent = static_cast<std::size_t>(frame.parent);
        const ClauseFrame& outer = frames_[parent];
        if (!conditional_[parent] || outer.mark >= 0 || wording_.word(outer.head) != "had" || outer.head > frame.head) return;
        if (frame.relation != Relation::ccomp && frame.relation != Relation::xcomp && frame.relation != Relation::acl) return;
        conditional_[number] = true;
        groups_[number].tense = Tense::pluperfect;
        groups_[number].finite = true;
        groups_[number].passive = false;
    }

    // "will not reopen before June 2030": then at the earliest. Not "will not speak before he has paid", "before the court".
    bool is_earliest(std::size_t number, std::uint32_t before) const {
        static constexpr FixedWords names{"january", "february", "march", "april", "may",    "june",   "july",   "august", "september", "october", "november", "december",
                                          "next",    "late",     "early", "mid",   "spring", "summer", "autumn", "winter", "easter",    "christmas"};
        const std::vector<std::uint32_t>& helpers = frames_[number].helpers;
        const bool would = std::any_of(helpers.begin(), helpers.end(), [&](std::uint32_t helper) { return wording_.word(helper) == "would"; });
        if (would || groups_[number].tense != Tense::future || before + 1 >= frames_[number].last) return false;
        return wording_.sentence.tokens[before + 1].kind == TokenKind::number || names.has(wording_.word(before + 1));
    }

    // "did not return until 1919": it happened then.
    bool negated_until(std::size_t number) const {
        const ClauseFrame& frame = frames_[number];
        if (const std::string verb = wording_.base(frame.head); verb == "wait" || verb == "stay" || verb == "last") return false;  // it was over before
        for (std::uint32_t token = frame.head + 1; token < frame.last; ++token) {
            const bool for_another = wording_.word(token) == "for" && token + 1 < frame.last && wording_.word(token + 1) == "another";  // "was not seen for another year"
            if (wording_.word(token) != "until" && wording_.word(token) != "till" && !for_another && !(wording_.word(token) == "before" && is_earliest(number, token))) continue;
            std::size_t inner = number;
            for (std::size_t other = number + 1; other < frames_.size(); ++other)
                if (frames_[other].first <= token && token < frames_[other].last) inner = other;
            if (inner == number || frames_[inner].parent == static_cast<std::int32_t>(number)) return true;
        }
        return false;
    }

    // "Relatives may appeal until 14 May", "anyone may climb it on Sunday": they are free to. Not "the strike may last until Friday".
    bool may_up_to_a_day(const ClauseFrame& frame) const {
        static constexpr FixedWords all{"anyone", "anybody", "everyone", "everybody"};
        if (frame.head > frame.first && all.has_in_any_case(wording_.word(frame.first))) return true;
        if (!word_list("free_acts").has(wording_.base(frame.head))) return false;
        for (std::uint32_t token = frame.head + 1; token < frame.last; ++token) {
            const std::string_view word = wording_.word(token);
            if (word == "until" || word == "till" || word == "by" || word == "from" || word == "between" || (word == "up" && wording_.word(token + 1) == "to")) return true;
        }
        return false;
    }

    bool has_word(const ClauseFrame& frame, std::string_view word) const {
        return std::any_of(frame.modifiers.begin(), frame.modifiers.end(),
                           [&](std::uint32_t token) { return wording_.word(token) == word; });
    }

    bool is_negated(std::size_t number) const {
        const ClauseFrame& frame = frames_[number];
        if (!frame.negated) return false;
        for (const std::uint32_t token : frame.modifiers)
            if ((wording_.word(token) == "not" && wording_.word(token + 1) == "only") ||
                (wording_.word(token) == "no" && wording_.word(token + 1) == "longer") ||
                (wording_.word(token) == "not" && wording_.word(token + 1) == "until"))  // "not until 1931 was it mended"
                return false;
        return !negated_until(number);
    }

    bool calls_off(std::uint32_t verb) const { return is_calling_off(wording_.base(verb), wording_.word(verb + 1), wording_.word(verb + 2)); }

    // The governor is a noun with what is said of it: "there is no truth in the story that", "plans to", "rumours that".
    Modality by_noun(const ClauseFrame& frame) const {
        const Relation relation = frame.relation == Relation::acl_relcl && frame.mark >= 0 ? Relation::acl : frame.relation;
        if (relation != Relation::acl && relation != Relation::ccomp && relation != Relation::xcomp && relation != Relation::advcl)
            return Modality::asserted;
        const bool said = !frame.infinitive && frame.mark >= 0;
        if (said && relation != Relation::advcl && frame.parent >= 0 && frames_[static_cast<std::size_t>(frame.parent)].negated) {
            for (std::uint32_t token = frames_[static_cast<std::size_t>(frame.parent)].first; token < frame.head; ++token)
                if (word_list("truth_nouns").has(wording_.word(token))) return Modality::denied;
        }
        if (frame.governor < 0 || !is_noun(wording_.tag(frame.governor))) return Modality::asserted;
        const std::string noun = wording_.base(frame.governor);
        for (std::int32_t before = frame.governor - 1; before >= 0 && before >= frame.governor - 3; --before)
            if (wording_.word(before) == "no") return !said ? Modality::negated : word_list("untrue_words").has(noun) ? Modality::asserted : Modality::denied;
        // "the firm denies reports that": taggers read two plurals.
        if (said && word_list("rejecting_verbs").has(lemma(wording_.word(frame.governor - 1), Tag::VBZ))) return Modality::denied;
        if (frame.parent >= 0) {
            const ClauseFrame& parent = frames_[static_cast<std::size_t>(frame.parent)];
            const std::string verb = is_verb(wording_.tag(parent.head)) ? wording_.base(parent.head) : std::string();
            if (said && word_list("rejecting_verbs").has(verb)) return Modality::denied;
            if (frame.infinitive && parent.head < frame.head && calls_off(parent.head)) return Modality::negated;
        }
        return said && word_list("doubtful_nouns").has(noun) ? Modality::claimed : Modality::asserted;
    }

    // "a rumour that it had sunk is untrue", "the story that put him in Vienna was an invention".
    bool said_to_be_untrue(const ClauseFrame& frame) const {
        if (frame.governor < 0 || wording_.sentence.heads.empty() || !is_noun(wording_.tag(frame.governor))) return false;
        if (frame.relation != Relation::acl && frame.relation != Relation::acl_relcl && frame.relation != Relation::ccomp) return false;
        bool that = false;
        for (auto token = frame.first; token < frame.head; ++token) that = that || wording_.word(token) == "that";
        const std::string verb = wording_.base(frame.head);
        if (!that || is_reporting_verb(verb) || word_list("publishing_verbs").has(verb)) return false;
        const auto predicate = wording_.sentence.heads[static_cast<std::size_t>(frame.governor)];
        return predicate >= 0 && word_list("untrue_words").has(wording_.base(predicate));
    }

    // What the governing verb makes of its complement.
    Modality by_verb(const ClauseFrame& frame) const {
        if (frame.governor < 0 || frame.parent < 0 ||
            frame.governor != static_cast<std::int32_t>(frames_[static_cast<std::size_t>(frame.parent)].head))
            return Modality::asserted;
        if (frame.relation != Relation::ccomp && frame.relation != Relation::xcomp && frame.relation != Relation::advcl)
            return Modality::asserted;
        const std::size_t parent = static_cast<std::size_t>(frame.parent);
        const std::string verb = wording_.base(frame.governor);
        if (!is_verb(wording_.tag(frame.governor))) return Modality::asserted;
        if (frame.relation != Relation::advcl && word_list("denying_verbs").has(verb)) return Modality::denied;
        if (frame.relation == Relation::ccomp && clauses_[parent].modality == Modality::negated && word_list("believing_verbs").has(verb))
            return Modality::denied;
        if (frame.relation != Relation::advcl && word_list("claiming_verbs").has(verb)) return Modality::claimed;
        if (frame.infinitive && groups_[parent].passive && word_list("hearsay_verbs").has(verb)) return Modality::claimed;
        return Modality::asserted;
    }

    bool inherits_from(const ClauseFrame& frame, Modality modality) const {
        const bool bare = !groups_[static_cast<std::size_t>(&frame - frames_.data())].finite;
        switch (frame.relation) {
            case Relation::xcomp:
                return true;
            case Relation::conj:
                return bare || (frame.parent >= 0 && conditional_[static_cast<std::size_t>(frame.parent)]);
            case Relation::ccomp:
            case Relation::csubj:
                return modality != Modality::negated;
            case Relation::acl:
                return bare && frame.infinitive && modality != Modality::claimed;
            case Relation::advcl:
                return bare && frame.mark < 0;
            // What a relative clause or an aside tells is taken for granted.
            default:
                return false;
        }
    }

    bool unreal_sentence() const {
        for (std::size_t number = 0; number < frames_.size(); ++number)
            if (conditional_[number] && wording_.word(frames_[number].mark) != "whether" &&
                (groups_[number].tense == Tense::past || groups_[number].tense == Tense::pluperfect || frames_[number].mark < 0))
                return true;
        return false;
    }

    void judge_tense(std::size_t number) {
        const ClauseFrame& frame = frames_[number];
        const VerbGroup& group = groups_[number];
        Clause& clause = clauses_[number];
        clause.tense = group.tense;
        clause.passive = group.passive;
        clause.progressive = group.progressive;
        // "would have met and voted": the second verb shares the helpers of the first.
        if (frame.relation == Relation::conj && !group.finite && frame.parent >= 0)
            clause.passive = clauses_[static_cast<std::size_t>(frame.parent)].passive;
        if (is_would(group.modal) && (has_word(frame, "later") || has_word(frame, "eventually"))) clause.tense = Tense::past;
        if (group.finite || group.tense != Tense::none) return;
        const std::string governor = frame.governor >= 0 ? wording_.base(frame.governor) : std::string();
        const Tag head = wording_.tag(frame.head);
        if (frame.infinitive && (word_list("prospect_words").has(governor) || (frame.relation == Relation::xcomp && governor == "be") ||
                                 (frame.relation == Relation::acl && is_noun(wording_.tag(frame.governor))))) {
            clause.tense = Tense::future;
        } else if (frame.parent >= 0) {
            clause.tense = clauses_[static_cast<std::size_t>(frame.parent)].tense;
        }
        if (clause.tense != Tense::none || !is_verb(head)) return;
        clause.tense = frame.infinitive ? Tense::future : head == Tag::VBN ? Tense::past : head == Tag::VBG ? Tense::present : Tense::none;
    }

    // "The earliest that we could sail is May": when it is to open, if no sooner.
    bool is_at_the_earliest(const ClauseFrame& frame) const {
        constexpr std::uint32_t reach = 10;
        for (auto i = frame.head; i > 0 && i + reach > frame.head; --i)
            if (wording_.word(i - 1) == "earliest" || wording_.word(i - 1) == "soonest") return i > 1 && (wording_.word(i - 2) == "the" || wording_.word(i - 2) == "The");
        return false;
    }

    // "In May the curator could not trace two of the coins": that they are gone came out then; not "could find no fault".
    bool is_loss_found(const ClauseFrame& frame, const VerbGroup& group) const {
        if (group.modal != "could" || group.perfect || group.passive || !word_list("missing_verbs").has(wording_.base(frame.head))) return false;
        constexpr std::size_t reach = 4;
        for (std::size_t i = frame.head + 1; i < frame.last && i < frame.head + reach; ++i)
            if (word_list("not_found").has(wording_.word(i)) || wording_.word(i) == "any" || wording_.word(i) == "anything") return false;
        return true;
    }

    void judge_modality(std::size_t number) {
        const ClauseFrame& frame = frames_[number];
        const VerbGroup& group = groups_[number];
        Clause& clause = clauses_[number];
        const bool negated = is_negated(number);
        clause.modality = Modality::asserted;
        if (conditional_[number]) {
            // "had he not vetoed it": he did.
            const bool happened = negated && group.tense == Tense::pluperfect;
            clause.modality = happened ? Modality::asserted : Modality::hypothetical;
            return;
        }
        // "could already ride": what was possible in fact.
        const bool able = frame.negated || has_word(frame, "already") || has_word(frame, "longer") || has_word(frame, "finally");
        if (group.modal == "could" || group.modal == "may" || group.modal == "might")
            if (is_at_the_earliest(frame)) return;
        const bool doubtful = (group.modal == "may" && !may_up_to_a_day(frame)) || group.modal == "might" || (group.modal == "could" && !able);
        const bool missed = group.perfect && (is_would(group.modal) || group.modal == "could" || group.modal == "should");
        if (doubtful || missed || (is_would(group.modal) && unreal_sentence()))
            clause.modality = Modality::hypothetical;
        else if (negated && !is_loss_found(frame, group))
            clause.modality = Modality::negated;
        if (clause.modality != Modality::asserted) return;
        clause.modality = by_verb(frame);
        if (clause.modality == Modality::asserted) clause.modality = said_to_be_untrue(frame) ? Modality::denied : by_noun(frame);
        const auto claims = [](const std::string& verb) { return word_list("claiming_verbs").has(verb); };
        if (clause.modality == Modality::asserted && has_aside(frame, claims))
            clause.modality = Modality::claimed;
        const bool hearsay = std::any_of(frame.modifiers.begin(), frame.modifiers.end(),
                                         [&](std::uint32_t token) { return word_list("hearsay_adverbs").has(wording_.word(token)); });
        if (clause.modality == Modality::asserted && hearsay) clause.modality = Modality::claimed;
        if (clause.modality != Modality::asserted || frame.parent < 0) return;
        const Modality outer = clauses_[static_cast<std::size_t>(frame.parent)].modality;
        if (outer != Modality::asserted && inherits_from(frame, outer)) clause.modality = outer;
    }

    void judge(std::size_t number) {
        const ClauseFrame& frame = frames_[number];
        Clause& clause = clauses_[number];
        clause.first = frame.first;
        clause.last = frame.last;
        clause.head = frame.head;
        clause.parent = frame.parent;
        judge_tense(number);
        judge_modality(number);
        const Clause* const parent = frame.parent < 0 ? nullptr : &clauses_[static_cast<std::size_t>(frame.parent)];
        const std::string governor = frame.governor >= 0 ? wording_.base(frame.governor) : std::string();
        const bool complement = frame.relation == Relation::ccomp || frame.relation == Relation::xcomp;
        const bool told = complement && frame.governor >= 0 && is_verb(wording_.tag(frame.governor)) && is_reporting_verb(governor) &&
                          !(frame.infinitive && frame.relation == Relation::xcomp && clause.modality == Modality::asserted);
        const bool inherited = parent && parent->reported && frame.relation != Relation::parataxis;
        const auto reports = [](const std::string& verb) { return is_reporting_verb(verb); };
        clause.reported = told || quoted_[frame.head] || inherited || has_aside(frame, reports);
        clause.subordinate = frame.relation == Relation::conj ? parent && parent->subordinate
                                                              : frame.relation != Relation::root && frame.relation != Relation::parataxis;
    }

    const Wording& wording_;
    std::vector<ClauseFrame> frames_;
    std::vector<Clause> clauses_;
    std::vector<VerbGroup> groups_;
    std::vector<bool> conditional_, quoted_;
};

}  // namespace

void find_clauses(std::string_view text, Sentence& sentence) {
    const Wording wording(text, sentence);
    sentence.clauses = ClauseJudge(wording, sentence.heads.empty() ? frames_from_tags(wording) : frames_from_heads(wording)).clauses();
}

void analyse(std::string_view text, Sentence& sentence) {
    tag(text, sentence);
    parse(text, sentence);
    find_clauses(text, sentence);
}

}  // namespace annals
