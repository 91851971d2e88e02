#include "importers/extract/happenings.h"

#include "core/text/utf8.h"
#include "importers/extract/doings.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"
#include "importers/extract/wordnet.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace annals {
namespace {

struct Happening {
    std::string_view name;
    bool once = false;
    std::vector<std::string_view> kinds;  // what else may be meant, or told of beside it
};
using ByWord = std::unordered_map<std::string_view, Happening>;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

void for_words(std::string_view list, const auto& with_word) {
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (const auto word = trimmed(list.substr(0, end)); !word.empty()) with_word(word);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

/// importers/rules/en/happenings.words: [once] name [: kinds] = verbs / nouns.
struct Known {
    ByWord verbs, nouns, words;  // words: both, a noun first
    std::set<std::string_view, std::less<>> with_noun;  // verbs that tell of something with an object or a place: "take .. hospital"
    Known() {
        constexpr std::string_view once = "once ";
        for (std::string_view line : word_list("happenings").words()) {
            const auto equals = line.find('='), slash = line.find('/');
            if (equals == line.npos || slash == line.npos || slash < equals) continue;
            const auto colon = std::min(line.find(':'), equals);
            Happening happening{trimmed(line.substr(0, colon)), line.starts_with(once), {}};
            if (happening.once) happening.name = trimmed(happening.name.substr(once.size()));
            if (colon < equals)
                for_words(line.substr(colon + 1, equals - colon - 1), [&](std::string_view kind) { happening.kinds.push_back(kind); });
            for_words(line.substr(equals + 1, slash - equals - 1), [&](std::string_view word) {
                verbs.emplace(word, happening);
                if (const auto noun = word.find(" .. "); noun != word.npos) with_noun.insert(word.substr(0, noun));
            });
            for_words(line.substr(slash + 1), [&](std::string_view word) { nouns.emplace(word, happening); });
        }
        words = nouns;
        words.insert(verbs.begin(), verbs.end());
    }
};

const Known& known() {
    static const Known all;
    return all;
}

const Happening* find(const ByWord& words, std::string_view word) {
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
}

class Finder {
public:
    Finder(std::string_view text, const Tree& tree, const std::vector<TokenRange>& dating_phrases)
        : text_(text), tree_(tree), sentence_(tree.sentence()), dating_phrases_(dating_phrases) {}

    void of_trigger(std::uint32_t trigger) {
        if (of_dated_noun(trigger)) return;
        own(trigger);
        if (!tree_.parsed()) return;
        came_before(trigger);
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
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return std::move(found_);
    }

private:
    void add(const Happening& happening) {
        found_.names.emplace_back(happening.name);
        for (const std::string_view kind : happening.kinds) found_.names.push_back("~some " + std::string(kind));
        found_.once = found_.once || happening.once;
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
        const auto tells = [&](std::uint32_t token) { return find(known().nouns, name_of(token)) && noun(token, {}); };
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
                happening = find(known().nouns, fold(word_of(text_, sentence_, token)));
            if (happening) add(*happening);
        } else {
            noun(token, {});
        }
    }

    /// "Sent six sailors to hospital", "burst its banks"; with a particle: "handed in her badge", "handed her badge in".
    const Happening* with_noun(std::uint32_t verb, const std::string& base) const {
        if (!tree_.parsed()) return nullptr;
        std::string with_particle;
        if (const auto particle = tree_.child(verb, Relation::compound_prt); particle != no_token)
            with_particle = base + " " + fold(word_of(text_, sentence_, static_cast<std::uint32_t>(particle)));
        else if (verb + 1 < sentence_.tags.size() && (sentence_.tags[verb + 1] == Tag::RP || sentence_.tags[verb + 1] == Tag::IN))
            with_particle = base + " " + fold(word_of(text_, sentence_, verb + 1));
        for (const std::string& said : {with_particle, base}) {
            if (said.empty() || !known().with_noun.contains(said)) continue;
            for (const Relation relation : {Relation::obj, Relation::obl, Relation::xcomp})  // "was named manager"
                for (const auto noun : children(verb, relation))
                    if (const Happening* phrase = find(known().verbs, said + " .. " + lemma_of(text_, sentence_, noun))) return phrase;
        }
        return nullptr;
    }

    const Happening* of_verb(std::uint32_t verb, const std::string& base) const {
        if (const std::string_view doing = doing_of(text_, tree_, verb, base); !doing.empty()) return find(known().nouns, doing);
        if (const Happening* phrase = with_noun(verb, base)) return phrase;
        for (const Relation relation :
             {Relation::compound_prt, Relation::advmod, Relation::xcomp}) {  // "down" of "stepped down", as parsers will have it
            const auto particle = tree_.child(verb, relation);
            if (particle == no_token) continue;
            if (const Happening* phrase =
                    find(known().verbs, base + " " + fold(word_of(text_, sentence_, static_cast<std::uint32_t>(particle)))))
                return phrase;
        }
        const auto object = tree_.object(verb);  // "took the firm over"
        for (const auto next : {verb + 1, object == no_token ? verb + 1 : static_cast<std::uint32_t>(object) + 1})
            if (next < sentence_.tags.size())
                if (const Happening* phrase = find(known().verbs, base + " " + fold(word_of(text_, sentence_, next)))) return phrase;
        if (tries(verb)) return nullptr;  // "failed to agree"
        if (base == "find" && !finds_something(verb)) return nullptr;
        if (base == "bear" && sentence_.tags[verb] != Tag::VBN && sentence_.tags[verb] != Tag::VBD) return nullptr;  // "born", not "bears"
        return find(known().verbs, base);
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
            if (std::string whole = joined(token); find(known().nouns, whole)) return whole;
        if (token >= 2 && hyphen(token - 1))
            if (std::string whole = joined(token - 2); find(known().nouns, whole)) return whole;
        return lemma_of(text_, sentence_, token);
    }

    /// An event noun: by its name in the list, else by itself.
    bool noun(std::uint32_t token, std::string_view ending) {
        const std::string base = name_of(token);
        const bool is_name = is_proper(sentence_.tags[token]) || (token > 0 && sentence_.tokens[token].capital);
        if (is_name && !find(known().nouns, base)) return false;
        const Happening* happening = find(is_verb(sentence_.tags[token]) ? known().verbs : known().nouns, base);
        if (!happening && !is_event_noun(base)) return false;
        if (tree_.parsed()) came_before(token);
        const std::string name = std::string(happening ? happening->name : base) + std::string(ending);
        found_.names.push_back(name);
        if (happening && ending.empty()) {
            for (const std::string_view kind : happening->kinds) found_.names.push_back("~some " + std::string(kind));
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
        if (object != no_token && deciding.has(base) && find(known().nouns, lemma_of(text_, sentence_, static_cast<std::uint32_t>(object))))
            noun(static_cast<std::uint32_t>(object), {});
        if (resolving.has(base))  // "agreed to buy the shipyard", "is to be taken over, it was announced"
            for (const auto aim : {tree_.child(verb, Relation::xcomp), tree_.child(verb, Relation::ccomp), purpose(verb),
                                   closes_sentence(verb) ? main_verb() : no_token})
                if (aim != no_token && aim != static_cast<std::int32_t>(verb) && is_to_come(static_cast<std::uint32_t>(aim))) own(static_cast<std::uint32_t>(aim));
        std::vector<std::uint32_t> occasions = children(verb, Relation::obl);
        if (subject != no_token) {  // "people at a meeting shouted"
            const auto of_subject = children(static_cast<std::uint32_t>(subject), Relation::nmod);
            occasions.insert(occasions.end(), of_subject.begin(), of_subject.end());
        }
        for (const auto occasion : occasions) {
            const auto preposition = tree_.child(occasion, Relation::case_);
            if (preposition == no_token) continue;
            const std::string word = fold(word_of(text_, sentence_, static_cast<std::uint32_t>(preposition)));
            if (word != "in" && word != "at" && word != "by") continue;
            if (find(known().nouns, lemma_of(text_, sentence_, occasion))) noun(occasion, {});
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
            if (said == "last" || said == "first")
                found_.once = true;
            else if (said != "been" && said != "be" && said != "was")
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
    if (const Happening* happening = find(known().words, word)) return happening->name;
    if (word.ends_with("s")) return name_of(find(known().nouns, word.substr(0, word.size() - 1)));
    if (word.ends_with("ing")) return name_of(find(known().verbs, lemma(word, Tag::VBG)));
    const bool irregular = word.size() <= longest_irregular && !word.ends_with("y") && !word.ends_with("r");
    if (word.ends_with("ed") || (irregular && !irregular_base(word, 'v').empty())) return name_of(find(known().verbs, lemma(word, Tag::VBD)));
    return {};
}

Happenings happenings(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases) {
    Finder finder(text, tree, dating_phrases);
    finder.of_trigger(trigger);
    return finder.result();
}

}  // namespace annals
