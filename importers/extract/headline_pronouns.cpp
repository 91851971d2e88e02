#include "importers/extract/headline_pronouns.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/headline_front.h"
#include "importers/extract/wordnet.h"

#include <string>
#include <utility>

namespace annals {
namespace {

// Lexicographer files of WordNet, as WordSenses counts them.
constexpr int noun_group = 12, noun_person = 16;

/// "it seems that", "it was late": "it" means nothing there.
bool says_how_it_is(std::string_view text, const Tree& tree, std::uint32_t verb) {
    static constexpr FixedWords empty{"be", "seem", "appear", "emerge", "turn", "happen", "take", "look", "rain", "snow"};
    return tree.has_copula(verb) || empty.has(lemma_of(text, tree.sentence(), verb));
}

/// Who "he" is: the main clause says, or the sentence before.
std::string meaning_here(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t pronoun, const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    const std::string folded = fold(word_of(text, sentence, pronoun));
    auto above = tree.governing_verb(trigger);
    const auto is_same = [&](std::int32_t who) { return who != no_token && sentence.tags[who] == Tag::PRP && fold(word_of(text, sentence, static_cast<std::uint32_t>(who))) == folded; };
    while (above != no_token && is_same(tree.subject(static_cast<std::uint32_t>(above))) && tree.governing_verb(static_cast<std::uint32_t>(above)) != no_token)
        above = tree.governing_verb(static_cast<std::uint32_t>(above));  // "when she came back, she could climb no more"
    if (above != no_token && (tree.head(static_cast<std::uint32_t>(above)) < 0 || is_finite_verb(sentence.tags[above]))) {
        const auto subject = tree.subject(static_cast<std::uint32_t>(above));
        if (subject != no_token && subject < static_cast<std::int32_t>(pronoun) && !tree.subtree(trigger).contains(static_cast<std::uint32_t>(subject))) {
            Referent main = subject_of(text, tree, static_cast<std::uint32_t>(above));
            if (main.words.empty() && sentence.tags[subject] == Tag::PRP && fold(word_of(text, sentence, static_cast<std::uint32_t>(subject))) == folded) main = before();
            else main.rival_name = main.rival_one = main.rival_many = false;
            if ((folded == "it" || folded == "its") && main.named && !main.person && !says_how_it_is(text, tree, trigger)) main.thing = true;
            return meaning_of(folded, main);
        }
    }
    if (const auto clause = tree.child(trigger, Relation::advcl); clause != no_token && clause < static_cast<std::int32_t>(pronoun)) {
        Referent told = subject_of(text, tree, static_cast<std::uint32_t>(clause));  // "Though Holm has given no sign, she left"
        if (!told.words.empty()) {
            told.rival_name = told.rival_one = told.rival_many = false;
            return meaning_of(folded, told);
        }
    }
    for (std::uint32_t i = 0; i < pronoun; ++i) {  // somebody else was named since
        const Relation relation = tree.relation(i);
        if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && is_noun(sentence.tags[i])) return {};
    }
    return meaning_of(folded, before());
}

/// "I", "our crew": only who speaks knows whom it means.
bool begins_with_speaker(std::string_view headline) {
    static constexpr FixedWords own{"i", "we", "my", "our"};
    return own.has_in_any_case(headline.substr(0, headline.find_first_of(" '")));
}

/// A name, a person, a group: what is able to say "I".
bool can_speak(std::string_view speaker) {
    const auto last = speaker.substr(speaker.find_last_of(' ') == speaker.npos ? 0 : speaker.find_last_of(' ') + 1);
    static constexpr FixedWords pronouns{"i", "we", "he", "she", "it", "they", "you", "who", "that"};
    if (last.empty() || pronouns.has_in_any_case(last)) return false;
    if (last[0] >= 'A' && last[0] <= 'Z') return true;
    const std::string one = fold(last.ends_with('s') ? last.substr(0, last.size() - 1) : last);
    const int kind = word_senses(one).noun_class();
    return kind == noun_group || kind == noun_person;
}

/// The name of the label in front: "HOLM" of "HOLM, HOST: We met on Friday."
std::string_view label_of(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const TokenRange label = label_in_front(text, sentence, trigger);
    std::uint32_t last = label.first;
    while (last < label.last && sentence.tokens[last].kind == TokenKind::word) ++last;
    if (last == label.first) return {};
    return text.substr(sentence.tokens[label.first].span.begin, sentence.tokens[last - 1].span.end - sentence.tokens[label.first].span.begin);
}

}  // namespace

Replacements meanings_of_pronouns(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject, const ReferentBefore& before) {
    Replacements replaced;
    if (subject == no_token) return replaced;
    const Sentence& sentence = tree.sentence();
    const auto noun = static_cast<std::uint32_t>(subject);
    const auto first = tree.subtree(noun).first;
    const auto write = [&](std::uint32_t token, std::string meaning) {
        if (!meaning.empty()) replaced.emplace_back(token, std::move(meaning));
    };
    if (sentence.tags[noun] == Tag::PRP) write(noun, meaning_here(text, tree, trigger, noun, before));
    else if (sentence.tags[first] == Tag::PRPS) write(first, meaning_here(text, tree, trigger, first, before));
    else if (const auto end = first > 1 && word_of(text, sentence, first - 1) == "," ? first - 1 : first;
             sentence.tags[first] == Tag::WPS && end > 0 && is_noun(sentence.tags[end - 1])) {  // "gangs whose wars killed": the gangs' wars
        auto begin = end - 1;
        while (begin > 0 && (is_noun(sentence.tags[begin - 1]) || sentence.tags[begin - 1] == Tag::JJ)) --begin;
        std::string whose(text.substr(sentence.tokens[begin].span.begin, sentence.tokens[end - 1].span.end - sentence.tokens[begin].span.begin));
        whose += whose.ends_with('s') ? "'" : "'s";
        write(first, std::move(whose));
    }
    return replaced;
}

std::string_view speaker_in(std::string_view headline, std::string_view text, const Sentence& sentence, std::uint32_t trigger, std::string_view speaker) {
    if (!begins_with_speaker(headline)) return {};
    const std::string_view who = speaker.empty() ? label_of(text, sentence, trigger) : speaker;
    return can_speak(who) ? who : std::string_view();
}

}  // namespace annals
