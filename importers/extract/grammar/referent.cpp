#include "importers/extract/grammar/referent.h"

#include "core/text/utf8.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>

namespace annals {
namespace {

// Lexicographer files of WordNet, as WordSenses counts them.
constexpr int noun_group = 12, noun_place = 13, noun_person = 16, noun_time = 26;
constexpr std::uint32_t longest = 8;  // tokens

int noun_class(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return word_senses(is_proper(sentence.tags[token]) ? fold(word_of(text, sentence, token)) : lemma_of(text, sentence, token)).noun_class();
}

/// From the first word of the phrase to its head, and an "of ..." behind it; no clauses, no appositions.
TokenRange phrase_of(std::string_view text, const Tree& tree, std::uint32_t head) {
    const Sentence& sentence = tree.sentence();
    TokenRange range{tree.subtree(head).first, head + 1};
    for (auto i = range.first; i < head; ++i)
        if (const auto word = word_of(text, sentence, i); word == "," || word == ")" || word == "RRB") range.first = i + 1;
    while (range.first < head && sentence.tags[range.first] == Tag::punctuation) ++range.first;
    const auto part_of = [&](std::uint32_t i) {
        const bool beside = tree.relation(i) == Relation::appos && is_proper(sentence.tags[i]) && sentence.tokens[head].capital &&
                            noun_class(text, sentence, head) != noun_person;  // "the Upper Mill [Front]"
        return tree.head(i) == static_cast<std::int32_t>(head) &&
               (tree.relation(i) == Relation::flat || tree.relation(i) == Relation::compound || beside);
    };
    while (range.last < sentence.tags.size() && part_of(range.last)) ++range.last;
    if (range.last + 1 < sentence.tags.size() && word_of(text, sentence, range.last) == "of") {
        auto end = range.last + 1;
        const auto goes_on = [&](Tag tag) { return is_noun(tag) || tag == Tag::DT || tag == Tag::JJ || tag == Tag::CD; };
        while (end < sentence.tags.size() && goes_on(sentence.tags[end])) ++end;
        if (end > range.last + 1 && is_noun(sentence.tags[end - 1])) range.last = end;
    }
    return range;
}

void look_for_rivals(std::string_view text, const Tree& tree, std::uint32_t subject, Referent& referent) {
    const Sentence& sentence = tree.sentence();
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        if (i == subject || !is_noun(sentence.tags[i])) continue;
        const Relation relation = tree.relation(i);
        const bool subject_too = relation == Relation::nsubj || relation == Relation::nsubj_pass;
        if (!subject_too && relation != Relation::obj && relation != Relation::iobj) continue;
        if (tree.subtree(subject).contains(i)) continue;
        const bool plural = sentence.tags[i] == Tag::NNS || sentence.tags[i] == Tag::NNPS;
        const int kind = noun_class(text, sentence, i);
        (plural ? referent.rival_many : referent.rival_one) |= plural || kind != noun_person;
        const auto word = word_of(text, sentence, i);
        const bool letters = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (letters) continue;  // "told CNN": nobody that "he" could be
        referent.rival_name |= !plural && (kind == noun_person || (is_proper(sentence.tags[i]) && kind != noun_group && kind != noun_place));
    }
}

/// "Mill President [Anna Holm]", "Secretary of State [Anna Holm]", of which the parser took the title for who it is.
void complete_name(std::string_view text, const Sentence& sentence, TokenRange& name) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto is_name = [&](std::uint32_t i) { return i < count && is_proper(sentence.tags[i]) && sentence.tokens[i].capital; };
    const auto end_of_name = [&](std::uint32_t from) {
        auto end = from;
        while (is_name(end) || (end > from && is_name(end + 1) && word_of(text, sentence, end) == "-" && !sentence.tokens[end].space_before)) ++end;
        return end;
    };
    if (name.empty() || word_senses(fold(word_of(text, sentence, name.last - 1))).noun_class() != noun_person) return;
    if (const auto end = end_of_name(name.last); end > name.last) {
        name.last = end;
    } else if (name.last + 3 < count && word_of(text, sentence, name.last) == "of") {
        if (const auto last = end_of_name(name.last + 1); last >= name.last + 4) name = {name.last + 2, last};
    }
}

/// "the head of the bank, [Anna Holm], said"
TokenRange name_behind(std::string_view text, const Tree& tree, std::uint32_t subject) {
    const Sentence& sentence = tree.sentence();
    for (auto i = subject + 1; i < tree.subtree(subject).last && i < subject + 12; ++i) {
        if (tree.head(i) != static_cast<std::int32_t>(subject) || tree.relation(i) != Relation::appos || !is_proper(sentence.tags[i]))
            continue;
        auto first = i, last = i + 1;
        while (first > subject && is_proper(sentence.tags[first - 1])) --first;
        while (last < sentence.tags.size() && is_proper(sentence.tags[last])) ++last;
        const bool closed = last < sentence.tags.size() && word_of(text, sentence, last) == ",";
        if (word_of(text, sentence, first - 1) == "," && closed && last > first + 1) return {first, last};
    }
    return {};
}

std::string possessive(std::string words) {
    words += words.ends_with('s') ? "'" : "'s";
    return words;
}

}  // namespace

Referent subject_of(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto found = tree.subject(verb);
    if (found == no_token || !is_noun(sentence.tags[found])) return {};
    const auto subject = static_cast<std::uint32_t>(found);
    TokenRange range = phrase_of(text, tree, subject);
    Referent referent;
    referent.named = is_proper(sentence.tags[subject]) && sentence.tokens[subject].capital;
    if (referent.named && tree.child(subject, Relation::conj) == no_token) {  // the name alone, without what leads up to it
        TokenRange name = range;
        for (auto i = range.first; i < range.last; ++i)
            if (!is_proper(sentence.tags[i])) {
                if (i > subject) name.last = std::min(name.last, i);
                else name.first = i + 1;
            }
        range = name;
        complete_name(text, sentence, range);
        while (range.last + 1 < sentence.tags.size() && word_of(text, sentence, range.last) == "-" && !sentence.tokens[range.last].space_before &&
               !sentence.tokens[range.last + 1].space_before && is_proper(sentence.tags[range.last + 1]))
            range.last += 2;  // "Anna Holm[-Orme]"
    }
    if (tree.child(subject, Relation::conj) != no_token) range.last = std::max(range.last, tree.subtree(static_cast<std::uint32_t>(tree.child(subject, Relation::conj))).last);
    if (range.empty() || range.last - range.first > longest) return {};
    for (auto i = range.first; i < range.last; ++i) {
        const Tag tag = sentence.tags[i];
        if (tag == Tag::PRP || tag == Tag::PRPS || is_finite_verb(tag) || tag == Tag::WDT || tag == Tag::WP || word_of(text, sentence, i) == "\"") return {};
    }
    referent.words = text.substr(sentence.tokens[range.first].span.begin, sentence.tokens[range.last - 1].span.end - sentence.tokens[range.first].span.begin);
    if (referent.words.starts_with("A ") || referent.words.starts_with("a ")) referent.words.replace(0, 1, "the");
    if (referent.words.starts_with("An ") || referent.words.starts_with("an ")) referent.words.replace(0, 2, "the");
    const Tag tag = sentence.tags[subject];
    referent.plural = tag == Tag::NNS || tag == Tag::NNPS || tree.child(subject, Relation::conj) != no_token;
    const bool of_something =
        subject + 1 < range.last && word_of(text, sentence, subject + 1) == "of";  // "the head of the bank" is no bank
    const int kind = noun_class(text, sentence, range.last - 1 > subject && !of_something ? range.last - 1 : subject);
    if (kind == noun_time && referent.named && range.last - range.first == 1) return {};  // "said Friday it had closed"
    referent.person = kind == noun_person && !referent.plural;
    referent.thing = referent.named ? kind == noun_group || kind == noun_place : kind != noun_person;
    if (kind == noun_person && !referent.named && range.last == subject + 1)
        if (TokenRange name = range; complete_name(text, sentence, name), name.last > range.last) {
            name.first = std::max(name.first, range.last);
            referent.words = text.substr(sentence.tokens[name.first].span.begin,
                                         sentence.tokens[name.last - 1].span.end - sentence.tokens[name.first].span.begin);
            referent.named = referent.person = true;
        }
    if (referent.person && !referent.named)
        if (const TokenRange name = name_behind(text, tree, subject); !name.empty()) {
            referent.words = text.substr(sentence.tokens[name.first].span.begin,
                                         sentence.tokens[name.last - 1].span.end - sentence.tokens[name.first].span.begin);
            referent.named = true;
        }
    look_for_rivals(text, tree, subject, referent);
    return referent;
}

Referent subject_of(std::string_view text, const Tree& tree) {
    for (std::uint32_t i = 0; i < tree.sentence().heads.size(); ++i)
        if (tree.sentence().heads[i] < 0) return subject_of(text, tree, i);
    return {};
}

std::string meaning_of(std::string_view pronoun, const Referent& referent) {
    if (referent.words.empty()) return {};
    const bool of_one = pronoun == "he" || pronoun == "she", his = pronoun == "his" || pronoun == "her";
    const bool of_many = pronoun == "they", their = pronoun == "their";
    if (of_one || his) {
        if (referent.plural || referent.rival_name || referent.thing || !(referent.named || referent.person)) return {};
        return his ? possessive(referent.words) : referent.words;
    }
    if (of_many || their) {
        if (!referent.plural || referent.rival_many) return {};
        return their ? possessive(referent.words) : referent.words;
    }
    if (pronoun == "it" || pronoun == "its") {
        if (referent.plural || referent.rival_one || !referent.thing) return {};
        return pronoun == "its" ? possessive(referent.words) : referent.words;
    }
    return {};
}

}  // namespace annals
