#include "importers/extract/events/referent_before.h"

#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"

namespace annals {
namespace {

/// The first pronoun of the third person that is a subject or belongs to one: "he" of "He left" and of "His wife left"; else empty.
std::string_view pronoun_of(std::string_view text, const Tree& tree) {
    static constexpr std::pair<std::string_view, std::string_view> all[] = {
        {"he", "he"}, {"his", "he"}, {"she", "she"}, {"her", "she"}, {"it", "it"}, {"its", "it"}, {"they", "they"}, {"their", "they"}};
    const Sentence& sentence = tree.sentence();
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        const Relation relation = tree.relation(i);
        const bool subject = sentence.tags[i] == Tag::PRP && (relation == Relation::nsubj || relation == Relation::nsubj_pass);
        if (!subject && sentence.tags[i] != Tag::PRPS) continue;
        const std::string word = fold(word_of(text, sentence, i));
        for (const auto& [written, meant] : all)
            if (word == written) return meant;
    }
    return {};
}

bool is_of_person(std::string_view pronoun) { return pronoun == "he" || pronoun == "she"; }

bool begins_next_paragraph(const Document& document, const Sentence& before, const Sentence& sentence) {
    return before.block + 1 == sentence.block && document.blocks[before.block].kind == BlockKind::paragraph &&
           document.blocks[sentence.block].kind == BlockKind::paragraph;
}

}  // namespace

Referent referent_before(const Document& document, const DatedText& dated, std::uint32_t index, const Tree& tree) {
    constexpr int steps = 3;
    const std::string_view text = document.text, pronoun = pronoun_of(text, tree);
    for (int step = 1; step <= steps && !pronoun.empty() && index > 0; ++step, --index) {
        const Sentence& given = dated.sentences[index - 1];
        const bool follows = given.block == dated.sentences[index].block;
        if (!follows && !(is_of_person(pronoun) && begins_next_paragraph(document, given, dated.sentences[index]))) return {};
        if (given.tokens.size() > sentence_token_limit) return {};
        Sentence sentence = given;
        if (sentence.tags.empty()) tag(text, sentence);
        if (sentence.heads.empty()) parse(text, sentence);
        const Tree before(sentence);
        Referent referent = subject_of(text, before);
        if (!referent.words.empty()) return referent;
        const bool goes_on = is_of_person(pronoun) && pronoun_of(text, before) == pronoun;
        if (!goes_on) return {};
    }
    return {};
}

}  // namespace annals
