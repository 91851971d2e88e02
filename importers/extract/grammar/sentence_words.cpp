#include "importers/extract/grammar/sentence_words.h"

namespace annals {

bool SentenceWords::is_be(std::uint32_t token) const {
    const auto said = word(token);
    return said == "is" || said == "was" || said == "are" || said == "were" || said == "be" || said == "been" || said == "'s";
}

bool SentenceWords::is_helper(std::uint32_t token) const {
    if (tag(token) == Tag::MD || is_be(token)) return true;
    const auto said = base(token);
    if (said == "have" && tag(token + 1) == Tag::TO) return true;
    return (said == "have" || said == "do" || said == "get") && (is_verb(tag(token + 1)) || tag(token + 1) == Tag::RB);
}

bool SentenceWords::is_no(std::uint32_t token) const {
    const auto said = word(token);
    return said == "not" || said == "never" || said == "n't" || said == "n\u2019t" || said == "longer";
}

bool SentenceWords::is_negated(std::uint32_t verb) const {
    constexpr std::uint32_t reach = 4;
    for (auto i = verb; i > 0 && i + reach > verb; --i)
        if (is_no(i - 1)) return true;
    return false;
}

bool SentenceWords::will(std::uint32_t verb) const {
    constexpr std::uint32_t reach = 6;
    for (auto i = verb + 1; i > 0 && i + reach > verb; --i) {
        const auto said = word(i - 1);
        if (said == "will" || said == "'ll" || said == "shall") return true;
        if (said == "," || said == ";") return false;
    }
    return false;
}

}  // namespace annals
