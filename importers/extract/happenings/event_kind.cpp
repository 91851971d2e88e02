#include "importers/extract/happenings/event_kind.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/lasting.h"
#include "importers/extract/happenings/unreal.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool says(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const auto base = lemma_of(text, sentence, token);
    return is_verb(sentence.tags[token]) ? is_reporting_verb(base) : is_noun(sentence.tags[token]) && word_list("statement_nouns").has(base);
}

/// "From 1891 to 1922 he built boats": so long a span is filled by what went on; "it was built from 1487 to 1498" tells of one work.
bool goes_on_for_years(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date, TokenRange phrase) {
    constexpr Day many_years = 9 * 365;
    if (comes_to_sum(text, tree, token, phrase)) return false;
    const Clause* clause = clause_at(tree.sentence(), token);
    return !(clause && clause->passive) && date.start_min && date.end_max && *date.end_max - *date.start_min >= many_years;
}

/// A span of time is filled by what lasts: a state, a verb of staying and doing, a noun ("the war of 1853-56").
bool lasting(std::string_view text, const Tree& tree, std::uint32_t token) {
    if (comes_to_something(text, tree, token)) return false;
    if (is_nominal(tree, token) || is_stative(text, tree, token)) return true;
    const Clause* clause = clause_at(tree.sentence(), token);
    for (auto i = token + 1; i + 1 < tree.sentence().tags.size() && i < token + 5; ++i)  // "put to sea 61 times"
        if (tree.sentence().tags[i] == Tag::CD && word_of(text, tree.sentence(), i + 1) == "times") return true;
    return (clause && clause->progressive) || word_list("lasting_verbs").has(lemma_of(text, tree.sentence(), token));
}

/// "As announced in June": in words, though nobody is named.
bool is_as_told(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    return token > 0 && sentence.tags[token] == Tag::VBN && fold(word_of(text, sentence, token - 1)) == "as";
}

/// "dismissed the plan as nonsense": what somebody calls it.
bool calls_it(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    const Clause* clause = clause_at(sentence, token);
    if (!is_verb(sentence.tags[token]) || (clause && clause->passive) || tree.object(token) == no_token) return false;
    static constexpr FixedWords verbs{"dismiss", "denounce", "condemn", "reject", "criticise", "criticize", "praise", "hail", "ridicule"};
    if (!verbs.has(lemma_of(text, sentence, token))) return false;
    constexpr std::uint32_t reach = 12;
    for (auto i = token + 2; i < sentence.tags.size() && i < token + reach && !is_verb(sentence.tags[i]); ++i)
        if (word_of(text, sentence, i) == "as") return true;
    return false;
}

/// "wrote to the board in May, demanding that it resign", "wrote to ask for the key": what was written is told.
bool writes_of(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords telling{"say", "ask", "demand", "urge", "assure", "warn", "tell", "complain", "beg", "request", "explain", "offer", "threaten"};
    constexpr std::uint32_t reach = 16;
    for (auto i = token + 1; i < sentence.tags.size() && i < token + reach && !is_finite_verb(sentence.tags[i]); ++i)
        if ((sentence.tags[i] == Tag::VBG || (sentence.tags[i] == Tag::VB && word_of(text, sentence, i - 1) == "to")) && telling.has(lemma_of(text, sentence, i))) return true;
    return false;
}

/// "came in on Tuesday to say how sorry he was", "rang us to say no".
bool comes_to_say(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords ways{"come", "ring", "phone", "telephone", "appear", "rise", "stand"};
    constexpr std::uint32_t reach = 12;
    if (!is_verb(sentence.tags[token]) || !ways.has(lemma_of(text, sentence, token))) return false;
    for (auto i = token + 2; i < sentence.tags.size() && i < token + reach && !is_finite_verb(sentence.tags[i]) && sentence.tags[i] != Tag::punctuation; ++i)
        if (word_of(text, sentence, i) == "say" && word_of(text, sentence, i - 1) == "to") return true;
    return false;
}

/// "Nobody would pay, the board announced"; not "The prize was posted on Monday; the jury meets in May".
bool says_beside(std::string_view text, const Tree& tree, std::uint32_t token) {
    const auto beside = tree.child(token, Relation::parataxis);
    for (auto i = token; i < static_cast<std::uint32_t>(std::max(beside, 0)); ++i)
        if (word_of(text, tree.sentence(), i) == ";") return false;
    return beside != no_token;
}

/// "disclosed earlier this month that"
bool says_that(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    constexpr std::uint32_t date_words = 6;
    for (auto i = token + 1; i + 1 < sentence.tags.size() && i < token + date_words && sentence.tags[i] != Tag::punctuation; ++i)
        if (sentence.tags[i] == Tag::IN && word_of(text, sentence, i) == "that" && !is_verb(sentence.tags[i + 1])) return true;
    return false;
}

/// "demanded that it stop", "urged them to leave".
bool asks_of(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    const auto base = is_verb(sentence.tags[token]) ? lemma_of(text, sentence, token) : std::string();
    if (base != "demand" && base != "urge") return false;
    const Clause* clause = clause_at(sentence, token);
    if (clause && clause->passive) return false;
    return says_that(text, sentence, token) || tree.child(token, Relation::ccomp) != no_token || (base == "urge" && (tree.object(token) != no_token || tree.child(token, Relation::iobj) != no_token));
}

/// "a court found yesterday", "the inquiry found that"; not "the jury found him guilty".
bool finds_that(std::string_view text, const Tree& tree, std::uint32_t token) {
    static constexpr FixedWords finders{"jury", "inquest", "inquiry", "enquiry", "court", "judge", "coroner", "tribunal"};
    const Sentence& sentence = tree.sentence();
    if (!is_verb(sentence.tags[token]) || lemma_of(text, sentence, token) != "find") return false;
    const auto who = tree.subject(token);
    const Clause* clause = clause_at(sentence, token);
    if (who == no_token || !is_noun(sentence.tags[who]) || !finders.has(lemma_of(text, sentence, static_cast<std::uint32_t>(who))) || (clause && clause->passive)) return false;
    return tree.relation(token) == Relation::parataxis || tree.child(token, Relation::parataxis) != no_token || tree.child(token, Relation::ccomp) != no_token || says_that(text, sentence, token);
}

/// A verb that states something by itself ("told the court"), or a verb of saying with what is said.
bool states(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    if (calls_it(text, tree, token) || asks_of(text, tree, token) || finds_that(text, tree, token) || comes_to_say(text, sentence, token)) return true;
    if (!says(text, sentence, token)) return false;
    if (!is_verb(sentence.tags[token]) || !tree.parsed()) return true;
    const auto base = lemma_of(text, sentence, token);
    const bool quotes = tree.child(token, Relation::ccomp) != no_token;
    const Clause* clause = clause_at(sentence, token);
    const bool passive = clause && clause->passive;
    if (base == "declare" && passive && (token + 1 >= sentence.tags.size() || word_of(text, sentence, token + 1) != "that"))
        return false;  // "was declared mayor"
    // "declared an emergency", "argued the case", "told the crews to stop": by these words it is done.
    if (!quotes && (base == "declare" || base == "argue" || base == "pronounce") && tree.object(token) != no_token && !says_that(text, sentence, token)) return false;
    if (quotes || says_beside(text, tree, token)) return true;
    if (base == "declare" || (base == "tell" && tree.child(token, Relation::xcomp) != no_token)) return false;
    if (is_as_told(text, sentence, token)) return true;
    // "they had been told to leave", "40 cases were reported": nobody speaks.
    if (passive) return false;
    if (word_list("stating_verbs").has(base)) return true;
    if (base == "write" && writes_of(text, sentence, token)) return true;
    if (says_that(text, sentence, token)) return true;
    return tree.relation(token) == Relation::parataxis;  // "..., the board announced"
}

/// "put the cost at 3 million", "reckoned a new one at 40 crowns".
bool puts_at_figure(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    constexpr std::uint32_t reach = 9;
    static constexpr FixedWords figuring{"put", "reckon", "estimate", "assess"};
    if (!figuring.has(lemma_of(text, sentence, token))) return false;
    for (auto i = token + 2; i + 1 < sentence.tags.size() && i < token + reach && sentence.tags[i] != Tag::punctuation; ++i) {
        if (word_of(text, sentence, i) != "at") continue;
        const auto figure = word_of(text, sentence, i + 1);
        const bool counts = sentence.tags[i + 1] == Tag::CD && i + 2 < sentence.tags.size() && (sentence.tags[i + 2] == Tag::CD || sentence.tags[i + 2] == Tag::NNS);
        return counts || figure == "\u00a3" || figure == "$" || figure == "\u20ac";
    }
    return false;
}

/// "published the letter", "the reply was dated 3 May", "a count dated 3 May lists": words made public, and when.
bool makes_public(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    const auto base = lemma_of(text, sentence, token);
    const bool dated = base == "date" && sentence.tags[token] == Tag::VBN;
    const bool puts_out = base == "put" && token + 1 < sentence.tags.size() && word_of(text, sentence, token + 1) == "out";
    if (!dated && !puts_out && !word_list("publishing_verbs").has(base)) return false;
    static constexpr FixedWords told{"result", "finding"};
    const bool of_relative = tree.relation(token) == Relation::acl_relcl;  // "a report that the receiver filed"
    for (const auto what : {tree.subject(token), dated || of_relative ? tree.head(token) : tree.object(token)}) {
        if (what == no_token || !is_noun(sentence.tags[what])) continue;
        if (says(text, sentence, static_cast<std::uint32_t>(what)) || told.has(lemma_of(text, sentence, static_cast<std::uint32_t>(what)))) return true;
    }
    return false;
}

/// "appears to have sunk": over, whenever it is told.
bool is_done_by_now(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    const bool present = sentence.tags[token] == Tag::VBZ || sentence.tags[token] == Tag::VBP;
    return present && token + 2 < sentence.tags.size() && word_of(text, sentence, token + 1) == "to" && word_of(text, sentence, token + 2) == "have";
}

/// "means to reach", "hopes to open", "expects sales of 5 million": the infinitive is what matters, and lies ahead.
bool is_intent(std::string_view text, const Tree& tree, std::uint32_t token) {
    const auto tag = tree.sentence().tags[token];
    if (tag != Tag::VBZ && tag != Tag::VBP) return false;
    const auto base = lemma_of(text, tree.sentence(), token);
    if (base == "expect" && tree.object(token) != no_token) return true;
    return tree.child(token, Relation::xcomp) != no_token && word_list("prospect_words").has(base);
}

/// "promised a report", "had planned to sail", "gave them until": the deadline behind it is that of what is to be done.
bool promises(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Sentence& sentence = tree.sentence();
    if (!is_verb(sentence.tags[token])) return false;
    static constexpr FixedWords verbs{"promise", "pledge", "vow", "undertake"};
    const auto base = lemma_of(text, sentence, token);
    if (verbs.has(base)) return true;
    if (tree.child(token, Relation::xcomp) != no_token && word_list("prospect_words").has(base)) return true;
    constexpr std::uint32_t reach = 6;
    for (auto i = token + 1; base == "give" && i < sentence.tags.size() && i < token + reach && sentence.tags[i] != Tag::punctuation; ++i)
        if (word_of(text, sentence, i) == "until") return true;
    return false;
}

/// "has been extended until Sunday": the end is moved, and still to come.
bool moves_end(std::string_view text, const Sentence& sentence, std::uint32_t token) {
    static constexpr FixedWords verbs{"extend", "postpone", "delay", "adjourn", "defer", "put", "push", "move", "prolong", "give", "allow", "grant"};
    return verbs.has(lemma_of(text, sentence, token));
}

/// `told_as_done`: in words that tell of what was done, whatever its date; `promised`: whose deadline is that of what is to be done.
bool is_to_come(const Date& date, Tense tense, std::optional<Day> said, bool told_as_done, bool promised) {
    if (!said) return tense == Tense::future;
    if (date.start_min && *date.start_min > *said) return !told_as_done;
    const bool ends_later = date.end_max && *date.end_max > *said;
    const bool on_the_day = date.start_min == *said && date.end_max == *said;
    if (tense == Tense::future) return ends_later || on_the_day;  // "will be said at seven this evening"
    if (promised && ends_later && date.start_min == *said) return true;
    const bool up_to_deadline = date.shape == Shape::point && date.start_min == *said && ends_later;
    if (up_to_deadline && (tense == Tense::perfect || tense == Tense::none)) return true;  // "has been promised hers by Christmas"
    if (tense == Tense::past || tense == Tense::pluperfect) return false;
    const bool has_begun = tense == Tense::present && date.start_max && *date.start_max < *said;  // "runs for two years from May"
    if (date.shape == Shape::span) return date.end_min && *date.end_min > *said && !date.open_end && !has_begun;
    return ends_later && tense == Tense::present && date.start_min && *date.start_min >= *said;
}

/// "is due at 2pm", "are expected here today", "the hearing is at ten".
bool is_awaited(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date) {
    static constexpr FixedWords coming{"due", "expected", "scheduled", "set", "forecast"};
    static constexpr FixedWords present{"is", "are", "'s", "\u2019s"};
    static constexpr FixedWords lead{"at", "on"};
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    constexpr std::uint32_t reach = 4;
    for (auto i = token < reach ? 1 : token - reach + 1; i < count && i < token + reach; ++i) {
        if (!coming.has(word_of(text, sentence, i))) continue;
        const auto be = i > 1 && sentence.tags[i - 1] == Tag::RB ? i - 2 : i - 1;
        if (present.has(word_of(text, sentence, be))) return true;
    }
    if (sentence.tags[token] == Tag::CD) {  // the clock itself is what the parser makes of it
        const auto be = tree.child(token, Relation::cop), what = tree.subject(token);
        return be != no_token && what != no_token && present.has(word_of(text, sentence, static_cast<std::uint32_t>(be))) &&
               is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(what)));
    }
    if (!date.minute || !is_nominal(tree, token)) return false;
    for (auto i = token + 1; i + 1 < count && i < token + 2 * reach; ++i)
        if (is_verb(sentence.tags[i])) return present.has(word_of(text, sentence, i)) && lead.has(word_of(text, sentence, i + 1));
    return false;
}

/// "The cabinet meets this afternoon", "must leave by midnight": said on the day itself, it lies ahead.
bool is_ahead_on_the_day(std::string_view text, const Tree& tree, std::uint32_t token, const Date& date, std::optional<Day> said) {
    const Sentence& sentence = tree.sentence();
    if (!said || !date.end_max || *date.end_max != *said || !date.start_min || *date.start_min != *said) return false;
    const auto helper = tree.child(token, Relation::aux);
    if (helper != no_token && word_of(text, sentence, static_cast<std::uint32_t>(helper)) == "must") return true;
    if (is_awaited(text, tree, token, date)) return true;
    if (sentence.tags[token] != Tag::VBZ || is_stative(text, tree, token)) return false;
    const bool names_year = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& one) { return one.kind == TokenKind::number && one.span.size() == 4; });
    if (names_year) return false;  // what a picture shows
    return tree.child(token, Relation::aux) == no_token && !is_reporting_verb(lemma_of(text, sentence, token));
}

/// "was hijacked", "married", "has said": done when it was told, so that a later day is that of a page written on; not "was due", "the vote was on 3 May".
bool is_told_as_done(std::string_view text, const Tree& tree, std::uint32_t token, const Clause* clause) {
    const Tag tag = tree.sentence().tags[token];
    if (!clause || clause->head != token || clause->reported || (tag != Tag::VBD && tag != Tag::VBN) || tree.has_copula(token)) return false;
    const bool named = tree.sentence().tokens[token].capital && token > 0;
    if (named || (tag == Tag::VBN && tree.child(token, Relation::aux_pass) == no_token && tree.child(token, Relation::aux) == no_token)) return false;
    if (clause->tense != Tense::past || word_list("planning_words").has(lemma_of(text, tree.sentence(), token))) return false;
    static constexpr FixedWords falling_due{"payable", "repayable", "redeemable", "effective"};  // "declared a dividend payable on 3 June"
    for (std::uint32_t i = 0; i < tree.sentence().tags.size(); ++i)
        if (falling_due.has(word_of(text, tree.sentence(), i))) return false;
    static constexpr FixedWords toward{"until", "till", "for", "by", "before", "to"};
    for (auto i = token + 1; i + 1 < tree.sentence().tags.size() && i < token + 8; ++i)  // "was moved to June", "was remanded until 4 June"
        if (toward.has(word_of(text, tree.sentence(), i))) return false;
    for (auto i = token + 1; i < tree.sentence().tags.size(); ++i) {  // "welcomed an offer to host it in March", "told them it would be there tomorrow"
        if (tree.sentence().tags[i] == Tag::MD) return false;
        if (tree.sentence().tags[i] == Tag::VB && tree.sentence().tags[i - 1] == Tag::TO) return false;
    }
    return !is_stative(text, tree, token) && !word_list("prospect_words").has(lemma_of(text, tree.sentence(), token)) && !word_list("planning_acts").has(lemma_of(text, tree.sentence(), token));
}

/// The noun phrase around a head: what leads up to it, from behind a date on, without what is said about it behind.
std::string phrase(std::string_view text, const Sentence& sentence, std::uint32_t head, const std::vector<TokenRange>& dates) {
    auto first = head, last = head + 1;
    const auto leads = [&](std::uint32_t token) {
        const auto tag = sentence.tags[token];
        return is_noun(tag) || tag == Tag::DT || tag == Tag::JJ || tag == Tag::PRPS || tag == Tag::POS || tag == Tag::CD || tag == Tag::JJR || tag == Tag::JJS ||
               (tag == Tag::punctuation && words(text, sentence.tokens[token].span) == "-");
    };
    const auto begins = [&](std::uint32_t token) {
        return sentence.tags[token] == Tag::DT || sentence.tags[token] == Tag::PRPS ||
               std::any_of(dates.begin(), dates.end(), [&](const TokenRange& date) { return date.last == token; });
    };
    while (first > 0 && leads(first - 1) && !begins(first)) --first;
    while (last < sentence.tags.size() && sentence.tokens[last].kind == TokenKind::word && sentence.tokens[last].capital) ++last;
    // "the ministry of defence", "the Bank of England"
    if (last + 1 < sentence.tags.size() && words(text, sentence.tokens[last].span) == "of") {
        auto end = last + 1;
        while (end < sentence.tags.size() && leads(end)) ++end;
        if (end > last + 1 && is_noun(sentence.tags[end - 1])) last = end;
    }
    return std::string(text.substr(sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end - sentence.tokens[first].span.begin));
}

std::string according_to(std::string_view text, const Tree& tree, const std::vector<TokenRange>& dates) {
    constexpr std::string_view according = "according";
    const Sentence& sentence = tree.sentence();
    for (std::uint32_t i = 0; i + 2 < sentence.tokens.size(); ++i) {
        if (sentence.tokens[i].span.size() < according.size() || fold(word_of(text, sentence, i)) != according || fold(word_of(text, sentence, i + 1)) != "to") continue;
        auto name = i + 2;
        while (name + 1 < sentence.tags.size() && !is_noun(sentence.tags[name])) ++name;
        while (name + 1 < sentence.tags.size() && is_noun(sentence.tags[name + 1])) ++name;
        return is_noun(sentence.tags[name]) ? phrase(text, sentence, name, dates) : std::string();
    }
    return {};
}

}  // namespace

const Clause* clause_at(const Sentence& sentence, std::uint32_t token) {
    for (const Clause& clause : sentence.clauses)
        if (clause.head == token) return &clause;
    const auto index = clause_of(sentence, token);
    return index < 0 ? nullptr : &sentence.clauses[index];
}

/// "was not ready until 1956": then it was.
static bool was_not_so_until(std::string_view text, const Tree& tree, std::uint32_t token, std::uint32_t be) {
    constexpr std::uint32_t reach = 8;
    const Sentence& sentence = tree.sentence();
    bool no = false;
    for (auto i = be + 1; i < token; ++i) no = no || word_of(text, sentence, i) == "not" || word_of(text, sentence, i) == "n't" || word_of(text, sentence, i) == "n\u2019t";
    for (auto i = token + 1; no && i < sentence.tags.size() && i < token + reach && sentence.tags[i] != Tag::punctuation; ++i)
        if (word_of(text, sentence, i) == "until" || word_of(text, sentence, i) == "till") return true;
    return false;
}

bool is_stative(std::string_view text, const Tree& tree, std::uint32_t token) {
    static constexpr FixedWords ends{"dead", "over", "gone", "back", "finished", "complete"};  // "was over in a week"
    static constexpr FixedWords takes_part{"for", "trial", "up", "down"};  // "stood trial", "stood in for"
    if (tree.has_copula(token)) {
        if (ends.has(word_of(text, tree.sentence(), token))) return false;
        const auto be = static_cast<std::uint32_t>(tree.child(token, Relation::cop));
        if (be > 1 && word_of(text, tree.sentence(), be - 1) == "to" && word_of(text, tree.sentence(), be - 2) == "had" && !is_noun(tree.sentence().tags[token]))
            return false;  // "had to be shut"
        if (comes_once(text, tree, token, be) || was_not_so_until(text, tree, token, be)) return false;
        const bool again = token + 1 < tree.sentence().tags.size() && word_of(text, tree.sentence(), token + 1) == "again";
        if (again && tree.sentence().tags[be] == Tag::VBD) return false;  // "was open again"
        const auto to = tree.child(token, Relation::mark);  // "was to meet her in 1912"
        const auto tag = tree.sentence().tags[token];
        if (tag == Tag::VBN && token > 0 && tree.sentence().tags[token - 1] != Tag::VBD) return false;  // "was himself stabbed"
        return to == no_token || tree.sentence().tags[to] != Tag::TO || !is_verb(tag);
    }
    if (!is_verb(tree.sentence().tags[token])) return false;
    const auto base = lemma_of(text, tree.sentence(), token);
    if (!word_list("stative_verbs").has(base)) return false;
    const auto word = [&](std::uint32_t i) { return i < tree.sentence().tokens.size() ? word_of(text, tree.sentence(), i) : std::string_view(); };
    if (comes_to_something(text, tree, token) || is_hearsay_of_past(text, tree.sentence(), token)) return false;
    return base != "stand" || !takes_part.has(word(token + (word(token + 1) == "in" ? 2 : 1)));
}

EventKind event_kind(std::string_view text, const Tree& tree, std::uint32_t trigger, const Date& date, std::optional<Day> said, TokenRange phrase) {
    const Sentence& sentence = tree.sentence();
    const Clause* clause = clause_at(sentence, trigger);
    const auto tense = !clause ? Tense::none : is_done_by_now(text, sentence, trigger) ? Tense::past : clause->tense;
    const bool promised = promises(text, tree, trigger);
    const bool goes_on = tense == Tense::perfect && date.shape == Shape::span && said && date.start_min <= *said && !promised && !moves_end(text, sentence, trigger);
    if (!goes_on && is_to_come(date, is_intent(text, tree, trigger) ? Tense::future : tense, said, is_told_as_done(text, tree, trigger, clause), promised)) return EventKind::plan;
    if (is_ahead_on_the_day(text, tree, trigger, date, said)) return EventKind::plan;
    const bool so_far = tense == Tense::perfect && said && date.end_max >= *said;  // "has managed it for eleven years"
    const bool lasts = date.shape == Shape::span && (date.open_end || date.open_start || so_far);
    if (date.start_min != date.end_max && is_not_until(text, tree, trigger, phrase)) return EventKind::occurrence;
    if (!lasts && states(text, tree, trigger)) return EventKind::statement;  // "argued for it until May" tells no word of it
    if (!lasts && sentence.tags.size() > trigger && is_verb(sentence.tags[trigger]) && (makes_public(text, tree, trigger) || puts_at_figure(text, sentence, trigger)))
        return EventKind::statement;
    const bool begun = tense == Tense::present && date.shape == Shape::span && said && date.start_max && date.end_min && *date.start_max < *said && *date.end_min > *said;
    if (lasts || begun || (date.shape == Shape::span && (goes_on_for_years(text, tree, trigger, date, phrase) || lasting(text, tree, trigger) || goes_on_from_to(text, tree, trigger, date, phrase)))) return EventKind::state;
    const bool now = tense == Tense::present && said && date.start_min == said && date.end_max == said && !date.minute;  // "Norrby is the largest port today"
    // "are under water", "has been in tears": not told of a day that has passed, as "was home on Sunday" is.
    static constexpr FixedWords so_now{"is", "are", "'s", "\u2019s", "'re", "\u2019re", "been"};
    const auto be = tree.child(trigger, Relation::cop);
    const bool verb = trigger < sentence.tags.size() && is_verb(sentence.tags[trigger]);
    const bool so_by_then = be != no_token && !verb && !date.minute && so_now.has(word_of(text, sentence, static_cast<std::uint32_t>(be))) &&
                           (phrase.empty() || word_of(text, sentence, phrase.first) != "for");  // "had been down for Monday"
    if (verb && tense == Tense::present && lemma_of(text, sentence, trigger) == "date")
        return EventKind::occurrence;  // "The chapel dates from 1702": it was built then
    if (is_stative(text, tree, trigger) && (date.precision >= Precision::week || now || so_by_then)) return EventKind::state;
    if (was_so_then(text, tree, trigger, date)) return EventKind::state;
    return EventKind::occurrence;
}

Modality event_modality(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    const Clause* clause = clause_at(tree.sentence(), trigger);
    // "Holm, who died on Sunday, never spoke of it": the "never" of a clause around a verb that heads none.
    const bool anothers = clause && clause->modality == Modality::negated && clause->head != trigger && tree.sentence().tags[trigger] == Tag::VBD;
    const Modality own = clause && !anothers ? clause->modality : Modality::asserted;
    if (own != Modality::asserted && own != Modality::claimed) return own;
    const Modality around = modality_around(text, tree.sentence(), trigger);
    return around == Modality::asserted ? own : around;
}

std::string attribution(std::string_view text, const Tree& tree, std::uint32_t trigger, EventKind kind, const std::vector<TokenRange>& dates, const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed()) return {};
    auto speaker = [&](std::uint32_t verb) -> std::string {
        const auto who = tree.subject(verb);
        if (who == no_token || in_any(dates, static_cast<std::uint32_t>(who))) return {};
        if (sentence.tags[who] == Tag::PRP) {
            const auto pronoun = fold(word_of(text, sentence, static_cast<std::uint32_t>(who)));
            if (const Clause* clause = clause_at(sentence, verb); pronoun == "it" && clause && clause->passive) return {};  // "it was said that"
            if (pronoun != "he" && pronoun != "she" && pronoun != "it" && pronoun != "they") return {};
            std::string meant = meaning_of(pronoun, before());
            return meant.empty() ? pronoun : meant;
        }
        return phrase(text, sentence, static_cast<std::uint32_t>(who), dates);
    };
    const bool speaks = kind == EventKind::statement && is_verb(sentence.tags[trigger]) && !is_as_told(text, sentence, trigger);
    if (speaks && (says(text, sentence, trigger) || calls_it(text, tree, trigger) || asks_of(text, tree, trigger)))
        if (auto who = speaker(trigger); !who.empty()) return who;
    const Clause* clause = clause_at(sentence, trigger);
    if (clause && clause->reported) {
        for (auto verb = tree.governing_verb(trigger); verb != no_token; verb = tree.governing_verb(static_cast<std::uint32_t>(verb)))
            if (says(text, sentence, static_cast<std::uint32_t>(verb))) return speaker(static_cast<std::uint32_t>(verb));
        // The quoted clause governs: "..., the ministry says."
        for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
            if (i != trigger && is_verb(sentence.tags[i]) && says(text, sentence, i) && tree.relation(i) == Relation::parataxis) return speaker(i);
    }
    return according_to(text, tree, dates);
}

}  // namespace annals
