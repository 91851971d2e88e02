#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_form.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <array>
#include <span>
#include <utility>

namespace annals {
namespace {

struct Ending {
    std::string_view suffix, instead;
};

constexpr Ending verb_s[] = {{"ies", "y"}, {"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"},
                             {"xes", "x"}, {"oes", "o"},   {"s", ""},      {"es", ""}};
constexpr Ending verb_ed[] = {{"ied", "y"}, {"ed", "e"}, {"ed", ""}};
constexpr Ending verb_ing[] = {{"ying", "ie"}, {"ing", "e"}, {"ing", ""}};
constexpr Ending noun_s[] = {{"ies", "y"}, {"s", ""}, {"es", ""}, {"men", "man"}};
constexpr Ending comparative[] = {{"ier", "y"}, {"er", "e"}, {"er", ""}};
constexpr Ending superlative[] = {{"iest", "y"}, {"est", "e"}, {"est", ""}};

struct Short {
    std::string_view form, base;
};
constexpr Short shortened[] = {{"'m", "be"},  {"'re", "be"}, {"'s", "be"},    {"m", "be"},    {"s", "be"},   {"am", "be"},
                               {"are", "be"}, {"is", "be"},  {"'ve", "have"}, {"ve", "have"}, {"'d", "have"}};
constexpr Short modals[] = {{"'ll", "will"}, {"wo", "will"}, {"ca", "can"}, {"'d", "would"}, {"sha", "shall"}};

template <std::size_t N>
std::string_view full_form(const Short (&table)[N], std::string_view word) {
    for (const Short& each : table)
        if (each.form == word) return each.base;
    return {};
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool known(std::string_view word, char part) {
    const WordSenses senses = word_senses(word);
    switch (part) {
        case 'n':
            return senses.noun_class() != 0;
        case 'v':
            return senses.verb_class() != 0;
        case 'a':
            return senses.adjective();
        default:
            return senses.adverb();
    }
}

// "stopp" -> "stop": a consonant that the ending doubled.
bool is_doubled(std::string_view stem) {
    return stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2] && !is_vowel(stem.back()) &&
           std::string_view("sl").find(stem.back()) == std::string_view::npos;
}

// "rewir(ed)" has lost an e; "tweet(ed)" and "livestream(ed)", two vowels before the consonant, and "spawn(ed)", two consonants, have not.
bool may_drop_e(std::string_view stem) {
    const auto vowel = [&](std::size_t back) { return stem.size() > back && is_vowel(stem[stem.size() - 1 - back]); };
    return vowel(0) || (vowel(1) && !vowel(2));
}

std::string base(const std::string& word, char part, std::span<const Ending> endings) {
    if (const std::string_view irregular = irregular_base(word, part); !irregular.empty()) return std::string(irregular);
    std::string guess;
    for (const Ending& ending : endings) {
        if (word.size() < ending.suffix.size() + 2 || !word.ends_with(ending.suffix)) continue;
        const std::string_view stem = std::string_view(word).substr(0, word.size() - ending.suffix.size());
        const std::string_view shorter = stem.substr(0, stem.size() - 1);
        std::string candidate(stem);
        candidate += ending.instead;
        if (known(candidate, part)) return candidate;
        if (ending.instead.empty() && stem.size() > 3 && stem.back() == shorter.back() && known(shorter, part)) return std::string(shorter);
        // Of unknown words the first candidate that English spelling allows.
        if (guess.empty() && (ending.instead != "e" || may_drop_e(stem)))
            guess = ending.instead.empty() && is_doubled(stem) ? std::string(shorter) : std::move(candidate);
    }
    return guess.empty() || known(word, part) ? word : guess;
}

}  // namespace

std::string lemma(std::string_view word, Tag tag) {
    const std::string lower = fold_word(word);
    switch (tag) {
        case Tag::VB:
        case Tag::VBP:
        case Tag::VBZ:
        case Tag::VBD:
        case Tag::VBN:
        case Tag::VBG:
            if (const std::string_view full = full_form(shortened, lower); !full.empty()) return std::string(full);
            if (tag == Tag::VBZ) return base(lower, 'v', verb_s);
            if (tag == Tag::VBD || tag == Tag::VBN) return base(lower, 'v', verb_ed);
            return tag == Tag::VBG ? base(lower, 'v', verb_ing) : lower;
        case Tag::MD:
            if (const std::string_view full = full_form(modals, lower); !full.empty()) return std::string(full);
            return lower;
        case Tag::NNS:
        case Tag::NNPS:
            return base(lower, 'n', noun_s);
        case Tag::JJR:
            return base(lower, 'a', comparative);
        case Tag::JJS:
            return base(lower, 'a', superlative);
        case Tag::RBR:
            return base(lower, 'r', comparative);
        case Tag::RBS:
            return base(lower, 'r', superlative);
        case Tag::RB:
            return lower == "n't" ? "not" : lower;
        default:
            return lower;
    }
}

bool is_event_noun(std::string_view lemma) {
    static const WordList &more = word_list("event_nouns"), &less = word_list("not_event_nouns");
    return more.has(lemma) || (word_senses(lemma).event() && !less.has(lemma));
}

bool is_reporting_verb(std::string_view lemma) {
    static const WordList& verbs = word_list("reporting_verbs");
    return verbs.has(lemma);
}

}  // namespace annals
