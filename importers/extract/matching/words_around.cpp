#include "importers/extract/matching/words_around.h"

#include "core/text/fixed_words.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {

bool is_past_form(std::string_view word) {
    static constexpr FixedWords irregular{"died", "told", "said", "met", "came", "went", "left", "fell", "began", "broke", "won", "lost", "took", "gave", "found", "held",
                                          "sold", "bought", "sank", "struck", "rose", "wrote", "spoke", "got", "born", "shot", "caught", "saw", "sent",
                                          "rang", "sang", "swam", "flew", "drew", "grew", "threw", "blew", "froze", "rode", "drove", "woke", "arose", "swept", "slept",
                                          "wept", "crept", "clung", "swung", "stuck", "stole", "sprang", "drank", "tore", "wore", "bore", "swore", "chose", "ran", "stood",
                                          "fled", "led", "fought", "taught", "sought", "built", "lent", "knelt", "lit", "ate", "hid", "slid", "spun", "shone", "shrank",
                                          "strode", "withdrew", "overthrew", "overcame", "undertook", "overtook", "forgot", "kept", "sued", "tied", "freed", "agreed"};
    return irregular.has(word) || (word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed"));
}

// "Had the talks in July 2023 succeeded", "if it had ended in 1994", "would have ended in 1994": by the words between the last comma and the date.
bool is_condition(const LookedUp& at, std::uint32_t token) {
    static constexpr FixedWords list{"if", "If", "unless", "Unless", ",", ";"};
    std::uint32_t i = token;
    for (; i > 0 && token - i < 30; --i) {
        const std::string_view word = at.word(i - 1);
        if (list.has(word)) {
            if (word.size() > 1) return true;
            break;
        }
        if (word == "have" && i > 1 && (at.word(i - 2) == "would" || at.word(i - 2) == "might" || at.word(i - 2) == "could" || at.word(i - 2) == "should")) return true;
    }
    return i == 0 && (at.word(0) == "Had" || at.word(0) == "Were") && at.word(at.size() - 1) != "?";
}

// "payable Dec. 15", "by February": the verb before says nothing of when.
bool is_deadline(const LookedUp& at, std::uint32_t first) {
    if (first == 0) return false;
    static constexpr FixedWords list{"by", "until", "till", "through", "effective", "payable", "expire", "expires", "due", "before"};
    return list.has(at.word(first - 1));
}

// "meets until Friday", "as early as Tuesday": a weekday that ends a wait lies ahead.
bool ends_a_wait(const LookedUp& at, std::uint32_t first) {
    const auto is = [&](std::uint32_t back, std::string_view word) { return first >= back && at.word(first - back) == word; };
    return is(1, "until") || is(1, "till") || (is(1, "as") && (is(2, "early") || is(2, "soon") || is(2, "late")));
}

static bool is_possessive(const LookedUp& at, std::uint32_t i) { return i < at.size() && (at.word(i) == "'s" || at.word(i) == "\u2019s"); }

// "Friday's purchases", "December's figures": what belongs to a weekday or a month has happened.
bool is_owner(const LookedUp& at, const Match& match) {
    const Meaning& m = match.meaning;
    const bool weekday = said(m.weekday) && !said(m.month), month = m.kind == MeaningKind::date && said(m.month) && !said(m.day);
    if ((!weekday && !month) || is_awaited(at, match.first)) return false;
    return is_possessive(at, match.last);
}

bool is_owner_of_plan(const LookedUp& at, const Match& match) {
    static constexpr FixedWords list{"planned", "scheduled", "upcoming", "proposed", "forthcoming"};
    return match.meaning.kind == MeaningKind::date && match.last + 1 < at.size() && list.has(at.word(match.last + 1)) && is_possessive(at, match.last);
}

bool is_early(const LookedUp& at, const Match& match) {
    return at.word(match.first) == "early" || at.word(match.first) == "Early" || is_behind(at, match.first, "early");
}

// "shops shut ahead of Saturday's march", "they are braced for Monday": what is waited for, if the text does not look back on it.
bool is_awaited(const LookedUp& at, std::size_t first) {
    constexpr std::size_t far = 15;
    if (first < 2) return false;
    static constexpr FixedWords before_of{"ahead", "advance"};
    static constexpr FixedWords before_for{"preparation", "preparations", "prepare", "preparing", "braced", "bracing", "brace"};
    static constexpr FixedWords before_to{"run-up", "runup"};
    const std::string_view word = at.word(first - 1);
    if (word != "of" && word != "for" && word != "to") return false;
    const std::string_view lead = at.word(first - 2);
    if (!(word == "of" ? before_of.has(lead) : word == "for" ? before_for.has(lead) : before_to.has(lead))) return false;
    for (std::size_t i = first; i-- > 0 && first - i < far;)
        if (at.word(i) == "had") return false;
    return true;
}

bool is_name_of_event(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t opening = 4;  // tokens
    if (match.last != match.first + 1 || match.first < opening || match.last >= at.size()) return false;
    static constexpr FixedWords articles{"the", "a", "his", "her", "its", "their", "'s"};
    const Token& next = (*at.tokens)[match.last];
    return articles.has(at.word(match.first - 1)) && next.kind == TokenKind::word && !next.capital;
}

bool is_weekday_alone(const Meaning& m) {
    return m.kind == MeaningKind::date && said(m.weekday) && !said(m.month) && !said(m.which) && !said(m.nth) && !said(m.of_unit);
}

bool is_month_alone(const Meaning& m) {
    return m.kind == MeaningKind::date && said(m.month) && !said(m.day) && !said(m.year) && !said(m.which) && !said(m.nth) && !said(m.of_unit);
}

bool is_day_alone(const Meaning& m) {
    return m.kind == MeaningKind::date && said(m.day) && !said(m.weekday) && !said(m.month) && !said(m.year) && !said(m.iso) && !said(m.numeric) && !said(m.of_unit);
}

bool is_behind(const LookedUp& at, std::uint32_t first, std::string_view word) { return first > 0 && at.word(first - 1) == word; }

// "forces that had landed in late 1943": what was before what is told.
bool is_before_that(const LookedUp& at, std::uint32_t first) {
    for (std::uint32_t i = first; i-- > 0 && first - i < 15;) {
        if (at.word(i) == "had") return true;
        if ((*at.tokens)[i].kind == TokenKind::mark) return false;
    }
    return false;
}

bool is_measured_against(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 9;
    static constexpr FixedWords leads{"in", "on", "at", "during", "it", "he", "she", "they", "we", "I", "there", "had", "did"};
    static constexpr FixedWords others{"rather", "other", "sooner", "later", "earlier"};
    for (std::uint32_t i = first; i-- > 1 && first - i < far && (*at.tokens)[i].kind != TokenKind::mark;)
        if (at.word(i) == "than") return i + 1 < first && leads.has(at.word(i + 1)) && !others.has(at.word(i - 1));
    return false;
}

// "a client who had died the previous summer", "disclosed that it had broken the terms in May"
bool is_told_of_somebody(const LookedUp& at, std::uint32_t first) {
    for (std::uint32_t i = first; i-- > 1 && first - i < 15;) {
        if (at.word(i) == "had") {
            static constexpr FixedWords leads{"who", "that", "which"};
            static constexpr FixedWords pronouns{"he", "she", "it", "they", "we", "I"};
            return leads.has(at.word(i - 1 - (i > 1 && pronouns.has(at.word(i - 1)))));
        }
        if ((*at.tokens)[i].kind == TokenKind::mark) return false;
    }
    return false;
}

// "The heirs hope to sell it in the spring": what is hoped now, not what they then hoped.
bool is_hoped(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 15;
    static constexpr FixedWords hoping{"hopes", "hope", "plans", "plan", "intends", "intend", "expects", "expect", "aims", "aim", "means", "wants"};
    static constexpr FixedWords being{"is", "are", "'s", "\u2019s", "'re", "\u2019re"};
    static constexpr FixedWords fixed{"to", "due", "expected", "set", "scheduled", "planned", "hoped", "supposed", "meant", "likely"};
    static constexpr FixedWords promising{"promise", "promises", "expect", "expects", "hope", "hopes"};
    const bool by = is_behind(at, first, "by");
    for (std::uint32_t i = first; i-- > 0 && first - i < far && (*at.tokens)[i].kind != TokenKind::mark;) {
        if (by && i > 0 && promising.has(at.word(i)) && at.word(i - 1) != "the") return true;  // "They promise us a slide by Easter"
        if (i + 1 < first && at.word(i + 1) == "to" && hoping.has(at.word(i))) return i == 0 || at.word(i - 1) != "the";
        const std::uint32_t next = i + 1 + (i + 2 < first && (at.word(i + 1) == "now" || at.word(i + 1) == "also" || at.word(i + 1) == "still" || at.word(i + 1) == "next"));
        if (next < first && being.has(at.word(i)) && fixed.has(at.word(next))) return true;  // "are to be replaced by the end of March"
    }
    return false;
}

// "has kept it corked since Easter": up to the day of writing, within a story too.
bool is_so_now(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 20;
    static constexpr FixedWords helpers{"has", "have", "'s", "'ve", "\u2019s", "\u2019ve"};
    static constexpr FixedWords past{"had", "was", "were"};
    for (std::uint32_t i = first; i-- > 0 && first - i < far;) {
        if (helpers.has(at.word(i))) return true;
        if (past.has(at.word(i))) return false;
    }
    if (first > 1) return false;
    static constexpr FixedWords has{"has", "have", "'ve", "\u2019ve"};  // "Since Easter the doors have been shut"
    for (std::uint32_t i = first + 1; i < at.size() && i - first < far; ++i) {
        if (has.has(at.word(i))) return true;
        if (past.has(at.word(i))) return false;
    }
    return false;
}

// "did not come back until Easter", "ran there until March, when the bridge was shut": the wait is over.
// "Nobody", "no one" in front of a verb.
static bool is_none(const LookedUp& at, std::uint32_t i) {
    static constexpr FixedWords none{"nobody", "Nobody", "nothing", "Nothing", "none", "None"};
    static constexpr FixedWords no{"no", "No"};
    return none.has(at.word(i)) || (at.word(i) == "one" && i > 0 && no.has(at.word(i - 1)));
}

bool ended_a_wait(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t far = 12;
    static constexpr FixedWords past{"did", "was", "were"};
    static constexpr FixedWords no{"not", "n't", "n\u2019t", "never"};
    const std::uint32_t first = match.first;
    if (!is_behind(at, first, "until") && !is_behind(at, first, "till")) return false;
    if (match.last + 1 < at.size() && at.word(match.last) == "," && at.word(match.last + 1) == "when")
        for (std::uint32_t i = match.last + 2; i < at.size() && i < match.last + far && (*at.tokens)[i].kind != TokenKind::mark; ++i)
            if (past.has(at.word(i)) || is_past_form(at.word(i))) return true;
    static constexpr FixedWords lasting{"stayed", "lasted", "remained", "continued", "waited", "lingered", "worked", "slept", "lived", "went", "rained", "snowed", "burned", "burnt", "raged", "fallen", "lain", "stood", "blown"};
    const std::uint32_t until = first - 1 - (first > 1 && at.word(first - 2) == ",");  // "had snowed for a week, until Sunday"
    for (std::uint32_t i = until; i-- > 0 && first - i < far && (*at.tokens)[i].kind != TokenKind::mark;) {
        if (i > 0 && (past.has(at.word(i)) || is_past_form(at.word(i))) && is_none(at, i - 1)) return true;
        if (at.word(i) == "had" && at.word(i + 1) == "been") return i + 2 < first && !is_past_form(at.word(i + 2)) && !at.word(i + 2).ends_with("en") && at.word(i + 2) != "told" && at.word(i + 2) != "put";
        if (past.has(at.word(i))) return no.has(at.word(i + 1));
        if (lasting.has(at.word(i)) && i > 0) return at.word(i) != "went" || at.word(i + 1) == "on";  // "the others stayed there until Tuesday"
    }
    return false;
}

// "told her on Christmas Eve", "a record that fell on 3 May": close behind what has happened, which was not then arranged for a day to come.
bool is_told_then(const LookedUp& at, std::uint32_t first) {
    static constexpr FixedWords on{"on", "in", "at"};
    static constexpr FixedWords whom{"him", "her", "it", "them", "us", "me", "out", "up", "down", "off", "back", "away", "there", "here"};
    if (first < 3 || !on.has(at.word(first - 1))) return false;
    const std::string_view verb = at.word(first - 2 - (first > 3 && whom.has(at.word(first - 2))));
    static constexpr FixedWords arranged{"planned", "scheduled", "expected", "booked", "billed", "listed", "arranged", "timed", "slated", "fixed", "intended",
                                         "announced", "called", "postponed", "adjourned", "delayed", "extended", "moved", "reserved", "needed", "required", "owed"};
    if (is_past_form(verb)) return !arranged.has(verb);
    // "took the job on 3 August"
    static constexpr FixedWords articles{"the", "his", "her", "their", "its", "a", "an"};
    static constexpr FixedWords of_plans{"meeting", "meetings", "strike", "march", "rally", "vote", "election", "elections", "hearing", "talks", "debate", "conference", "summit", "session",
                                         "dividend", "ballot", "referendum", "date", "deadline", "trial", "match", "game", "fixture", "concert", "tour", "launch", "release", "visit", "appointment", "protest"};
    static constexpr FixedWords of_arranging{"got", "set", "fixed", "called", "won", "had", "announced", "declared", "ordered", "agreed", "proposed", "promised", "planned", "scheduled", "booked", "sought",
                                             "awaited", "arranged", "offered", "saw", "made", "put", "gave", "organised", "organized", "expected", "wanted", "needed"};
    for (std::uint32_t noun = first - 2, back = 1; back <= 2 && noun > back; ++back) {
        if (!articles.has(at.word(noun - back))) continue;
        const std::string_view done = at.word(noun - back - 1);
        return (is_past_form(done) || done == "took" || done == "left") && !arranged.has(done) && !of_arranging.has(done) && !of_plans.has(at.word(noun));
    }
    return false;
}

// "At the yearly show of 6 March the horse was not seen"
static bool is_of_event_in_front(const LookedUp& at, const Match& match) {
    static constexpr FixedWords leads{"At", "In", "During", "After"};
    static constexpr FixedWords known{"the", "its", "his", "her", "their"};
    return match.first > 3 && match.first < 6 && at.word(match.first - 1) == "of" && leads.has(at.word(0)) && known.has(at.word(1));
}

bool is_opened_in_past(const LookedUp& at, const Match& match) {
    constexpr std::uint32_t far = 16;
    static constexpr FixedWords on{"On", "At"};
    static constexpr FixedWords being{"was", "were", "had"};
    static constexpr FixedWords ahead{"to", "due", "supposed", "expected", "scheduled", "meant", "set", "planned", "hoped"};
    static constexpr FixedWords other{"will", "would", "is", "are", "has", "have", "may", "might", "could", "can", "should", "'ll", "\u2019ll", "who", "which", "that", "whose"};
    if ((match.first != 1 || !on.has(at.word(0))) && !is_of_event_in_front(at, match)) return false;
    for (std::uint32_t i = match.last; i < at.size() && i < match.last + far; ++i) {
        const std::string_view word = at.word(i);
        if (other.has(word) || word == ";") return false;
        if (being.has(word)) return i + 1 < at.size() && !ahead.has(at.word(i + 1));
        if (is_past_form(word)) return true;
    }
    return false;
}

bool is_changed_on(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 12;
    static constexpr FixedWords changing{"went", "rose", "fell", "came", "grew", "dropped", "climbed", "increased", "jumped", "doubled"};
    static constexpr FixedWords ways{"up", "down"};
    if (first < 6 || at.word(first - 1) != "on") return false;
    bool to = false;
    for (std::uint32_t i = first - 1; i-- > 1 && first - i < far;) {
        to = to || at.word(i) == "to";
        if (at.word(i) != "from") continue;
        const std::uint32_t verb = i - 1 - ways.has(at.word(i - 1));
        return to && verb < i && changing.has(at.word(verb));
    }
    return false;
}

bool is_put_off_to(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 8;
    static constexpr FixedWords joints{"to", "until", "till", "from"};
    static constexpr FixedWords verbs{"moved", "postponed", "rescheduled", "delayed", "deferred", "adjourned", "switched", "slipped", "slip"};
    static constexpr FixedWords put{"put", "pushed", "brought", "held"};
    static constexpr FixedWords where{"off", "back", "forward", "over"};
    if (first == 0 || !joints.has(at.word(first - 1))) return false;
    for (std::uint32_t i = first - 1; i-- > 0 && first - i < far && (*at.tokens)[i].kind != TokenKind::mark;) {
        if (verbs.has(at.word(i))) return true;
        if (where.has(at.word(i)) && i > 0 && put.has(at.word(i - 1))) return true;
    }
    return false;
}

bool is_foretold(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 10;
    static constexpr FixedWords past{"was", "were"};
    for (std::uint32_t i = first; i-- > 0 && first - i < far && (*at.tokens)[i].kind != TokenKind::mark;)
        if (at.word(i) == "would" || (past.has(at.word(i)) && at.word(i + 1) == "to")) return true;
    return false;
}

// "It has snowed for nine days", "who has been mayor for six years": not "has been jailed for six years", which lie ahead, nor "has not snowed for nine days".
bool lasts_till_now(const LookedUp& at, std::uint32_t first) {
    constexpr std::uint32_t far = 12;
    static constexpr FixedWords helpers{"has", "have", "'s", "'ve", "\u2019s", "\u2019ve"};
    static constexpr FixedWords small{"also", "now", "already", "long", "together", "themselves", "both", "all"};
    static constexpr FixedWords of_a_moment{"let", "sold", "sent", "told", "lent", "put", "paid", "bought", "hit", "built", "made", "found", "cut", "left", "set"};
    static constexpr FixedWords leads{"the", "past", "last", "at", "least", "about", "around", "almost", "nearly", "more", "than", "over", "some", "only", "just"};
    std::uint32_t end = first;
    while (end > 0 && leads.has(at.word(end - 1))) --end;
    if (end < 2 || at.word(end - 1) != "for") return false;
    std::uint32_t helper = end - 1;
    while (helper > 0 && end - helper < far && !helpers.has(at.word(helper))) {
        if ((*at.tokens)[helper].kind == TokenKind::mark) return false;
        --helper;
    }
    static constexpr FixedWords other{"I", "would", "could", "should", "must", "may", "might", "will", "to"};
    if (!helpers.has(at.word(helper)) || (helper > 0 && other.has(at.word(helper - 1)))) return false;  // "I have missed him for six years": talk
    const auto behind_adverbs = [&](std::uint32_t i) {
        while (i + 1 < end && (small.has(at.word(i)) || at.word(i).ends_with("ly"))) ++i;
        return i;
    };
    const std::uint32_t verb = behind_adverbs(helper + 1);
    if (at.word(verb) != "been") return word_list("lasting_participles").has(at.word(verb));
    const std::string_view what = at.word(behind_adverbs(verb + 1));
    if (what == "for" || what == "able" || of_a_moment.has(what)) return false;
    return (!what.ends_with("ed") && !what.ends_with("en")) || word_list("lasting_states").has(what);
}

// "It is Monday, May 3rd, 10 a.m."
bool says_today(const LookedUp& at, const Match& match) {
    const Meaning& m = match.meaning;
    const std::uint32_t first = match.first;
    if (m.kind != MeaningKind::date || (!said(m.day) && !said(m.weekday))) return false;
    std::uint32_t i = first;
    const auto between = [&](std::string_view word) { return word == "currently" || word == "now" || word == "on" || word == ","; };
    while (i > 0 && i + 4 > first && between(at.word(i - 1))) --i;
    if (i < 2 || (at.word(i - 1) != "is" && at.word(i - 1) != "'s" && at.word(i - 1) != "\u2019s")) return false;
    const std::string_view subject = at.word(i - 2);
    return subject == "it" || subject == "It" || subject == "Today" || subject == "today";
}

bool opens_with_had(const LookedUp& at) {
    constexpr std::size_t opening = 5;  // tokens
    for (std::size_t i = 1; i < opening && i < at.size(); ++i)
        if (at.word(i) == "had") return true;
    return false;
}

bool goes_on_with_subject(const LookedUp& at) {
    for (const std::string_view pronoun : {"He", "She", "It", "They", "We", "I"})
        if (at.size() > 0 && at.word(0) == pronoun) return true;
    return false;
}

bool says_had(const LookedUp& at, std::uint32_t had) {
    return std::any_of(at.tokens->begin(), at.tokens->end(), [&](const Token& token) { return token.entry == had && word_of(at.text, token) == "had"; });
}

}  // namespace annals
