#include "importers/extract/habit.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/event_kind.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// "In February", "on Friday", "between June and October": not "in June 2018", "next Monday", "overnight".
bool is_none_in_particular(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords particular{"this", "next", "last", "past", "coming", "previous", "following", "that", "same", "ago"};
    static constexpr FixedWords returning{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
                                          "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "fall", "winter"};
    bool returns = false;
    for (auto i = expression.first; i < expression.last; ++i) {
        const auto word = word_of(text, sentence, i);
        const std::string folded = fold(word);
        if (particular.has(folded) || (sentence.tokens[i].kind == TokenKind::number && word.size() > 2)) return false;
        returns = returns || returning.has(folded);
    }
    return returns;
}

/// "In the evening", "at the weekend", "mornings": of any day, where the present tells what goes on.
bool is_part_of_any_day(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords parts{"morning", "afternoon", "evening", "night", "weekend", "mornings", "evenings", "nights", "weekends", "noon", "dawn", "dusk"};
    static constexpr FixedWords leads{"in", "at", "on", "during"};
    if (expression.first == 0 || !parts.has(fold(word_of(text, sentence, expression.last - 1)))) return false;
    auto first = expression.first;
    if (expression.last - first == 2 && fold(word_of(text, sentence, first)) == "the") ++first;
    else if (expression.last - first == 1 && word_of(text, sentence, first - 1) == "the" && first > 1) --expression.first;
    if (expression.last - first != 1) return false;
    return leads.has(fold(word_of(text, sentence, expression.first - 1)));
}

/// In the simple present, and of something that goes on: "it buzzes with traders"; not "the cabinet meets", which may be this evening.
bool tells_what_goes_on(std::string_view text, const Tree& tree, std::uint32_t trigger, const Clause& clause) {
    const Tag tag = tree.sentence().tags[trigger];
    const bool modal = tree.child(trigger, Relation::aux) != no_token;
    if (clause.tense != Tense::present || clause.progressive || modal) return false;
    const auto who = tree.subject(trigger);
    if (who != no_token && fold(word_of(text, tree.sentence(), static_cast<std::uint32_t>(who))) == "you") return true;
    return tag == Tag::VBZ || tag == Tag::VBP || tree.has_copula(trigger);
}

}  // namespace

bool is_habit(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Sentence& sentence = tree.sentence();
    if (is_part_of_any_day(text, sentence, expression)) {
        const Clause* around = clause_at(sentence, trigger);
        if (word_of(text, sentence, trigger) == "due") return false;
        return around && tells_what_goes_on(text, tree, trigger, *around);
    }
    if (!is_none_in_particular(text, sentence, expression)) return false;
    const Clause* clause = clause_at(sentence, trigger);
    if (!clause) return false;
    const bool present = clause->tense == Tense::present && !clause->progressive;
    const auto last = std::min<std::uint32_t>(clause->last, static_cast<std::uint32_t>(sentence.tokens.size()));
    for (auto i = clause->first; i < last; ++i) {
        if (expression.contains(i)) continue;
        const std::string word = fold(word_of(text, sentence, i));
        if (present && word_list("habit_adverbs").has(word)) return true;
        if (present && word == "per" && i + 1 < last && word_list("returning_times").has(lemma_of(text, sentence, i + 1))) return true;  // "two flights per week"
        if ((word != "every" && word != "each") || i + 1 >= last || (i > 0 && word_of(text, sentence, i - 1) == "for")) continue;  // "a bell for every year"
        for (auto unit = i + 1; unit < last && unit < i + 3; ++unit)  // "every winter season"
            if (word_list("returning_times").has(lemma_of(text, sentence, unit))) return true;
    }
    return false;
}

}  // namespace annals
