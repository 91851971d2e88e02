#include "importers/extract/events/nearer_verb.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/events/parted_date.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// A comma, a semicolon or a conjunction, behind which another clause may begin.
bool parts_clauses(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto word = word_of(text, sentence, token);
    return word == "," || word == ";" || word == ":" || word == "--" || word == "\u2013" || word == "\u2014" ||
           sentence.tags[token] == Tag::CC;
}

/// "the year ended 31 March", "fiscal 2021, which closed on 27 June": the whole of what an expression is a part of; empty if that is no such period.
TokenRange bounded_period(std::string_view text, const Sentence& sentence, TokenRange expression, const std::vector<TokenRange>& others) {
    static constexpr FixedWords bounds{"ended", "ending", "closed", "closing", "beginning", "starting", "commencing"};
    static constexpr FixedWords which{"which", "that"};
    const auto word = [&](std::uint32_t i) { return i < sentence.tokens.size() ? word_of(text, sentence, i) : std::string_view(); };
    const auto is_period = [&](std::uint32_t end) {
        if (end == 0) return false;
        const std::string unit = lemma_of(text, sentence, end - 1);
        if (word_list("time_units").has(unit)) return unit != "decade" && unit != "century";
        return end > 1 && sentence.tokens[end - 1].kind == TokenKind::number && (word(end - 2) == "fiscal" || word(end - 2) == "year");
    };
    const auto from_bound = [&](std::uint32_t bound, TokenRange day) {  // "which ended on"
        auto first = bound;
        if (first > 0 && which.has(word(first - 1))) --first;
        if (first > 0 && first < bound && word(first - 1) == ",") --first;
        if (!bounds.has(word(bound)) || !is_period(first)) return TokenRange{};
        return TokenRange{dating_phrase(text, sentence, {first - 1, first}).first, day.last};
    };
    const auto bound_of = [&](TokenRange day) { return dating_phrase(text, sentence, day).first; };
    if (const auto lead = bound_of(expression); lead > 0)
        if (const auto period = from_bound(lead - 1, expression); !period.empty()) return period;
    for (const TokenRange other : others) {
        const auto lead = bound_of(other);
        if (other.first <= expression.last || lead == 0) continue;
        const auto period = from_bound(lead - 1, other);
        return !period.empty() && period.contains(expression.last - 1) ? period : TokenRange{};
    }
    return {};
}

bool is_relative(Tag tag) { return tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB; }

}  // namespace

std::int32_t verb_told_before(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    constexpr std::uint32_t reach = 16;
    const Sentence& sentence = tree.sentence();
    // "The team meets Hull on Saturday hoping to win"
    static constexpr TagSet describes = only(Tag::DT) | only(Tag::PRPS) | only(Tag::POS) | only(Tag::JJ);  // "the 2001 killing"
    const bool doing = found == expression.last && sentence.tags[found] == Tag::VBG && expression.first > 0 &&
                       !(only(sentence.tags[expression.first - 1]) & describes);
    if (found <= expression.last && !doing) return no_token;
    bool parted = doing;
    for (auto i = expression.last; i < found && !parted; ++i) parted = parts_clauses(text, sentence, i);
    if (!parted) return no_token;
    // Not "the May flood, which ..., started", "said on Monday he would ...".
    static constexpr TagSet goes_on =
        only(Tag::IN) | only(Tag::TO) | only(Tag::RB) | only(Tag::VBG) | only(Tag::CC) | only(Tag::punctuation);
    if (!(only(sentence.tags[expression.last]) & goes_on)) return no_token;
    const auto lead = dating_phrase(text, sentence, expression).first;
    for (auto i = expression.first; i > 0 && i + reach > lead; --i) {
        const auto at = i - 1;
        if (parts_clauses(text, sentence, at) || is_relative(sentence.tags[at]) || word_of(text, sentence, at) == "that") return no_token;
        if (!is_finite_verb(sentence.tags[at])) continue;
        const auto verb = helped_by(tree, at);
        if (verb == no_token || verb >= static_cast<std::int32_t>(lead)) return no_token;
        // Who did it must stand before it: else the parser may have taken a noun for a verb.
        return tree.subject(static_cast<std::uint32_t>(verb)) != no_token ||
                       tree.relation(static_cast<std::uint32_t>(verb)) == Relation::conj
                   ? verb
                   : no_token;
    }
    return no_token;
}

std::int32_t verb_hosting_when(std::string_view text, const Tree& tree, std::uint32_t found, const std::vector<TokenRange>& dates) {
    const Sentence& sentence = tree.sentence();
    const auto host = tree.head(found);
    if (host < 0 || tree.relation(found) != Relation::advcl || sentence.tags[found] == Tag::VBG) return no_token;
    const auto opener = tree.opener(found);
    if (opener == no_token || fold(word_of(text, sentence, static_cast<std::uint32_t>(opener))) != "when") return no_token;
    const auto main = static_cast<std::uint32_t>(host);
    const Clause *own = clause_at(sentence, found), *outer = clause_at(sentence, main);
    const Modality told = outer ? outer->modality : Modality::asserted;
    if (told != Modality::asserted && told != Modality::claimed) return no_token;  // "nobody was hurt when it fell"
    if (!own || !outer || own->tense != Tense::past || outer->tense != Tense::past || outer->head != main) return no_token;
    const std::string base = lemma_of(text, sentence, main);
    if (is_reporting_verb(base) || word_list("believing_verbs").has(base) || base == "do")
        return no_token;  // "I thought when he spoke on Friday, he ..."
    if ((sentence.tags[main] != Tag::VBD && sentence.tags[main] != Tag::VBN) || tree.has_copula(main) || is_stative(text, tree, main) ||
        outer->progressive)
        return no_token;
    const bool before = main < found;
    for (auto i = before ? main : found; i < (before ? static_cast<std::uint32_t>(opener) : main); ++i)
        if (word_of(text, sentence, i) == ";" || word_of(text, sentence, i) == ":") return no_token;
    for (const TokenRange date : dates) {
        const auto top = tree.top_of(date);
        if (top != no_token && tree.governing_verb(static_cast<std::uint32_t>(top)) == host) return no_token;
    }
    return host;
}

std::int32_t verb_of_joined_front(std::string_view text, const Tree& tree, TokenRange expression) {
    constexpr std::uint32_t longest_subject = 12;
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (lead == 0) return no_token;
    const bool goes_on = expression.last < sentence.tags.size() && sentence.tags[expression.last] != Tag::IN;
    const bool thought = goes_on && is_verb(sentence.tags[lead - 1]) &&
                         word_list("believing_verbs").has(lemma_of(text, sentence, lead - 1));  // "I think today we saw"
    bool that = false;  // "found that between 1997 and 2012, two thirds became poorer"
    for (auto i = lead; i < expression.first; ++i) that = that || word_of(text, sentence, i) == "that";
    if (lead == expression.first && !thought) return no_token;
    const bool joined = sentence.tags[lead - 1] == Tag::CC && word_of(text, sentence, lead - 1) != "or";
    const bool where = sentence.tags[lead - 1] == Tag::WRB && word_of(text, sentence, lead - 1) == "where";
    if (!joined && !where && !thought && !that) return no_token;
    auto first = expression.last;
    if (first < sentence.tags.size() && word_of(text, sentence, first) == ",") ++first;
    if (joined && first == expression.last && first < sentence.tags.size() && sentence.tags[first] == Tag::VBD && !is_helping(tree.relation(first)))
        return static_cast<std::int32_t>(first);  // "rested and on Monday sailed on"
    bool named = false;  // who does it
    for (auto i = first; i < sentence.tags.size() && i < first + longest_subject; ++i) {
        const Tag tag = sentence.tags[i];
        if (is_relative(tag) || tag == Tag::CC || word_of(text, sentence, i) == "," || word_of(text, sentence, i) == ";" ||
            word_of(text, sentence, i) == "that")
            return no_token;
        named = named || is_noun(tag) || tag == Tag::PRP;
        if (!is_finite_verb(tag)) continue;
        if (!named) return no_token;
        return helped_by(tree, i);
    }
    return no_token;
}

std::int32_t verb_of_inverted(std::string_view text, const Tree& tree, TokenRange expression) {
    constexpr std::uint32_t longest_subject = 8;
    const Sentence& sentence = tree.sentence();
    const auto word = [&](std::uint32_t token) { return fold(word_of(text, sentence, token)); };
    static constexpr FixedWords leads{"until", "in", "on", "at", "by", "after", "during", "the", "late", "early"};
    auto opening = expression.first;  // "only on"
    while (opening > 0 && leads.has(word(opening - 1))) --opening;
    if (opening == 0) return no_token;
    const bool until = word(expression.first - 1) == "until" && word(opening - 1) == "not";
    if (!until && word(opening - 1) != "only") return no_token;
    const auto helper = expression.last;
    if (helper >= sentence.tags.size()) return no_token;
    const std::string lemma = lemma_of(text, sentence, helper);
    if (lemma != "do" && lemma != "be" && lemma != "have" && sentence.tags[helper] != Tag::MD) return no_token;
    for (auto i = helper + 1; i < sentence.tags.size() && i <= helper + longest_subject; ++i)
        if (is_verb(sentence.tags[i]) && sentence.tags[i] != Tag::VBG && tree.relation(i) != Relation::amod)
            return static_cast<std::int32_t>(i);
    return no_token;
}

std::int32_t verb_beyond_words_of_time(std::string_view text, const Tree& tree, TokenRange expression, const std::vector<TokenRange>& others) {
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (const TokenRange period = bounded_period(text, sentence, expression, others); !period.empty()) {
        auto first = period.last;
        if (first < sentence.tags.size() && word_of(text, sentence, first) == ",") ++first;
        for (auto i = first; i < sentence.tags.size(); ++i) {
            if (is_relative(sentence.tags[i]) || word_of(text, sentence, i) == ";" || word_of(text, sentence, i) == ",") break;
            if (is_finite_verb(sentence.tags[i])) return helped_by(tree, i);
        }
        for (auto i = period.first; i > 0; --i) {
            if (is_relative(sentence.tags[i - 1]) || word_of(text, sentence, i - 1) == ";") break;
            if (is_finite_verb(sentence.tags[i - 1])) return helped_by(tree, i - 1);
        }
        return no_token;
    }
    if (lead < 2) return no_token;
    const auto before = word_of(text, sentence, lead - 1);
    if (before == "again" && (word_of(text, sentence, lead - 2) == "and" || word_of(text, sentence, lead - 2) == ",")) {
        for (auto i = lead - 2; i > 0; --i)
            if (word_of(text, sentence, i) == ":" || word_of(text, sentence, i) == ";") return no_token;
        for (std::uint32_t i = 0; i + 1 < lead; ++i)
            if (tree.head(i) < 0 && (sentence.tags[i] == Tag::VBD || sentence.tags[i] == Tag::VBN)) return static_cast<std::int32_t>(i);
        return no_token;
    }
    return no_token;
}

std::int32_t noun_of_perfect(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    constexpr std::uint32_t reach = 7;
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    const Clause* clause = clause_at(sentence, found);
    if (!clause || clause->head != found || clause->tense != Tense::perfect || found >= lead || lead + 1 != expression.first)
        return no_token;
    const auto preposition = word_of(text, sentence, lead);
    if (preposition != "in" && preposition != "on") return no_token;
    for (auto i = lead; i > found + 1 && i + reach > lead; --i) {
        const auto at = i - 1;
        const Tag tag = sentence.tags[at];
        if (is_noun(tag) && is_event_noun(lemma_of(text, sentence, at))) return static_cast<std::int32_t>(at);
        const bool of_noun = is_noun(tag) || tag == Tag::DT || tag == Tag::JJ || tag == Tag::CD || tag == Tag::PRPS || tag == Tag::POS ||
                             word_of(text, sentence, at) == "of";
        if (!of_noun) return no_token;
    }
    return no_token;
}

std::int32_t verb_right_before(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (lead == 0 || found + 1 >= lead || !is_finite_verb(sentence.tags[lead - 1]) || sentence.tags[lead - 1] == Tag::MD ||
        is_helping(tree.relation(lead - 1)))
        return no_token;
    for (auto i = found + 1; i + 1 < lead; ++i)
        if (parts_clauses(text, sentence, i)) return static_cast<std::int32_t>(lead) - 1;
    return no_token;
}

std::int32_t noun_of_bare_be(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (found + 1 != lead || found == 0 || lemma_of(text, sentence, found) != "be" || !is_noun(sentence.tags[found - 1])) return no_token;
    static constexpr TagSet ends = only(Tag::punctuation) | only(Tag::IN) | only(Tag::CC);
    if (expression.last < sentence.tags.size() && !(only(sentence.tags[expression.last]) & ends)) return no_token;
    const auto subject = tree.subject(found);
    return subject != no_token && subject < static_cast<std::int32_t>(found) && is_noun(sentence.tags[subject])
               ? subject
               : static_cast<std::int32_t>(found) - 1;
}

std::int32_t verb_hosting_doing(std::string_view text, const Tree& tree, std::uint32_t doing) {
    const Sentence& sentence = tree.sentence();
    const auto head = tree.head(doing);
    if (head < 0 || sentence.tags[doing] != Tag::VBG) return no_token;
    auto mark = tree.child(doing, Relation::mark);
    if (mark == no_token) mark = tree.child(doing, Relation::case_);
    if (mark == no_token) return no_token;
    const std::string said = fold(word_of(text, sentence, static_cast<std::uint32_t>(mark)));
    if (said == "from" || said == "without") return head;
    if (said != "by" || sentence.tags[head] != Tag::VBN || mark != head + 1 || static_cast<std::uint32_t>(mark) + 1 != doing)
        return no_token;
    return tree.object(doing) == no_token ? head : no_token;
}

std::int32_t verb_around(std::string_view text, const Sentence& sentence, TokenRange expression) {
    auto verb = expression.last;
    while (verb < sentence.tags.size() && verb < expression.last + 2 && sentence.tags[verb] == Tag::RB) ++verb;
    if (expression.first == 0 || verb >= sentence.tags.size() ||
        (sentence.tags[verb] != Tag::VBG && sentence.tags[verb] != Tag::VBN && sentence.tags[verb] != Tag::VBD))
        return no_token;
    const auto lead = dating_phrase(text, sentence, expression).first;
    static constexpr FixedWords helpers{"is", "are", "was", "were", "been", "be", "has", "have", "had"};
    return lead > 0 && helpers.has(word_of(text, sentence, lead - 1)) ? static_cast<std::int32_t>(verb) : no_token;
}

std::int32_t verb_beside(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t found) {
    const Sentence& sentence = tree.sentence();
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (lead == 0 || found <= expression.last || word_of(text, sentence, lead) == "that") return no_token;
    const Tag tag = sentence.tags[lead - 1];
    return (tag == Tag::VBN || tag == Tag::VBD) && !is_helping(tree.relation(lead - 1)) ? static_cast<std::int32_t>(lead) - 1 : no_token;
}

/// "It was in May, she said, that the kiln cracked": behind the comma that closes what is said of the telling, else where it begins.
static std::uint32_t behind_speech_tag(std::string_view text, const Sentence& sentence, std::uint32_t first) {
    constexpr std::uint32_t longest = 6;
    bool told = false;
    for (auto i = first; i + 1 < sentence.tags.size() && i < first + longest; ++i) {
        if (word_of(text, sentence, i) == ",") return told ? i + 1 : first;
        told = told || (is_finite_verb(sentence.tags[i]) && is_reporting_verb(lemma_of(text, sentence, i)));
    }
    return first;
}

std::int32_t verb_of_cleft(std::string_view text, const Tree& tree, TokenRange expression) {
    constexpr std::uint32_t opening = 10;
    const Sentence& sentence = tree.sentence();
    if (expression.first < 3 || expression.first > opening || expression.last + 2 >= sentence.tags.size() || fold(word_of(text, sentence, 0)) != "it" || lemma_of(text, sentence, 1) != "be") return no_token;
    const auto place = word_of(text, sentence, 2);
    if (sentence.tags[2] != Tag::IN && place != "there" && place != "here") return no_token;
    auto joint = expression.last + (word_of(text, sentence, expression.last) == "," ? 1 : 0);
    if (joint > expression.last && word_of(text, sentence, joint) != "that") joint = behind_speech_tag(text, sentence, joint);
    return joint + 1 < sentence.tags.size() && word_of(text, sentence, joint) == "that" ? finite_verb_behind(tree, joint + 1) : no_token;
}

std::int32_t verb_before_that(std::string_view text, const Sentence& sentence, TokenRange expression) {
    if (expression.first < 2 || expression.last < expression.first + 2 || expression.last >= sentence.tags.size() || word_of(text, sentence, expression.first) != "that") return no_token;
    const auto verb = expression.first - 1;
    const bool goes_on = sentence.tags[expression.last] == Tag::TO || sentence.tags[expression.last] == Tag::IN || sentence.tags[expression.last] == Tag::punctuation;
    return goes_on && sentence.tags[verb] == Tag::VBD && !is_reporting_verb(lemma_of(text, sentence, verb)) && lemma_of(text, sentence, verb) != "be" ? static_cast<std::int32_t>(verb) : no_token;
}

std::int32_t verb_within_hours(std::string_view text, const Tree& tree, TokenRange expression) {
    static constexpr FixedWords units{"hours", "minutes", "moments", "seconds"};
    static constexpr FixedWords leads{",", "just", "only", "barely", "a", "few", "some", "several", "mere"};
    static constexpr FixedWords ahead{"to", "due", "supposed", "expected", "scheduled", "meant", "set", "about", "planned"};
    static constexpr FixedWords edges{"early", "dawn", "midnight", "overnight"};
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    auto unit = expression.last;
    while (unit < count && unit < expression.last + 4 && leads.has(word_of(text, sentence, unit))) ++unit;
    if (unit == expression.last || unit + 3 >= count || !units.has(word_of(text, sentence, unit))) return no_token;
    const auto joint = word_of(text, sentence, unit + 1);
    if (joint != "before" && joint != "after") return no_token;
    if (count > 0 && word_of(text, sentence, 0) == "If") return no_token;
    for (auto i = dating_phrase(text, sentence, expression).first; i < expression.last; ++i)
        if (edges.has(word_of(text, sentence, i)) || (sentence.tokens[i].kind == TokenKind::number && word_of(text, sentence, i).find_first_of(":.apm") != std::string_view::npos)) return no_token;
    for (auto i = unit + 2; i < count && sentence.tags[i] != Tag::punctuation; ++i) {
        const bool bare = sentence.tags[i] == Tag::VBN && is_noun(sentence.tags[i - 1]) && i + 1 < count && (sentence.tags[i + 1] == Tag::DT || sentence.tags[i + 1] == Tag::PRPS);  // taken for a participle
        if (!is_finite_verb(sentence.tags[i]) && !bare) continue;
        if ((sentence.tags[i] != Tag::VBD && !bare) || i == unit + 2 || word_of(text, sentence, i) == "had" || (i + 1 < count && ahead.has(word_of(text, sentence, i + 1)))) return no_token;
        return helped_by(tree, i);
    }
    return no_token;
}

}  // namespace annals
