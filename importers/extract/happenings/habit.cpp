#include "importers/extract/happenings/habit.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

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

/// "They ate fish in the morning and rice at night": of any day, in the past too.
bool is_by_day_and_by_night(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords ends{",", ";", ".", "On", "on"};
    bool joined = false;
    for (auto i = expression.last; i + 1 < sentence.tokens.size(); ++i) {
        const auto word = word_of(text, sentence, i);
        if (ends.has(word)) return false;
        joined = joined || word == "and";
        if (word == "at" && word_of(text, sentence, i + 1) == "night") return joined;
    }
    return false;
}

/// "8pm", "10:30", "half past ten", "noon".
bool is_of_the_clock(std::string_view text, const Sentence& sentence, TokenRange expression) {
    static constexpr FixedWords around{"am", "pm", "a.m.", "p.m.", "half", "past", "quarter", "to", "o'clock", "o\u2019clock", "in", "the", "morning", "evening"};
    constexpr std::size_t longest = 7;  // "10.30pm"
    bool clock = false;
    for (auto i = expression.first; i < expression.last; ++i) {
        const auto word = word_of(text, sentence, i);
        if (sentence.tokens[i].capital || word.size() > longest + 1) return false;
        const std::string said = fold(word);
        const bool figures = word[0] >= '0' && word[0] <= '9';
        if (figures && word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;  // a year
        const bool hour = figures || said == "noon" || said == "midnight" || sentence.tags[i] == Tag::CD;
        if (!hour && sentence.tokens[i].kind == TokenKind::word && !around.has(said)) return false;
        clock = clock || hour;
    }
    return clock;
}

/// "will be open until 9pm on Fridays", "from June the shop will open at nine": a clock of many days.
bool is_clock_of_many_days(std::string_view text, const Sentence& sentence, TokenRange expression, std::uint32_t trigger) {
    static constexpr FixedWords many{"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekdays", "weekends", "daily"};
    static constexpr FixedWords months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
    static constexpr FixedWords opening{"open", "close", "shut", "stay", "run"};
    if (!is_of_the_clock(text, sentence, expression)) return false;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    const bool opens = opening.has(lemma_of(text, sentence, trigger));
    constexpr std::uint32_t reach = 10;
    for (auto i = expression.first > reach ? expression.first - reach : 0; i < count && i < expression.last + reach; ++i) {
        if (i >= expression.last && word_of(text, sentence, i) == ",") break;
        const std::string word = fold(word_of(text, sentence, i));
        if (many.has(word)) return true;
        const auto next = i + 1 < count ? fold(word_of(text, sentence, i + 1)) : std::string();
        const bool day_before = i > 0 && sentence.tokens[i - 1].kind == TokenKind::number;
        if (opens && (word == "from" || word == "in") && months.has(next) && !day_before) return true;
        if ((word == "every" || word == "each") && word_list("returning_times").has(next)) return true;
    }
    return false;
}

/// "The fair is held in May", "in winter the road is shut"; not "the road is shut in May", "the fair is held on Sunday".
bool is_of_any_year(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    static constexpr FixedWords seasons{"spring", "summer", "autumn", "winter"};
    static constexpr FixedWords days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    const Sentence& sentence = tree.sentence();
    if (expression.last != expression.first + 1 || expression.first == 0 || fold(word_of(text, sentence, expression.first - 1)) != "in") return false;
    auto be = tree.child(trigger, Relation::cop);
    if (be == no_token) be = tree.child(trigger, Relation::aux_pass);
    if (be == no_token || (sentence.tags[be] != Tag::VBZ && sentence.tags[be] != Tag::VBP) || tree.child(trigger, Relation::aux) != no_token) return false;
    const std::string unit = fold(word_of(text, sentence, expression.first));
    if (seasons.has(unit)) return true;
    static constexpr FixedWords yearly{"hold", "celebrate", "observe", "stage"};
    return !days.has(unit) && sentence.tags[trigger] == Tag::VBN && yearly.has(lemma_of(text, sentence, trigger));
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
    if (is_clock_of_many_days(text, sentence, expression, trigger)) return true;
    if (is_part_of_any_day(text, sentence, expression)) {
        if (is_by_day_and_by_night(text, sentence, expression)) return true;
        const Clause* around = clause_at(sentence, trigger);
        if (word_of(text, sentence, trigger) == "due") return false;
        return around && tells_what_goes_on(text, tree, trigger, *around);
    }
    if (!is_none_in_particular(text, sentence, expression)) return false;
    const Clause* clause = clause_at(sentence, trigger);
    if (!clause) return false;
    if (is_of_any_year(text, tree, expression, trigger)) return true;
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
