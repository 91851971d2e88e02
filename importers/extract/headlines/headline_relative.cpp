#include "importers/extract/headlines/headline_relative.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>
#include <string>
#include <utility>

namespace annals {
namespace {

bool is_relative(Tag tag) { return tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB; }

/// "the lock", "all that was sold": what is written for the pronoun of a clause that hangs on `noun`.
std::string words_of_antecedent(std::string_view text, const Tree& tree, std::uint32_t noun, std::uint32_t pronoun, std::uint32_t verb,
                                const std::vector<TokenRange>& phrases) {
    const Sentence& sentence = tree.sentence();
    TokenChoice what(sentence);
    what.keep({tree.subtree(noun).first, pronoun});
    keep_phrase_alone(tree, noun, verb, what);
    drop_dates(text, tree, phrases, what);
    what.trim_start(text);
    what.trim_end(text);
    if (what.begins_with_preposition()) return {};
    std::string words = what.words_of(text);
    auto first = tree.subtree(noun).first;
    while (first < noun && !what.has(first)) ++first;
    if (!words.empty() && !is_proper(sentence.tags[first]) && words[0] >= 'A' && words[0] <= 'Z' && words.size() > 1 && words[1] >= 'a')
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

/// "a likelihood that the board will close"
bool is_state(std::string_view text, const Sentence& sentence, std::uint32_t noun) {
    const int kind = word_senses(lemma_of(text, sentence, noun)).noun_class();
    constexpr int attribute = 5, cognition = 7, feeling = 10, state = 24;
    return kind == attribute || kind == cognition || kind == feeling || kind == state;
}

/// Whether "that" behind the noun may say what it is that is thought or told: "the claim that the board closed it". Lexicographer files of
/// WordNet, as WordSenses counts them.
bool has_content(std::string_view text, const Sentence& sentence, std::uint32_t noun) {
    const int kind = word_senses(lemma_of(text, sentence, noun)).noun_class();
    static constexpr std::uint32_t things = 1u << 2 | 1u << 3 | 1u << 4 | 1u << 9 | 1u << 11 | 1u << 12 | 1u << 13 | 1u << 15 | 1u << 16 | 1u << 18 | 1u << 19 | 1u << 25;
    return kind < 0 || kind > 31 || !(things >> kind & 1u);
}

/// "[a notice] issued by the board", "[the notice] issued in May was withdrawn", "read [a notice] issued in May": no past tense of its own.
bool is_reduced(std::string_view text, const Tree& tree, std::uint32_t noun, std::uint32_t verb) {
    static constexpr FixedWords participles{"taken", "given", "written", "seen", "known", "shown", "drawn", "thrown", "stolen", "broken", "chosen", "spoken",
                                            "driven", "hidden", "eaten", "beaten", "born", "worn", "torn", "done", "sung", "grown", "flown", "sworn"};
    static constexpr FixedWords causing{"have", "get", "keep", "want", "leave", "find", "see", "hear", "make", "let", "think", "believe", "know", "hope"};
    static constexpr FixedWords prepositions{"in", "of", "by", "at", "from", "with", "to", "on", "about", "under", "according"};
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    for (auto i = noun + 1; i < verb; ++i)  // "the keeper of [a lock] closed in May"
        if (is_noun(sentence.tags[i]) && !((tree.relation(i) == Relation::flat || tree.relation(i) == Relation::conj) && tree.head(i) == static_cast<std::int32_t>(noun)))
            return false;
    const auto up = tree.head(noun);
    if (up < 0) return tree.has_copula(noun);
    const auto above = static_cast<std::uint32_t>(up);
    const Relation relation = tree.relation(noun);
    if (relation == Relation::obj && above < noun) {
        const std::string base = lemma_of(text, sentence, above);
        if (causing.has(base) || is_reporting_verb(base) || (sentence.tags[above] == Tag::VB && tree.head(above) < 0)) return false;
    }
    if (verb + 2 < count && word_of(text, sentence, verb + 1) == "by") return sentence.tags[verb + 2] != Tag::CD;
    if (participles.has(word_of(text, sentence, verb))) return true;
    if (relation == Relation::nsubj || relation == Relation::nsubj_pass)
        for (auto i = tree.subtree(verb).last; i < above && !is_finite_verb(sentence.tags[i]); ++i)
            if (is_noun(sentence.tags[i]) || sentence.tags[i] == Tag::PRP) return false;  // "the board reported in May [nobody] was hurt"
    if (relation == Relation::nsubj || relation == Relation::nsubj_pass)
        return above > verb && (is_finite_verb(sentence.tags[above]) || tree.child(above, Relation::aux) != no_token ||
                                tree.child(above, Relation::aux_pass) != no_token || tree.has_copula(above));
    if (above > noun || word_of(text, sentence, verb - 1) == ",") return false;
    if (relation == Relation::obj) return is_verb(sentence.tags[above]);
    const auto preposition = tree.child(noun, Relation::case_);
    return (relation == Relation::obl || relation == Relation::nmod) && preposition != no_token && prepositions.has(word_of(text, sentence, static_cast<std::uint32_t>(preposition)));
}

bool is_many(std::string_view text, const Tree& tree, std::uint32_t noun) {
    static constexpr FixedWords many{"people", "police", "those", "many", "some", "several", "most", "both", "all", "others", "few", "they", "we", "you"};
    const Tag tag = tree.sentence().tags[noun];
    const auto word = fold(word_of(text, tree.sentence(), noun));
    if (tag == Tag::NNS || tag == Tag::NNPS || many.has(word) || (tag == Tag::CD && word != "one")) return true;
    const auto other = tree.child(noun, Relation::conj);
    return other != no_token && is_noun(tree.sentence().tags[other]) && tree.child(static_cast<std::uint32_t>(other), Relation::cc) != no_token;
}

void helped(std::string_view text, const Tree& tree, std::uint32_t noun, std::uint32_t first, Replacements& replaced) {
    replaced.emplace_back(first, std::string(helper_of(text, tree, noun)) + ' ' + std::string(word_of(text, tree.sentence(), first)));
}

/// "The permit granted in 1994 was withdrawn", of which the parser took the participle for what is told, and the verb for more of it.
bool tells_first_of_two(const Tree& tree, std::uint32_t verb, std::uint32_t subject) {
    const Sentence& sentence = tree.sentence();
    if (sentence.tags[verb] != Tag::VBN || tree.head(verb) >= 0 || tree.head(subject) != static_cast<std::int32_t>(verb) || subject >= verb) return false;
    for (const Relation own : {Relation::aux, Relation::aux_pass, Relation::cop, Relation::obj, Relation::ccomp, Relation::xcomp, Relation::cc})
        if (tree.child(verb, own) != no_token) return false;
    const auto other = tree.child(verb, Relation::conj);
    if (other < static_cast<std::int32_t>(verb)) return false;
    const auto second = static_cast<std::uint32_t>(other);
    const auto helper = std::max(tree.child(second, Relation::aux), tree.child(second, Relation::aux_pass));
    if (helper < static_cast<std::int32_t>(verb) || tree.child(second, Relation::cc) != no_token) return false;
    for (auto i = verb + 1; i < second; ++i)
        if (sentence.tags[i] == Tag::punctuation || sentence.tags[i] == Tag::CC) return false;
    return true;
}

/// "a speech Holm gave in Leeds": written as for "that", which is not said.
void write_unsaid_object(std::string_view text, const Tree& tree, std::uint32_t verb, const std::vector<TokenRange>& phrases, const TokenChoice& choice,
                                Replacements& replaced) {
    static constexpr FixedWords other{"thing", "way", "reason", "place", "time", "moment", "extent", "case", "point", "fact"};
    constexpr std::size_t longest = 50;  // code points
    const Sentence& sentence = tree.sentence();
    const auto up = tree.head(verb), who = tree.child(verb, Relation::nsubj);
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (tree.relation(verb) != Relation::acl_relcl || up < 0 || who < up || who > static_cast<std::int32_t>(verb)) return;
    const auto noun = static_cast<std::uint32_t>(up), first = tree.subtree(static_cast<std::uint32_t>(who)).first;
    for (const Relation own : {Relation::ccomp, Relation::xcomp, Relation::aux_pass, Relation::cop, Relation::mark, Relation::iobj, Relation::compound_prt, Relation::nsubj_pass})
        if (tree.child(verb, own) != no_token) return;
    const std::string base = lemma_of(text, sentence, noun);
    if (first != noun + 1 || !is_noun(sentence.tags[noun]) || is_proper(sentence.tags[noun]) || in_any(phrases, noun) || other.has(base) ||
        is_state(text, sentence, noun) || word_list("time_units").has(base) || !choice.has(verb) || is_relative(sentence.tags[who]))
        return;
    auto next = verb + 1;
    while (next < count && in_any(phrases, next)) ++next;
    const Tag tag = next < count ? sentence.tags[next] : Tag::none;
    const bool preposition = (tag == Tag::IN || tag == Tag::TO) && next + 1 < count && tree.head(next) > static_cast<std::int32_t>(next);
    const bool over = next >= count || tag == Tag::punctuation;
    if (!preposition && !over && !is_finite_verb(tag)) return;
    const std::string what = words_of_antecedent(text, tree, noun, noun + 1, verb, phrases);
    if (what.empty() || code_points(what) > longest) return;
    replaced.emplace_back(verb, std::string(word_of(text, sentence, verb)) + ' ' + what);
}

}  // namespace

std::string_view helper_of(std::string_view text, const Tree& tree, std::uint32_t noun) { return is_many(text, tree, noun) ? "were" : "was"; }

void keep_phrase_alone(const Tree& tree, std::uint32_t noun, std::uint32_t verb, TokenChoice& choice) {
    const TokenRange whole = tree.subtree(noun);
    const bool told = tree.has_copula(noun);
    for (auto i = whole.first; i < whole.last; ++i) {
        if (tree.head(i) != static_cast<std::int32_t>(noun) || tree.subtree(i).contains(verb)) continue;
        switch (tree.relation(i)) {
            case Relation::nsubj:
            case Relation::cop:
            case Relation::aux:
            case Relation::expl:
            case Relation::mark:
            case Relation::case_:
            case Relation::parataxis:
            case Relation::advcl: choice.drop(tree.subtree(i)); break;
            case Relation::conj:
            case Relation::cc:
            case Relation::advmod:
            case Relation::obl:
                if (told) choice.drop(tree.subtree(i));
                break;
            default: break;
        }
    }
}

void write_object(std::string_view text, const Tree& tree, std::uint32_t verb, const std::vector<TokenRange>& phrases, TokenChoice& choice,
                  Replacements& replaced) {
    constexpr std::size_t longest = 50;  // code points
    const Sentence& sentence = tree.sentence();
    auto up = tree.head(verb);
    const auto pronoun = tree.object(verb), who = tree.child(verb, Relation::nsubj);
    if (const Relation relation = tree.relation(verb); relation == Relation::conj || relation == Relation::parataxis) {  // "the lock, which the board closed"
        if (pronoun < 2 || sentence.tags[pronoun] != Tag::WDT || word_of(text, sentence, static_cast<std::uint32_t>(pronoun) - 1) != ",") return;
        up = pronoun - 2;
    } else if (relation != Relation::acl_relcl) {
        return;
    }
    if (pronoun == no_token) return write_unsaid_object(text, tree, verb, phrases, choice, replaced);
    if (up < 0 || pronoun < up || pronoun >= static_cast<std::int32_t>(verb) || who < pronoun ||
        tree.child(verb, Relation::ccomp) != no_token || tree.child(verb, Relation::xcomp) != no_token)
        return;
    const auto noun = static_cast<std::uint32_t>(up), that = static_cast<std::uint32_t>(pronoun);
    const bool relative = sentence.tags[that] == Tag::WDT || sentence.tags[that] == Tag::WP ||
                          (word_of(text, sentence, that) == "that" && !has_content(text, sentence, noun));
    const std::string base = lemma_of(text, sentence, noun);
    if (!relative || is_state(text, sentence, noun) || base == "thing" || base == "way" || !is_noun(sentence.tags[noun]) || in_any(phrases, noun) || word_list("time_units").has(base))
        return;
    static constexpr FixedWords givers{"give", "send", "show", "offer", "tell", "sell", "lend", "hand", "pay", "bring", "teach", "award", "grant"};
    auto end = verb + 1;
    for (auto i = end; i < tree.subtree(verb).last; ++i) {  // "gave [the crew]", "shut [down]"
        if (tree.head(i) != static_cast<std::int32_t>(verb)) continue;
        const Relation relation = tree.relation(i);
        if (relation != Relation::obj && relation != Relation::iobj && relation != Relation::compound_prt) continue;
        if (tree.subtree(i).first != end) return;
        if (relation != Relation::compound_prt && !givers.has(lemma_of(text, sentence, verb))) return;
        end = tree.subtree(i).last;
        while (end > verb + 1 && in_any(phrases, end - 1)) --end;
    }
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (!choice.has(end - 1) || in_any(phrases, end - 1) ||
        (end < count && sentence.tags[end] == Tag::IN && tree.head(end) == static_cast<std::int32_t>(verb)))
        return;  // "that he looked at"
    auto next = end;
    while (next < count && in_any(phrases, next)) ++next;
    if (next < count) {
        const Tag tag = sentence.tags[next];
        if (is_noun(tag) || tag == Tag::DT || tag == Tag::CD || tag == Tag::JJ || tag == Tag::PRP || tag == Tag::PRPS) return;
        if (word_of(text, sentence, next) == "only") return;
        if (tag == Tag::IN && next + 1 < count && sentence.tags[next + 1] == Tag::IN) return;
    }
    const std::string what = words_of_antecedent(text, tree, noun, that, verb, phrases);
    if (what.empty() || code_points(what) > longest) return;
    choice.drop({that, that + 1});
    replaced.emplace_back(end - 1, std::string(word_of(text, sentence, end - 1)) + ' ' + what);
}

void write_helper(std::string_view text, const Tree& tree, std::uint32_t verb, std::int32_t subject, TokenChoice& choice, Replacements& replaced) {
    if (subject != no_token && tells_first_of_two(tree, verb, static_cast<std::uint32_t>(subject)))
        return helped(text, tree, static_cast<std::uint32_t>(subject), verb, replaced);
    static constexpr FixedWords lone{"go", "fall", "grow", "become", "come", "retire", "escape", "arrive", "age", "rise", "depart", "vanish", "turn", "compare", "circulate", "emerge",
                                     "occur", "happen", "survive", "remain", "appear", "live", "die", "last", "star"};
    const Sentence& sentence = tree.sentence();
    if (subject == no_token || (subject != tree.head(verb) && (tree.head(verb) < 0 || tree.head(static_cast<std::uint32_t>(subject)) != tree.head(verb))) || sentence.tags[verb] != Tag::VBN || tree.relation(verb) != Relation::acl ||
        subject >= static_cast<std::int32_t>(verb))
        return;
    for (const Relation own : {Relation::aux, Relation::aux_pass, Relation::cop, Relation::nsubj, Relation::nsubj_pass, Relation::obj, Relation::ccomp, Relation::xcomp, Relation::mark})
        if (tree.child(verb, own) != no_token) return;
    const auto noun = static_cast<std::uint32_t>(subject), host = static_cast<std::uint32_t>(tree.head(verb));
    const auto cc = tree.child(noun, Relation::cc);
    if (!choice.has(noun) || sentence.tags[noun] == Tag::DT || sentence.tokens[verb].capital || !is_reduced(text, tree, host, verb)) return;
    if (tree.relation(noun) == Relation::conj && cc != no_token && word_of(text, sentence, static_cast<std::uint32_t>(cc)) == "but") return;
    if ((tree.governing_verb(host) == no_token && !tree.has_copula(host)) || lone.has(lemma_of(text, sentence, verb))) return;
    if (subject == tree.head(verb) && tree.has_copula(noun)) {  // "It is a notice issued in May"
        if (tree.child(noun, Relation::aux) != no_token || tree.child(noun, Relation::advmod) != no_token ||
            tree.child(noun, Relation::nummod) != no_token)
            return;
        const TokenChoice whole = choice;
        keep_phrase_alone(tree, noun, verb, choice);
        const auto who = tree.child(noun, Relation::nsubj), copula = tree.child(noun, Relation::cop);
        if (word_of(text, sentence, verb - 1) == "," && who != no_token && who < copula && is_noun(sentence.tags[who])) {  // "The hall[,] a gift, was opened"
            const TokenRange name = tree.subtree(static_cast<std::uint32_t>(who));
            for (auto i = name.first; i < name.last; ++i)
                if (whole.has(i)) choice.keep({i, i + 1});
            if (!choice.has(name.last - 1) || name.last > static_cast<std::uint32_t>(copula)) return;
            choice.keep({verb - 1, verb});
            replaced.emplace_back(name.last - 1, std::string(word_of(text, sentence, name.last - 1)) + ',');
            return helped(text, tree, noun, verb, replaced);
        }
    }
    auto first = verb;
    while (first > noun + 1 && sentence.tags[first - 1] == Tag::RB && tree.head(first - 1) == static_cast<std::int32_t>(verb)) --first;
    for (auto i = noun + 1; i < first; ++i)
        if (choice.has(i) && is_finite_verb(sentence.tags[i])) return;
    if (!choice.has(first)) return;
    helped(text, tree, noun, first, replaced);
    drop_lone_comma(text, tree, noun, verb, choice);
}

void drop_lone_comma(std::string_view text, const Tree& tree, std::uint32_t subject, std::uint32_t verb, TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    auto first = verb;
    while (first > subject + 1 && tree.head(first - 1) == static_cast<std::int32_t>(verb) && sentence.tags[first - 1] != Tag::punctuation) --first;
    if (first < 2 || first <= subject + 1 || word_of(text, sentence, first - 1) != ",") return;
    for (auto i = subject; i-- > 0 && i + 8 > subject && choice.has(i);)
        if (word_of(text, sentence, i) == ",") return;  // "the mayor, Anna Holm, left"
    for (auto i = subject + 1; i + 1 < first; ++i)
        if (choice.has(i) && (sentence.tags[i] == Tag::punctuation || is_finite_verb(sentence.tags[i]))) return;
    choice.drop({first - 1, first});
}

void drop_spliced(std::string_view text, const Tree& tree, std::uint32_t verb, TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    if (!is_verb(sentence.tags[verb]) || is_reporting_verb(lemma_of(text, sentence, verb))) return;
    constexpr std::uint32_t longest = 40;  // tokens
    const TokenRange clause = tree.subtree(verb);
    for (auto i = verb + 1; i < clause.last && word_of(text, sentence, i) != ":"; ++i) {
        if (word_of(text, sentence, i) != ";") continue;
        choice.drop({i, clause.last});
        break;
    }
    for (auto i = verb + 2; i < clause.last; ++i) {
        const Relation relation = tree.relation(i);
        if ((relation != Relation::nsubj && relation != Relation::nsubj_pass) || !choice.has(i) || tree.head(i) <= static_cast<std::int32_t>(i)) continue;
        const auto other = static_cast<std::uint32_t>(tree.head(i));
        const auto first = tree.subtree(i).first;
        if (first < verb + 3 || word_of(text, sentence, first - 1) != "," || tree.subtree(other).first + 1 < first || other > first + longest) continue;
        if (tree.child(other, Relation::mark) != no_token || tree.relation(other) == Relation::ccomp) continue;
        bool joined = false, finite = false;
        for (auto k = first; k <= other; ++k) {
            joined |= is_relative(sentence.tags[k]) || (tree.head(k) == static_cast<std::int32_t>(other) && sentence.tags[k] == Tag::CC);
            finite |= is_finite_verb(sentence.tags[k]);
        }
        if (joined || !finite) continue;
        choice.drop({first - 1, tree.subtree(other).last});
        i = tree.subtree(other).last;
    }
}

}  // namespace annals
