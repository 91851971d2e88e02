#include "importers/extract/events/toll.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tree.h"

#include <algorithm>

namespace annals {

bool opens_with_count(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest_subject = 6;
    static constexpr FixedWords many{"dozens", "scores", "hundreds", "several", "both", "all"};
    static constexpr FixedWords elsewhen{"later", "since", "eventually", "subsequently", "previously", "earlier", "once",  "ever",   "already", "then",
                                         "now",   "still", "usually",    "always",       "often",      "every",   "there", "before", "yet",     "again"};
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    bool counted = false, named = false;
    std::uint32_t verb = 0;
    while (verb < count && verb < longest_subject && !is_finite_verb(sentence.tags[verb])) {
        const Tag tag = sentence.tags[verb];
        const std::string word = fold(word_of(text, sentence, verb));
        if (tag == Tag::CD || many.has(word)) counted = true;
        else if (counted && (word == "them" || is_noun(tag))) named = true;
        else if (tag != Tag::IN && tag != Tag::JJ && tag != Tag::JJR && tag != Tag::JJS && tag != Tag::DT && tag != Tag::RB) return false;
        ++verb;
    }
    if (!counted || !named || verb >= count || sentence.tags[verb] != Tag::VBD) return false;
    for (std::uint32_t i = 0; i < count && word_of(text, sentence, i) != ";"; ++i)
        if (elsewhen.has(fold(word_of(text, sentence, i)))) return false;
    return true;
}

void settle_harm(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i)
        if (word_of(text, sentence, i) == "hurt" && (word_of(text, sentence, i - 1) == "were" || word_of(text, sentence, i - 1) == "was")) sentence.tags[i] = Tag::VBN;
}

namespace {

bool has(const Mention& mention, std::initializer_list<std::string_view> names) {
    return std::any_of(mention.happenings.begin(), mention.happenings.end(),
                       [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

}  // namespace

bool tells_toll(const Mention& mention) { return has(mention, {"injury", "death", "killing", "rescue"}); }

bool may_have_toll(const Mention& mention) {
    if (!mention.date.start_min || mention.date.start_min != mention.date.end_max) return false;
    if (mention.kind != EventKind::occurrence || mention.role != DateRole::event) return false;
    if (mention.modality != Modality::asserted && mention.modality != Modality::claimed) return false;
    return mention.happenings.empty() || has(mention, {"~some accident", "~some violence", "~some harm", "~some unrest", "~some fighting"});
}

}  // namespace annals
