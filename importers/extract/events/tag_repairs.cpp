#include "importers/extract/events/tag_repairs.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/toll.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tree.h"
#include "importers/extract/words/word_list.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>

namespace annals {
namespace {

bool is_quote(std::string_view word) { return word == "``" || word == "\"" || word == "''" || word == "\u201c" || word == "\u201d"; }

/// "A clerk, Ida Holm, argued that the well was dry", "The owner of the mill, which burned, apologised on Friday": a sentence that tells nothing else has its verb
/// behind what stands aside. Not "The mill, a ruin, restored by the town, reopened".
void find_verb_behind_aside(std::string_view text, Sentence& sentence) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto opens_clause = [&](std::uint32_t i) {
        const Tag tag = sentence.tags[i];
        return tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB || ((tag == Tag::IN || tag == Tag::DT) && word(i) == "that");
    };
    if (count < 6 || word(count - 1) != "." ) return;
    std::uint32_t comma = 0;
    while (comma < count && word(comma) != ",") {
        if (is_verb(sentence.tags[comma]) || opens_clause(comma) || sentence.tags[comma] == Tag::MD) return;
        ++comma;
    }
    if (comma == 0 || comma + 3 >= count || !is_noun(sentence.tags[comma - 1]) || sentence.tags[0] == Tag::IN) return;
    auto close = comma + 1;
    bool clause = false, verb = false;
    while (close < count && word(close) != ",") {
        clause = clause || opens_clause(close);
        verb = verb || is_finite_verb(sentence.tags[close]);
        ++close;
    }
    if (close + 2 >= count || (verb && !clause) || (!clause && !is_noun(sentence.tags[close - 1]))) return;
    const auto told = close + 1;
    if (sentence.tags[told] != Tag::VBN || word(told + 1) == "by" || !word(told).ends_with("ed")) return;
    bool aside = false;
    for (auto i = told + 1; i < count; ++i) {
        aside = aside || opens_clause(i);
        if (word(i) == "," || word(i) == ";") aside = false;
        if (!aside && (is_finite_verb(sentence.tags[i]) || sentence.tags[i] == Tag::MD)) return;
    }
    sentence.tags[told] = Tag::VBD;
}

/// "The clerks dismissed [that] March were paid", but not "she was sure that March was too late".
bool is_of_that_date(std::string_view text, const Sentence& sentence, const Resolution& date, Tag behind) {
    if (date.first < 2 || date.last < date.first + 2 || sentence.tags[date.first] == Tag::DT ||
        word_of(text, sentence, date.first) != "that")
        return false;
    const auto verb = date.first - 1;
    if (!is_verb(sentence.tags[verb]) || is_reporting_verb(lemma_of(text, sentence, verb))) return false;
    return !is_finite_verb(behind) ||
           std::none_of(sentence.tags.begin(), sentence.tags.begin() + verb, [](Tag tag) { return is_finite_verb(tag); });
}

/// "A second raid [that] night failed": no clause opens there that would tell of an evening that does something.
bool is_of_that_evening(std::string_view text, const Sentence& sentence, const Resolution& date, Tag behind) {
    static constexpr FixedWords parts{"morning", "afternoon", "evening", "night"};
    if (date.first == 0 || date.last != date.first + 2 || sentence.tags[date.first] == Tag::DT || word_of(text, sentence, date.first) != "that" ||
        !parts.has(word_of(text, sentence, date.first + 1)))
        return false;
    return is_noun(sentence.tags[date.first - 1]) && is_finite_verb(behind) &&
           std::none_of(sentence.tags.begin(), sentence.tags.begin() + date.first, [](Tag tag) { return is_verb(tag) || tag == Tag::MD; });
}

/// "at the Hallbeck [works] in Arden": a place.
bool is_works(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    if (token < 3 || sentence.tags[token] != Tag::VBZ || word_of(text, sentence, token) != "works") return false;
    auto name = token;
    while (name > 0 && is_proper(sentence.tags[name - 1])) --name;
    return name < token && name > 1 && sentence.tags[name - 1] == Tag::DT && sentence.tags[name - 2] == Tag::IN;
}

/// "[Yarrow] resigned": a name, for a call has a mark behind it.
bool is_name_for_call(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords calls{"yes", "no", "well", "please"};
    return sentence.tags.size() > 2 && sentence.tags[0] == Tag::UH && sentence.tokens[0].capital &&
           (sentence.tags[1] == Tag::VBD || sentence.tags[1] == Tag::VBN) && !calls.has_in_any_case(word_of(text, sentence, 0));
}

/// "before Marn [magistrates]": a noun that no dictionary has as a verb.
bool is_noun_alone(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto word = word_of(text, sentence, token);
    if (sentence.tags[token] != Tag::VBZ || sentence.tokens[token].capital || word.size() < 5 || !word.ends_with("s")) return false;
    const WordSenses noun = word_senses(lemma(word, Tag::NNS)), verb = word_senses(lemma(word, Tag::VBZ));
    return noun.noun_class() != 0 && noun.verb_class() == 0 && verb.verb_class() == 0;
}

/// "the council's [own], which was sold": it stands for a noun.
bool is_own_for_noun(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    if (sentence.tags[token] != Tag::JJ || token + 1 >= sentence.tags.size() || word_of(text, sentence, token) != "own") return false;
    return sentence.tags[token - 1] == Tag::POS && sentence.tags[token + 1] == Tag::punctuation && word_of(text, sentence, token + 1) != "-";
}

/// "[Strike pay] was cut": nobody is told to.
void settle_told_to_nobody(std::string_view text, Sentence& sentence) {
    std::uint32_t verb = 0;
    while (verb < 3 && verb + 1 < sentence.tags.size() && (sentence.tags[verb] == Tag::VB || (verb > 0 && sentence.tags[verb] == Tag::NN)) && (verb == 0 || !sentence.tokens[verb].capital))
        ++verb;
    if (verb < 2 || !is_finite_verb(sentence.tags[verb]) || lemma_of(text, sentence, verb) != "be") return;
    for (std::uint32_t i = 0; i < verb; ++i) sentence.tags[i] = Tag::NN;
}

/// "the rovers, who [last] won here"
void settle_last_time(std::string_view text, Sentence& sentence) {
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i) {
        const Tag before = sentence.tags[i - 1];
        if (sentence.tags[i] != Tag::VBP || word_of(text, sentence, i) != "last" || sentence.tags[i + 1] != Tag::VBN || (before != Tag::WP && before != Tag::WDT))
            continue;
        sentence.tags[i] = Tag::RB;
        sentence.tags[i + 1] = Tag::VBD;
    }
}

/// "Two were hurt when a boiler [exploded]"; "The last was in 1931, when barges [raced]": what happened then. Not "It began in 1931, when barges raced",
/// which has told it.
void find_verb_of_when(std::string_view text, Sentence& sentence) {
    static constexpr TagSet of_subject = only(Tag::DT) | only(Tag::CD) | only(Tag::JJ) | only(Tag::NN) | only(Tag::NNS) | only(Tag::NNP) | only(Tag::NNPS) | only(Tag::PRPS) | only(Tag::POS) | only(Tag::PRP);
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    bool told = false;
    for (std::uint32_t when = 1; when + 2 < count; ++when) {
        told = told || (is_finite_verb(sentence.tags[when]) && lemma_of(text, sentence, when) != "be");
        if (sentence.tags[when] != Tag::WRB || word(when) != "when" || (told && word(when - 1) == ",")) continue;
        auto verb = when + 1;
        while (verb < count && only(sentence.tags[verb]) & of_subject) ++verb;
        if (verb == when + 1 || verb == count || sentence.tags[verb] != Tag::VBN || !word(verb).ends_with("ed")) continue;
        auto end = verb + 1;
        while (end < count && sentence.tags[end] != Tag::punctuation && !is_finite_verb(sentence.tags[end]) && sentence.tags[end] != Tag::MD) ++end;
        if (end == count || sentence.tags[end] == Tag::punctuation) sentence.tags[verb] = Tag::VBD;
    }
}

/// "The lamps on the quay were [lit] again": a participle, though tagged as an adverb.
bool is_done(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords be{"was", "were", "been", "be"};
    return token > 0 && sentence.tags[token] == Tag::RB && be.has(word_of(text, sentence, token - 1)) && !irregular_base(fold(word_of(text, sentence, token)), 'v').empty();
}

/// "They should have begun, but in May the county [put] them off": past, whatever the helper before it. Not "let the county put them off".
bool has_put(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords same_in_past{"shut", "set", "put", "cut", "hit", "split", "quit"};
    static constexpr FixedWords makers{"let", "make", "made", "help", "helped", "see", "saw", "watch", "watched", "have", "had", "did", "does", "do", "will", "would", "could", "can", "may", "might"};
    constexpr std::uint32_t clause = 7;
    if (token < 3 || sentence.tags[token] != Tag::VB || !same_in_past.has(word_of(text, sentence, token)) || sentence.tags[token - 1] != Tag::NN || sentence.tags[token - 2] != Tag::DT) return false;
    for (auto i = token - 2; i-- > 0 && i + clause > token;) {
        if (makers.has(fold(word_of(text, sentence, i)))) return false;
        if (sentence.tags[i] == Tag::CC || sentence.tags[i] == Tag::punctuation) return true;
    }
    return false;
}

/// "Schools [open] again on Friday", "The cup and the money [change] hands": a sentence that has no other verb tells so.
void find_verb_that_is_none(std::string_view text, Sentence& sentence) {
    if (std::any_of(sentence.tags.begin(), sentence.tags.end(), [](Tag tag) { return is_finite_verb(tag) || tag == Tag::MD; })) return;
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i) {
        const auto word = word_of(text, sentence, i);
        const bool opens = word == "open" && sentence.tags[i] == Tag::JJ && sentence.tags[i - 1] == Tag::NNS && !is_noun(sentence.tags[i + 1]);
        const bool changes = word == "change" && sentence.tags[i] == Tag::NN && word_of(text, sentence, i + 1) == "hands";
        if (opens || changes) {
            sentence.tags[i] = Tag::VBP;
            return;
        }
    }
}

/// "The farms [below] it": no farms do so.
bool is_where(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords places{"below", "above", "behind", "beneath", "underneath", "beside", "beyond", "across", "around", "round"};
    if (token == 0 || token + 1 >= sentence.tags.size() || !is_noun(sentence.tags[token - 1]) || !places.has(word_of(text, sentence, token))) return false;
    const Tag tag = sentence.tags[token], next = sentence.tags[token + 1];
    return (tag == Tag::VB || tag == Tag::VBP) && (next == Tag::PRP || next == Tag::DT || next == Tag::PRPS);
}

/// "The roof fell [in] late on Sunday", "moved [in] that evening", "was handed [in] on Monday": of the verb, though tagged as a preposition.
bool is_particle(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords particles{"in", "on", "over", "through", "off"};
    static constexpr FixedWords prepositions{"on", "at", "by"};
    static constexpr FixedWords adverbs{"late", "early"};
    static constexpr FixedWords those{"that", "this"};
    static constexpr FixedWords parts{"morning", "afternoon", "evening", "night", "day"};
    static constexpr FixedWords days{"yesterday", "today"};
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (sentence.tags[token] != Tag::IN || token < 2 || token + 2 >= count || !is_verb(sentence.tags[token - 1]) ||
        !particles.has(word_of(text, sentence, token)))
        return false;
    const auto next = word_of(text, sentence, token + 1), behind = word_of(text, sentence, token + 2);
    if (prepositions.has(next)) return true;
    if (word_of(text, sentence, token) != "in") return false;
    if (adverbs.has(next)) return behind == "on" || behind == "yesterday" || (behind.size() > 3 && behind.ends_with("day"));
    return (those.has(next) && parts.has(behind)) || days.has(next) || (next == "last" && behind == "night");
}

}  // namespace

void settle_tags(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions) {
    for (std::size_t i = 0; i < sentence.tags.size(); ++i)
        if (sentence.tokens[i].kind == TokenKind::mark && sentence.tags[i] != Tag::punctuation &&
            is_quote(words(text, sentence.tokens[i].span)))
            sentence.tags[i] = Tag::punctuation;
    for (std::size_t i = 2; i < sentence.tags.size(); ++i) {
        const bool no_verb = sentence.tags[i] == Tag::JJ || sentence.tags[i] == Tag::NN || sentence.tags[i] == Tag::RP;
        if (!no_verb || !is_finite_verb(sentence.tags[i - 2])) continue;
        const auto negation = words(text, sentence.tokens[i - 1].span);
        const bool negated = negation == "not" || negation == "n't" || negation == "n\u2019t";
        if (negated && lemma_of(text, sentence, static_cast<std::uint32_t>(i - 2)) == "do") sentence.tags[i] = Tag::VB;
    }
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (is_where(text, sentence, i)) sentence.tags[i] = Tag::IN;
        else if (is_done(text, sentence, i)) sentence.tags[i] = Tag::VBN;
        else if (has_put(text, sentence, i)) sentence.tags[i] = Tag::VBD;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)  // an abbreviation, no pronoun
        if (sentence.tags[i] == Tag::WP && words(text, sentence.tokens[i].span) == "WHO") sentence.tags[i] = Tag::NNP;
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i) {  // "a fire tore through it": what can be nothing but a past tense
        if ((!is_noun(sentence.tags[i]) && sentence.tags[i] != Tag::IN) || sentence.tokens[i].capital) continue;
        const std::string word = fold(word_of(text, sentence, i));
        if (sentence.tags[i] == Tag::IN && irregular_base(word, 'v').empty()) continue;
        const bool dead = i + 1 < sentence.tags.size() && word_of(text, sentence, i + 1) == "dead";  // "a gunman shot dead three people"
        const bool behind_noun = is_noun(sentence.tags[i - 1]) && !(i + 1 < sentence.tags.size() && word_of(text, sentence, i + 1) == "of");
        if (behind_noun && word_list("past_forms_behind_nouns").has(word)) sentence.tags[i] = Tag::VBD;
        if (!irregular_base(word, 'v').empty() && (dead || word_senses(word).noun_class() == 0 || word_list("past_forms").has(word)))
            sentence.tags[i] = Tag::VBD;
    }
    if (const auto end = static_cast<std::uint32_t>(sentence.tags.size());
        end > 5 && sentence.tags[end - 2] == Tag::NNS && !sentence.tokens[end - 2].capital && word_of(text, sentence, end - 2) == "reports")
        for (auto i = end - 3;
             i > 0 && i + 9 > end && (is_noun(sentence.tags[i]) || sentence.tags[i] == Tag::DT || sentence.tags[i] == Tag::JJ);
             --i)  // ", the Evening Wire reports."
            if (word_of(text, sentence, i - 1) == "," && (sentence.tokens[end - 3].capital || sentence.tokens[i].capital || sentence.tokens[i + 1].capital)) sentence.tags[end - 2] = Tag::VBZ;
    for (std::uint32_t i = 1; i + 2 < sentence.tags.size(); ++i)  // "a jury ruled he had fled"
        if (sentence.tags[i] == Tag::VBN && is_noun(sentence.tags[i - 1]) && sentence.tags[i + 1] == Tag::PRP &&
            is_finite_verb(sentence.tags[i + 2]))
            sentence.tags[i] = Tag::VBD;
    for (std::uint32_t i = 2; i + 1 < sentence.tags.size(); ++i) {  // "A blast tore down the wing and injured 23 people"
        if (sentence.tags[i] != Tag::JJ || sentence.tags[i - 1] != Tag::CC || sentence.tags[i + 1] != Tag::CD || !does_harm(word_of(text, sentence, i))) continue;
        if (std::any_of(sentence.tags.begin(), sentence.tags.begin() + i, [](Tag tag) { return tag == Tag::VBD; })) sentence.tags[i] = Tag::VBD;
    }
    if (is_name_for_call(text, sentence)) {
        sentence.tags[0] = Tag::NNP;
        sentence.tags[1] = Tag::VBD;
    }
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i)
        if (is_noun_alone(text, sentence, i) || is_works(text, sentence, i)) {
            sentence.tags[i] = Tag::NNS;
            if (i + 1 < sentence.tags.size() && sentence.tags[i + 1] == Tag::VB) sentence.tags[i + 1] = Tag::VBP;
        } else if (is_own_for_noun(text, sentence, i)) {
            sentence.tags[i] = Tag::NN;
        }
    settle_told_to_nobody(text, sentence);
    settle_last_time(text, sentence);
    find_verb_of_when(text, sentence);
    settle_harm(text, sentence);
    find_verb_that_is_none(text, sentence);
    find_verb_behind_aside(text, sentence);
    for (std::uint32_t i = 0; i + 2 < sentence.tags.size(); ++i) {  // 'can not "remake" the guild'
        if (sentence.tags[i] != Tag::MD || sentence.tags[i + 1] != Tag::RB) continue;
        auto verb = i + 2;
        if (sentence.tags[verb] == Tag::punctuation) ++verb;
        if (verb + 1 < sentence.tags.size() && sentence.tags[verb] == Tag::NN && !sentence.tokens[verb].capital &&
            (sentence.tags[verb + 1] == Tag::DT || sentence.tags[verb + 1] == Tag::PRPS))
            sentence.tags[verb] = Tag::VB;
    }
    for (std::uint32_t i = 1; i < sentence.tags.size(); ++i)  // "released without charge", "of the same make"
        if ((sentence.tags[i] == Tag::VBP || sentence.tags[i] == Tag::VB) &&
            (word_of(text, sentence, i - 1) == "without" ||
             (i > 1 && word_of(text, sentence, i - 1) == "same" && sentence.tags[i - 2] == Tag::DT)))
            sentence.tags[i] = Tag::NN;
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i)  // "squad lists must be lodged": of two verbs in a row the first is none
        if ((sentence.tags[i] == Tag::VBZ || sentence.tags[i] == Tag::VBP) && sentence.tags[i + 1] == Tag::MD && is_noun(sentence.tags[i - 1])) sentence.tags[i] = Tag::NNS;
    // "Work on the bridges began": nobody is told to.
    const auto told = std::find_if(sentence.tags.begin() + !sentence.tags.empty(), sentence.tags.end(), [](Tag tag) { return is_verb(tag) || tag == Tag::punctuation; });
    if (sentence.tags.size() > 3 && sentence.tags[0] == Tag::VB && sentence.tags[1] == Tag::IN && told != sentence.tags.end() && is_finite_verb(*told))
        sentence.tags[0] = Tag::NN;
    static constexpr FixedWords same_in_past{"shut", "set", "put", "cut", "hit", "split", "quit", "let"};
    for (std::uint32_t i = 1; i + 1 < sentence.tags.size(); ++i) {
        const bool named = sentence.tokens[i - 1].capital && sentence.tokens[i].capital && sentence.tokens[i + 1].capital;
        const bool dates = named && std::any_of(resolutions.begin(), resolutions.end(), [&](const Resolution& resolution) {
                               return resolution.first == i + 1 || resolution.last == i;
                           });
        if (named && !dates && is_verb(sentence.tags[i]) && is_proper(sentence.tags[i - 1]) && is_proper(sentence.tags[i + 1]))
            sentence.tags[i] = Tag::NNP;  // "the County Rowing Club"
        const Tag next = sentence.tags[i + 1], behind = i + 2 < sentence.tags.size() ? sentence.tags[i + 2] : Tag::none;
        if (sentence.tags[i] == Tag::VBG && sentence.tags[i - 1] == Tag::DT &&
            (is_finite_verb(next) || (next == Tag::VBN && behind == Tag::punctuation))) {  // "the digging stopped"
            sentence.tags[i] = Tag::NN;
            if (next == Tag::VBN) sentence.tags[i + 1] = Tag::VBD;
        }
        if (sentence.tags[i] == Tag::JJ && is_noun(sentence.tags[i - 1]) &&
            (next == Tag::DT || next == Tag::PRPS || next == Tag::CD || next == Tag::RP) && same_in_past.has(word_of(text, sentence, i)))
            sentence.tags[i] = Tag::VBD;  // "the board on Friday shut two schools"
    }
    for (const Resolution& resolution : resolutions) {
        const Tag behind = resolution.last < sentence.tags.size() ? sentence.tags[resolution.last] : Tag::none;
        for (auto i = resolution.first; i > 1 && i + 2 > resolution.first && behind != Tag::POS && !is_noun(behind); --i)
            if (is_particle(text, sentence, i - 1)) sentence.tags[i - 1] = Tag::RP;
        if (is_of_that_date(text, sentence, resolution, behind) || is_of_that_evening(text, sentence, resolution, behind)) sentence.tags[resolution.first] = Tag::DT;
        for (auto i = resolution.first; i < resolution.last; ++i)
            if (sentence.tokens[i].capital && (sentence.tags[i] == Tag::MD || is_verb(sentence.tags[i]))) sentence.tags[i] = Tag::NNP;
        if (resolution.last < sentence.tags.size() && sentence.tags[resolution.last] == Tag::WDT &&
            words(text, sentence.tokens[resolution.last].span) == "that")
            sentence.tags[resolution.last] = Tag::IN;
    }
}

}  // namespace annals
