#include "importers/extract/events/parted_date.h"

#include "core/text/fixed_words.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/grammar/grammar.h"

#include <algorithm>

namespace annals {
namespace {

}  // namespace

std::int32_t verb_of_wait(std::string_view text, const Tree& tree, TokenRange expression) {
    constexpr std::uint32_t longest = 10;
    static constexpr FixedWords passing{"passed", "elapsed", "went", "by", "were", "was", "to", "would", "had", "pass", "elapse"};
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto word = [&](std::uint32_t token) { return token < count ? word_of(text, sentence, token) : std::string_view(); };
    auto behind = expression.last;
    while (behind < count && behind < expression.last + 4 && passing.has(word(behind))) ++behind;
    if (behind > expression.last && word(behind) == "before") return finite_verb_behind(tree, behind + 1);
    auto lead = expression.first;
    if (lead > 0 && word(lead - 1) == "the") --lead;
    if (lead < 2 || word(lead - 1) != "until" || (word(lead - 2) != "took" && word(lead - 2) != "take")) return no_token;
    if (word(expression.last) == "before") return finite_verb_behind(tree, expression.last + 1);
    if (word(expression.last) != "to" && word(expression.last) != "for") return no_token;
    for (auto i = expression.last; i + 1 < count && i < expression.last + longest && sentence.tags[i] != Tag::punctuation; ++i) {
        if (sentence.tags[i] != Tag::TO || sentence.tags[i + 1] != Tag::VB) continue;
        if (word(i + 1) == "be" && i + 2 < count && sentence.tags[i + 2] == Tag::VBN) ++i;
        return static_cast<std::int32_t>(i) + 1;
    }
    return no_token;
}

std::int32_t noun_before_brackets(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t reach = 6;
    auto first = expression.first;
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    if (first >= 2 && (word(first - 1) == "\u2013" || word(first - 1) == "-") && sentence.tokens[first - 2].kind == TokenKind::number)
        first -= 2;
    if (first < 2 || word(first - 1) != "(") return no_token;
    for (auto i = first - 1; i > 0 && i + reach > first; --i) {
        if (is_noun(sentence.tags[i - 1]) && is_event_noun(lemma_of(text, sentence, i - 1))) return static_cast<std::int32_t>(i - 1);
        if (!is_noun(sentence.tags[i - 1]) && word(i - 1) != "of" && sentence.tags[i - 1] != Tag::DT) break;
    }
    return no_token;
}

std::int32_t verb_of_fronted(std::string_view text, const Tree& tree, TokenRange expression) {
    const Sentence& sentence = tree.sentence();
    const auto first = dating_phrase(text, sentence, expression).first;
    if (first == 0) return no_token;
    const auto before = word_of(text, sentence, first - 1);
    const auto root = expression.first > 0 && tree.head(0) < 0 ? 0 : no_token;  // "Emboldened by its neighbours, on Tuesday, it rose"
    const bool participle = root == 0 && (sentence.tags[0] == Tag::VBN || sentence.tags[0] == Tag::VBG) && tree.subject(0) == no_token;
    const bool opens = (participle && before == ",") || before == ";" || before == ":" ||
                       (first >= 2 && sentence.tags[first - 1] == Tag::CC && word_of(text, sentence, first - 2) == ",");
    if (!opens) return no_token;
    auto start = expression.last;  // behind "further north than anyone had been,"
    if (start < sentence.tags.size() && word_of(text, sentence, start) == ",")
        for (auto i = start + 1; i < sentence.tags.size(); ++i)
            if (word_of(text, sentence, i) == "," && start == expression.last) start = i;
    for (auto i = start; i < sentence.tags.size(); ++i) {
        const auto tag = sentence.tags[i];
        if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::WRB || word_of(text, sentence, i) == ";") return no_token;
        if (!is_finite_verb(tag) && !(is_verb(tag) && tree.subject(i) != no_token)) continue;
        return helped_by(tree, i);
    }
    return no_token;
}

std::int32_t verb_behind_aside(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    const Sentence& sentence = tree.sentence();
    if (sentence.tags[found] != Tag::VBG || found < expression.last || word_of(text, sentence, expression.last) != "," ||
        tree.child(found, Relation::aux) != no_token)
        return no_token;
    if (std::any_of(sentence.tags.begin(), sentence.tags.begin() + expression.first, is_verb)) return no_token;
    auto comma = found + 1;
    while (comma < sentence.tags.size() && word_of(text, sentence, comma) != ",") {
        if (is_finite_verb(sentence.tags[comma])) return no_token;
        ++comma;
    }
    return comma < sentence.tags.size() ? finite_verb_behind(tree, comma + 1) : no_token;
}

std::int32_t verb_before_reason(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t verb) {
    static constexpr FixedWords reasons{"since", "because", "although", "though", "whereas"};
    const Sentence& sentence = tree.sentence();
    bool reason = false;
    for (auto i = expression.last; i + 1 < verb; ++i)
        reason = reason || (word_of(text, sentence, i) == "," && reasons.has(word_of(text, sentence, i + 1)));
    for (auto i = expression.first; reason && i > 0 && word_of(text, sentence, i - 1) != ","; --i)
        if (is_finite_verb(sentence.tags[i - 1])) return helped_by(tree, i - 1);
    return no_token;
}

std::int32_t finite_verb_behind(const Tree& tree, std::uint32_t from) {
    const Sentence& sentence = tree.sentence();
    for (auto i = from; i < sentence.tags.size(); ++i)
        if (is_finite_verb(sentence.tags[i])) return helped_by(tree, i);
    return no_token;
}

}  // namespace annals
