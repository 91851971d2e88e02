#include "importers/extract/happenings/happenings.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/doings.h"
#include "importers/extract/happenings/happening_words.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

class Finder {
public:
    Finder(std::string_view text, const Tree& tree, const std::vector<TokenRange>& dating_phrases)
        : text_(text), tree_(tree), sentence_(tree.sentence()), dating_phrases_(dating_phrases) {}

    void of_trigger(std::uint32_t trigger) {
        if (of_dated_noun(trigger)) return;
        own(trigger);
        if (!tree_.parsed()) return;
        if (found_.names.empty() || found_.names.front() != "reopening") came_before(trigger);  // "was opened again"
        called_last_or_first(trigger);
        if (tree_.has_copula(trigger)) {  // "the wedding was a great event"
            if (const auto subject = tree_.subject(trigger); subject != no_token) noun(static_cast<std::uint32_t>(subject), {});
            return;
        }
        if (!is_verb(sentence_.tags[trigger]) || is_nominal(tree_, trigger)) return;
        of_arguments(trigger);
        const TokenRange range = tree_.subtree(trigger);
        for (auto i = trigger + 1; i < range.last; ++i) {  // "was hurt when the bridge collapsed"
            if (sentence_.tags[i] != Tag::WRB || tree_.head(i) < 0 || fold(word_of(text_, sentence_, i)) != "when") continue;
            const auto verb = static_cast<std::uint32_t>(tree_.head(i));
            if (verb <= i || !is_verb(sentence_.tags[verb])) continue;
            own(verb);
            of_arguments(verb);
        }
    }

    Happenings result() {
        auto& names = found_.names;
        if (again_ && !names.empty()) names.emplace_back("~again");
        if (again_ && std::find(names.begin(), names.end(), "opening") != names.end()) names.emplace_back("reopening");  // "opened its doors again"
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return std::move(found_);
    }

private:
    void add(const Happening& happening) {
        found_.names.emplace_back(happening.name);
        add_marks(happening);
        found_.once = found_.once || happening.once;
    }

    void add_marks(const Happening& happening) {
        for (const std::string_view kind : happening.kinds) found_.names.push_back("~some " + std::string(kind));
        if (happening.seldom) found_.names.push_back("~seldom " + std::string(happening.name));
    }

    /// "flooded again", "a second blast", not "a third of the roof": there was one before.
    void came_before(std::uint32_t word) {
        const TokenRange range = tree_.subtree(word);
        const auto is_share = [&](std::uint32_t token) { return token + 1 < sentence_.tags.size() && word_of(text_, sentence_, token + 1) == "of"; };
        for (auto i = range.first; i < range.last && !again_; ++i)
            again_ = sentence_.heads[i] == static_cast<std::int32_t>(word) && again().has(fold(word_of(text_, sentence_, i))) && !is_share(i);
    }
    static const WordList& again() {
        static const WordList& list = word_list("again_words");
        return list;
    }

    /// "the fire", "its closure", "Monday's crash": the reader knows of it.
    bool is_known_one(std::uint32_t noun) const {
        if (sentence_.tags[noun] != Tag::NN) return false;
        if (tree_.child(noun, Relation::nmod_poss) != no_token) return true;
        const auto word = tree_.child(noun, Relation::det);
        if (word == no_token) return false;
        const std::string said = fold(word_of(text_, sentence_, static_cast<std::uint32_t>(word)));
        return said == "the" || said == "this" || said == "that";
    }

    /// What the date is said of, not what came of it: "the closure of the mill on 2 May has emptied the town", "at the meeting of 2 May", "Monday's leak".
    bool of_dated_noun(std::uint32_t trigger) {
        if (!tree_.parsed() || !is_verb(sentence_.tags[trigger]) || dating_phrases_.size() != 1) return false;
        const TokenRange phrase = dating_phrases_.front();
        if (phrase.first < 2 || phrase.last >= sentence_.tags.size()) return false;
        const auto word = [&](std::uint32_t token) { return fold(word_of(text_, sentence_, token)); };
        const std::string before = word(phrase.first - 1);
        const auto tells = [&](std::uint32_t token) { return happening_noun(name_of(token)) && noun(token, {}); };
        if (word(phrase.first) == "of" && is_noun(sentence_.tags[phrase.first - 1]) && tells(phrase.first - 1)) return true;  // "the strike of 2 May"
        const auto subject = whole_subject(text_, tree_, trigger);
        return subject != no_token && static_cast<std::uint32_t>(subject) < phrase.first && phrase.last <= trigger && before != "," &&
               tells(static_cast<std::uint32_t>(subject));
    }

    /// What the word itself names: "stepped down", "the resignation".
    void own(std::uint32_t token) {
        const std::string base = lemma_of(text_, sentence_, token);
        if (is_verb(sentence_.tags[token])) {
            const Happening* happening = of_verb(token, base);
            if (!happening && tree_.child(token, Relation::nsubj_pass) != no_token)  // "was gone": a participle that has a name of its own
                happening = happening_noun(fold(word_of(text_, sentence_, token)));
            if (happening && !is_in_name(token, base)) add(*happening);
        } else {
            noun(token, {});
        }
    }

    /// "Was stood down", "had been stood down", "the captain, stood down on Monday,".
    bool is_passive(std::uint32_t verb) const {
        if (verb > 0 && sentence_.tags[verb] == Tag::VBN && word_of(text_, sentence_, verb - 1) == "been") return true;
        return tree_.child(verb, Relation::nsubj_pass) != no_token || (tree_.relation(verb) == Relation::acl && sentence_.tags[verb] == Tag::VBN);
    }

    /// With its particle, in the passive before others: "hand in" of "handed in her badge", "handed her badge in".
    std::array<std::string, 4> forms(std::uint32_t verb, const std::string& base) const {
        std::string with_particle;
        if (const auto particle = tree_.child(verb, Relation::compound_prt); particle != no_token)
            with_particle = base + " " + fold(word_of(text_, sentence_, static_cast<std::uint32_t>(particle)));
        else if (const Tag next = verb + 1 < sentence_.tags.size() ? sentence_.tags[verb + 1] : Tag::punctuation; next == Tag::RP || next == Tag::IN || next == Tag::RB)
            with_particle = base + " " + fold(word_of(text_, sentence_, verb + 1));
        if (!is_passive(verb)) return {"", with_particle, "", base};
        return {with_particle.empty() ? "" : "be " + with_particle, with_particle, "be " + base, base};
    }

    /// "Fired Police Chief Ana Roe", not "named Police Chief Ana Roe": a post that is left is that of the title.
    const Happening* leaving_of_titled(const std::string& said, std::uint32_t name) const {
        if (!is_proper(sentence_.tags[name])) return nullptr;
        const TokenRange range = tree_.subtree(name);
        for (auto i = range.first; i < range.last && sentence_.tokens[i].capital && is_noun(sentence_.tags[i]); ++i) {
            const Happening* phrase = happening_with_object(said, fold(word_of(text_, sentence_, i)));
            if (phrase && std::find(phrase->kinds.begin(), phrase->kinds.end(), "leaving") != phrase->kinds.end()) return phrase;
        }
        return nullptr;
    }

    /// "Hospital" of "Marl General Hospital".
    std::uint32_t last_of_name(std::uint32_t noun) const {
        while (noun + 1 < sentence_.tags.size() && tree_.relation(noun + 1) == Relation::flat && is_proper(sentence_.tags[noun + 1])) ++noun;
        return noun;
    }

    /// "Sent six sailors to hospital", "burst its banks", "contact was made", "the power failed".
    const Happening* with_noun(std::uint32_t verb, const std::string& base) const {
        if (!tree_.parsed()) return nullptr;
        const auto all_forms = forms(verb, base);
        for (const std::string& said : all_forms) {
            if (said.empty() || !has_objects(said)) continue;
            for (const Relation relation : {Relation::obj, Relation::nsubj_pass, Relation::obl, Relation::xcomp})  // "was named manager"
                for (const auto noun : children(verb, relation))
                    if (const Happening* phrase = happening_with_object(said, fold(lemma_of(text_, sentence_, last_of_name(noun))))) return phrase;
            for (const Relation relation : {Relation::obj, Relation::nsubj_pass})
                for (const auto noun : children(verb, relation))
                    if (const Happening* phrase = leaving_of_titled(said, noun)) return phrase;
            if (tree_.relation(verb) == Relation::acl && is_passive(verb) && tree_.head(verb) >= 0)  // "the order served on Monday"
                if (const Happening* phrase = happening_with_object(said, lemma_of(text_, sentence_, static_cast<std::uint32_t>(tree_.head(verb))))) return phrase;
        }
        const auto subject = tree_.child(verb, Relation::nsubj);
        if (subject == no_token) return nullptr;
        for (const std::string& said : all_forms)
            if (!said.empty() && has_subjects(said))
                if (const Happening* phrase = happening_with_subject(said, lemma_of(text_, sentence_, static_cast<std::uint32_t>(subject)))) return phrase;
        return nullptr;
    }

    /// "The steamer went down", not "they went down the shaft", "the children went down".
    bool goes_by_itself(std::uint32_t verb, const std::string& base, const std::string& phrase) const {
        if (phrase == "take off") return !is_passive(verb) && tree_.object(verb) == no_token;
        if (base != "go" && base != "come" && base != "fall") return true;
        const std::string particle = phrase.substr(std::min(base.size() + 1, phrase.size()));
        static const std::array<std::string_view, 6> ways = {"down", "off", "out", "over", "through", "under"};
        if (std::find(ways.begin(), ways.end(), particle) == ways.end()) return true;
        if (verb + 2 < sentence_.tags.size() && fold(word_of(text_, sentence_, verb + 1)) == particle && !in_any(dating_phrases_, verb + 2)) {
            const Tag next = sentence_.tags[verb + 2];
            if (is_noun(next) || next == Tag::DT || next == Tag::PRPS) return false;
        }
        const auto subject = tree_.subject(verb);
        if (phrase != "go down" || subject == no_token) return true;
        constexpr int person = 16;
        const auto who = static_cast<std::uint32_t>(subject);
        const std::string said = fold(word_of(text_, sentence_, who));
        if (sentence_.tags[who] == Tag::PRP) return said == "she" || said == "it";
        static const WordList& vehicles = word_list("vehicles");
        const std::string noun = lemma_of(text_, sentence_, who);
        return sentence_.tags[who] != Tag::CD && (is_proper(sentence_.tags[who]) || vehicles.has(noun) || word_senses(noun).noun_class() != person);
    }

    const Happening* of_verb(std::uint32_t verb, const std::string& base) const {
        if (const std::string_view doing = doing_of(text_, tree_, verb, base); !doing.empty()) return happening_noun(doing);
        if (const Happening* phrase = with_noun(verb, base)) return phrase;
        const auto named = [&](const std::string& phrase) { return goes_by_itself(verb, base, phrase) ? happening_verb(phrase) : nullptr; };
        if (is_passive(verb))
            for (const std::string& said : forms(verb, base))
                if (const Happening* phrase = said.starts_with("be ") ? happening_verb(said) : nullptr) return phrase;
        for (const Relation relation :
             {Relation::compound_prt, Relation::advmod, Relation::xcomp}) {  // "down" of "stepped down", as parsers will have it
            const auto particle = tree_.child(verb, relation);
            if (particle == no_token) continue;
            if (const Happening* phrase = named(base + " " + fold(word_of(text_, sentence_, static_cast<std::uint32_t>(particle))))) return phrase;
        }
        const auto object = tree_.object(verb) != no_token ? static_cast<std::uint32_t>(tree_.object(verb)) : verb;
        for (const auto next : {verb + 1, object + 1, object == verb ? verb + 1 : tree_.subtree(object).last})  // "took the firm of Holm over"
            if (next < sentence_.tags.size())
                if (const Happening* phrase = named(base + " " + fold(word_of(text_, sentence_, next)))) return phrase;
        if (tries(verb)) return nullptr;  // "failed to agree"
        if (base == "find" && !finds_something(verb)) return nullptr;
        if (base == "bear" && sentence_.tags[verb] != Tag::VBN && sentence_.tags[verb] != Tag::VBD) return nullptr;  // "born", not "bears"
        return happening_verb(base);
    }

    /// "Found the crown", not "found that", "found him guilty", "found fault", "found it hard".
    bool finds_something(std::uint32_t verb) const {
        if (!tree_.parsed() || tree_.child(verb, Relation::ccomp) != no_token || tree_.child(verb, Relation::xcomp) != no_token) return false;
        const auto object = tree_.object(verb) != no_token ? tree_.object(verb) : tree_.child(verb, Relation::nsubj_pass);
        if (object == no_token || !is_noun(sentence_.tags[object])) return false;
        const bool next_tells = verb + 1 < sentence_.tags.size() && sentence_.tags[verb + 1] == Tag::JJ && object < static_cast<std::int32_t>(verb);  // "was found dead"
        static const WordList& made_of_words = word_list("not_found");
        return !next_tells && !made_of_words.has(lemma_of(text_, sentence_, static_cast<std::uint32_t>(object)));
    }

    /// What is done, or not, is told by the infinitive.
    bool tries(std::uint32_t verb) const {
        const auto aim = tree_.child(verb, Relation::xcomp);
        if (aim == no_token || aim < static_cast<std::int32_t>(verb) || !is_verb(sentence_.tags[aim])) return false;
        static const WordList& resolving = word_list("resolving_verbs");
        return sentence_.tags[aim] == Tag::VB && !resolving.has(lemma_of(text_, sentence_, verb));
    }

    /// The noun in its base form; "cave-in" of three tokens.
    std::string name_of(std::uint32_t token) const {
        const auto hyphen = [&](std::uint32_t at) {
            return at + 1 < sentence_.tags.size() && word_of(text_, sentence_, at) == "-" && !sentence_.tokens[at].space_before &&
                   !sentence_.tokens[at + 1].space_before;
        };
        const auto joined = [&](std::uint32_t first) {
            return fold(word_of(text_, sentence_, first)) + '-' + fold(word_of(text_, sentence_, first + 2));
        };
        if (hyphen(token + 1))
            if (std::string whole = joined(token); happening_noun(whole)) return whole;
        if (token >= 2 && hyphen(token - 1))
            if (std::string whole = joined(token - 2); happening_noun(whole)) return whole;
        std::string base = lemma_of(text_, sentence_, token);
        if (token > 0 && is_noun(sentence_.tags[token - 1]))  // "power cut"
            if (std::string whole = lemma_of(text_, sentence_, token - 1) + ' ' + base; happening_noun(whole)) return whole;
        return base;
    }

    /// "the Collapse Theatre", "Garrow Lifting": no happening but a part of somebody's name, which "the Winter Regatta" is not.
    bool is_in_name(std::uint32_t token, const std::string& base) const {
        const auto is_capital = [&](std::uint32_t at) { return sentence_.tokens[at].capital && is_noun(sentence_.tags[at]); };
        const auto is_small = [&](Tag tag, const Token& word) { return (is_noun(tag) || is_verb(tag)) && !word.capital && word.span.end - word.span.begin > 3; };
        bool names_stand_out = false;  // not in a title
        for (std::size_t i = 0; i < sentence_.tags.size() && !names_stand_out; ++i) names_stand_out = is_small(sentence_.tags[i], sentence_.tokens[i]);
        if (!sentence_.tokens[token].capital || !names_stand_out) return false;
        if (token + 1 < sentence_.tags.size() && is_capital(token + 1) && !is_number_of(word_of(text_, sentence_, token + 1))) return true;
        static const WordList& named = word_list("named_happenings");
        return token > 0 && is_capital(token - 1) && !named.has(base);
    }
    /// "World War II".
    static bool is_number_of(std::string_view word) {
        return word.find_first_not_of("IVX") == word.npos || word == "One" || word == "Two" || word == "Three";
    }

    /// An event noun: by its name in the list, else by itself.
    bool noun(std::uint32_t token, std::string_view ending) {
        const std::string base = name_of(token);
        const bool is_name = is_proper(sentence_.tags[token]) || (token > 0 && sentence_.tokens[token].capital);
        if (is_name && (!happening_noun(base) || is_in_name(token, base))) return false;
        const Happening* happening = is_verb(sentence_.tags[token]) ? happening_verb(base) : happening_noun(base);
        if (!happening && !is_event_noun(base)) return false;
        if (tree_.parsed()) came_before(token);
        const std::string name = std::string(happening ? happening->name : base) + std::string(ending);
        found_.names.push_back(name);
        if (happening && ending.empty()) {
            add_marks(*happening);
            if (is_known_one(token)) found_.names.push_back("~the " + name);
        }
        found_.once = found_.once || (happening && happening->once && ending.empty());
        return true;
    }

    /// What the verb is said of, where that is itself what happens.
    void of_arguments(std::uint32_t verb) {
        static const WordList &happening = word_list("happening_verbs"), &holding = word_list("holding_verbs"),
                              &ending = word_list("ending_verbs");
        const std::string base = lemma_of(text_, sentence_, verb);
        const bool ends = ending.has(base);
        const bool participle = tree_.relation(verb) == Relation::acl && sentence_.tags[verb] == Tag::VBN;  // "that decision, taken on 2 May"
        const bool passive = participle || tree_.child(verb, Relation::nsubj_pass) != no_token;
        const auto subject = whole_subject(text_, tree_, verb), object = tree_.object(verb);
        const bool takes_place =
            base != "take" || (object != no_token && word_of(text_, sentence_, static_cast<std::uint32_t>(object)) == "place");
        // "gutted the mill and sent six men to hospital": the first verb tells of the fire, the second of what it did.
        const bool goes_on = tree_.relation(verb) == Relation::conj && tree_.head(verb) >= 0 && is_verb(sentence_.tags[tree_.head(verb)]) &&
                             tree_.child(verb, Relation::nsubj) == no_token && tree_.child(verb, Relation::nsubj_pass) == no_token;
        if (subject != no_token && !goes_on && (ends || (takes_place && happening.has(base)) || (passive && (holding.has(base) || base == "take"))))
            noun(static_cast<std::uint32_t>(subject),
                 ends && object == no_token ? " end" : "");  // "the murder ended the republic" tells of the murder
        if (object != no_token && (ends || holding.has(base))) noun(static_cast<std::uint32_t>(object), ends ? " end" : "");
        if (ends) return;
        // "won the election", "lost the final": what it was about, of which others tell without saying who won.
        static const WordList &deciding = word_list("deciding_verbs"), &resolving = word_list("resolving_verbs");
        if (object != no_token && deciding.has(base) && happening_noun(lemma_of(text_, sentence_, static_cast<std::uint32_t>(object))))
            noun(static_cast<std::uint32_t>(object), {});
        if (resolving.has(base))  // "agreed to buy the shipyard", "is to be taken over, it was announced"
            for (const auto aim : {tree_.child(verb, Relation::xcomp), tree_.child(verb, Relation::ccomp), purpose(verb),
                                   closes_sentence(verb) ? main_verb() : no_token})
                if (aim != no_token && aim != static_cast<std::int32_t>(verb) && is_to_come(static_cast<std::uint32_t>(aim))) own(static_cast<std::uint32_t>(aim));
        const bool comes = base == "come" || base == "go" || base == "flock" || base == "gather" || base == "turn";
        std::vector<std::uint32_t> occasions = children(verb, Relation::obl);
        if (subject != no_token) {  // "people at a meeting shouted"
            const auto of_subject = children(static_cast<std::uint32_t>(subject), Relation::nmod);
            occasions.insert(occasions.end(), of_subject.begin(), of_subject.end());
        }
        for (const auto occasion : occasions) {
            const auto preposition = tree_.child(occasion, Relation::case_);
            if (preposition == no_token) continue;
            const std::string word = fold(word_of(text_, sentence_, static_cast<std::uint32_t>(preposition)));
            if (word != "in" && word != "at" && word != "by" && !(comes && (word == "to" || word == "for"))) continue;
            if (happening_noun(lemma_of(text_, sentence_, occasion))) noun(occasion, {});
        }
    }

    /// "voted on 4 May to close it".
    std::int32_t purpose(std::uint32_t verb) const {
        for (const auto aim : children(verb, Relation::advcl))
            if (aim > verb && sentence_.tags[aim] == Tag::VB && sentence_.tags[aim - 1] == Tag::TO) return static_cast<std::int32_t>(aim);
        return no_token;
    }

    /// ", the two firms announced on Monday.": who told the rest of the sentence.
    bool closes_sentence(std::uint32_t verb) const {
        if (tree_.object(verb) != no_token) return false;
        for (auto i = verb; i > 0 && i + 8 > verb; --i)
            if (word_of(text_, sentence_, i - 1) == ",") return i - 1 > 0 && tree_.child(verb, Relation::mark) == no_token;
        return false;
    }

    std::int32_t main_verb() const {
        for (std::uint32_t i = 0; i < sentence_.heads.size(); ++i)
            if (sentence_.heads[i] < 0) return static_cast<std::int32_t>(i);
        return no_token;
    }

    /// A verb of what had not happened when it was resolved: "to buy", "is to be taken over", "would close".
    bool is_to_come(std::uint32_t verb) const {
        if (!is_verb(sentence_.tags[verb]) || sentence_.tags[verb] == Tag::VBD) return false;
        for (const auto aux : children(verb, Relation::aux))
            if (const Tag tag = sentence_.tags[aux]; tag == Tag::VBD || fold(word_of(text_, sentence_, aux)) == "has") return false;
        return true;
    }

    /// "was last inspected", "the first flight": there is but one.
    void called_last_or_first(std::uint32_t trigger) {
        for (auto i = trigger; i > 0 && i + 3 > trigger; --i) {
            const std::string said = fold(word_of(text_, sentence_, i - 1));
            if (said == "last" || said == "first") {
                found_.once = true;
                if (said == "last" && !found_.names.empty()) found_.names.emplace_back("~last");
            } else if (said != "been" && said != "be" && said != "was")
                return;
        }
    }

    std::vector<std::uint32_t> children(std::uint32_t token, Relation relation) const {
        std::vector<std::uint32_t> result;
        const TokenRange range = tree_.subtree(token);
        for (auto i = range.first; i < range.last; ++i)
            if (sentence_.heads[i] == static_cast<std::int32_t>(token) && sentence_.relations[i] == relation) result.push_back(i);
        return result;
    }

    std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    const std::vector<TokenRange>& dating_phrases_;
    Happenings found_;
    bool again_ = false;
};

}  // namespace

std::string_view happening_of_word(std::string_view word) {
    constexpr std::size_t longest_irregular = 8;
    const auto name_of = [](const Happening* happening) { return happening ? happening->name : std::string_view(); };
    if (const Happening* happening = happening_word(word)) return happening->name;
    if (word.ends_with("s")) return name_of(happening_noun(word.substr(0, word.size() - 1)));
    if (word.ends_with("ing")) return name_of(happening_verb(lemma(word, Tag::VBG)));
    const bool irregular = word.size() <= longest_irregular && !word.ends_with("y") && !word.ends_with("r");
    if (word.ends_with("ed") || (irregular && !irregular_base(word, 'v').empty())) return name_of(happening_verb(lemma(word, Tag::VBD)));
    return {};
}

std::string_view happening_of_words(std::string_view verb, std::string_view next) {
    const std::string_view irregular = irregular_base(verb, 'v');
    const std::string base = irregular.empty() ? lemma(verb, Tag::VBD) : std::string(irregular);
    if (!opens_happening(base)) return {};
    const Happening* happening = happening_verb(base + ' ' + std::string(next));
    return happening ? happening->name : std::string_view();
}

Happenings happenings(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases) {
    Finder finder(text, tree, dating_phrases);
    finder.of_trigger(trigger);
    return finder.result();
}

}  // namespace annals
