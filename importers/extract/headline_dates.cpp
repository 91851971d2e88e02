#include "importers/extract/headline_dates.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar.h"

#include <algorithm>

namespace annals {
namespace {

/// "before [the June] regatta": what stands before the date belongs to the noun behind it.
bool leads_a_noun(const Sentence& sentence, TokenRange phrase) {
    if (phrase.first + 1 >= phrase.last || phrase.last >= sentence.tags.size() || sentence.heads.empty() || !is_noun(sentence.tags[phrase.last])) return false;
    const Tag tag = sentence.tags[phrase.first];
    return (tag == Tag::IN || tag == Tag::TO || tag == Tag::DT) && sentence.heads[phrase.first] >= static_cast<std::int32_t>(phrase.last);
}

/// "just [after noon]", "a failure back [in 1987]", but not "sailed back [in 1994]".
bool leans_on_date(std::string_view text, const Sentence& sentence, std::uint32_t token, TokenRange date) {
    static constexpr FixedWords hedges{"just", "only", "probably", "possibly", "perhaps", "maybe"};
    if (sentence.tags[token] != Tag::RB) return false;
    const auto word = word_of(text, sentence, token);
    if (word == "back") return token > 0 && sentence.tags[date.first] == Tag::IN && (is_noun(sentence.tags[token - 1]) || sentence.tags[token - 1] == Tag::JJ);
    return hedges.has_in_any_case(word);
}

/// How many tokens before the date lead to it: "as soon [as Monday]", "as early as [May]".
std::uint32_t measure_before(std::string_view text, const Sentence& sentence, std::uint32_t first) {
    static constexpr FixedWords adverbs{"soon", "early", "late", "recently", "far"};
    for (const std::uint32_t back : {0u, 1u, 2u}) {
        if (first <= back || !adverbs.has(word_of(text, sentence, first - back)) || (back == 2 && word_of(text, sentence, first - 1) != "as")) continue;
        if (const auto word = word_of(text, sentence, first - back - 1); word == "as" || word == "As") return back + 1;
    }
    return 0;
}

/// "on the morning [of his trial]": it says on which.
bool is_morning_of(std::string_view text, const Tree& tree, TokenRange phrase, const std::vector<TokenRange>& phrases) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || phrase.last + 1 >= sentence.tags.size() || word_of(text, sentence, phrase.last) != "of" || in_any(phrases, phrase.last + 1)) return false;
    const auto noun = tree.head(phrase.last);
    if (noun < 0 || !is_noun(sentence.tags[noun]) || tree.relation(static_cast<std::uint32_t>(noun)) != Relation::nmod) return false;
    const auto of = tree.head(static_cast<std::uint32_t>(noun));
    return of > static_cast<std::int32_t>(phrase.first) && of + 1 == static_cast<std::int32_t>(phrase.last) && sentence.tags[of] == Tag::NN;
}

/// "spent [Monday] on the quay": without it the verb has no object.
bool is_spent(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords verbs{"spend", "mark"};
    return phrase.first > 0 && !sentence.tags.empty() && is_verb(sentence.tags[phrase.first - 1]) && sentence.tags[phrase.first] != Tag::IN &&
           verbs.has(lemma_of(text, sentence, phrase.first - 1));
}

/// "[until Friday], the eve of the fair": the end of what the day is said to be.
std::uint32_t end_of_apposition(std::string_view text, const Tree& tree, TokenRange phrase) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (!tree.parsed() || phrase.first == 0 || phrase.last + 2 >= count || word_of(text, sentence, phrase.last) != "," || sentence.tags[phrase.last + 1] != Tag::DT) return phrase.last;
    for (auto i = phrase.last + 2; i < count && i < phrase.last + 6; ++i) {
        const TokenRange said = tree.subtree(i);
        if (tree.relation(i) != Relation::appos || said.first < phrase.last || said.first > phrase.last + 1) continue;
        return said.last >= count || sentence.tags[said.last] == Tag::punctuation ? said.last : phrase.last;
    }
    return phrase.last;
}

/// "between Friday [and] Monday": what joins two dates goes with them.
bool joins(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto word = word_of(text, sentence, token);
    return sentence.tags[token] == Tag::CC || word == "to" || word == "-" || word == "\u2013" || word == ",";
}

bool is_border(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords borders{",", ";", "--", "\u2013", "\u2014", ":", ".", "\"", "''"};
    return borders.has(word_of(text, sentence, token));
}

/// Where "..., the board said on Friday." begins, which says who told the rest; 0 if the sentence does not end so.
std::uint32_t closing_speech(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases) {
    constexpr std::uint32_t longest = 16;  // tokens
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (auto i = count; i-- > 4 && i + longest > count;) {
        const Tag tag = sentence.tags[i];
        if (is_border(text, sentence, i) && i + 1 < count && word_of(text, sentence, i) != "." && i + 2 < count) return 0;
        if (!is_finite_verb(tag)) continue;
        if (tag == Tag::MD || !is_reporting_verb(lemma_of(text, sentence, i))) return 0;
        const bool told = lemma_of(text, sentence, i) == "tell";
        if (i + 1 < count && !is_border(text, sentence, i + 1) && sentence.tags[i + 1] != Tag::IN && !in_any(phrases, i + 1) && !told) return 0;
        bool noun = false;
        for (auto k = i; k-- > 4 && k + longest > i;) {
            if (word_of(text, sentence, k) == ",") return noun && sentence.tags[k + 1] != Tag::CC && sentence.tags[k + 1] != Tag::WDT && sentence.tags[k + 1] != Tag::WP ? k : 0;
            if (is_verb(sentence.tags[k]) || sentence.tags[k] == Tag::MD || (is_border(text, sentence, k) && word_of(text, sentence, k) != ".")) return 0;
            noun |= is_noun(sentence.tags[k]) || sentence.tags[k] == Tag::PRP;
        }
        return 0;
    }
    return 0;
}

}  // namespace

void drop_dates(std::string_view text, const Tree& tree, const std::vector<TokenRange>& phrases, TokenChoice& choice, TokenRange kept) {
    const Sentence& sentence = tree.sentence();
    std::uint32_t last_dropped = 0;
    for (TokenRange phrase : phrases) {
        if (!kept.empty() && phrase.contains(kept.last - 1)) phrase.last = std::max(phrase.first, kept.first);  // "nine days after [the bank failed]"
        if (is_morning_of(text, tree, phrase, phrases) || is_spent(text, sentence, phrase)) continue;
        if (phrase.last < sentence.tags.size() && sentence.tags[phrase.last] == Tag::POS) ++phrase.last;
        while (leads_a_noun(sentence, phrase)) ++phrase.first;
        phrase.first -= measure_before(text, sentence, phrase.first);
        if (phrase.first > 2 && word_of(text, sentence, phrase.first - 1) == "course") phrase.first -= 2;  // "over the course [of the past days]"
        if (phrase.first > 0 && phrase.first + 2 < sentence.tags.size() && word_of(text, sentence, phrase.first + 1) == "course" &&
            sentence.tags[phrase.first - 1] == Tag::IN)
            --phrase.first;
        if (phrase.first > 0 && leans_on_date(text, sentence, phrase.first - 1, phrase)) --phrase.first;
        if (last_dropped > 0 && phrase.first == last_dropped + 1 && joins(text, sentence, last_dropped)) --phrase.first;
        last_dropped = phrase.last;
        const auto end = end_of_apposition(text, tree, phrase);
        if (kept.empty() || !TokenRange{phrase.last, end}.contains(kept.last - 1)) phrase.last = end;
        choice.drop(phrase);
    }
}

void drop_source(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases, std::uint32_t trigger, TokenChoice& choice) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 0; i + 2 < count; ++i) {
        const auto word = word_of(text, sentence, i);
        if ((word != "according" && word != "According") || word_of(text, sentence, i + 1) != "to") continue;
        auto end = i + 2;
        while (end < count && !is_finite_verb(sentence.tags[end]) && !is_border(text, sentence, end)) ++end;
        if ((end == count || !is_finite_verb(sentence.tags[end])) && !TokenRange{i, end}.contains(trigger)) choice.drop({i, end});
        i = end - 1;
    }
    if (const auto first = closing_speech(text, sentence, phrases); first > trigger) choice.drop({first, count});
}

}  // namespace annals
