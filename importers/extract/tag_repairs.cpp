#include "importers/extract/tag_repairs.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar.h"
#include "importers/extract/tree.h"
#include "importers/extract/word_list.h"
#include "importers/extract/wordnet.h"

#include <algorithm>

namespace annals {

void settle_tags(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions) {
    for (std::size_t i = 2; i < sentence.tags.size(); ++i) {
        const bool no_verb = sentence.tags[i] == Tag::JJ || sentence.tags[i] == Tag::NN || sentence.tags[i] == Tag::RP;
        if (!no_verb || !is_finite_verb(sentence.tags[i - 2])) continue;
        const auto negation = words(text, sentence.tokens[i - 1].span);
        const bool negated = negation == "not" || negation == "n't" || negation == "n\u2019t";
        if (negated && lemma_of(text, sentence, static_cast<std::uint32_t>(i - 2)) == "do") sentence.tags[i] = Tag::VB;
    }
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)  // an abbreviation, no pronoun
        if (sentence.tags[i] == Tag::WP && words(text, sentence.tokens[i].span) == "WHO") sentence.tags[i] = Tag::NNP;
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i) {  // "a fire tore through it": what can be nothing but a past tense
        if (!is_noun(sentence.tags[i]) || sentence.tokens[i].capital) continue;
        const std::string word = fold(word_of(text, sentence, i));
        const bool dead = i + 1 < sentence.tags.size() && word_of(text, sentence, i + 1) == "dead";  // "a gunman shot dead three people"
        if (!irregular_base(word, 'v').empty() && (dead || word_senses(word).noun_class() == 0 || word_list("past_forms").has(word)))
            sentence.tags[i] = Tag::VBD;
    }
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i)  // "squad lists must be lodged": of two verbs in a row the first is none
        if ((sentence.tags[i] == Tag::VBZ || sentence.tags[i] == Tag::VBP) && sentence.tags[i + 1] == Tag::MD && is_noun(sentence.tags[i - 1])) sentence.tags[i] = Tag::NNS;
    // "Work on the bridges began": nobody is told to.
    const auto told = std::find_if(sentence.tags.begin() + !sentence.tags.empty(), sentence.tags.end(), [](Tag tag) { return is_verb(tag) || tag == Tag::punctuation; });
    if (sentence.tags.size() > 3 && sentence.tags[0] == Tag::VB && sentence.tags[1] == Tag::IN && told != sentence.tags.end() && is_finite_verb(*told))
        sentence.tags[0] = Tag::NN;
    for (const Resolution& resolution : resolutions) {
        for (auto i = resolution.first; i < resolution.last; ++i)
            if (sentence.tokens[i].capital && (sentence.tags[i] == Tag::MD || is_verb(sentence.tags[i]))) sentence.tags[i] = Tag::NNP;
        if (resolution.last < sentence.tags.size() && sentence.tags[resolution.last] == Tag::WDT &&
            words(text, sentence.tokens[resolution.last].span) == "that")
            sentence.tags[resolution.last] = Tag::IN;
    }
}

}  // namespace annals
