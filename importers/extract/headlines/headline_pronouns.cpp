#include "importers/extract/headlines/headline_pronouns.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/words/wordnet.h"

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

bool has_finite_helper(const Tree& tree, std::uint32_t verb) {
    for (const Relation relation : {Relation::aux, Relation::aux_pass, Relation::cop})
        if (const auto helper = tree.child(verb, relation); helper != no_token && is_finite_verb(tree.sentence().tags[helper])) return true;
    return false;
}

/// "the Bureau of Bridges": no person's name has an article.
bool has_article(std::string_view text, const Sentence& sentence, std::uint32_t name) {
    while (name > 0 &&
           (is_noun(sentence.tags[name - 1]) || word_of(text, sentence, name - 1) == "of" || word_of(text, sentence, name - 1) == "for"))
        --name;
    return name > 0 && sentence.tags[name - 1] == Tag::DT;
}

/// "As [they] had done before, thousands marched": the main clause behind says who. Nothing for "he" and "she", who may be another.
std::string meaning_ahead(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t pronoun,
                          const std::string& folded) {
    const bool plural = folded == "they" || folded == "their";
    if (!plural && folded != "it" && folded != "its") return {};
    const auto above = tree.governing_verb(trigger);
    if (tree.relation(trigger) != Relation::advcl || above == no_token || above < static_cast<std::int32_t>(trigger) ||
        tree.head(static_cast<std::uint32_t>(above)) >= 0)
        return {};
    if (!plural && says_how_it_is(text, tree, trigger)) return {};
    const auto subject = tree.subject(static_cast<std::uint32_t>(above));
    if (subject == no_token || subject < static_cast<std::int32_t>(pronoun) || subject > above) return {};
    Referent main = subject_of(text, tree, static_cast<std::uint32_t>(above));
    main.rival_one = main.rival_many = false;
    main.thing |= !plural && main.named && !main.person;
    return meaning_of(folded, main);
}

/// "he (Holm) left": the text says it itself.
std::string named_in_bracket(std::string_view text, const Sentence& sentence, std::uint32_t pronoun) {
    if (sentence.tags[pronoun] != Tag::PRP) return {};
    for (const TokenRange& bracket : brackets(text, sentence, pronoun)) {
        if (bracket.first != pronoun + 1) continue;
        const std::uint32_t mark = word_of(text, sentence, bracket.first) == "(" ? 1 : 3;
        if (bracket.last < bracket.first + 2 * mark + 1 || bracket.last > bracket.first + 2 * mark + 4) return {};
        for (auto i = bracket.first + mark; i + mark < bracket.last; ++i)
            if (!is_proper(sentence.tags[i]) || !sentence.tokens[i].capital) return {};
        return std::string(
            text.substr(sentence.tokens[bracket.first + mark].span.begin,
                        sentence.tokens[bracket.last - mark - 1].span.end - sentence.tokens[bracket.first + mark].span.begin));
    }
    return {};
}

/// Whether somebody else, or what may be somebody, is named between that subject and the pronoun: all but places, groups and times.
bool names_another(std::string_view text, const Tree& tree, std::uint32_t subject, std::uint32_t pronoun) {
    constexpr int noun_place = 13, noun_time = 26;
    const Sentence& sentence = tree.sentence();
    const TokenRange who = tree.subtree(subject);
    for (auto i = subject + 1; i < pronoun; ++i) {
        if (who.last <= pronoun && who.contains(i)) continue;
        if (is_proper(sentence.tags[i]) && has_article(text, sentence, i)) continue;
        const int kind =
            is_noun(sentence.tags[i])
                ? word_senses(is_proper(sentence.tags[i]) ? fold(word_of(text, sentence, i)) : lemma_of(text, sentence, i)).noun_class()
                : 0;
        if (is_proper(sentence.tags[i]) ? kind != noun_group && kind != noun_place && kind != noun_time
                                        : is_noun(sentence.tags[i]) && kind == noun_person)
            return true;
    }
    return false;
}

/// "Holm has been to Leeds, and when [she] came back": the only one named before whom the pronoun can mean.
std::string only_person_before(std::string_view text, const Tree& tree, std::uint32_t pronoun, const std::string& folded) {
    if (folded == "it" || folded == "its" || folded == "they" || folded == "their") return {};
    const Sentence& sentence = tree.sentence();
    std::int32_t verb = no_token;
    for (std::uint32_t i = 0; i < pronoun; ++i) {
        const Relation relation = tree.relation(i);
        if ((relation != Relation::nsubj && relation != Relation::nsubj_pass) || !is_noun(sentence.tags[i])) continue;
        if (verb != no_token || !is_proper(sentence.tags[i])) return {};
        verb = tree.head(i);
    }
    if (verb < 0 || verb > static_cast<std::int32_t>(pronoun) || tree.subject(static_cast<std::uint32_t>(verb)) < 0) return {};
    if (names_another(text, tree, static_cast<std::uint32_t>(tree.subject(static_cast<std::uint32_t>(verb))), pronoun)) return {};
    return meaning_of(folded, subject_of(text, tree, static_cast<std::uint32_t>(verb)));
}

/// "he['ll] leave": behind a name the whole word.
std::string spelt_out(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr std::pair<std::string_view, std::string_view> all[] = {
        {"'ll", "will"}, {"\u2019ll", "will"}, {"'ve", "have"}, {"\u2019ve", "have"}, {"'re", "are"}, {"\u2019re", "are"}};
    for (const auto& [written, meant] : all)
        if (word_of(text, sentence, token) == written) return (sentence.tokens[token].space_before ? "" : " ") + std::string(meant);
    return {};
}

/// Who "he" is: the main clause says, or the sentence before.
std::string meaning_here(std::string_view text, const Tree& tree, std::uint32_t trigger, std::uint32_t pronoun, const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    const std::string folded = fold(word_of(text, sentence, pronoun));
    if (std::string named = named_in_bracket(text, sentence, pronoun); !named.empty()) return named;
    auto above = tree.governing_verb(trigger);
    bool climbed = false;
    while (above != no_token && !is_finite_verb(sentence.tags[above]) &&
           tree.child(static_cast<std::uint32_t>(above), Relation::nsubj) == no_token &&
           tree.relation(static_cast<std::uint32_t>(above)) != Relation::conj &&
           !has_finite_helper(tree, static_cast<std::uint32_t>(above)) &&
           tree.governing_verb(static_cast<std::uint32_t>(above)) != no_token) {
        above = tree.governing_verb(static_cast<std::uint32_t>(above));  // "was warned not to leave the hall where he slept"
        climbed = true;
    }
    const auto is_same = [&](std::int32_t who) { return who != no_token && sentence.tags[who] == Tag::PRP && fold(word_of(text, sentence, static_cast<std::uint32_t>(who))) == folded; };
    while (above != no_token && is_same(tree.subject(static_cast<std::uint32_t>(above))) && tree.governing_verb(static_cast<std::uint32_t>(above)) != no_token)
        above = tree.governing_verb(static_cast<std::uint32_t>(above));  // "when she came back, she could climb no more"
    if (above != no_token && (tree.head(static_cast<std::uint32_t>(above)) < 0 || is_finite_verb(sentence.tags[above]))) {
        const auto subject = tree.subject(static_cast<std::uint32_t>(above));
        if (subject != no_token && subject < static_cast<std::int32_t>(pronoun) && !tree.subtree(trigger).contains(static_cast<std::uint32_t>(subject))) {
            Referent main = subject_of(text, tree, static_cast<std::uint32_t>(above));
            if (main.words.empty() && sentence.tags[subject] == Tag::PRP && fold(word_of(text, sentence, static_cast<std::uint32_t>(subject))) == folded) main = before();
            else if (climbed && names_another(text, tree, static_cast<std::uint32_t>(subject), pronoun))
                return {};
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
        if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && is_noun(sentence.tags[i]))
            return only_person_before(text, tree, pronoun, folded);
    }
    std::string meant = meaning_of(folded, before());
    return meant.empty() ? meaning_ahead(text, tree, trigger, pronoun, folded) : meant;
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
    if (sentence.tags[noun] == Tag::PRP) {
        write(noun, meaning_here(text, tree, trigger, noun, before));
        if (!replaced.empty() && noun + 1 < sentence.tokens.size()) write(noun + 1, spelt_out(text, sentence, noun + 1));
    } else if (sentence.tags[first] == Tag::PRPS)
        write(first, meaning_here(text, tree, trigger, first, before));
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
