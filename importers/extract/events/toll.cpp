#include "importers/extract/events/toll.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tree.h"

#include <algorithm>

namespace annals {

namespace {

bool tells_of_another_time(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords elsewhen{"later", "since", "eventually", "subsequently", "previously", "earlier", "once",  "ever",   "already", "then",
                                         "now",   "still", "usually",    "always",       "often",      "every",   "there", "before", "yet",     "again"};
    for (std::uint32_t i = 0; i < sentence.tags.size() && word_of(text, sentence, i) != ";"; ++i)
        if (elsewhen.has(fold(word_of(text, sentence, i)))) return true;
    return false;
}

/// "According to the owner, [nine people] were hurt": where the sentence goes on behind whose word it is.
std::uint32_t behind_source(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 8;
    if (sentence.tags.size() < 5 || word_of(text, sentence, 0) != "According" || word_of(text, sentence, 1) != "to") return 0;
    for (std::uint32_t i = 2; i < longest && i + 1 < sentence.tags.size(); ++i) {
        if (word_of(text, sentence, i) == ",") return i + 1;
        if (sentence.tags[i] == Tag::CD) return i;
        if (is_verb(sentence.tags[i])) return 0;
    }
    return 0;
}

/// "Ninety ferns were lost", "46 crates fell overboard": things that came to harm.
bool loses_things(const Mention& mention) {
    static constexpr FixedWords losing{"lose", "destroy", "damage", "wreck", "ruin", "cancel", "scrub", "sink", "burn", "fall"};
    return losing.has(mention.trigger_lemma);
}

}  // namespace

bool opens_with_count(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest_subject = 6, longest_place = 6;
    static constexpr FixedWords many{"dozens", "scores", "hundreds", "several", "both", "all"};
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    bool counted = false, named = false;
    const std::uint32_t first = behind_source(text, sentence);
    std::uint32_t verb = first;
    while (verb < count && verb < first + longest_subject && !is_finite_verb(sentence.tags[verb])) {
        const Tag tag = sentence.tags[verb];
        if (named && word_of(text, sentence, verb) == ",") {  // ", most of them deckhands,"
            auto close = verb + 1;
            while (close < count && close < verb + longest_place && word_of(text, sentence, close) != "," && !is_verb(sentence.tags[close])) ++close;
            if (close + 1 >= count || word_of(text, sentence, close) != ",") return false;
            verb = close + 1;
            break;
        }
        const std::string word = fold(word_of(text, sentence, verb));
        if (tag == Tag::CD || many.has(word) || (word == "-" && counted)) counted = true;  // "twenty-one"
        else if (counted && (word == "them" || is_noun(tag))) named = true;
        else if (tag != Tag::IN && tag != Tag::JJ && tag != Tag::JJR && tag != Tag::JJS && tag != Tag::DT && tag != Tag::RB) return false;
        ++verb;
    }
    for (const auto end = verb + longest_place; named && verb < std::min(count, end) && !is_finite_verb(sentence.tags[verb]);) {  // "in a car behind"
        if (sentence.tags[verb] == Tag::punctuation || is_verb(sentence.tags[verb])) return false;
        ++verb;
    }
    named = named || (verb == first + 1 && verb < count && word_of(text, sentence, verb) == "were");  // "nine were taken to hospital"
    return counted && named && verb < count && sentence.tags[verb] == Tag::VBD && !tells_of_another_time(text, sentence);
}

bool opens_with_one(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest_subject = 14;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (count < 3 || sentence.tags[0] != Tag::DT || sentence.tags[1] == Tag::NNS) return false;
    bool named = false;
    for (std::uint32_t i = 1; i < std::min(count, longest_subject); ++i) {
        const Tag tag = sentence.tags[i];
        if (tag == Tag::VBD) return named && !tells_of_another_time(text, sentence);
        if (is_verb(tag) || tag == Tag::MD || tag == Tag::WP || tag == Tag::WDT || tag == Tag::CC || word_of(text, sentence, i) == ";") return false;
        named = named || is_noun(tag);
    }
    return false;
}

bool does_harm(std::string_view verb) {
    static constexpr FixedWords verbs{"injured", "killed", "wounded", "hurt"};
    return verbs.has(verb);
}

bool is_done_there(std::string_view verb) {
    static constexpr FixedWords verbs{"found", "seized", "counted", "arrested", "detained", "freed", "rescued", "discovered", "recovered"};
    return verbs.has(verb);
}

void settle_harm(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i)
        if (word_of(text, sentence, i) == "hurt" && (word_of(text, sentence, i - 1) == "were" || word_of(text, sentence, i - 1) == "was")) sentence.tags[i] = Tag::VBN;
    // "Seven of the riders [needed] treatment": all that the sentence can tell
    if (std::any_of(sentence.tags.begin(), sentence.tags.end(), is_finite_verb)) return;
    for (std::uint32_t i = 3; i + 1 < sentence.tags.size() && sentence.tags[0] == Tag::CD; ++i)
        if (sentence.tags[i] == Tag::VBN && sentence.tags[i - 1] == Tag::NNS && word_of(text, sentence, 1) == "of") {
            sentence.tags[i] = Tag::VBD;
            return;
        }
}

namespace {

bool has(const Mention& mention, std::initializer_list<std::string_view> names) {
    return std::any_of(mention.happenings.begin(), mention.happenings.end(),
                       [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); });
}

}  // namespace

bool tells_toll(const Mention& mention) { return has(mention, {"injury", "death", "killing", "rescue", "cancellation", "evacuation"}) || loses_things(mention); }

bool may_have_toll(const Mention& mention) {
    if (!mention.date.start_min || mention.date.start_min != mention.date.end_max) return false;
    if (mention.kind != EventKind::occurrence || mention.role != DateRole::event) return false;
    if (mention.modality != Modality::asserted && mention.modality != Modality::claimed) return false;
    return mention.happenings.empty() || has(mention, {"~some accident", "~some violence", "~some harm", "~some unrest", "~some fighting", "~some failure", "~some rupture"});
}

}  // namespace annals
