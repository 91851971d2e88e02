#include "importers/extract/writing_time.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/event_kind.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <cstdlib>

namespace annals {
namespace {

bool on(const char* what) { static const char* off = std::getenv("OFF"); return !off || std::string_view(off).find(what[0]) == std::string_view::npos; }

class Judge {
public:
    Judge(std::string_view text, const Tree& tree) : text_(text), tree_(tree), sentence_(tree.sentence()) {}

    WritingTime time(std::uint32_t token, Modality modality) const {
        const Clause* clause = clause_at(sentence_, token);
        if (is_ahead_by_governor(token)) return WritingTime::after;
        if (on("G") && is_blamed(token)) return WritingTime::before;
        if (!clause) return WritingTime::about;
        if (on("W") && clause->head == token && has_modal_apart(token)) return WritingTime::after;
        if (on("N") && clause->tense != Tense::future && is_behind_it(token)) return WritingTime::before;
        const Tense tense = clause->tense;
        if (tree_.parsed() && on("M") && modal_perfect(clause->head)) return WritingTime::before;
        if (tree_.parsed() && on("D") && tense == Tense::present && is_duty(clause->head)) return WritingTime::after;
        if (on("X") && goes_with_purpose(token)) return WritingTime::after;
        if (on("Q") && tense == Tense::future && tree_.relation(token) == Relation::acl && sentence_.tags[token] == Tag::VBN && tree_.child(token, Relation::mark) == no_token) return WritingTime::before;
        if (tense == Tense::future || (modality == Modality::hypothetical && tense != Tense::pluperfect) || is_purpose(token) || is_time_clause_ahead(*clause))
            return WritingTime::after;
        if (tense == Tense::past && word(clause->first) == "after") return WritingTime::before;
        if (tree_.relation(token) == Relation::acl && sentence_.tags[token] == Tag::VBN) return WritingTime::before;
        if (tense == Tense::perfect || tense == Tense::pluperfect) return WritingTime::before;
        return is_verb(sentence_.tags[token]) && tree_.parsed() && is_looked_back_on(token) ? WritingTime::before : WritingTime::about;
    }

private:
    std::string_view plain(std::uint32_t token) const { return word_of(text_, sentence_, token); }
    std::string word(std::uint32_t token) const { return fold(word_of(text_, sentence_, token)); }
    std::string lemma(std::uint32_t token) const { return lemma_of(text_, sentence_, token); }

    /// "hired a broker to find buyers", "a plan to sell": what an infinitive of purpose names had not happened yet.
    bool is_purpose(std::uint32_t token) const {
        const auto mark = tree_.child(token, Relation::mark);
        if (mark == no_token || sentence_.tags[mark] != Tag::TO) return false;
        const auto relation = tree_.relation(token);
        return relation == Relation::advcl || relation == Relation::acl || relation == Relation::ccomp;
    }

    /// "sent a team to help find them": the finding.
    bool goes_with_purpose(std::uint32_t token) const {
        for (int step = 0; step < 4 && tree_.head(token) >= 0 && sentence_.tags[token] == Tag::VB; ++step) {
            const auto relation = tree_.relation(token);
            const auto governor = static_cast<std::uint32_t>(tree_.head(token));
            if ((relation != Relation::xcomp && relation != Relation::conj) || !is_verb(sentence_.tags[governor])) return false;
            if (is_purpose(governor) || is_ahead_by_governor(governor)) return true;
            token = governor;
        }
        return false;
    }

    /// "will stay until the crisis ends": the present tense of a time clause lies ahead where its main clause does.
    bool is_time_clause_ahead(const Clause& clause) const {
        if (clause.tense != Tense::present || tree_.relation(clause.head) != Relation::advcl || clause.parent < 0) return false;
        return sentence_.clauses[static_cast<std::size_t>(clause.parent)].tense == Tense::future;
    }

    /// "may have left", "must have known".
    bool modal_perfect(std::uint32_t verb) const {
        if (sentence_.tags[verb] != Tag::VBN && sentence_.tags[verb] != Tag::VBD && sentence_.tags[verb] != Tag::VBG) return false;
        bool modal = false, have = false;
        for (auto i = tree_.subtree(verb).first; i < verb; ++i) {
            if (tree_.head(i) != static_cast<std::int32_t>(verb)) continue;
            const auto relation = tree_.relation(i);
            if (relation != Relation::aux && relation != Relation::aux_pass && relation != Relation::cop) continue;
            if (sentence_.tags[i] == Tag::MD) {
                const std::string helper = word(i);
                modal = helper != "will" && helper != "'ll" && helper != "wo";
            }
            have = have || lemma(i) == "have";
        }
        return modal && have;
    }

    /// "the owner must pay".
    bool is_duty(std::uint32_t verb) const {
        const auto helper = tree_.child(verb, Relation::aux);
        return helper != no_token && word(static_cast<std::uint32_t>(helper)) == "must";
    }

    /// "called for a meeting", "is considering closing the line", "any deal": what the governing word makes a wish or a worry.
    bool is_ahead_by_governor(std::uint32_t token) const {
        if (!on("A") || !tree_.parsed()) return false;
        const Tag tag = sentence_.tags[token];
        const auto head = tree_.head(token);
        if (is_noun(tag)) {
            const auto determiner = tree_.child(token, Relation::det);
            const std::string article = determiner == no_token ? std::string() : word(static_cast<std::uint32_t>(determiner));
            if (article == "any") {
                const Clause* clause = clause_at(sentence_, token);
                return clause && clause->modality != Modality::negated && clause->tense != Tense::past && clause->tense != Tense::perfect && clause->tense != Tense::pluperfect && clause->tense != Tense::none && !clause->reported;
            }
            if (head < 0 || !is_verb(sentence_.tags[head])) return false;
            if (on("E") && tree_.relation(token) == Relation::obj && article != "the" && tree_.child(token, Relation::nmod_poss) == no_token && is_verb(sentence_.tags[head]) && is_purpose(static_cast<std::uint32_t>(head))) return true;
            if (tree_.relation(token) == Relation::obj) return article != "the" && tree_.child(token, Relation::nmod_poss) == no_token && word_list("awaiting_verbs").has(lemma(static_cast<std::uint32_t>(head)));
            const auto preposition = tree_.child(token, Relation::case_);
            return tree_.relation(token) == Relation::obl && preposition != no_token && word(static_cast<std::uint32_t>(preposition)) == "for" && word_list("calling_verbs").has(lemma(static_cast<std::uint32_t>(head)));
        }
        if (on("K") && tag == Tag::VB && head >= 0 && is_verb(sentence_.tags[head]) && opener(token) == "to" && word_list("calling_verbs").has(lemma(static_cast<std::uint32_t>(head))))
            return !is_looked_back_on(static_cast<std::uint32_t>(head));
        if (tag != Tag::VBG || head < 0 || !is_verb(sentence_.tags[head])) return false;
        const Relation relation = tree_.relation(token);
        return (relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::obj) && word_list("awaiting_verbs").has(lemma(static_cast<std::uint32_t>(head)));
    }

    /// "accused of cutting prices", "fined for speeding", "regretted calling him".
    bool is_blamed(std::uint32_t token) const {
        if (sentence_.tags[token] != Tag::VBG || !tree_.parsed() || tree_.head(token) < 0) return false;
        const auto mark = opener(token);
        return (mark.empty() || mark == "of" || mark == "for" || mark == "with") && word_list("blaming_words").has(lemma(static_cast<std::uint32_t>(tree_.head(token))));
    }

    /// "will, in turn, bring": the helper that a phrase parts from its verb.
    bool has_modal_apart(std::uint32_t verb) const {
        constexpr std::uint32_t longest_phrase = 8;
        const auto helper = tree_.child(verb, Relation::aux_pass);
        const auto first = helper != no_token && static_cast<std::uint32_t>(helper) < verb ? static_cast<std::uint32_t>(helper) : verb;
        if (sentence_.tags[first] != Tag::VB || first == 0 || plain(first - 1) != ",") return false;
        for (auto i = first - 1; i > 0 && i + longest_phrase > first && !is_verb(sentence_.tags[i]); --i)
            if (plain(i) == "," && sentence_.tags[i - 1] == Tag::MD) return true;
        return false;
    }

    /// "since the invasion", "after the vote".
    bool is_behind_it(std::uint32_t token) const {
        static constexpr FixedWords behind{"after", "following", "from", "since"};
        const auto preposition = is_noun(sentence_.tags[token]) ? tree_.child(token, Relation::case_) : no_token;
        return preposition != no_token && behind.has(word(static_cast<std::uint32_t>(preposition)));
    }

    std::string opener(std::uint32_t verb) const {
        for (auto i = tree_.subtree(verb).first; i < verb; ++i) {
            if (tree_.head(i) != static_cast<std::int32_t>(verb)) continue;
            const Relation relation = tree_.relation(i);
            if (relation == Relation::mark || (relation == Relation::advmod && sentence_.tags[i] == Tag::WRB)) return word(i);
        }
        return {};
    }

    bool has_relative_pronoun(std::uint32_t verb) const {
        for (auto i = tree_.subtree(verb).first; i < verb; ++i)
            if (tree_.head(i) == static_cast<std::int32_t>(verb) && (sentence_.tags[i] == Tag::WDT || sentence_.tags[i] == Tag::WP)) return true;
        return false;
    }

    /// Not how things were: "saw no reason", "was expected to pay", "said that".
    bool happens(const Clause& clause, std::uint32_t verb) const {
        const std::string base = lemma(verb);
        const bool opinion = word_list("hearsay_verbs").has(base) || word_list("standing_verbs").has(base);
        return clause.tense == Tense::past && !clause.progressive && clause.modality != Modality::negated && !is_stative(text_, tree_, verb) && !opinion;
    }

    /// What a clause within the sentence tells of as known or told by others; the verbs that go along with it too.
    bool is_looked_back_on(std::uint32_t verb) const {
        static constexpr FixedWords causes{"because", "once", "why"};
        static constexpr FixedWords on_terms{"ask", "decline", "refuse", "request", "speak"};  // "sources who spoke on condition of anonymity said"
        static constexpr FixedWords at_once{"when", "as", "while"};
        constexpr int most = 6;
        if (const Clause* own = clause_at(sentence_, verb); !own || !happens(*own, verb)) return false;
        for (int step = 0; step < most; ++step) {
            const Clause* clause = clause_at(sentence_, verb);
            const auto head = tree_.head(verb);
            if (!clause || clause->head != verb || clause->tense != Tense::past || head < 0) return false;
            const auto governor = static_cast<std::uint32_t>(head);
            switch (tree_.relation(verb)) {
                case Relation::acl_relcl:
                    // "a letter that reached the port", not "a letter, the paper said".
                    return is_noun(sentence_.tags[governor]) && has_relative_pronoun(verb) && happens(*clause, verb) && !on_terms.has(lemma(verb));
                case Relation::ccomp:
                    if (governor < verb && clause->reported && sentence_.tags[verb] != Tag::VBG && is_verb(sentence_.tags[governor]) && is_reporting_verb(lemma(governor)) && happens(*clause, verb)) return true;
                    break;
                case Relation::advcl:
                    if (sentence_.tags[verb] != Tag::VBG && on("B") && causes.has(opener(verb)) && happens(*clause, verb)) return true;
                    if (const std::string opening = opener(verb); !opening.empty() && !at_once.has(opening)) return false;
                    break;
                case Relation::conj:
                case Relation::xcomp: break;
                default: return false;
            }
            if (!on("I") || tree_.relation(verb) == Relation::ccomp) return false;
            verb = governor;
            if (!is_verb(sentence_.tags[verb])) return false;
        }
        return false;
    }

    std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
};

}  // namespace

WritingTime writing_time(std::string_view text, const Tree& tree, std::uint32_t token, Modality modality) { return Judge(text, tree).time(token, modality); }

}  // namespace annals
