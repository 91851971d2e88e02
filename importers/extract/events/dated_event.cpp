#include "importers/extract/events/dated_event.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/nearer_verb.h"
#include "importers/extract/events/parted_date.h"
#include "importers/extract/events/state_beginning.h"
#include "importers/extract/events/told_of_day.h"
#include "importers/extract/events/toll.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool predicate(const Tree& tree, std::uint32_t token) {
    return (is_verb(tree.sentence().tags[token]) && tree.relation(token) != Relation::amod && !is_nominal(tree, token)) || tree.has_copula(token);
}

bool is_when(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return sentence.tags[token] == Tag::WRB && fold(words(text, sentence.tokens[token].span)) == "when";
}

/// "the elections of 2 May", "Monday's vote", "the 2011 riots": the words belong together, no mark parts them.
bool named_by(std::string_view text, const Sentence& sentence, std::uint32_t noun, TokenRange expression) {
    if (noun < expression.first) {
        const TokenRange phrase = dating_phrase(text, sentence, expression);
        if (phrase.first == expression.first) return false;
        for (auto i = noun + 1; i < phrase.first; ++i)
            if (sentence.tags[i] == Tag::punctuation) return false;
        return true;
    }
    for (auto i = expression.last; i < noun; ++i)
        if (sentence.tags[i] == Tag::punctuation && words(text, sentence.tokens[i].span) != "-") return false;
    return true;
}

bool subject_of_verb(const Tree& tree, std::uint32_t token) {
    const auto relation = tree.relation(token);
    return (relation == Relation::nsubj || relation == Relation::nsubj_pass) && tree.head(token) >= 0;
}

/// Whether one of the expressions hangs on the token itself or on a noun below it, rather than on another verb.
bool has_own_date(const Tree& tree, std::uint32_t verb, TokenRange except, const std::vector<TokenRange>& others) {
    for (const TokenRange other : others) {
        if (other.first == except.first) continue;
        const auto top = tree.top_of(other);
        if (top == no_token) continue;
        if (tree.governing_verb(static_cast<std::uint32_t>(top)) == static_cast<std::int32_t>(verb)) return true;
    }
    return false;
}

/// "was condemned to exile on 3 May", "went on strike in June": no one thing that could have its own day.
bool is_bare(const Tree& tree, std::uint32_t noun) {
    if (tree.sentence().tags[noun] != Tag::NN || tree.relation(noun) != Relation::obl) return false;
    const Tag first = tree.sentence().tags[tree.subtree(noun).first];
    for (const Relation own : {Relation::det, Relation::nmod_poss, Relation::nummod, Relation::conj})
        if (tree.child(noun, own) != no_token) return false;
    const auto compound = tree.child(noun, Relation::compound);
    return (first == Tag::IN || first == Tag::TO) && (compound == no_token || !is_proper(tree.sentence().tags[compound]));
}

/// "felt a jolt on 3 May": when it was felt.
bool is_felt_then(std::string_view text, const Tree& tree, std::uint32_t noun) {
    static constexpr FixedWords feeling{"feel", "hear", "notice", "sense", "see"};
    const auto verb = static_cast<std::uint32_t>(tree.head(noun));
    return tree.relation(noun) == Relation::obj && verb < noun && tree.sentence().tags[verb] == Tag::VBD && feeling.has(lemma_of(text, tree.sentence(), verb));
}

/// "raised the alarm at 2.40": the hour is that of the raising.
bool is_done_at_hour(std::string_view text, const Tree& tree, std::uint32_t noun, TokenRange phrase, TokenRange expression) {
    const Sentence& sentence = tree.sentence();
    const auto verb = static_cast<std::uint32_t>(tree.head(noun));
    return tree.relation(noun) == Relation::obj && verb < noun && sentence.tags[verb] == Tag::VBD && phrase.first + 1 == expression.first &&
           word_of(text, sentence, phrase.first) == "at" && sentence.tokens[expression.first].kind == TokenKind::number;
}

/// "the fire of 3 October put eleven people in hospital", "in a referendum on 10 May the region voted": the past verb tells more than the noun.
bool sets_the_scene(std::string_view text, const Tree& tree, std::uint32_t noun) {
    const Sentence& sentence = tree.sentence();
    const auto verb = static_cast<std::uint32_t>(tree.head(noun));
    if (is_bare(tree, noun) && noun > verb && is_verb(sentence.tags[verb])) return true;
    if (sentence.tags[verb] != Tag::VBD && sentence.tags[verb] != Tag::VBN && !tree.has_copula(verb)) return false;
    if (is_reporting_verb(lemma_of(text, sentence, verb)) && !tree.has_copula(verb))
        return false;  // "the death on 5 June was reported in London"
    const auto helper = tree.child(verb, Relation::aux), first = helper != no_token ? helper : tree.child(verb, Relation::aux_pass);
    const bool now = first != no_token && (sentence.tags[first] == Tag::VBZ || sentence.tags[first] == Tag::VBP);
    if (now && !word_list("calling_off_verbs").has(lemma_of(text, sentence, verb))) return false;  // "the raid of 3 May is talked about"
    if (subject_of_verb(tree, noun)) return true;
    const auto preposition = tree.child(noun, Relation::case_);
    return tree.relation(noun) == Relation::obl && preposition != no_token &&
           word_list("scene_prepositions").has(fold(words(text, sentence.tokens[preposition].span)));
}

/// "The strike had begun with the early sailing on Wednesday": the strike.
bool begins_with(std::string_view text, const Tree& tree, std::uint32_t noun) {
    const auto verb = static_cast<std::uint32_t>(tree.head(noun));
    auto preposition = tree.child(noun, Relation::case_);
    if (preposition == no_token) preposition = tree.child(noun, Relation::mark);  // the sailing may be taken for a verb
    if (preposition == no_token || !predicate(tree, verb)) return false;
    const std::string base = lemma_of(text, tree.sentence(), verb);
    return word_of(text, tree.sentence(), static_cast<std::uint32_t>(preposition)) == "with" &&
           (base == "begin" || base == "start" || base == "open" || base == "end");
}

/// `They chanted "Change the power" on Saturday`: the chanting.
bool is_quoted_apart(std::string_view text, const Sentence& sentence, std::uint32_t token, TokenRange expression) {
    if (token > expression.first) return false;
    int closing = 0;
    for (auto i = token; i < expression.first; ++i) {
        const auto word = word_of(text, sentence, i);
        if (word == "\u201d" || word == "\"") ++closing;
        if (word == "\u201c") --closing;
    }
    return closing == 1;
}

/// "The paper reported Thursday that": the reporting, whatever the parser made of it.
bool says_then(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first == 0 || expression.last >= sentence.tags.size() || word_of(text, sentence, expression.last) != "that") return false;
    const auto verb = expression.first - 1;
    return is_finite_verb(sentence.tags[verb]) && is_reporting_verb(lemma_of(text, sentence, verb));
}

/// "called in divers to search it last May": the call; "Speaking on Friday, Holm said": what she said.
std::int32_t told_by(std::string_view text, const Tree& tree, std::uint32_t verb, TokenRange expression, const std::vector<TokenRange>& others) {
    const Sentence& sentence = tree.sentence();
    const auto head = tree.head(verb);
    if (tree.relation(verb) != Relation::advcl || head < 0 || !is_verb(sentence.tags[head])) return no_token;
    const auto main = static_cast<std::uint32_t>(head);
    if (has_own_date(tree, main, expression, others)) return no_token;
    if (verb == 0 && sentence.tags[verb] == Tag::VBG && is_finite_verb(sentence.tags[main]) && is_reporting_verb(lemma_of(text, sentence, main))) return head;
    const auto mark = tree.child(verb, Relation::mark);
    const auto top = tree.top_of(expression);
    const bool purpose = sentence.tags[verb] == Tag::VB && mark != no_token && sentence.tags[mark] == Tag::TO && main < verb && verb < expression.first;
    const bool ahead = word_of(text, sentence, expression.first) == "next" || word_of(text, sentence, expression.first) == "tomorrow";
    return purpose && !ahead && sentence.tags[main] == Tag::VBD && top != no_token && tree.head(static_cast<std::uint32_t>(top)) == static_cast<std::int32_t>(verb) ? head : no_token;
}

/// "moved the fair, which was once a market, to the last weekend in July": the date behind the comma that closes what is said of the fair.
std::int32_t host_of_closed_clause(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto first = dating_phrase(text, sentence, expression).first;
    if (first < 2 || verb + 1 >= first || word_of(text, sentence, first - 1) != ",") return no_token;
    auto pronoun = verb;
    while (pronoun > 0 && sentence.tags[pronoun] != Tag::WDT && sentence.tags[pronoun] != Tag::WP && sentence.tags[pronoun] != Tag::WPS) --pronoun;
    if (pronoun < 2 || word_of(text, sentence, pronoun - 1) != ",") return no_token;
    for (auto i = pronoun + 1; i + 1 < first; ++i)
        if (word_of(text, sentence, i) == ",") return no_token;
    for (auto i = pronoun - 1; i > 0; --i)
        if (is_verb(sentence.tags[i - 1])) return predicate(tree, i - 1) ? static_cast<std::int32_t>(i) - 1 : no_token;
    return finite_verb_behind(tree, expression.last);
}

/// "The capsule, whose parachutes never opened, hit the sand on 8 May": the verb between the comma that closes what is said aside and the date.
std::int32_t verb_behind_closed_clause(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t verb) {
    const Sentence& sentence = tree.sentence();
    const auto first = dating_phrase(text, sentence, expression).first;
    auto pronoun = verb;
    while (pronoun > 0 && word_of(text, sentence, pronoun) != "," && sentence.tags[pronoun] != Tag::WDT && sentence.tags[pronoun] != Tag::WP && sentence.tags[pronoun] != Tag::WPS) --pronoun;
    if (pronoun < 2 || word_of(text, sentence, pronoun) == "," || word_of(text, sentence, pronoun - 1) != ",") return no_token;
    auto comma = verb + 1;
    while (comma < first && word_of(text, sentence, comma) != ",") ++comma;
    if (comma + 1 >= first || sentence.tags[comma + 1] != Tag::VBD) return no_token;
    for (auto i = comma + 2; i < first; ++i)
        if (word_of(text, sentence, i) == "," || is_finite_verb(sentence.tags[i])) return no_token;
    return finite_verb_behind(tree, comma + 1);
}

/// "..., fell": no complement of what stands before the comma, whatever the parser made of it.
bool is_parted_by_comma(std::string_view text, const Sentence& sentence, std::uint32_t verb) {
    return verb > 0 && is_finite_verb(sentence.tags[verb]) && word_of(text, sentence, verb - 1) == ",";
}

/// "had to leave" is the leaving, "denied taking the ring on 3 April" the taking.
bool keeps_apart(std::string_view text, const Sentence& sentence, std::uint32_t verb) {
    const std::string base = lemma_of(text, sentence, verb);
    return base == "have" || word_list("denying_verbs").has(base);
}

/// "the death of a driver in 2018", "the loss of her mother in 1846 and her father in 1848": the noun below belongs to the one above.
bool is_of(std::string_view text, const Tree& tree, std::uint32_t below, std::uint32_t above) {
    const auto relation = tree.relation(below);
    if (relation == Relation::conj) return true;
    const auto preposition = tree.child(below, Relation::case_);
    return relation == Relation::nmod && below > above && preposition != no_token && word_of(text, tree.sentence(), static_cast<std::uint32_t>(preposition)) == "of";
}

/// "a dividend of 2p, payable on 3 June".
bool is_due_then(std::string_view text, const Tree& tree, std::uint32_t token, TokenRange expression) {
    static constexpr FixedWords falling_due{"payable", "repayable", "redeemable", "due", "effective", "exercisable"};
    return tree.sentence().tags[token] == Tag::JJ && token < expression.first && tree.head(token) >= 0 && is_noun(tree.sentence().tags[tree.head(token)]) &&
           !tree.has_copula(token) && falling_due.has(word_of(text, tree.sentence(), token));
}

/// "near the march at ten": where it was, not what happened.
bool is_place_of_it(std::string_view text, const Tree& tree, std::uint32_t noun) {
    static constexpr FixedWords where{"beside", "near",   "behind",  "beneath", "below",     "above", "outside", "opposite",
                                      "along",  "across", "towards", "toward",  "alongside", "onto",  "inside",  "past"};
    const auto preposition = tree.child(noun, Relation::case_);
    return preposition != no_token && where.has(word_of(text, tree.sentence(), static_cast<std::uint32_t>(preposition)));
}

/// "The order of 3 May was lifted in June": it was given on that day.
bool is_decided_then(std::string_view text, const Tree& tree, std::uint32_t noun, TokenRange phrase) {
    return tree.relation(noun) == Relation::nsubj_pass && phrase.first == noun + 1 && word_of(text, tree.sentence(), phrase.first) == "of" &&
           word_list("decisions").has(lemma_of(text, tree.sentence(), noun));
}

std::int32_t climb(std::string_view text, const Tree& tree, TokenRange expression, const std::vector<TokenRange>& others) {
    const Sentence& sentence = tree.sentence();
    auto at = tree.top_of(expression);
    if (at == no_token) return no_token;
    if (says_then(text, sentence, expression)) return static_cast<std::int32_t>(expression.first) - 1;
    const TokenRange phrase = dating_phrase(text, sentence, expression);
    std::int32_t noun = no_token;  // the last one climbed through
    for (std::size_t steps = 0; steps <= sentence.heads.size(); ++steps) {
        at = sentence.heads[at];
        if (at < 0) return no_token;
        const auto token = static_cast<std::uint32_t>(at);
        if (phrase.contains(token) || in_any(others, token)) continue;
        if (tree.head(token) >= 0 && begins_with(text, tree, token)) return tree.head(token);
        // "the 05:45 sailing": no clause of its own.
        if (tree.relation(token) == Relation::acl && tree.head(token) >= 0 && sentence.tags[tree.head(token)] == Tag::CD) continue;
        // "died, worn out, three years later": when he died.
        if (sentence.tags[token] == Tag::VBN && tree.head(token) >= 0 && token > 0 && token + 2 == phrase.first && word_of(text, sentence, token - 1) == "," && word_of(text, sentence, token + 1) == ",") continue;
        if (predicate(tree, token) && tree.head(token) >= 0 && is_quoted_apart(text, sentence, token, expression)) continue;
        if (predicate(tree, token)) {
            // "began to raise", "is expected to take": the whole of it is the event; "had to leave" is the leaving.
            while (tree.relation(static_cast<std::uint32_t>(at)) == Relation::xcomp && sentence.heads[at] >= 0 &&
                   is_verb(sentence.tags[sentence.heads[at]]) && !is_parted_by_comma(text, sentence, static_cast<std::uint32_t>(at)) &&
                   !keeps_apart(text, sentence, static_cast<std::uint32_t>(sentence.heads[at])) &&
                   !has_own_date(tree, static_cast<std::uint32_t>(sentence.heads[at]), expression, others))
                at = sentence.heads[at];
            if (const auto main = told_by(text, tree, static_cast<std::uint32_t>(at), expression, others); main != no_token) at = main;
            if (const auto host = verb_hosting_doing(text, tree, static_cast<std::uint32_t>(at)); host != no_token) at = host;
            // "In autumn divers led by a professor raised ...": a date before the noun is no part of what is said about the noun.
            const auto verb = static_cast<std::uint32_t>(at);
            if (const auto host = host_of_closed_clause(text, tree, expression, verb); host != no_token) return host;
            if (const auto host = verb_behind_closed_clause(text, tree, expression, verb); host != no_token) return host;
            if (tree.relation(verb) == Relation::acl && tree.head(verb) >= 0 && expression.first < static_cast<std::uint32_t>(tree.head(verb))) continue;
            return at;
        }
        if (is_due_then(text, tree, token, expression)) return tree.head(token);
        if (!is_noun(sentence.tags[token]) || (noun != no_token && (noun > static_cast<std::int32_t>(expression.first) || !is_of(text, tree, static_cast<std::uint32_t>(noun), token)))) continue;
        noun = at;
        if (is_decided_then(text, tree, token, phrase)) return at;
        if (!is_event_noun(lemma_of(text, sentence, token)) || !named_by(text, sentence, token, expression) || (token < expression.first && is_place_of_it(text, tree, token))) continue;
        const auto verb = tree.head(token);
        if (verb >= 0 && (is_done_at_hour(text, tree, token, phrase, expression) || is_felt_then(text, tree, token))) return verb;
        if (verb >= 0 && sets_the_scene(text, tree, token) && !has_own_date(tree, static_cast<std::uint32_t>(verb), expression, others)) return verb;
        return at;
    }
    return no_token;
}

/// "The pumps ran as though nothing had happened on Monday": the going on.
std::int32_t verb_before_as_if(std::string_view text, const Sentence& sentence, std::uint32_t found) {
    const auto word = [&](std::uint32_t back) { return word_of(text, sentence, found - back); };
    if (found < 5 || word(0) != "happened" || word(1) != "had" || word(2) != "nothing" || word(4) != "as" || (word(3) != "if" && word(3) != "though")) return no_token;
    for (auto i = found - 4; i > 0; --i) {
        if (word_of(text, sentence, i - 1) == ";") return no_token;
        if (is_finite_verb(sentence.tags[i - 1])) return static_cast<std::int32_t>(i) - 1;
    }
    return no_token;
}

/// Without heads: the nearest verb of the clause, else of the sentence.
std::int32_t nearest_verb(const Sentence& sentence, TokenRange expression) {
    const auto clause = clause_of(sentence, expression.first);
    if (clause >= 0 && !expression.contains(sentence.clauses[clause].head)) return static_cast<std::int32_t>(sentence.clauses[clause].head);
    std::int32_t best = no_token;
    std::uint32_t best_distance = ~0u;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        if (!is_verb(sentence.tags[i]) || expression.contains(i)) continue;
        const auto distance = i < expression.first ? expression.first - i : i - expression.last + 1;
        if (distance < best_distance) best = static_cast<std::int32_t>(i), best_distance = distance;
    }
    return best;
}

}  // namespace

TokenRange dating_phrase(std::string_view text, const Sentence& sentence, TokenRange expression) {
    auto first = expression.first;
    const auto word = [&](std::uint32_t token) { return fold(words(text, sentence.tokens[token].span)); };
    // "late on 9 November", "from about 284", "in the past week", "as of writing on 27 September".
    while (first > 0 && first + 4 > expression.first && first - 1 < sentence.tags.size()) {
        const auto tag = sentence.tags[first - 1];
        const bool leads = tag == Tag::IN || tag == Tag::TO || (tag == Tag::DT && first == expression.first) ||
                           word_list("date_hedges").has(word(first - 1));
        if (!leads) break;
        --first;
    }
    if (first >= 3 && word(first - 1) == "writing" && word(first - 2) == "of") first -= 3;
    return {first, expression.last};
}

/// "found the rifle hidden in a barn on Monday": when it was found.
static std::int32_t verb_of_finding(std::string_view text, const Tree& tree, std::uint32_t token) {
    static constexpr FixedWords ways{"stuffed", "hidden", "buried", "locked", "trapped", "stranded", "abandoned", "tied", "dumped", "wedged", "wrapped", "slumped", "packed"};
    static constexpr FixedWords finding{"find", "discover", "spot", "recover"};
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || sentence.tags[token] != Tag::VBN || tree.relation(token) != Relation::acl || !ways.has(word_of(text, sentence, token))) return no_token;
    const auto thing = tree.head(token);
    const auto verb = thing < 0 ? no_token : tree.head(static_cast<std::uint32_t>(thing));
    if (verb == no_token || verb > thing || !is_finite_verb(sentence.tags[verb]) || tree.object(static_cast<std::uint32_t>(verb)) != thing) return no_token;
    return finding.has(lemma_of(text, sentence, static_cast<std::uint32_t>(verb))) ? verb : no_token;
}

/// "A bus hit a wall on Sunday, and nine people were hurt", "...; five died": how many the harm was done to, told of the same day.
static bool is_toll_beside(std::string_view text, const Tree& tree, std::uint32_t verb, std::uint32_t told) {
    const Sentence& sentence = tree.sentence();
    if ((tree.relation(verb) != Relation::conj && tree.relation(verb) != Relation::parataxis) || tree.head(verb) != static_cast<std::int32_t>(told)) return false;
    const bool passive = sentence.tags[verb] == Tag::VBN && tree.child(verb, Relation::aux_pass) != no_token && does_harm(word_of(text, sentence, verb));
    if (!passive && (sentence.tags[verb] != Tag::VBD || word_of(text, sentence, verb) != "died")) return false;
    const auto who = tree.subject(verb);
    return who > static_cast<std::int32_t>(told) && (sentence.tags[who] == Tag::CD || tree.child(static_cast<std::uint32_t>(who), Relation::nummod) != no_token);
}

std::vector<std::uint32_t> dated_words(std::string_view text, const Tree& tree, TokenRange expression, const std::vector<TokenRange>& others) {
    const Sentence& sentence = tree.sentence();
    const auto top = tree.top_of(expression);
    if (const auto verb = verb_of_cleft(text, tree, expression); verb != no_token) return {static_cast<std::uint32_t>(verb)};
    if (const auto verb = verb_before_that(text, sentence, expression); verb != no_token) return {static_cast<std::uint32_t>(verb)};
    if (const auto verb = verb_around(text, sentence, expression); verb != no_token) return {static_cast<std::uint32_t>(verb)};
    if (const auto noun = noun_that_will_be(text, sentence, expression); noun != no_token) return {static_cast<std::uint32_t>(noun)};
    if (const auto word = last_of_its_kind(text, sentence, expression); word != no_token) return {static_cast<std::uint32_t>(word)};
    if (top != no_token && tree.has_copula(static_cast<std::uint32_t>(top)) && !is_into_being(text, tree, static_cast<std::uint32_t>(top))) {
        const auto told = told_of_day(text, tree, expression, static_cast<std::uint32_t>(top));
        if (told != no_token) return {static_cast<std::uint32_t>(told)};
        const auto copula = tree.child(static_cast<std::uint32_t>(top), Relation::cop);  // "before the year was out" has it within
        if (copula == no_token || !expression.contains(static_cast<std::uint32_t>(copula))) return {};  // "it is a Monday": no event
    }
    if (const auto state = state_set_apart(text, tree, expression); state != no_token) return {static_cast<std::uint32_t>(state)};
    if (const auto verb = verb_of_wait(text, tree, expression); verb != no_token) return {static_cast<std::uint32_t>(verb)};
    if (const auto noun = noun_before_brackets(text, sentence, expression); noun != no_token) return {static_cast<std::uint32_t>(noun)};
    if (const auto verb = verb_of_inverted(text, tree, expression); verb != no_token) return {static_cast<std::uint32_t>(verb)};
    if (const auto verb = tree.parsed() ? verb_beyond_words_of_time(text, tree, expression, others) : no_token; verb != no_token) return {static_cast<std::uint32_t>(verb)};
    auto found = tree.parsed() ? climb(text, tree, expression, others) : nearest_verb(sentence, expression);
    if (tree.parsed() && (found == no_token || found < static_cast<std::int32_t>(expression.first)))
        if (const auto verb = verb_of_fronted(text, tree, expression); verb != no_token) found = verb;
    if (found != no_token && tree.parsed())
        if (const auto verb = verb_behind_aside(text, tree, expression, static_cast<std::uint32_t>(found)); verb != no_token) found = verb;
    if (found != no_token && tree.parsed())
        if (const auto verb = verb_before_reason(text, tree, expression, static_cast<std::uint32_t>(found)); verb != no_token) found = verb;
    if (found != no_token && tree.parsed()) {
        const auto verb = found < static_cast<std::int32_t>(expression.first) ? verb_of_joined_front(text, tree, expression)
                                                                              : verb_told_before(text, tree, expression, static_cast<std::uint32_t>(found));
        if (verb != no_token) found = verb;
    }
    if (found == no_token) found = main_word(text, tree, expression);
    if (found == no_token) return {};
    if (const auto verb = verb_before_as_if(text, sentence, static_cast<std::uint32_t>(found)); verb != no_token) found = verb;
    if (const auto verb = tree.parsed() ? verb_right_before(text, tree, expression, static_cast<std::uint32_t>(found)) : no_token; verb != no_token) found = verb;
    for (const auto noun : {noun_of_perfect(text, tree, expression, static_cast<std::uint32_t>(found)), noun_of_bare_be(text, tree, expression, static_cast<std::uint32_t>(found))})
        if (noun != no_token) found = noun;
    if (const auto verb = verb_of_finding(text, tree, static_cast<std::uint32_t>(found)); verb != no_token) found = verb;
    if (const auto verb = verb_beside(text, tree, expression, static_cast<std::uint32_t>(found)); verb != no_token && has_own_date(tree, static_cast<std::uint32_t>(found), expression, others))
        found = verb;
    // "scrapped the 2019 plan on Monday": the year is that of the plan.
    static constexpr FixedWords no_names{"yesterday", "today", "tonight", "tomorrow"};  // "Yesterday Mayor Bell opened it"
    const bool opens = expression.first == 0 && no_names.has_in_any_case(word_of(text, sentence, 0));
    const auto named = top == no_token || opens ? no_token : tree.head(static_cast<std::uint32_t>(top));
    if (named == static_cast<std::int32_t>(expression.last) && named != found && is_noun(sentence.tags[named]) && dating_phrase(text, sentence, expression).first == expression.first &&
        has_own_date(tree, static_cast<std::uint32_t>(found), expression, others))
        return {};
    std::vector<std::uint32_t> result{static_cast<std::uint32_t>(found)};
    if (const auto host = tree.parsed() ? verb_hosting_when(text, tree, result.front(), others) : no_token; host != no_token) {
        if (host < found) result.front() = static_cast<std::uint32_t>(host);  // tells the rest too: "was hurt when a crane fell"
        else result.push_back(static_cast<std::uint32_t>(host));
    }
    // "on Thursday, when the order was lifted": the clause behind the date has it too, and tells more than "it changed", "the break came".
    for (auto i = expression.last; tree.parsed() && i < sentence.tags.size() && i < expression.last + 3; ++i) {
        if (!is_when(text, sentence, i) || tree.head(i) < 0) continue;
        auto verb = static_cast<std::uint32_t>(tree.head(i));
        if (verb <= i)  // the parser hung it elsewhere
            if (const auto behind = finite_verb_behind(tree, i + 1); behind != no_token && sentence.tags[behind] == Tag::VBD &&
                                                                   std::none_of(sentence.tags.begin() + i + 1, sentence.tags.begin() + behind, [](Tag tag) { return tag == Tag::WDT || tag == Tag::WP || tag == Tag::IN; }))
                verb = static_cast<std::uint32_t>(behind);
        if (verb <= i || !predicate(tree, verb) || verb == result.front() || tree.has_copula(verb)) break;  // "when closure was only a rumour"
        const auto subject = tree.subject(result.front());
        const bool empty = word_list("light_verbs").has(lemma_of(text, sentence, result.front())) &&
                           (subject == no_token || !is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(subject))));
        if (empty) result.front() = verb;
        else result.push_back(verb);
        break;
    }
    // "The blast wrecked a wing on Sunday and injured 23", "raided the house on Sunday and seized two rifles": of the day before it too.
    for (std::uint32_t i = expression.last; tree.parsed() && result.front() < expression.first && i < sentence.heads.size(); ++i)
        if (sentence.relations[i] == Relation::conj && sentence.heads[i] == found && sentence.tags[i] == Tag::VBD && (does_harm(word_of(text, sentence, i)) || is_done_there(word_of(text, sentence, i))) && !has_own_date(tree, i, expression, others))
            result.push_back(i);
    for (std::uint32_t i = result.front() + 1; tree.parsed() && i < sentence.heads.size(); ++i)
        if (is_toll_beside(text, tree, i, result.front()) && !has_own_date(tree, i, expression, others) && std::find(result.begin(), result.end(), i) == result.end()) result.push_back(i);
    if (tree.parsed() && expression.last <= result.front() && is_verb(sentence.tags[result.front()])) {
        for (std::uint32_t i = result.front() + 1; i < sentence.heads.size(); ++i)
            if (sentence.relations[i] == Relation::conj && sentence.heads[i] == found && is_verb(sentence.tags[i]) &&
                sentence.tags[i] != Tag::VBG && !has_own_date(tree, i, expression, others) && std::find(result.begin(), result.end(), i) == result.end())
                result.push_back(i);
    }
    return result;
}

std::int32_t main_word(std::string_view text, const Tree& tree, TokenRange except) {
    const Sentence& sentence = tree.sentence();
    std::int32_t verb = no_token, event = no_token, noun = no_token;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
        if (except.contains(i)) continue;
        if (tree.parsed() && sentence.heads[i] < 0 && predicate(tree, i)) return static_cast<std::int32_t>(i);
        if (verb == no_token && is_verb(sentence.tags[i])) verb = static_cast<std::int32_t>(i);
        if (!is_noun(sentence.tags[i])) continue;
        if (noun == no_token) noun = static_cast<std::int32_t>(i);
        if (event == no_token && is_event_noun(lemma_of(text, sentence, i))) event = static_cast<std::int32_t>(i);
    }
    if (verb != no_token) return verb;
    return event != no_token ? event : noun;
}

}  // namespace annals
