#include "importers/extract/events/denied_date.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/sentence_words.h"

namespace annals {
namespace {

constexpr FixedWords at_a_time{"in", "on", "at", "during"};

class Contrast : public SentenceWords {
public:
    using SentenceWords::SentenceWords;

    /// The "not" right before the date and the preposition that leads it; no_token where there is none, or where it says how short
    /// a time it was: ", not two years later".
    std::int32_t denial(TokenRange expression) const {
        constexpr std::uint32_t reach = 4;  // "not late in that month", "not in the May of 1931"
        for (auto i = expression.first; i > 0 && i + reach > expression.first; --i) {
            const auto at = i - 1;
            if (tag(at) == Tag::DT || word(at) == "end" || word(at) == "beginning" || word(at) == "of") continue;
            if (at_a_time.has(word(at))) return at > 0 && is_not(at - 1) ? static_cast<std::int32_t>(at) - 1 : no_token;
            return is_not(at) && i == expression.first && names_a_time(expression) ? static_cast<std::int32_t>(at) : no_token;
        }
        return no_token;
    }

    /// "Far from opening in May, the hall is a shell".
    bool is_far_from(TokenRange expression) const {
        constexpr std::uint32_t reach = 12;
        for (auto i = expression.first; i > 1 && i + reach > expression.first; --i) {
            if (word(i - 1) == "," || word(i - 1) == ";") return false;
            if (tag(i - 1) == Tag::VBG && i > 2 && word(i - 2) == "from") return fold(word(i - 3)) == "far";
        }
        return false;
    }

    bool parts(std::uint32_t token) const {
        const auto said = word(token);
        return said == "," || said == ";" || said == "(" || said == "\u2013" || said == "\u2014" || said == "and" || said == "but";
    }

private:
    bool is_not(std::uint32_t token) const { return word(token) == "not" && tag(token + 1) != Tag::TO; }

    /// A year or a name, no length of time.
    bool names_a_time(TokenRange expression) const {
        constexpr std::size_t year = 4;
        for (auto i = expression.first; i < expression.last; ++i) {
            const Token& token = sentence_.tokens[i];
            if (token.kind == TokenKind::number ? word(i).size() == year : token.capital) return true;
        }
        return false;
    }
};

}  // namespace

bool is_denied_date(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const Contrast words(text, sentence);
    if (words.is_far_from(expression)) return true;
    const auto denial = words.denial(expression);
    if (denial == no_token || denial == 0) return false;
    const auto no = static_cast<std::uint32_t>(denial);
    if (words.parts(no - 1)) return true;
    // "not on Sunday but on Monday"; not "was not in 1931, but later, a town"
    return words.word(expression.last) == "but" && (at_a_time.has(words.word(expression.last + 1)) || words.tag(expression.last + 1) == Tag::CD);
}

bool stands_in_its_place(std::string_view text, const Sentence& sentence, TokenRange expression) {
    const Contrast words(text, sentence);
    auto but = expression.first;
    while (but > 0 && but + 3 > expression.first && words.word(but) != "but") --but;
    if (but == 0 || words.word(but) != "but") return false;
    constexpr std::uint32_t reach = 9;
    for (auto i = but; i > 1 && i + reach > but; --i) {
        if (words.word(i - 1) == ";") return false;
        if (words.word(i - 1) == "not") return at_a_time.has(words.word(i)) || words.tag(i) == Tag::CD;
    }
    return false;
}

}  // namespace annals
