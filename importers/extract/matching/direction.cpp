#include "importers/extract/matching/direction.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/matching/rule_set.h"
#include "importers/extract/matching/words_around.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool is(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_regular_past(std::string_view word) {
    if (is(word, {"sued", "tied", "vied", "died", "lied"})) return true;
    return word.size() > 4 && word.ends_with("ed") && (!word.ends_with("eed") || word.ends_with("greed") || word == "freed" || word == "guaranteed") && word != "greed" && !word.starts_with("un") && word != "United" &&
           word != "hundred" && word != "sacred";
}

// "should have it ready in June": no perfect, it is to be had.
bool is_to_be_had(const LookedUp& at, std::size_t k) {
    if (at.word(k) != "have" || k == 0 || k + 1 >= at.size()) return false;
    const std::string_view next = at.word(k + 1);
    return is(at.word(k - 1), {"should", "will", "would", "'ll", "to"}) &&
           is(next, {"a", "an", "the", "some", "more", "no", "its", "their", "our", "his", "her", "my", "it", "them", "this", "that"});
}

// "they promise a report in the autumn"; not "the promise", "keep a promise".
bool is_promising(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords verbs{"promise", "promises", "pledge", "pledges", "vow", "vows"};
    static constexpr FixedWords articles{"the", "a", "an", "this", "that", "their", "its", "his", "her", "our", "my", "no", "any", "every", "one", "of", "'s", "\u2019s", "election", "campaign"};
    return verbs.has(at.word(k)) && k > 0 && k + 1 < at.size() && !articles.has(at.word(k - 1)) && (*at.tokens)[k + 1].kind == TokenKind::word && at.word(k + 1) != "of" && at.word(k + 1) != "in";
}

// "she cast off at noon": with -s in the present.
bool is_past_of_one(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords verbs{"cast", "shut", "set", "let", "burst", "split", "hurt", "shed", "beat", "thrust"};
    static constexpr FixedWords one{"he", "she", "it", "He", "She", "It"};
    return k > 0 && verbs.has(at.word(k)) && one.has(at.word(k - 1));
}

// Most words tell nothing of tense, which is seen without a turn; this lets few others through.
bool may_tell(const LookedUp& at, std::size_t k, const RuleSet& rules) {
    static constexpr FixedWords list{"is", "are", "be", "due", "likely", "unlikely", "have", "am", "'m", "'re", "steps", "takes", "take", "moves", "runs",
                                     "goes", "go", "comes", "come", "flies", "open", "close", "sat", "cost", "meant", "supposed", "move", "step", "fly"};
    static constexpr FixedWords rare{"promise", "promises", "pledge", "pledges", "vow", "vows", "cast", "shut", "set", "let", "burst", "split", "hurt", "shed", "beat", "thrust"};
    const std::string_view word = at.word(k);
    const bool known = rules.starts[(*at.tokens)[k].entry].word.senses & rules.tense_words.any;
    return (int{known} | int{list.may_have(word)} | int{rare.has(word)} | int{word.back() == 'd'}) != 0;
}

// "will serve boiled eggs from Monday", "will have mended it by Monday": neither a boiled egg nor what will be mended tells of the past.
bool is_behind_will(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords will{"will", "shall", "'ll", "\u2019ll"};
    return k > 1 && is_regular_past(at.word(k)) && will.has(at.word(k - 2)) && (*at.tokens)[k - 1].kind == TokenKind::word;
}

// "by 311 votes", "the closes": a noun.
bool is_counted(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords list{"the",   "of",   "by",   "these", "those", "more",  "fewer", "two",    "three",  "four",
                                     "five",  "six",  "seven", "eight", "nine",  "ten",   "eleven", "twelve", "twenty", "hundred"};
    return k > 0 && at.word(k).ends_with('s') && ((*at.tokens)[k - 1].kind == TokenKind::number || list.has(at.word(k - 1)));
}

// "We shut at noon on Friday", "want it shut by Friday": of any time; "is shut", "kept shut": no verb. Not "shut the locks on Friday".
bool is_untimed_shut(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords before{"is", "are", "was", "were", "be", "been", "being", "'s", "\u2019s", "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "keeps", "kept"};
    static constexpr FixedWords behind{"at", "on", "in", "by", "for", "from", "until", "till", "before", "after", "during", "over", "to", "and", "or", "but", "early", "late", "again", "today", "tomorrow", "this", "next", "as", "when", "while"};
    if (k + 1 >= at.size() || behind.has(at.word(k + 1)) || (*at.tokens)[k + 1].kind == TokenKind::mark) return true;
    return k > 0 && (before.has(at.word(k - 1)) || (k > 1 && before.has(at.word(k - 2)) && (is(at.word(k - 1), {"still", "now", "also", "it", "them"}) || at.word(k - 1).ends_with("ly"))));
}

// "will start on the cracked pipe on Monday": of the pipe.
bool is_told_of_thing(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords articles{"the", "a", "an", "its", "their", "his", "her", "our", "this", "that"};
    static constexpr FixedWords joints{"and", "but", "on", "in", "at", "by", "from", "to", "for"};
    return k > 0 && k + 1 < at.size() && articles.has(at.word(k - 1)) && (*at.tokens)[k + 1].kind == TokenKind::word && !joints.has(at.word(k + 1)) && !is_past_form(at.word(k + 1));
}

// "cost the firm 3m", "cost \u00a34m": the verb, which has one form for all times.
bool is_costing(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords before{"the", "a", "an", "of", "to", "at", "its", "their", "his", "her", "our", "total", "high", "low", "extra", "no", "any", "that", "this", "will", "would", "could", "may", "might", "can", "must", "should", "not", "n't", "'ll"};
    static constexpr FixedWords behind{"the", "a", "an", "it", "him", "her", "them", "us", "me", "more", "about", "some", "nearly", "almost", "over", "around", "$", "\u00a3", "\u20ac", "its", "his", "their", "our", "my"};
    if (k == 0 || k + 1 >= at.size() || before.has(at.word(k - 1))) return false;
    return behind.has(at.word(k + 1)) || (at.word(k + 1).front() >= '0' && at.word(k + 1).front() <= '9') || (*at.tokens)[k + 1].capital;
}

// "dropped their planned merger on Tuesday": when it was dropped.
bool is_plan_given_up(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords planned{"planned", "proposed", "scheduled"};
    static constexpr FixedWords articles{"a", "an", "the", "its", "their", "his", "her", "all"};
    if (k < 2 || !planned.has(at.word(k)) || !articles.has(at.word(k - 1))) return false;
    return at.word(k - 2) == "off" || (is_past_form(at.word(k - 2)) && word_list("calling_off_verbs").has(lemma(at.word(k - 2), Tag::VBD)));
}

// "Readers will recall how the game of 3 June was stopped": no more of what is ahead.
bool will_look_back(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords will{"will", "'ll", "\u2019ll", "may", "might"};
    static constexpr FixedWords looking_back{"remember", "recall", "know"};
    return k + 1 < at.size() && will.has(at.word(k)) && looking_back.has(at.word(k + 1));
}

// "let it be seen on Friday that", "had let him be": past. Not "will let it be known".
bool is_let(const LookedUp& at, std::size_t k) {
    static constexpr FixedWords whom{"it", "him", "her", "them", "this", "that"};
    return k > 2 && at.word(k - 2) == "let" && whom.has(at.word(k - 1)) && !is(at.word(k - 3), {"will", "would", "to", "shall", "may", "might", "could", "should", "must", "not", "n't", "'ll"});
}

// What the word at token k alone tells of tense.
int tense_at(const LookedUp& at, std::size_t k, const TenseWords& in) {
    const std::string_view word = at.word(k);
    if (is_plan_given_up(at, k)) return -1;
    if (word == "have" && k > 0 && k + 1 < at.size() && at.word(k + 1) == "to" && is(at.word(k - 1), {"will", "shall", "'ll"})) return 2;
    if (is_to_be_had(at, k)) return 1;
    if (is_past_of_one(at, k)) return -1;
    if (will_look_back(at, k)) return 0;
    if (is_promising(at, k) || is_behind_will(at, k)) return 2;
    if (word == "sat") return -1;  // no Saturday, in small letters
    if (word == "cost") return is_costing(at, k) ? -1 : 0;
    if (word == "shut" && is_untimed_shut(at, k)) return 0;
    const WordEntry* entry = at.entry(k);
    static constexpr FixedWords helpers{"is", "are", "be", "due", "likely", "unlikely", "meant", "supposed"};
    if (!(entry && entry->classes & in.any) && !helpers.has(word)) return is_regular_past(word) && !is_told_of_thing(at, k) ? -1 : 0;
    const std::string_view next = k + 1 < at.size() ? at.word(k + 1) : std::string_view{};
    if (next == "to" || next == "for") {
        static constexpr FixedWords objects{"the", "a", "an", "that", "this", "these", "those", "it", "them", "his", "her", "their", "its", "our", "such", "both", "all"};
        static constexpr FixedWords agreeing{"agreed", "agrees", "agree", "pledged"};
        const bool to_what = next == "to" && agreeing.has(word) && k + 2 < at.size() && objects.has(at.word(k + 2));  // "agreed to the terms on Monday"
        const bool noun = to_what || (next == "for" && (word == "plans" || word == "hopes"));
        if (sense_of(entry, in.ahead) && !noun) return k > 1 && at.word(k - 1) == "been" && at.word(k - 2) == "had" ? -1 : 1;
        if (next == "to" && (word == "is" || word == "are")) return 2;
        if (next == "to" && (word == "likely" || word == "unlikely") && k + 2 < at.size() && at.word(k + 2) != "have" && at.word(k + 2) != "be") return 1;
        if (next == "to" && is(word, {"due", "likely", "unlikely", "meant", "supposed"}) && k > 0 && is(at.word(k - 1), {"is", "are", "'s", "'re"})) return 1;
    }
    if (word == "be" && k > 0 && is(at.word(k - 1), {"will", "shall", "'ll"})) return 2;
    if (word == "be" && is_let(at, k)) return -1;
    static constexpr FixedWords bases{"hit", "put", "cut", "quit", "read", "shut", "burst"};  // "is expected to hit the coast"
    static constexpr FixedWords helpers_of_bases{"to", "will", "would", "could", "can", "may", "might", "must", "should", "not", "n't", "'ll"};
    if (bases.has(word) && k > 0 && helpers_of_bases.has(at.word(k - 1))) return 0;
    static constexpr FixedWords nouns{"plans", "hopes"};
    if (nouns.has(word) && next == "for") return 0;  // "dropped his travel plans for the talks"
    if (nouns.has(word) && next != "to" && k > 0 && is_past_form(at.word(k - 1))) return 0;  // "unveiled plans on Monday to widen it"
    if (word == "deadline" && next == "day") return 0;  // "sold on deadline day, 31 January"
    if (const WordSense* sense = sense_of(entry, in.tense)) return sense->value == 1 && is_counted(at, k) ? 0 : sense->value;
    if (sense_of(entry, in.present) && k > 0 && !(*at.tokens)[k].capital &&
        !is(at.word(k - 1),
            {"to", "will", "would", "could", "should", "can", "may", "might", "must", "did", "not", "n't", "'ll", "on", "the", "a", "have", "has", "had", "'ve", "already"}))
        return 1;
    if (word == "due" && is(next, {"in", "on", "at", "by", "for", "from", "next", "this", "out", "back", "here", "home"})) return 1;
    return is_regular_past(word) ? -1 : 0;
}

// "I am seeing the head of the trust at ten on Monday": what whoever speaks has arranged.
bool is_own_arrangement(const LookedUp& at, std::size_t k, std::size_t date) {
    constexpr std::size_t far = 12;
    static constexpr FixedWords own{"am", "'m", "\u2019m", "are", "'re", "\u2019re"};
    static constexpr FixedWords who{"I", "we", "We"};
    static constexpr FixedWords doing{"seeing", "meeting", "going", "having", "leaving", "flying", "moving", "coming", "taking", "giving", "holding", "opening", "closing", "hosting", "visiting",
                                      "starting", "playing", "driving", "sending", "publishing", "launching", "returning", "sailing", "getting", "speaking", "interviewing"};
    if (k == 0 || k >= date || date - k > far || !own.has(at.word(k)) || !who.has(at.word(k - 1)) || !doing.has(at.word(k + 1))) return false;
    for (std::size_t i = k + 2; i < date; ++i)
        if ((*at.tokens)[i].kind == TokenKind::mark && at.word(i) != "'s" && at.word(i) != "-") return false;
    return true;
}

// "In March I am having it reopened": the present that goes on, close by a date, is of what is arranged.
bool is_arranged(const LookedUp& at, std::size_t k, std::size_t date) {
    constexpr std::size_t close = 5, near_by = 10;
    static constexpr FixedWords parting{"leaving", "retiring", "giving",    "handing",  "stepping",  "standing", "selling",
                                        "moving",  "marrying", "closing",   "coming",   "returning", "holding",  "hosting",
                                        "staging", "opening",  "launching", "starting", "playing",   "visiting"};
    if (k + 1 >= at.size() || !at.word(k + 1).ends_with("ing") || at.word(k + 1).size() < 5) return false;
    const std::size_t reach = parting.has(at.word(k + 1)) ? near_by : close;  // "is giving up the old yard at Christmas"
    if ((k < date ? date - k : k - date) > reach) return is_own_arrangement(at, k, date);
    static constexpr FixedWords list{"am", "'m", "is", "are", "'re"};
    return list.has(at.word(k));
}

// "are at home on Saturday", "steps down in the autumn", "the hearing is on Monday", "the deadline is 4 May": the present before a date.
bool is_fixed(const LookedUp& at, std::size_t k, std::size_t date) {
    constexpr std::size_t close = 8;
    static constexpr FixedWords being{"is", "are"};
    static constexpr FixedWords what{"deadline", "date", "hearing", "meeting", "opening", "vote", "game", "match", "trial", "launch"};
    if (k + 1 == date && being.has(at.word(k)))
        for (std::size_t i = k; i-- > 0 && k - i < close && (*at.tokens)[i].kind == TokenKind::word;)
            if (what.has(at.word(i))) return true;
    if (k + 1 >= date || date - k > close) return false;
    static constexpr FixedWords going{"steps", "takes", "moves", "goes", "comes", "flies", "runs"};
    static constexpr FixedWords many_going{"step", "take", "move", "go", "come", "fly"};  // "builders move in on Monday"
    const std::string_view next = at.word(k + 1);
    const bool many = k == 1 && many_going.has(at.word(k)) && at.word(0).ends_with('s') && !is_regular_past(at.word(0));
    const bool of_timetable = next == "the" && k + 4 == date && (*at.tokens)[k + 2].kind == TokenKind::number && is(at.word(k + 3), {"on", "this", "next"});
    if (being.has(at.word(k)) && of_timetable) return true;  // "the first ferry is the 6.40 on Monday"
    if (being.has(at.word(k)) && next == "in" && k + 3 < date && is(at.word(k + 2), {"court", "session"})) return true;
    if (being.has(at.word(k))) return is(next, {"at", "away", "back", "off", "open"}) || (k + 2 == date && is(next, {"on", "from"}));
    return (many || going.has(at.word(k))) && is(next, {"in", "down", "over", "up", "aside", "out", "off", "back", "on"}) && k + 2 < date;
}

// "A ban comes into force at eight on Monday", "takes effect", "goes on sale", "doors open": what has its day is told in the present.
bool is_scheduled(const LookedUp& at, std::size_t k) {
    const std::string_view word = at.word(k), next = k + 1 < at.size() ? at.word(k + 1) : std::string_view{};
    static constexpr FixedWords helpers{"to", "had", "has", "have", "'ve", "did", "would", "could"};
    if (k == 0 || helpers.has(at.word(k - 1))) return false;
    const bool of_many = at.word(k - 1).size() > 4 && at.word(k - 1).ends_with('s') && is(next, {"on", "at", "again"});  // "nominations close on 3 May"
    if ((word == "open" || word == "close") && of_many) return true;
    if (word == "open" || word == "close") return is(at.word(k - 1), {"doors", "Doors", "gates", "Gates", "polls", "Polls", "bids", "entries", "bookings"});
    if (word == "takes" || word == "take") {
        const bool seat = next == "the" && k + 2 < at.size() && is(at.word(k + 2), {"chair", "helm", "reins", "oath"});  // "takes the helm the next day"
        return next == "effect" || (word == "takes" && (seat || is(next, {"over", "charge", "office", "command"})));
    }
    static constexpr FixedWords going{"comes", "come", "goes", "go"};
    if (!going.has(word) || k + 2 >= at.size()) return false;
    if (next == "into") return is(at.word(k + 2), {"force", "effect", "operation", "service", "use", "production"});
    if (next == "to" && k + 3 < at.size()) return is(at.word(k + (at.word(k + 2) == "the" ? 3 : 2)), {"voters", "polls", "trial", "court", "jury"});
    return next == "on" && is(at.word(k + 2), {"sale", "show", "display", "trial"});
}

// "will be closed", "is to be formally opened": the participle of a passive tells no tense, its helper does.
bool is_passive_ahead(const LookedUp& at, std::size_t k, std::size_t date) {
    constexpr std::size_t close = 5;
    const bool by_then = k < date && date - k <= close;  // "must be lodged by Friday"
    if (k > 0 && at.word(k - 1).ends_with("ly")) --k;
    if (k < 2) return false;
    if (is(at.word(k - 1), {"stay", "remain"})) return true;  // "are to stay chained"
    if (at.word(k - 1) != "be") return false;
    std::size_t helper = k - 2;
    if (helper > 0 && (is(at.word(helper), {"still", "also", "now", "then", "only", "soon"}) || at.word(helper).ends_with("ly"))) --helper;
    return is(at.word(helper), {"will", "shall", "'ll", "would", "to", "not"}) ||
           (by_then && is(at.word(helper), {"must", "should", "may", "might", "can"}));
}

// "was built before the new one is opened in the autumn": the present behind "before", "once" is of what is ahead.
bool is_waited_for(const LookedUp& at, std::size_t k, std::size_t date) {
    constexpr std::size_t close = 4, far = 8;
    static constexpr FixedWords being{"is", "are"};
    static constexpr FixedWords joints{"before", "until", "till", "once", "when", "after"};
    if (k >= date || date - k > close || k < 2 || !being.has(at.word(k - 1))) return false;
    for (std::size_t i = k - 1; i-- > 0 && k - i < far && (*at.tokens)[i].kind != TokenKind::mark;)
        if (joints.has(at.word(i))) return true;
    return false;
}

// "has convened a meeting on Friday", "called a strike for Monday": the day of what is called.
bool is_called_for(const LookedUp& at, std::size_t date) {
    constexpr std::size_t close = 5;
    if (date < 4) return false;
    const bool on = at.word(date - 1) == "on";
    if (!on && at.word(date - 1) != "for") return false;
    static constexpr FixedWords gatherings{"meeting", "meetings", "summit",  "session",       "strike",         "march",    "rally",      "rallies",
                                           "protest", "protests", "vote",    "election",      "elections",      "ballot",   "referendum", "hearing",
                                           "talks",   "debate",   "walkout", "demonstration", "demonstrations", "assembly", "conference", "vigil", "witness", "witnesses"};
    if (!gatherings.has(at.word(date - 2))) return false;
    static constexpr FixedWords calling{"called", "convened", "summoned", "arranged", "announced", "organised", "organized", "proposed", "fixed", "set"};
    for (std::size_t k = date - 2; k-- > 0 && date - k < close + 3;) {
        if (!calling.has(at.word(k))) continue;
        const std::string_view before = k > 0 ? at.word(k - 1) : std::string_view{};
        const std::string_view helper = k > 1 && (before == "for" || before == "also" || before == "now" || before == "already") ? at.word(k - 2) : before;
        return on ? is(helper, {"has", "have", "'ve"}) : helper != "had";
    }
    return false;
}

// "has been listed for 3 June", "pencilled in for late summer": the day of what is fixed, unless that is told as past.
bool is_set_for(const LookedUp& at, std::size_t date) {
    constexpr std::size_t close = 4;
    if (date < 3 || at.word(date - 1) != "for") return false;
    std::size_t k = date - 2;
    if (at.word(k) == "down" && is(at.word(k - 1), {"is", "are", "'s", "'re"})) return true;  // "is down for the first Monday of May"
    if (is(at.word(k), {"in", "down", "up"}) && k > 0) --k;
    static constexpr FixedWords places{"in", "at"};
    for (std::size_t place = k, back = 0; back < 3 && place > 1; ++back, --place)
        if (places.has(at.word(place))) k = place - 1;  // "has been called in the barn for Thursday"
    static constexpr FixedWords list{"listed", "pencilled", "penciled", "slated", "earmarked", "booked", "timetabled", "set", "fixed", "lined", "scheduled", "put", "called", "convened"};
    if (!list.has(at.word(k)) || (at.word(k) == "put" && k + 2 == date)) return false;
    for (std::size_t i = k; i-- > 0 && k - i <= close;) {
        if (is(at.word(i), {"had", "was", "were"})) return false;
        if (is(at.word(i), {"has", "have", "'ve", "is", "are", "'s"})) return true;
    }
    return false;
}

// "left at noon and should be at the hut by Thursday", "can go home on Monday"
bool is_due_by(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 12;
    static constexpr FixedWords modals{"should", "must", "may", "might", "can"};
    static constexpr FixedWords perfect{"have", "not", "n't"};
    if (date < 4 || !is(at.word(date - 1), {"by", "on", "from"})) return false;
    for (std::size_t k = date - 2; k > 0 && date - k < far && (*at.tokens)[k].kind != TokenKind::mark; --k)
        if (modals.has(at.word(k - 1))) return !perfect.has(at.word(k));
    return false;
}

// "has invited readers to a meeting in the old school on Monday", "promised a decision before Easter": what is bidden or promised comes.
bool is_bidden(const LookedUp& at, std::size_t date) {
    constexpr std::size_t longest_place = 7, far = 8;
    static constexpr FixedWords gatherings{"meeting", "meetings", "session", "vigil", "rally", "march", "hearing", "debate", "service", "supper", "dinner", "party", "tour", "briefing", "viewing"};
    static constexpr FixedWords places{"in", "at", "with"};
    static constexpr FixedWords inviting{"invited", "invites", "invite", "summoned", "summons", "bidden"};
    static constexpr FixedWords then{"on", "at", "for", "this", "next"};
    if (date < 5 || !then.has(at.word(date - 1))) return false;
    std::size_t k = date - 2;
    for (std::size_t place = k; !gatherings.has(at.word(k)) && place > 1 && date - place <= longest_place && (*at.tokens)[place].kind != TokenKind::mark; --place)
        if (places.has(at.word(place))) k = place - 1;
    if (!gatherings.has(at.word(k))) return false;
    for (std::size_t to = k; to-- > 1 && k - to < 4;)
        if (at.word(to) == "to")
            for (std::size_t verb = to; verb-- > 0 && to - verb < far && at.word(verb) != "had" && at.word(verb) != ";";)
                if (inviting.has(at.word(verb))) return verb == 0 || at.word(verb - 1) != "had";
    return false;
}

// "promised a decision about the tunnel before Easter", "pledged an answer by Friday"
bool is_promised_by(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 10;
    static constexpr FixedWords ends{"before", "by", "within"};
    static constexpr FixedWords promising{"promised", "pledged"};
    static constexpr FixedWords articles{"a", "an", "the", "its", "their", "his", "her", "new", "more", "another"};
    if (date < 4 || !ends.has(at.word(date - 1))) return false;
    for (std::size_t k = date - 2; k-- > 0 && date - k < far && (*at.tokens)[k].kind != TokenKind::mark;) {
        if (!promising.has(at.word(k))) continue;
        return articles.has(at.word(k + 1)) && (k == 0 || (at.word(k - 1) != "had" && !articles.has(at.word(k - 1))));
    }
    return false;
}

// "The ferry should be back in the spring"
bool should_come(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 8;
    static constexpr FixedWords seasons{"spring", "summer", "autumn", "fall", "winter"};
    static constexpr FixedWords perfect{"have", "not", "n't", "always", "never", "only"};
    if (date < 3 || date + 1 >= at.size() || at.word(date - 1) != "in" ||
        (!seasons.has(at.word(date)) && (at.word(date) != "the" || !seasons.has(at.word(date + 1)))))
        return false;
    for (std::size_t k = date - 1; k > 0 && date - k < far && (*at.tokens)[k].kind != TokenKind::mark; --k)
        if (at.word(k - 1) == "should") return !perfect.has(at.word(k));
    return false;
}

// "Starting Monday, dogs must be kept on a lead": of what is ordered.
bool starts_then(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 20;
    static constexpr FixedWords starting{"Starting", "Beginning", "starting", "beginning", "From"};
    static constexpr FixedWords modals{"must", "may", "can", "should"};
    if (date == 0 || date + 1 >= at.size() || !starting.has(at.word(date - 1)) || (date > 1 && at.word(date - 2) != ",")) return false;
    for (std::size_t k = date + 1; k + 1 < at.size() && k - date < far; ++k)
        if (modals.has(at.word(k))) return at.word(k + 1) != "have";
    return false;
}

// "hopes to see the sign painted in May", "wants to have it mended by Easter": what is to be done to a thing.
bool is_wished_done(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 12;
    static constexpr FixedWords wishing{"hope", "hopes", "hoping", "want", "wants", "expect", "expects", "plan", "plans", "aim", "aims", "intend", "intends"};
    for (std::size_t k = date; k > 3 && date - k < far && (*at.tokens)[k - 1].kind != TokenKind::mark; --k)
        if (at.word(k - 2) == "to" && is(at.word(k - 1), {"see", "have", "get"}) && wishing.has(at.word(k - 3)))
            return !is(at.word(k), {"been", "had"});
    return false;
}

// "is shut for three weeks from Monday", "has been hired for six weeks from Monday"
bool lasts_from(const LookedUp& at, std::size_t date) {
    constexpr std::size_t far = 12;
    static constexpr FixedWords units{"days", "weeks", "months", "years", "week", "month", "year", "fortnight"};
    if (date < 4 || at.word(date - 1) != "from" || !units.has(at.word(date - 2))) return false;
    for (std::size_t k = date - 2; k-- > 0 && date - k < far && (*at.tokens)[k].kind != TokenKind::mark;) {
        if (is(at.word(k), {"was", "were", "had", "did"})) return false;
        if (is(at.word(k), {"is", "are", "'s", "'re", "has", "have", "'ve"})) return true;
    }
    return false;
}

// "have been shut until at least Sunday": what lasts now ends ahead.
bool ends_wait(const LookedUp& at, std::size_t i) {
    if (i > 2 && at.word(i - 1) == "least" && at.word(i - 2) == "at") i -= 2;
    static constexpr FixedWords lasting{"loan", "contract", "deal", "runs", "run", "lasts", "continues"};
    const bool to = i > 1 && at.word(i - 1) == "to" && lasting.has(at.word(i - 2));  // "has gone on loan to the end of May"
    if (i == 0 || (!to && !is(at.word(i - 1), {"until", "till"}))) return false;
    constexpr std::size_t far = 12;
    for (std::size_t k = i - 1; k-- > 0 && i - k < far;) {
        if (is(at.word(k), {"has", "have", "'ve"})) return true;
        if (is(at.word(k), {"had", "was", "were", "did"})) return false;
    }
    return false;
}

// "On Thursday, a year to the day since the gavel fell, they are to meet", "On Friday the man who led it will go": behind the verb of what is said
// of a day or somebody; `k` itself where the verb there is of no such clause.
template <typename Told>
std::size_t end_of_aside(const LookedUp& at, std::size_t date, std::size_t k, Told told) {
    constexpr std::size_t close = 4;
    static constexpr FixedWords leads{"since", "who", "which", "whose"};
    for (std::size_t lead = k; --lead > date && k - lead <= close;) {
        if (!leads.has(at.word(lead))) continue;
        while (k + 1 < at.size() && told(k + 1) < 0) ++k;  // "was sighted"
        return k + 1;
    }
    return k;
}

// "On Friday two dogs, both trained in May, will swim": the participle is of what is told aside, up to the comma before "will".
bool is_aside_before_will(const LookedUp& at, std::size_t date, std::size_t k) {
    constexpr std::size_t far = 14;
    static constexpr FixedWords ahead{"will", "shall", "wo"};
    std::size_t opens = k;
    while (opens > date && k - opens < far && at.word(opens) != ",") --opens;
    if (opens <= date + 1 || at.word(opens) != ",") return false;
    for (std::size_t i = k + 1; i + 1 < at.size() && i - k < far && at.word(i) != ";"; ++i)
        if (at.word(i) == ",") return ahead.has(at.word(i + 1));
    return false;
}

// "will print what it has heard in July": of what is published then.
bool is_of_what_will(const LookedUp& at, std::size_t k) {
    constexpr std::size_t close = 4, near_by = 3;
    for (std::size_t what = k; what-- > 1 && k - what <= close;)
        if (at.word(what) == "what")
            for (std::size_t will = what; will-- > 0 && what - will <= near_by;)
                if (is(at.word(will), {"will", "shall", "'ll"})) return true;
    return false;
}

bool opens_clause(const LookedUp& at, std::size_t i) {
    static constexpr FixedWords joints{"and", "but"};
    static constexpr FixedWords prepositions{"on", "in", "at", "by", "from"};
    return i > 1 && prepositions.has(at.word(i - 1)) && joints.has(at.word(i - 2));
}

}  // namespace

int direction_at(const LookedUp& at, const Sentence& sentence, std::size_t i, const RuleSet& rules) {
    if (ends_wait(at, i) || is_awaited(at, i) || is_called_for(at, i) || is_set_for(at, i) || is_due_by(at, i) || lasts_from(at, i) || is_bidden(at, i) || is_promised_by(at, i) || starts_then(at, i) || is_wished_done(at, i)) return 1;
    if (should_come(at, i)) return 2;
    if (const int index = sentence.clauses.empty() ? -1 : clause_of(sentence, static_cast<std::uint32_t>(i)); index >= 0) {
        switch (sentence.clauses[static_cast<std::size_t>(index)].tense) {
            case Tense::past:
            case Tense::perfect:
            case Tense::pluperfect:
                return -1;
            case Tense::future:
                return 2;
            default:
                break;
        }
    }
    constexpr std::size_t far = 30;
    const auto told = [&](std::size_t k) { return !may_tell(at, k, rules) ? 0 : is_scheduled(at, k) ? 2 : is_arranged(at, k, i) || is_fixed(at, k, i) || is_waited_for(at, k, i) ? 1 : tense_at(at, k, rules.tense_words); };
    std::size_t clause = i;  // of what stands before, from the last ";" on; nothing where the date opens it: "and on Tuesday I shall"
    if (!opens_clause(at, i))
        for (; clause > 0 && i - clause < far && at.word(clause - 1) != ";"; --clause)
            if (const int found = told(clause - 1); found && !is_passive_ahead(at, clause - 1, i) && !(found < 0 && is_of_what_will(at, clause - 1))) return found;
    for (std::size_t k = i + 1; k < at.size() && k - i < far; ++k) {
        const int found = told(k);
        if (found == 0 || (found < 0 && is_aside_before_will(at, i, k))) continue;
        const std::size_t behind = found < 0 ? end_of_aside(at, i, k, told) : k;
        if (behind == k) return found;
        k = behind;
    }
    for (std::size_t k = clause; k-- > 0 && i - k < far;)
        if (const int found = told(k); found && !is_passive_ahead(at, k, i)) return found;
    return 0;
}

}  // namespace annals
