#include "importers/extract/headlines/headline_dates.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// "before [the June] regatta": what stands before the date belongs to the noun behind it.
bool leads_a_noun(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    if (phrase.first + 1 >= phrase.last || phrase.last >= sentence.tags.size() || sentence.heads.empty() || !is_noun(sentence.tags[phrase.last])) return false;
    const Tag tag = sentence.tags[phrase.first];
    const auto before = phrase.first > 0 ? sentence.tags[phrase.first - 1] : Tag::none;
    if ((is_noun(before) && tag == Tag::IN && word_of(text, sentence, phrase.first) == "of" &&
         word_of(text, sentence, phrase.first + 1) == "the") ||
        (before == Tag::IN && word_of(text, sentence, phrase.first) == "the" && word_of(text, sentence, phrase.first - 1) == "of"))
        return true;  // "the effects [of the May 2002] floods"
    if (tag == Tag::DT && (is_verb(before) || before == Tag::RP || before == Tag::IN))
        for (auto i = phrase.first + 1; i < phrase.last; ++i)  // "read out [the school year 1987] rules"
            if (sentence.heads[i] == static_cast<std::int32_t>(phrase.last) && sentence.relations[i] == Relation::compound) return true;
    return (tag == Tag::IN || tag == Tag::TO || tag == Tag::DT) && sentence.heads[phrase.first] >= static_cast<std::int32_t>(phrase.last);
}

/// "just [after noon]", "a failure back [in 1987]", but not "sailed back [in 1994]".
bool leans_on_date(std::string_view text, const Sentence& sentence, std::uint32_t token, TokenRange date) {
    static constexpr FixedWords hedges{"just", "only", "probably", "possibly", "perhaps", "maybe"};
    if (sentence.tags[token] != Tag::RB) return false;
    const auto word = word_of(text, sentence, token);
    if (word == "back") return token > 0 && sentence.tags[date.first] == Tag::IN && (is_noun(sentence.tags[token - 1]) || sentence.tags[token - 1] == Tag::JJ);
    static constexpr FixedWords into{"into", "before", "after", "past", "beyond"};
    if (word == "well") return into.has(word_of(text, sentence, date.first));
    return hedges.has_in_any_case(word);
}

/// "a little over [a week ago]", "for nearly [30 years]", "since before [the war]": where what measures the date begins.
std::uint32_t begin_of_measure(std::string_view text, const Sentence& sentence, std::uint32_t given) {
    static constexpr FixedWords measures{"over", "about", "around", "nearly", "almost", "roughly",
                                         "some", "under", "before", "after",  "well"};
    static constexpr FixedWords prepositions{"for", "since", "in", "within", "from", "until", "by", "during"};
    const auto first = measures.has_in_any_case(word_of(text, sentence, given)) ? given + 1 : given;
    auto begin = first;
    while (begin > 0 && begin + 2 > first && measures.has_in_any_case(word_of(text, sentence, begin - 1)) &&
           sentence.tags[begin - 1] != Tag::RP)
        --begin;
    if (begin == first || (given > 0 && sentence.tags[given] == Tag::IN && word_of(text, sentence, given - 1) == "over")) return given;  // "takes over [on Monday]"
    if (begin > 1 && word_of(text, sentence, begin - 1) == "little" && fold(word_of(text, sentence, begin - 2)) == "a") return begin - 2;
    if (begin > 0 && word_of(text, sentence, begin - 1) == "just") --begin;
    if (begin > 0 && prepositions.has_in_any_case(word_of(text, sentence, begin - 1))) return begin - 1;
    return word_of(text, sentence, begin) == "over" && sentence.tags[begin] == Tag::IN ? std::min(begin, given) : given;
}

/// "3 p.m. [local time]", "3 p.m. [Eastern]": the end of what says by which clock.
std::uint32_t end_of_clock(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords clocks{"Eastern", "Pacific", "Central", "Mountain", "local"};
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    const auto last = fold(word_of(text, sentence, phrase.last - 1));
    const bool clock = sentence.tokens[phrase.last - 1].kind == TokenKind::number || last == "pm" || last == "am" || last == "p.m." ||
                       last == "a.m." || last == "p.m" || last == "a.m" || last == "noon";
    if (!clock || phrase.last >= count || !clocks.has(word_of(text, sentence, phrase.last))) return phrase.last;
    auto end = phrase.last + 1;
    while (end < count && end < phrase.last + 3 &&
           (word_of(text, sentence, end) == "time" || word_of(text, sentence, end) == "Time" ||
            word_of(text, sentence, end) == "Standard" || word_of(text, sentence, end) == "Daylight"))
        ++end;
    return word_of(text, sentence, phrase.last) == "local" && end == phrase.last + 1 ? phrase.last : end;
}

/// "over [the Easter] bank holiday": the end of the stretch of time that the date names.
std::uint32_t end_of_stretch(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    if (sentence.heads.empty()) return phrase.last;
    const auto head = sentence.heads[phrase.last - 1];
    const auto noun = static_cast<std::uint32_t>(head);
    if (head < static_cast<std::int32_t>(phrase.last) || noun > phrase.last + 2) return phrase.last;
    for (auto i = phrase.last; i < noun; ++i)
        if (sentence.tags[i] != Tag::JJ && !is_noun(sentence.tags[i])) return phrase.last;
    const std::string base = lemma_of(text, sentence, noun);
    const bool possessed = noun + 1 < sentence.tags.size() && sentence.tags[noun + 1] == Tag::POS;
    return !possessed &&
                   (base == "weekend" || base == "holiday" || base == "period" || base == "season" || word_list("time_units").has(base))
               ? noun + 1
               : phrase.last;
}

/// "in charge [now]", but not "until now", "now that".
bool is_lone_now(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    if (fold(word_of(text, sentence, token)) != "now") return false;
    const bool opens = token == 0 || sentence.tags[token - 1] == Tag::punctuation;
    if (opens && sentence.tokens[token].capital && token + 1 < sentence.tags.size() && word_of(text, sentence, token + 1) == ",")
        return true;
    if (sentence.tags[token] != Tag::RB || sentence.heads.empty() || sentence.heads[token] < 0) return false;
    const auto told = static_cast<std::uint32_t>(sentence.heads[token]);  // "must begin now"
    if ((sentence.tags[told] == Tag::VB || sentence.tags[told] == Tag::MD) && token > told) return false;
    const bool led =
        token > 0 && (sentence.tags[token - 1] == Tag::IN || sentence.tags[token - 1] == Tag::RB || sentence.tags[token - 1] == Tag::JJ);
    static constexpr FixedWords pairs{"then", "again", "never"};
    const Tag next = token + 1 < sentence.tags.size() ? sentence.tags[token + 1] : Tag::none;
    const bool leads = next == Tag::IN || (next == Tag::CC && token + 2 < sentence.tags.size() && pairs.has(word_of(text, sentence, token + 2)));
    return !led && !leads;
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

/// 'the film "The Last [Summer]"': words of a title.
bool is_in_title(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    constexpr std::uint32_t longest = 7;  // tokens
    static constexpr FixedWords opening{"``", "\"", "\u201c"}, closing{"''", "\"", "\u201d"};
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    auto first = phrase.first, last = phrase.last;
    while (first > 0 && first + longest > phrase.first && !opening.has(word_of(text, sentence, first))) --first;
    while (last + 1 < count && last < first + longest && !closing.has(word_of(text, sentence, last))) ++last;
    if (last >= count || !opening.has(word_of(text, sentence, first)) || !closing.has(word_of(text, sentence, last))) return false;
    for (auto i = first; i < last; ++i)
        if (is_finite_verb(sentence.tags[i]) || sentence.tags[i] == Tag::PRP) return false;
    return first < phrase.first && (first + 1 < phrase.first || last > phrase.last);
}

/// "after [Tuesday's] fire" is one after the fire; "[this year's] Wimbledon" has no article.
bool takes_article(const Sentence& sentence, TokenRange phrase) {
    if (phrase.first > 0 && (sentence.tags[phrase.first - 1] == Tag::DT || sentence.tags[phrase.first - 1] == Tag::PRPS ||
                             sentence.tags[phrase.first - 1] == Tag::JJ))
        return false;
    auto noun = phrase.last;
    const auto is_part = [&](std::uint32_t i) {
        return is_noun(sentence.tags[i]) || sentence.tags[i] == Tag::JJ || sentence.tags[i] == Tag::JJR || sentence.tags[i] == Tag::JJS ||
               sentence.tags[i] == Tag::VBN || sentence.tags[i] == Tag::VBG;
    };
    while (noun + 1 < sentence.tags.size() && is_part(noun) && is_part(noun + 1)) ++noun;
    return noun < sentence.tags.size() && is_noun(sentence.tags[noun]) && !is_proper(sentence.tags[noun]);
}

/// "will carry [the day]"
bool is_object(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords verbs{"carry", "save", "seize", "win", "rule"};
    if (phrase.first == 0 || phrase.last != phrase.first + 2 || sentence.tags.empty() || word_of(text, sentence, phrase.first) != "the" ||
        word_of(text, sentence, phrase.first + 1) != "day")
        return false;
    return is_verb(sentence.tags[phrase.first - 1]) && verbs.has(lemma_of(text, sentence, phrase.first - 1));
}

/// "for the rest [of the year]": where what is said of the time begins.
std::uint32_t begin_of_part(std::string_view text, const Sentence& sentence, std::uint32_t first) {
    static constexpr FixedWords parts{"rest", "remainder", "end", "start", "beginning", "middle", "close", "bulk", "most", "course"};
    if (first < 3 || word_of(text, sentence, first) != "of" || !parts.has(word_of(text, sentence, first - 1))) return first;
    auto begin = first - 1;
    if (sentence.tags[begin - 1] == Tag::DT) --begin;
    return begin > 0 && sentence.tags[begin - 1] == Tag::IN ? begin - 1 : first;
}

/// "took [three weeks]"
bool is_length(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords verbs{"take", "last", "cover", "span"};
    if (phrase.first == 0 || sentence.tags.empty() || !is_verb(sentence.tags[phrase.first - 1]) || !verbs.has(lemma_of(text, sentence, phrase.first - 1)))
        return false;
    const Tag tag = sentence.tags[phrase.first];
    if (tag != Tag::CD && tag != Tag::DT && tag != Tag::JJ && tag != Tag::RB) return false;
    for (auto i = phrase.first; i < phrase.last; ++i) {
        if (is_proper(sentence.tags[i])) return false;
        if (is_noun(sentence.tags[i])) return word_list("time_units").has(lemma_of(text, sentence, i));
    }
    return false;
}

/// "The tower dates [from 1702]", "is dated [9 May]": without it nothing is said.
bool is_age(std::string_view text, const Sentence& sentence, TokenRange phrase, TokenRange told) {
    if (phrase.first == 0 || sentence.tags.empty()) return false;
    auto verb = phrase.first - 1;
    if (verb > 0 && word_of(text, sentence, verb) == "back") --verb;
    return verb + 1 == told.last && is_verb(sentence.tags[verb]) && lemma_of(text, sentence, verb) == "date";
}

/// "will be open [until May]", "would stay there [until 1994]", where the verb has nothing else: it is told how long, and not that it was. Lasting verbs
/// have "[from 2 May to 9 May]" so, too.
bool is_all_told(std::string_view text, const Tree& tree, TokenRange phrase, const TokenChoice& choice) {
    static constexpr FixedWords borders{"until", "till"};
    const Sentence& sentence = tree.sentence();
    const auto first = word_of(text, sentence, phrase.first);
    if (!tree.parsed() || phrase.first < 2 || (!borders.has(first) && first != "from")) return false;
    if (phrase.last < sentence.tags.size() && sentence.tags[phrase.last] != Tag::punctuation && sentence.tags[phrase.last] != Tag::CC)
        return false;
    auto last = phrase.first - 1;
    if (const Tag tag = sentence.tags[last]; (tag == Tag::RP || tag == Tag::RB) && last > 1) --last;
    if (!choice.has(last)) return false;
    const bool lasts = is_verb(sentence.tags[last]) && tree.relation(last) != Relation::amod;
    if (first == "from") return lasts && phrase.last > phrase.first + 3 && word_list("lasting_verbs").has(lemma_of(text, sentence, last));
    return lasts || (sentence.tags[last] == Tag::JJ && tree.has_copula(last));
}

/// "spent [Monday] on the quay": without it the verb has no object.
bool is_spent(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords verbs{"spend", "mark"};
    static constexpr FixedWords more{"remember", "celebrate", "forget", "await", "approach"};
    static constexpr FixedWords shares{"most", "much", "all", "half", "part"};
    if (phrase.first > 1 && word_of(text, sentence, phrase.first) == "of" && shares.has(word_of(text, sentence, phrase.first - 1))) {  // "spent most [of May] there"
        phrase.first -= 1;
        return !sentence.tags.empty() && is_verb(sentence.tags[phrase.first - 1]) && verbs.has(lemma_of(text, sentence, phrase.first - 1));
    }
    return phrase.first > 0 && !sentence.tags.empty() && is_verb(sentence.tags[phrase.first - 1]) && sentence.tags[phrase.first] != Tag::IN &&
           (verbs.has(lemma_of(text, sentence, phrase.first - 1)) ||
            (phrase.last > phrase.first + 1 && more.has(lemma_of(text, sentence, phrase.first - 1))));  // but "celebrate [today]"
}

/// "[until Friday], the eve of the fair": the end of what the day is said to be.
std::uint32_t end_of_apposition(std::string_view text, const Tree& tree, TokenRange phrase) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (!tree.parsed() || phrase.first == 0 || phrase.last + 2 >= count || word_of(text, sentence, phrase.last) != "," || sentence.tags[phrase.last + 1] != Tag::DT) return phrase.last;
    for (auto i = phrase.last + 2; i < count && i < phrase.last + 6; ++i) {
        const TokenRange said = tree.subtree(i);
        const bool of_other =
            tree.head(i) < static_cast<std::int32_t>(phrase.first) && said.last < count && word_of(text, sentence, said.last) == ",";
        if (tree.relation(i) != Relation::appos || of_other || said.first < phrase.last || said.first > phrase.last + 1) continue;
        if (said.last < count && (word_of(text, sentence, said.last) == "--" || word_of(text, sentence, said.last) == "\u2014"))
            return phrase.last;
        return said.last >= count || sentence.tags[said.last] == Tag::punctuation ? said.last : phrase.last;
    }
    return phrase.last;
}

/// "between Friday [and] Monday": what joins two dates goes with them.
bool joins(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto word = word_of(text, sentence, token);
    return sentence.tags[token] == Tag::CC || word == "to" || word == "-" || word == "\u2013" || word == ",";
}

/// "in a week [or two]", "a month [or so]"
std::uint32_t end_of_guess(std::string_view text, const Sentence& sentence, std::uint32_t end) {
    if (end + 1 >= sentence.tags.size() || word_of(text, sentence, end) != "or") return end;
    return sentence.tags[end + 1] == Tag::CD || word_of(text, sentence, end + 1) == "so" ? end + 2 : end;
}

/// "did not open [until May]": without it the contrary would be said.
bool ends_denial(std::string_view text, const Tree& tree, TokenRange phrase) {
    static constexpr FixedWords borders{"until", "till", "before"};
    if (!tree.parsed() || !borders.has_in_any_case(word_of(text, tree.sentence(), phrase.first))) return false;
    if (phrase.last < tree.sentence().tags.size() && is_noun(tree.sentence().tags[phrase.last])) return false;  // "before the May elections"
    const auto top = tree.top_of(phrase);
    const auto verb = top == no_token ? no_token : tree.governing_verb(static_cast<std::uint32_t>(top));
    if (verb == no_token || verb > static_cast<std::int32_t>(phrase.first)) return false;
    static constexpr FixedWords denials{"not", "n't", "never", "n\u2019t"};
    constexpr std::uint32_t farthest = 30;  // tokens
    for (auto i = phrase.first > farthest ? phrase.first - farthest : 0; i < phrase.first; ++i)
        if (tree.head(i) == verb && tree.relation(i) == Relation::advmod && denials.has_in_any_case(word_of(text, tree.sentence(), i))) return true;
    return false;
}

/// "gave them [until Friday] to leave": what was given.
bool is_time_given(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    constexpr std::uint32_t reach = 6;
    if (phrase.first < 2 || sentence.tags.empty() || (word_of(text, sentence, phrase.first) != "until" && word_of(text, sentence, phrase.first) != "till")) return false;
    for (auto i = phrase.first - 1; i > 0 && i + reach > phrase.first && sentence.tags[i] != Tag::punctuation; --i)
        if (is_verb(sentence.tags[i])) return lemma_of(text, sentence, i) == "give";
    return false;
}

/// "On Monday [most of the choir was ill]": the date belongs to no noun behind it.
bool opens_before_many(std::string_view text, const Sentence& sentence, TokenRange phrase) {
    static constexpr FixedWords many{"half", "most", "many", "several", "some", "hundreds", "thousands", "dozens", "both", "all", "nearly", "more"};
    return phrase.first == 0 && phrase.last < sentence.tags.size() && many.has(word_of(text, sentence, phrase.last));
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
        int between = word_of(text, sentence, i - 1) == "," ? 2 : 0;  // commas still to come: ", the owner, Anna Holm, said"
        for (auto k = between > 0 ? i - 1 : i; k-- > 4 && k + longest > i;) {
            if (word_of(text, sentence, k) == "," && between > 1 && noun && sentence.tags[k + 1] != Tag::CC) {
                noun = false, between = 1;
                continue;
            }
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
    std::uint32_t last_dropped = 0, given = 0;
    for (TokenRange phrase : phrases) {
        if (!kept.empty() && phrase.contains(kept.last - 1)) phrase.last = std::max(phrase.first, kept.first);  // "nine days after [the bank failed]"
        const bool compared = phrase.last < sentence.tags.size() && word_of(text, sentence, phrase.last) == "as" &&
                              phrase.last > phrase.first + 1 && word_of(text, sentence, phrase.last - 2) == "same";
        const bool joined = phrase.last + 1 < sentence.tags.size() && word_of(text, sentence, phrase.last) == "-" &&
                            !sentence.tokens[phrase.last].space_before && sentence.tokens[phrase.last + 1].kind == TokenKind::word &&
                            !in_any(phrases, phrase.last + 1);  // "day-to-day"  // "day[-to-day]"
        if (joined) continue;
        if (compared || is_in_title(text, sentence, phrase) || is_object(text, sentence, phrase) ||
            is_morning_of(text, tree, phrase, phrases) || is_spent(text, sentence, phrase) || ends_denial(text, tree, phrase) ||
            is_age(text, sentence, phrase, kept) || is_all_told(text, tree, phrase, choice))
            continue;
        if (is_length(text, sentence, phrase)) {
            if (phrase.last < sentence.tags.size() && word_of(text, sentence, phrase.last) == "to")
                given = phrase.last;  // "covers [the two years] to 31 May"
            continue;
        }
        const bool of_given = given > 0 && phrase.first == given;  // "until noon on Friday"
        if (of_given || is_time_given(text, sentence, phrase)) {
            given = phrase.last;
            continue;
        }
        if (phrase.empty()) continue;
        const auto verb = phrase.last + 1 < sentence.tags.size() ? sentence.tags[phrase.last + 1] : Tag::none;
        if (phrase.last < sentence.tags.size() && word_of(text, sentence, phrase.last) == "alone" && !is_verb(verb)) ++phrase.last;  // "in May alone"
        if (phrase.first > 0 && phrase.first + 2 < phrase.last && word_of(text, sentence, phrase.first) == "over" && !sentence.tags.empty() &&
            sentence.tags[phrase.first + 1] == Tag::IN && is_verb(sentence.tags[phrase.first - 1]))
            ++phrase.first;
        phrase.last = end_of_clock(text, sentence, phrase);
        if (const auto end = end_of_stretch(text, sentence, phrase); kept.empty() || !TokenRange{phrase.last, end}.contains(kept.last - 1))
            phrase.last = end;
        phrase.last = end_of_guess(text, sentence, phrase.last);
        const bool possesses = phrase.last < sentence.tags.size() && sentence.tags[phrase.last] == Tag::POS;
        if (possesses) ++phrase.last;
        while (possesses && phrase.first + 1 < phrase.last &&
               (sentence.tags[phrase.first] == Tag::IN || sentence.tags[phrase.first] == Tag::TO))
            ++phrase.first;
        while (!opens_before_many(text, sentence, phrase) && leads_a_noun(text, sentence, phrase)) ++phrase.first;
        phrase.first = begin_of_part(text, sentence, phrase.first);
        phrase.first = begin_of_measure(text, sentence, phrase.first);
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
        const auto owner = phrase.last - 1;
        const bool kept_noun = possesses && sentence.tags[owner] == Tag::POS && takes_article(sentence, phrase) &&
                               phrase.last < sentence.tags.size() && choice.has(phrase.last);
        choice.drop(phrase);
        if (kept_noun) choice.write_article(owner);
        for (auto i = phrase.last; tree.parsed() && i < sentence.tags.size() && i < phrase.last + 6;
             ++i)  // "than it did in the year [that ended]"
            if (tree.relation(i) == Relation::acl_relcl && tree.head(i) >= 0 && phrase.contains(static_cast<std::uint32_t>(tree.head(i))) &&
                tree.subtree(i).first >= phrase.last && word_of(text, sentence, tree.subtree(i).first) != "which" && (kept.empty() || !tree.subtree(i).contains(kept.last - 1)))
                choice.drop(tree.subtree(i));
    }
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (i + 1 != kept.last && is_lone_now(text, sentence, i)) choice.drop({i, i + 1});
}

void drop_source(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases, std::uint32_t trigger,
                 TokenChoice& choice, std::int32_t subject) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 0; i + 2 < count; ++i) {
        const auto word = word_of(text, sentence, i);
        if ((word != "according" && word != "According") || word_of(text, sentence, i + 1) != "to") continue;
        auto end = i + 2;
        const auto is_dash = [&](std::uint32_t k) {
            return word_of(text, sentence, k) == "-" && k + 1 < count && sentence.tokens[k].space_before && sentence.tokens[k + 1].space_before;
        };
        while (end < count && !is_finite_verb(sentence.tags[end]) && !is_border(text, sentence, end) && !is_dash(end)) ++end;
        if ((end == count || !is_finite_verb(sentence.tags[end])) && !TokenRange{i, end}.contains(trigger) &&
            (subject == no_token || !TokenRange{i, end}.contains(static_cast<std::uint32_t>(subject))))
            choice.drop({i, end});
        i = end - 1;
    }
    if (const auto first = closing_speech(text, sentence, phrases); first > trigger) choice.drop({first, count});
}

}  // namespace annals
