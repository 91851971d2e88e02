#include "importers/extract/happenings/lasting.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

namespace annals {
namespace {

/// "was still in hospital", "stood at 40 million", "remained shut": how things were, whatever the day.
bool is_so_still(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    const auto word = [&](std::uint32_t i) { return i < sentence.tags.size() ? word_of(text, sentence, i) : std::string_view(); };
    if (is_verb(sentence.tags[token])) {
        const auto base = lemma_of(text, sentence, token);
        if (base == "remain") return true;
        static constexpr FixedWords money{"$", "\u00a3", "\u20ac"};
        if (base == "stand" && word(token + 1) == "at" && token + 2 < sentence.tags.size())
            return sentence.tags[token + 2] == Tag::CD || money.has(word(token + 2));
    }
    auto be = tree.child(token, Relation::cop);
    if (be == no_token && sentence.tags[token] == Tag::VBN) be = tree.child(token, Relation::aux_pass);
    return be != no_token && sentence.tags[be] == Tag::VBD && word(static_cast<std::uint32_t>(be) + 1) == "still";
}

/// "spent that winter at sea", "passed the 1940s in prison": told of the time itself, all of which it fills.
bool is_spent(std::string_view text, const Sentence& sentence, std::uint32_t token, const Date& date) {
    constexpr Day months = 80;
    if (!is_verb(sentence.tags[token]) || !date.start_min || !date.end_max || *date.end_max - *date.start_min < months) return false;
    const auto base = lemma_of(text, sentence, token);
    static constexpr FixedWords times{"winter", "summer", "spring", "autumn", "year", "years", "decade", "war"};
    constexpr std::uint32_t reach = 5;
    if (base != "spend" && base != "pass") return false;
    for (auto i = token + 1; i < sentence.tags.size() && i < token + reach; ++i) {
        const auto tag = sentence.tags[i];
        if (tag == Tag::IN || tag == Tag::RB || tag == Tag::RP || tag == Tag::punctuation) break;  // "passed away two years ago"
        const auto word = word_of(text, sentence, i);
        const bool decade = sentence.tokens[i].kind == TokenKind::number && word.ends_with('s');
        if (times.has(word) || decade) return true;
    }
    return false;
}

/// "could already travel by rail", "could no longer be reached": how things were by then.
bool is_able_by_then(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    const auto helper = tree.child(token, Relation::aux);
    if (helper == no_token || word_of(text, sentence, static_cast<std::uint32_t>(helper)) != "could") return false;
    for (auto i = static_cast<std::uint32_t>(helper) + 1; i < token; ++i)
        if (const auto word = word_of(text, sentence, i); word == "already" || word == "longer" || word == "still") return true;
    return false;
}

/// "31 wolves", "some nine hundred loaves", not "one day a week".
bool is_counted(std::string_view text, const Tree& tree, std::int32_t noun) {
    if (noun == no_token || tree.sentence().tags[noun] != Tag::NNS) return false;
    const auto number = tree.child(static_cast<std::uint32_t>(noun), Relation::nummod);
    return number != no_token && number < noun && word_of(text, tree.sentence(), static_cast<std::uint32_t>(number)) != "one";
}

}  // namespace

bool goes_on_from_to(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date, TokenRange phrase) {
    const Sentence& sentence = tree.sentence();
    if (phrase.empty() || !tree.parsed() || !is_verb(sentence.tags[token]) || date.shape != Shape::span || !date.start_min || !date.end_max) return false;
    if (!FixedWords{"from"}.has_in_any_case(word_of(text, sentence, phrase.first))) return false;
    const Clause* clause = clause_at(sentence, token);
    const auto base = lemma_of(text, sentence, token);
    static constexpr FixedWords changes{"increase", "decrease", "grow", "rise", "double", "triple", "decline", "shrink", "expand", "become", "lose", "gain",
                                       "impose", "introduce", "build", "write", "move", "travel"};
    if (changes.has(base) || comes_to_something(text, tree, token)) return false;
    static constexpr FixedWords helpers{"was", "were", "been"};
    if ((clause && clause->passive) || (token > 0 && helpers.has(word_of(text, sentence, token - 1)) && sentence.tags[token] != Tag::VBG))
        return word_list("lasting_states").has(word_of(text, sentence, token));
    if (word_list("happening_verbs").has(base) || word_list("falling_verbs").has(base) || word_list("ending_verbs").has(base)) return false;
    const auto who = tree.subject(token);
    if (who == no_token || is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(who)))) return false;
    const auto what = tree.object(token);
    if (what == no_token) return true;
    for (auto i = phrase.first; i < std::max(phrase.last, token); ++i)
        if (word_of(text, sentence, i) == "until") return true;  // "from May 1966 until the autumn of 1972"
    const auto tag = sentence.tags[what];
    if (tag != Tag::NN && tag != Tag::NNS) return false;
    const auto noun = static_cast<std::uint32_t>(what);
    return tree.child(noun, Relation::det) == no_token && tree.child(noun, Relation::nummod) == no_token && tree.child(noun, Relation::nmod_poss) == no_token;
}

bool comes_to_sum(std::string_view text, const Tree& tree, std::uint32_t token, TokenRange phrase) {
    if (phrase.empty() || !FixedWords{"between"}.has_in_any_case(word_of(text, tree.sentence(), phrase.first))) return false;
    return is_counted(text, tree, tree.object(token)) || is_counted(text, tree, tree.subject(token));
}

bool is_not_until(std::string_view text, const Tree& tree, std::uint32_t token, TokenRange phrase) {
    const Sentence& sentence = tree.sentence();
    if (phrase.empty() || phrase.first <= token || !FixedWords{"until"}.has_in_any_case(word_of(text, sentence, phrase.first))) return false;
    const Clause* clause = clause_at(sentence, token);
    if (clause && clause->modality == Modality::negated) return false;  // "did not stay until March"
    static constexpr FixedWords denies{"not", "n't", "n\u2019t", "no", "nobody", "none", "never"};
    constexpr std::uint32_t reach = 8;
    for (auto i = token; i > 0 && i + reach > token && sentence.tags[i] != Tag::punctuation; --i)
        if (denies.has_in_any_case(word_of(text, sentence, i - 1))) return true;
    return false;
}

bool has_done(std::string_view text, const Tree& tree, std::uint32_t token) {
    static constexpr FixedWords called{"called", "named", "known", "based", "devoted", "dedicated", "filled", "made", "born", "aged", "left"};
    static constexpr FixedWords says_how{"by", "of", "with", "in"};
    const Sentence& sentence = tree.sentence();
    constexpr std::uint32_t reach = 6;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    bool noun = false;
    for (auto i = token + 1; i < count && i < token + reach; ++i) {
        const auto tag = sentence.tags[i];
        if (noun && (tag == Tag::VBN || tag == Tag::VB || tag == Tag::VBP)) {
            if (tag != Tag::VBN) return true;
            return !called.has(word_of(text, sentence, i)) && (i + 1 >= count || !says_how.has(word_of(text, sentence, i + 1)));
        }
        noun = is_noun(tag) || tag == Tag::PRP;
        if (!noun && tag != Tag::DT && tag != Tag::PRPS && tag != Tag::JJ && tag != Tag::CD && word_of(text, sentence, i) != "-") break;
    }
    const auto what = tree.object(token);
    return what != no_token && is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(what)));
}

bool comes_to_something(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    if (!is_verb(sentence.tags[token])) return false;
    const auto base = lemma_of(text, sentence, token);
    const auto next = token + 1 < sentence.tags.size() ? word_of(text, sentence, token + 1) : std::string_view();
    if (base == "work") return next == "out";
    if (base == "live") return next == "through";
    if (base == "have") {  // "had to sell", "had to be emptied"
        if (next != "to") return has_done(text, tree, token);
        if (token + 3 < sentence.tags.size() && word_of(text, sentence, token + 2) == "be") return sentence.tags[token + 3] == Tag::VBN;
        return token + 2 < sentence.tags.size() && sentence.tags[token + 2] == Tag::VB &&
               !word_list("stative_verbs").has(lemma_of(text, sentence, token + 2));
    }
    if (base == "cover") {  // "covered nine miles"
        static constexpr FixedWords lengths{"mile", "kilometre", "kilometer", "km", "metre", "meter", "distance", "league"};
        const auto what = tree.object(token);
        return what != no_token && lengths.has(lemma_of(text, sentence, static_cast<std::uint32_t>(what)));
    }
    if (base != "hold" || !tree.parsed()) return false;
    const Clause* clause = clause_at(sentence, token);
    const auto what = clause && clause->passive ? tree.subject(token) : tree.object(token);
    return what != no_token && is_noun(sentence.tags[what]) && is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(what)));
}

bool comes_once(std::string_view text, const Tree& tree, std::uint32_t predicate, std::uint32_t be) {
    static constexpr FixedWords times{"first", "last", "only", "second", "third", "next"};
    const Sentence& sentence = tree.sentence();
    if (sentence.tags[be] != Tag::VBD) return false;
    if (be + 1 < predicate && (word_of(text, sentence, be + 1) == "first" || word_of(text, sentence, be + 1) == "last") && !is_noun(sentence.tags[be + 2])) return true;
    const auto what = tree.subject(predicate);
    if (what == no_token || static_cast<std::uint32_t>(what) > be || !is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(what)))) return false;
    for (auto i = tree.subtree(static_cast<std::uint32_t>(what)).first; i < static_cast<std::uint32_t>(what); ++i)
        if (times.has(word_of(text, sentence, i))) return true;
    return false;
}

bool is_hearsay_of_past(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return sentence.tags[token] == Tag::VBN && token + 2 < sentence.tags.size() && word_of(text, sentence, token + 1) == "to" && word_of(text, sentence, token + 2) == "have";
}

bool was_so_then(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date) {
    return is_so_still(text, tree, token) || is_spent(text, tree.sentence(), token, date) ||
           (date.precision >= Precision::week && is_able_by_then(text, tree, token));
}

}  // namespace annals
