#include "importers/extract/dates/event_name.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/told_events.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/happenings.h"
#include "importers/extract/matching/words_around.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace annals {
namespace {

constexpr std::uint32_t longest_name = 25;

// "eight days after the raid and left on 3 May": what stands behind "and" is told, not named; "after a fire gutted the mill and sent six to
// hospital" goes on.
bool begins_clause(const LookedUp& at, std::uint32_t first, std::uint32_t i) {
    static constexpr FixedWords joints{"and", "but"};
    static constexpr FixedWords opening{"who", "which", "was", "were", "had", "has", "is", "are", "would", "will", "he", "she", "they", "nobody", "nothing", "none", "it"};
    if (i + 1 >= at.size() || !joints.has(at.word(i))) return false;
    if (at.word(i + 1) == ",") return true;
    std::array<char, 32> buffer;
    const auto is_past = [&](std::uint32_t k) {
        const std::string_view word = folded_at(at, k, buffer);
        return (word.size() > 4 && word.ends_with("ed")) || !irregular_base(word, 'v').empty();
    };
    if (!is_past(i + 1)) return opening.has(folded_at(at, i + 1, buffer));
    for (std::uint32_t k = first + 1; k < i; ++k)
        if (is_past(k)) return false;
    return true;
}

// What may open a clause behind a name: "the vote he", "the vote six", "the vote, she".
bool begins_subject(const LookedUp& at, std::uint32_t i) {
    std::array<char, 32> buffer;
    if (i >= at.size()) return false;
    if ((*at.tokens)[i].capital) return true;
    if ((*at.tokens)[i].kind == TokenKind::number) return !(*at.tokens)[i - 1].capital;  // "the flight 312"
    static constexpr FixedWords words{"he",    "she",   "they", "it",    "we",   "i",       "there", "the",  "a",
                                      "an",    "his",   "her",  "their", "two",  "three",   "four",  "five", "six",
                                      "seven", "eight", "nine", "ten",   "some", "several", "each",  "both"};
    return words.has(folded_at(at, i, buffer));
}

// "a week after the storm neighbours had mended", "on the eve of the crash guests felt": the many who did it, behind what happened.
bool begins_plural_subject(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords helpers{"had", "were", "have"};
    std::array<char, 32> buffer;
    if (i + 1 >= at.size() || (*at.tokens)[i].kind != TokenKind::word || !at.word(i).ends_with('s') || at.word(i).ends_with("ss") || !(helpers.has(at.word(i + 1)) || is_past_form(at.word(i + 1)))) return false;
    return !happening_of_word(folded_at(at, i - 1, buffer)).empty();
}

bool may_be_verb(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords helpers{"is", "was", "are", "were", "has", "have", "had", "will", "would"};
    std::array<char, 32> buffer;
    const std::string_view word = folded_at(at, i, buffer);
    return helpers.has(word) || is_past_form(word);
}

// "the review that he announced four days after the fire is under way": the one verb of the main clause.
bool is_main_verb_behind_relative(const LookedUp& at, std::uint32_t first, std::uint32_t i) {
    static constexpr FixedWords who{"who", "that", "which"};
    constexpr std::uint32_t far = 16;
    if (!may_be_verb(at, i)) return false;
    std::uint32_t k = first - 1;
    bool told = false;
    for (; k > 0 && first - k < far && !who.has(at.word(k)); --k) {
        if ((*at.tokens)[k].kind == TokenKind::mark) return false;
        told |= may_be_verb(at, k);
    }
    if (!told || !who.has(at.word(k))) return false;
    for (; k-- > 0 && (*at.tokens)[k].kind != TokenKind::mark;)
        if (may_be_verb(at, k)) return false;
    for (k = i + 2; k < at.size() && (*at.tokens)[k].kind != TokenKind::mark; ++k)
        if (may_be_verb(at, k)) return false;
    return true;
}

// "who had hired him a year after the flood moved to Leeds": the verb behind the name is of whoever is spoken of; not "after the war began".
bool goes_on_behind_relative(const LookedUp& at, std::uint32_t first, std::uint32_t i) {
    static constexpr FixedWords befalls{"began", "broke", "ended", "struck", "hit", "happened", "started", "came", "erupted", "stopped", "finished", "closed", "opened", "killed", "destroyed", "took"};
    static constexpr FixedWords who{"who", "that", "which"};
    constexpr std::uint32_t far = 16;
    std::array<char, 32> buffer;
    if (i != first + 2 || at.word(first) != "the" || happening_of_word(folded_at(at, first + 1, buffer)).empty()) return false;
    if (is_main_verb_behind_relative(at, first, i)) return true;
    const std::string_view word = folded_at(at, i, buffer);
    if (befalls.has(word) || !((word.size() > 4 && word.ends_with("ed")) || !irregular_base(word, 'v').empty())) return false;
    for (std::uint32_t k = first; k-- > 1 && first - k < far && (*at.tokens)[k].kind != TokenKind::mark;)
        if (at.word(k) == "had") return who.has(at.word(k - 1));
    return false;
}

}  // namespace

bool ends_name(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords within{"'", "\u2019", "-", "'s", "\u2019s", "\"", "\u201c", "\u201d", "$", "\u20ac", "\u00a3"};
    if ((*at.tokens)[i].kind != TokenKind::mark || within.has(at.word(i))) return false;
    const bool score = i > 0 && i + 1 < at.size() && (*at.tokens)[i - 1].kind == TokenKind::number && (*at.tokens)[i + 1].kind == TokenKind::number;
    return !score || at.word(i) != "\u2013";  // "a 7–1 defeat"
}

bool begins_name(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords opening{"of",  "the", "a",    "an",   "this",      "that",  "his",     "her", "their",
                                        "its", "our", "my",   "your", "he",        "she",   "they",    "we",  "it",
                                        "i",   "you", "last", "next", "yesterday", "today", "tomorrow"};
    std::array<char, 32> buffer;
    return (*at.tokens)[i].capital || (*at.tokens)[i].kind == TokenKind::number || opening.has(folded_at(at, i, buffer));
}

std::uint32_t behind_pronoun(const LookedUp& at, std::uint32_t first) {
    static constexpr FixedWords pronouns{"he", "she", "they", "it", "we", "i"};
    static constexpr FixedWords helpers{"was", "were", "had"};
    std::array<char, 32> buffer;
    if (first >= at.size() || !pronouns.has(folded_at(at, first, buffer))) return first;
    std::uint32_t verb = first + 1;
    if (verb < at.size() && helpers.has(folded_at(at, verb, buffer))) ++verb;
    return verb < at.size() && (!happening_of_word(folded_at(at, verb, buffer)).empty() || is_verb_of_mishap(at, verb)) ? verb : first;
}

bool is_verb_of_mishap(const LookedUp& at, std::uint32_t i) {
    static const std::array<const WordList*, 3> lists{&word_list("breaking_verbs"), &word_list("colliding_verbs"), &word_list("falling_verbs")};
    std::array<char, 32> buffer;
    const std::string_view word = folded_at(at, i, buffer);
    if (!is_past_form(word)) return false;
    const std::string base = lemma(word, Tag::VBD);
    return is_mishap(word) || std::ranges::any_of(lists, [&](const WordList* list) { return list->has(base); });
}

std::uint32_t name_end(const LookedUp& at, std::uint32_t first, bool fronted) {
    static constexpr FixedWords parting{",", "\u2014", "\u2013", "--"};
    static constexpr FixedWords otherwhen{"after", "before", "during", "following"};  // "a day before the crash after a long rest"
    std::uint32_t last = first;
    if (first + 1 < at.size() && at.word(first) == "it" && begins_subject(at, first + 1)) return first + 1;
    std::uint32_t other = 0;  // "the day after the vote he resigned": where the main clause begins, if no mark stands before it
    while (last < at.size() && last < first + longest_name && !ends_name(at, last) && !(last > first + 1 && otherwhen.has(at.word(last))) && !begins_clause(at, first, last) && !goes_on_behind_relative(at, first, last)) {
        const bool begins_other = (*at.tokens)[last].capital && last > first && stem(at, last - 1) && !(*at.tokens)[last - 1].capital;
        if (fronted && begins_other) return other ? other : last;
        const bool begins_main =
            fronted && other == 0 && last > first + 1 && stem(at, last - 1) && !(*at.tokens)[last].capital && begins_subject(at, last);
        if (begins_main || (fronted && other == 0 && last > first + 1 && begins_plural_subject(at, last))) other = last;
        ++last;
    }
    const bool whole = last >= at.size() || !parting.has(at.word(last)) || !begins_subject(at, last + 1);
    return whole && other ? other : last;
}

bool is_definite(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords known{"the", "this", "that", "his", "her", "their", "its"};
    std::array<char, 32> buffer;
    return known.has(folded_at(at, i, buffer));
}

bool is_one_thing(const LookedUp& at, std::uint32_t first, std::uint32_t last) {
    return last == first + 2 && at.word(first) == "the" && stem(at, first + 1);
}

bool is_own_thing(const LookedUp& at, std::uint32_t first, std::uint32_t last) {
    static constexpr FixedWords own{"his", "her", "their", "its"};
    return last == first + 2 && own.has(at.word(first)) && stem(at, first + 1);
}

}  // namespace annals
