#include "importers/extract/happenings/doings.h"

#include "core/text/utf8.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

struct Doing {
    std::string_view name;
    const WordList &verbs, &subjects;
    bool suffered = false;  // by a subject in the passive
};

const std::array<Doing, 5>& all_doings() {
    static const std::array<Doing, 5> all{{{"crash", word_list("colliding_verbs"), word_list("vehicles")},
                                           {"collapse", word_list("falling_verbs"), word_list("structures")},
                                           {"spill", word_list("flowing_verbs"), word_list("fluids")},
                                           {"inspection", word_list("inspecting_verbs"), word_list("inspectors")},
                                           {"rescue", word_list("saving_verbs"), word_list("trapped_people"), true}}};
    return all;
}

class Said {
public:
    Said(std::string_view text, const Tree& tree) : text_(text), tree_(tree), sentence_(tree.sentence()) {}

    /// It or what it is a part of: "half of the ceiling".
    bool is_among(std::uint32_t noun, const WordList& subjects) const {
        if (subjects.has(lemma_of(text_, sentence_, noun))) return true;
        const auto whole = tree_.child(noun, Relation::nmod);
        return whole != no_token && is_part(noun) && subjects.has(lemma_of(text_, sentence_, static_cast<std::uint32_t>(whole)));
    }

    /// "since a good part of the roof dropped": the noun before the verb, whatever the tree says, if nothing but its part or a word like "since" stands
    /// before it ("the man under the crane fell" is not of the crane).
    bool stands_before(std::uint32_t verb, const WordList& subjects) const {
        if (verb == 0 || !is_noun(sentence_.tags[verb - 1]) || !subjects.has(lemma_of(text_, sentence_, verb - 1))) return false;
        constexpr std::uint32_t most_words = 4;
        auto at = verb - 1;
        for (std::uint32_t step = 0; at > 0 && step < most_words && is_described_by(sentence_.tags[at - 1]); ++step) --at;
        if (at == 0) return true;
        const std::string word = fold(word_of(text_, sentence_, at - 1));
        if (word == "of") return at > 1 && is_part(at - 2);
        return word == "since" || word == "when" || word == "after" || word == "because" || word == "until";
    }

    /// "Half of the ceiling", "a good part of it".
    bool is_part(std::uint32_t noun) const {
        static const WordList& parts = word_list("part_nouns");
        return sentence_.tags[noun] == Tag::CD || parts.has(lemma_of(text_, sentence_, noun));
    }

private:
    static bool is_described_by(Tag tag) {
        return tag == Tag::DT || tag == Tag::JJ || tag == Tag::PRPS || tag == Tag::POS || tag == Tag::NN || tag == Tag::NNP;
    }

    std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
};

/// "The Merle struck the quay": what has a name and strikes what vehicles run into.
bool runs_into(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t subject) {
    static const WordList& obstacles = word_list("obstacles");
    const Sentence& sentence = tree.sentence();
    if (!is_proper(sentence.tags[subject])) return false;
    for (const Relation relation : {Relation::obj, Relation::obl}) {
        const auto struck = tree.child(verb, relation);
        if (struck != no_token && obstacles.has(lemma_of(text, sentence, static_cast<std::uint32_t>(struck)))) return true;
    }
    return false;
}

}  // namespace

std::string_view doing_of(std::string_view text, const Tree& tree, std::uint32_t verb, const std::string& base) {
    const Sentence& sentence = tree.sentence();
    const std::string next = verb + 1 < sentence.tags.size() ? base + " " + fold(word_of(text, sentence, verb + 1)) : base;
    const Said said(text, tree);
    for (const Doing& doing : all_doings()) {
        if (!doing.verbs.has(base) && !doing.verbs.has(next)) continue;
        const auto subject = doing.suffered ? tree.child(verb, Relation::nsubj_pass) : tree.subject(verb);
        if (subject != no_token && said.is_among(static_cast<std::uint32_t>(subject), doing.subjects)) return doing.name;
        if (!doing.suffered && sentence.tags[verb] == Tag::VBD && said.stands_before(verb, doing.subjects)) return doing.name;
        if (subject != no_token && doing.name == "crash" && runs_into(text, tree, verb, static_cast<std::uint32_t>(subject))) return doing.name;
    }
    return {};
}

std::int32_t whole_subject(std::string_view text, const Tree& tree, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const bool participle = tree.relation(verb) == Relation::acl && sentence.tags[verb] == Tag::VBN;
    const auto subject = participle ? tree.head(verb) : tree.subject(verb);
    if (subject == no_token || subject > static_cast<std::int32_t>(verb) || tree.relation(verb) == Relation::acl_relcl) return subject;
    const auto preposition = tree.child(static_cast<std::uint32_t>(subject), Relation::case_);
    if (preposition <= 0 || preposition > subject) return subject;
    const auto before = static_cast<std::uint32_t>(preposition) - 1;
    const bool hyphened = before >= 2 && word_of(text, sentence, before - 1) == "-" && is_noun(sentence.tags[before - 2]);  // "the cave-in at"
    if (!hyphened && !is_noun(sentence.tags[before])) return subject;
    // A participle is said of the last noun, unless the sentence has no other verb.
    if (participle && std::any_of(sentence.tags.begin(), sentence.tags.end(), [](Tag tag) { return is_finite_verb(tag); })) return subject;
    return static_cast<std::int32_t>(before);
}

}  // namespace annals
