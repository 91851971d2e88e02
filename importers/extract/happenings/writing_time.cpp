#include "importers/extract/happenings/writing_time.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

namespace annals {
namespace {

class Judge {
public:
    Judge(std::string_view text, const Tree& tree) : text_(text), tree_(tree), sentence_(tree.sentence()) {}

    WritingTime time(std::uint32_t token, Modality modality) const {
        const Clause* clause = clause_at(sentence_, token);
        if (is_asked_for(token)) return WritingTime::after;
        if (is_blamed(token)) return WritingTime::before;
        if (!clause) return WritingTime::about;
        const Tense tense = clause->tense;
        if (clause->head == token && has_helper_apart(token)) return WritingTime::after;
        if (tense != Tense::future && stands_behind_after(token)) return WritingTime::before;
        if (has_modal_perfect(clause->head)) return WritingTime::before;
        if ((tense == Tense::present && is_duty(clause->head)) || goes_with_purpose(token)) return WritingTime::after;
        const bool participle = tree_.relation(token) == Relation::acl && sentence_.tags[token] == Tag::VBN;  // "the plates found there"
        if (participle && tree_.child(token, Relation::mark) == no_token) return WritingTime::before;
        const bool unreal = modality == Modality::hypothetical && tense != Tense::pluperfect;
        if (tense == Tense::future || unreal || is_purpose(token) || is_time_clause_ahead(*clause)) return WritingTime::after;
        if (participle || tense == Tense::perfect || tense == Tense::pluperfect) return WritingTime::before;
        if (tense != Tense::past) return WritingTime::about;
        if (word(clause->first) == "after" || (clause->head == token && opener(token) == "after")) return WritingTime::before;
        return is_looked_back_on(token) ? WritingTime::before : WritingTime::about;
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
            if (is_purpose(governor) || is_asked_for(governor)) return true;
            token = governor;
        }
        return false;
    }

    /// "will stay until the crisis ends": the present tense of a time clause lies ahead where its main clause does, behind "until" always.
    bool is_time_clause_ahead(const Clause& clause) const {
        if (clause.tense == Tense::present && (opener(clause.head) == "until" || opener(clause.head) == "till")) return true;
        if (clause.tense != Tense::present || tree_.relation(clause.head) != Relation::advcl || clause.parent < 0) return false;
        return sentence_.clauses[static_cast<std::size_t>(clause.parent)].tense == Tense::future;
    }

    /// "may have left", "must have known".
    bool has_modal_perfect(std::uint32_t verb) const {
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

    /// What the governing word makes a wish or a worry: "called for a meeting", "is considering closing the line", "any deal".
    bool is_asked_for(std::uint32_t token) const {
        if (!tree_.parsed()) return false;
        const Tag tag = sentence_.tags[token];
        if (is_noun(tag)) return is_noun_asked_for(token);
        const auto head = tree_.head(token);
        if ((tag != Tag::VB && tag != Tag::VBG && tag != Tag::VBN) || head < 0 || !is_verb(sentence_.tags[head])) return false;
        const auto governor = static_cast<std::uint32_t>(head);
        if (opener(token) == "to") return word_list("calling_verbs").has(lemma(governor)) && !is_looked_back_on(governor);
        if (tag == Tag::VB) return false;
        const Relation relation = tree_.relation(token);
        const bool complement = relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::obj;
        return complement && word_list("awaiting_verbs").has(lemma(governor));
    }

    bool is_noun_asked_for(std::uint32_t noun) const {
        const auto determiner = tree_.child(noun, Relation::det);
        const std::string article = determiner == no_token ? std::string() : word(static_cast<std::uint32_t>(determiner));
        if (article == "any") {
            const Clause* clause = clause_at(sentence_, noun);
            if (!clause || clause->modality == Modality::negated || clause->reported) return false;
            return clause->tense == Tense::present || clause->tense == Tense::future;
        }
        const auto head = tree_.head(noun);
        if (head < 0 || !is_verb(sentence_.tags[head])) return false;
        const auto verb = static_cast<std::uint32_t>(head);
        if (tree_.relation(noun) == Relation::obj) {
            const bool known = article == "the" || tree_.child(noun, Relation::nmod_poss) != no_token;
            return !known && (is_purpose(verb) || word_list("awaiting_verbs").has(lemma(verb)));
        }
        const auto token = tree_.child(noun, Relation::case_);
        if (tree_.relation(noun) != Relation::obl || token == no_token) return false;
        const std::string preposition = word(static_cast<std::uint32_t>(token));
        if (preposition == "for") return word_list("calling_verbs").has(lemma(verb));
        return preposition == "of" && article.empty() && (lemma(verb) == "warn" || lemma(verb) == "dream");  // "warned of strikes"
    }

    /// "accused of cutting prices", "fined for speeding", "regretted calling him".
    bool is_blamed(std::uint32_t token) const {
        if (sentence_.tags[token] != Tag::VBG || !tree_.parsed() || tree_.head(token) < 0) return false;
        const auto mark = opener(token);
        const bool stands = mark.empty() || mark == "of" || mark == "for" || mark == "with";
        return stands && word_list("blaming_words").has(lemma(static_cast<std::uint32_t>(tree_.head(token))));
    }

    /// "will, in turn, bring": the helper that a phrase parts from its verb.
    bool has_helper_apart(std::uint32_t verb) const {
        constexpr std::uint32_t longest_phrase = 8;
        const auto helper = tree_.child(verb, Relation::aux_pass);
        const auto first = helper != no_token && static_cast<std::uint32_t>(helper) < verb ? static_cast<std::uint32_t>(helper) : verb;
        if (sentence_.tags[first] != Tag::VB || first == 0) return false;
        if (plain(first - 1) == "will" && sentence_.tags[first - 1] == Tag::MD) return true;
        if (plain(first - 1) != ",") return false;
        for (auto i = first - 1; i > 0 && i + longest_phrase > first && !is_verb(sentence_.tags[i]); --i)
            if (plain(i) == "," && sentence_.tags[i - 1] == Tag::MD) return true;
        return false;
    }

    /// "since the invasion", "after the vote".
    bool stands_behind_after(std::uint32_t token) const {
        static constexpr FixedWords behind{"after", "following", "from", "since"};
        const auto preposition = is_noun(sentence_.tags[token]) ? tree_.child(token, Relation::case_) : no_token;
        return preposition != no_token && behind.has(word(static_cast<std::uint32_t>(preposition)));
    }

    /// The word that opens the clause of a verb: "when", "because", "to"; empty for none.
    std::string opener(std::uint32_t verb) const {
        const auto token = tree_.opener(verb);
        return token == no_token ? std::string() : word(static_cast<std::uint32_t>(token));
    }

    bool has_relative_pronoun(std::uint32_t verb) const {
        for (auto i = tree_.subtree(verb).first; i < verb; ++i) {
            const bool relative = sentence_.tags[i] == Tag::WDT || sentence_.tags[i] == Tag::WP;
            if (relative && tree_.head(i) == static_cast<std::int32_t>(verb)) return true;
        }
        return false;
    }

    /// "a house they sold".
    bool has_pronoun_behind(std::uint32_t verb, std::uint32_t noun) const {
        const auto subject = tree_.child(verb, Relation::nsubj);
        if (subject == no_token || tree_.child(verb, Relation::mark) != no_token) return false;
        const auto token = static_cast<std::uint32_t>(subject);
        return noun < token && token < verb && sentence_.tags[token] == Tag::PRP;
    }

    /// Not how things were: "saw no reason", "was expected to pay", "said that".
    bool happens(const Clause& clause, std::uint32_t verb) const {
        const std::string base = lemma(verb);
        if (word_list("hearsay_verbs").has(base) || word_list("standing_verbs").has(base) || is_stative(text_, tree_, verb)) return false;
        return clause.tense == Tense::past && !clause.progressive && clause.modality != Modality::negated;
    }

    /// What a clause within the sentence tells of as known or told by others; the verbs that go along with it too.
    bool is_looked_back_on(std::uint32_t verb) const {
        static constexpr FixedWords at_once{"when", "as", "while"};
        constexpr int most = 6;
        if (!tree_.parsed() || !is_verb(sentence_.tags[verb]) || is_stative(text_, tree_, verb)) return false;
        for (int step = 0; step < most; ++step) {
            const Clause* clause = clause_at(sentence_, verb);
            const auto head = tree_.head(verb);
            if (!clause || clause->head != verb || clause->tense != Tense::past || head < 0) return false;
            const auto governor = static_cast<std::uint32_t>(head);
            const Relation relation = tree_.relation(verb);
            if (happens(*clause, verb) && looks_back(*clause, verb, governor)) return true;
            if (relation == Relation::advcl) {
                if (const std::string opening = opener(verb); !opening.empty() && !at_once.has(opening)) return false;
            } else if (relation != Relation::conj && relation != Relation::xcomp) {
                return false;
            }
            if (!is_verb(sentence_.tags[governor])) return false;
            verb = governor;
        }
        return false;
    }

    /// The clause of `verb` does so, not only the one above it.
    bool looks_back(const Clause& clause, std::uint32_t verb, std::uint32_t governor) const {
        static constexpr FixedWords causes{"because", "once", "why"};
        // "sources who spoke if not named said"
        static constexpr FixedWords terms{"ask", "decline", "refuse", "request", "speak"};
        const bool gerund = sentence_.tags[verb] == Tag::VBG;
        switch (tree_.relation(verb)) {
            case Relation::acl_relcl:  // "a letter that reached the port", not "a letter, the paper said"
                if (!is_noun(sentence_.tags[governor]) || terms.has(lemma(verb))) return false;
                return has_relative_pronoun(verb) || has_pronoun_behind(verb, governor);
            case Relation::ccomp: {  // "said she left", not "she left, he said"
                const bool plea = sentence_.tags[verb] == Tag::VB && tree_.child(verb, Relation::aux) == no_token;  // "wrote: Please help"
                if (governor > verb || gerund || plea) return false;
                const Clause* outer = clause_at(sentence_, governor);
                const bool told = clause.reported && is_verb(sentence_.tags[governor]) && is_reporting_verb(lemma(governor));
                return told || (outer && outer->tense == Tense::present && word_list("believing_verbs").has(lemma(governor)));
            }
            case Relation::advcl: {  // "did not say when it happened"
                if (gerund) return false;
                const std::string opening = opener(verb);
                return causes.has(opening) || (opening == "when" && governor < verb && is_reporting_verb(lemma(governor)));
            }
            default: return false;
        }
    }

    std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
};

}  // namespace

WritingTime writing_time(std::string_view text, const Tree& tree, std::uint32_t token, Modality modality) {
    return Judge(text, tree).time(token, modality);
}

}  // namespace annals
