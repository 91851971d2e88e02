#include "importers/extract/lasting.h"

#include "core/text/fixed_words.h"
#include "importers/extract/event_kind.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

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

}  // namespace

bool comes_to_something(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    if (!is_verb(sentence.tags[token])) return false;
    const auto base = lemma_of(text, sentence, token);
    const auto next = token + 1 < sentence.tags.size() ? word_of(text, sentence, token + 1) : std::string_view();
    if (base == "work") return next == "out";
    if (base == "live") return next == "through";
    if (base == "have") {  // "had to sell"
        return next == "to" && token + 2 < sentence.tags.size() && sentence.tags[token + 2] == Tag::VB &&
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
