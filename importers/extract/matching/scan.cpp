#include "importers/extract/matching/scan.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/word_sense.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t open_end = 0xffffffff;

bool is_preposition(std::string_view word) {
    static constexpr FixedWords list{"in",    "of",     "since",   "by", "from", "until", "till",    "to",     "before",
                                     "after", "during", "between", "on", "at",   "for",   "through", "around", "about"};
    return list.has_in_any_case(word);
}

bool is_determiner(std::string_view word) {
    static constexpr FixedWords list{"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"};
    return list.has_in_any_case(word);
}

bool is_talk(std::string_view word) {
    static constexpr FixedWords list{"think", "thinking", "thought", "talk", "talking", "talked", "talks", "worry", "worried", "worries", "concerned", "know", "knew", "asked", "asking", "said", "book", "film", "story"};
    return list.has(word);
}

// Words that begin something of their own: conjunctions, pronouns.
bool begins_anew(std::string_view word) {
    static constexpr FixedWords list{"and", "or", "but", "he", "she", "it", "they", "we", "you", "i", "who", "which"};
    return list.has(word);
}

// "on the 17th behind a cart": prepositions, conjunctions and helpers that no name of a thing begins with.
bool is_behind_a_day(std::string_view word) {
    static constexpr FixedWords list{"behind", "with",   "without", "under",   "over",  "near",   "off",     "into",   "across",   "against", "along", "amid", "among",
                                     "beneath", "beside", "below",   "towards", "toward", "within", "inside",  "outside", "despite", "when",    "while", "where", "as",
                                     "because", "though", "although", "if",     "was",   "were",   "had",     "did",    "would",   "could"};
    return list.has(word);
}

// "In the spring with a cart": the same behind words; the helpers may follow a thing ("the spring was broken"), and a day off or with somebody is no date.
bool is_no_noun(const LookedUp& at, std::uint32_t end, const FigureWords& words) {
    static constexpr FixedWords others{"was", "were", "had", "did", "would", "could", "off"};
    if (at.word(end) == "with" && (at.word(end - 1) == "day" || at.word(end - 1) == "Day")) return false;
    return is_behind_a_day(at.word(end)) && !others.has(at.word(end)) && read_figure(FigureClass::count, at, end - 1, words).length == 0;
}

// "Only in autumn did it bloom", "not until spring was it found": a helper before its subject.
bool is_before_inverted(const LookedUp& at, std::uint32_t end) {
    static constexpr FixedWords helpers{"was", "were", "had", "has", "have", "would", "could"};
    static constexpr FixedWords opening{"only", "not", "never"};
    return at.word(end) == "did" || (helpers.has(at.word(end)) && opening.has_in_any_case(at.word(0)));
}

// The day is told by a figure: "17th".
bool is_nth_in_figures(std::string_view word) { return word.size() > 2 && word.front() >= '0' && word.front() <= '9' && word.back() >= 'a' && word.back() <= 'z'; }

// "On the 20th delegates came", "on the tenth two ships sank": no thing is numbered so.
bool begins_with_many(const LookedUp& at, std::uint32_t begin, std::uint32_t end) {
    static constexpr FixedWords on{"on", "On", "by", "By"};
    static constexpr FixedWords ordering{"first", "second", "third", "last"};
    static constexpr FixedWords counts{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "some", "all", "both", "another"};
    if (begin == 0 || end >= at.size() || !on.has(at.word(begin - 1))) return false;
    const std::string_view word = at.word(end);
    if (!ordering.has(at.word(end - 1)) && counts.has(word)) return true;
    return is_nth_in_figures(at.word(end - 1)) && word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

// "On the 26th Anna Reed spoke", "on the night of the 26th": the name behind the day is the subject of what is told.
bool is_subject(const LookedUp& at, Sentence& sentence, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t longest = 4;
    static constexpr FixedWords parts{"morning", "afternoon", "evening", "night", "hours"};
    if (begin == 0 || !is_nth_in_figures(at.word(end - 1))) return false;
    const bool of_part = begin > 1 && at.word(begin - 1) == "of" && parts.has(at.word(begin - 2));
    if (!of_part && at.word(begin - 1) != "on" && at.word(begin - 1) != "On") return false;
    std::uint32_t verb = end;
    while (verb < at.size() && verb < end + longest && sentence.tokens[verb].capital) ++verb;
    const TagSet told = only(Tag::VBD) | only(Tag::MD) | (verb > end + 1 ? only(Tag::VBN) : TagSet{});  // not "the 9th Lancers wounded"
    return verb > end && verb < at.size() && has_tag(at.text, sentence, verb, told);
}

// "They rested and on the 9th fell to digging": what stands behind the day is told.
bool goes_on_behind_day(const LookedUp& at, Sentence& sentence, std::uint32_t begin, std::uint32_t end) {
    if (begin < 2 || end >= at.size() || !is_nth_in_figures(at.word(end - 1)) || at.word(begin - 1) != "on" || at.word(begin - 2) != "and") return false;
    return has_tag(at.text, sentence, end, only(Tag::VBD));
}

// "before the tower opened again": behind the joint something is told, not named as in "before the ball".
bool opens_clause(const LookedUp& at, Sentence& sentence, std::uint32_t joint) {
    constexpr std::uint32_t longest = 9;
    for (std::uint32_t i = joint + 2; i < at.size() && i < joint + longest && sentence.tokens[i].kind != TokenKind::mark; ++i)
        if (has_tag(at.text, sentence, i, only(Tag::VBD) | only(Tag::MD) | only(Tag::VBZ) | only(Tag::VBP))) return true;
    return false;
}

// Figures that no calendar has: the 43rd of a month, 27 o'clock.
bool is_possible(const Meaning& meaning) {
    return (!said(meaning.day) || (meaning.day >= 1 && meaning.day <= 31)) &&
           (!said(meaning.hour) || (meaning.hour >= 0 && meaning.hour <= 24)) &&
           (!said(meaning.decade) || meaning.decade < 100 || meaning.decade >= 1000 || said(meaning.era) || said(meaning.early)) &&
           (!said(meaning.century) || (meaning.century >= 1 && meaning.century <= 99)) && (!said(meaning.n) || meaning.n < 1000000);
}

bool is_figure(const PatternStep& step) { return step.is_class && step.symbol < static_cast<std::uint32_t>(FigureClass::size); }

}  // namespace

void Scanner::scan(std::string_view text, Sentence& sentence, std::vector<Match>& matches) {
    matches.clear();
    at_ = {text, &rules_.lexicon, &sentence.tokens};
    std::uint32_t done = 0;  // tokens before it are read
    for (const std::uint32_t i : look_up(sentence.tokens)) {
        if (i < done) continue;
        Best best = longest_at(sentence, i);
        if (best.rule && best.begin > i) {  // a match with context before it hides none that is longer without
            const Best inner = longest_at(sentence, best.begin);
            if (inner.rule && inner.begin == best.begin && (inner.end > best.end || (inner.end == best.end && inner.reach > best.reach)))
                best = inner;
        }
        if (!best.rule) continue;
        if (best.rule->kind != MeaningKind::nothing) {
            Match match{best.begin, best.end, best.rule, meaning_of(*best.rule, std::span(best.captures.values).first(best.captures.size))};
            if (is_possible(match.meaning)) matches.push_back(match);
        }
        done = best.end;
    }
}

std::span<const std::uint32_t> Scanner::look_up(Tokens tokens) {
    static constexpr MayTake behind_number{MayBe::anything, 0};
    if (figures_.size() < tokens.size()) {
        figures_.resize(tokens.size());
        starts_.resize(tokens.size() + 1);
    }
    const std::string_view text = at_.text;
    const Lexicon& lexicon = rules_.lexicon;
    const Start* starts = rules_.starts.data();
    const MayTake* before = &starts->next;  // nothing starts with it
    std::uint32_t* start = starts_.data();
    const auto end = static_cast<std::uint32_t>(tokens.size());
    Token* token = tokens.data();
    for (std::uint32_t i = 0; i < end; ++i, ++token) {
        const std::uint32_t entry = lexicon.find(text, *token);
        token->entry = entry;
        MayBe here = starts[entry].word;
        if (token->kind == TokenKind::number) here.senses |= figures_[i] = figures_of_number(word_of(text, *token));
        *start = i - 1;  // whether an expression begins at a token is known when the next is
        start += (*before)(here);
        before = token->kind == TokenKind::number ? &behind_number : &starts[entry].next;
    }
    *start = end - 1;
    start += (*before)({});
    return {starts_.data(), start};
}

MayBe Scanner::may_be(std::uint32_t i) const {
    if (i >= at_.size()) return {};
    const Token& token = (*at_.tokens)[i];
    MayBe here = rules_.starts[token.entry].word;
    if (token.kind == TokenKind::number) here.senses |= figures_[i];
    return here;
}

// Whether something may match that takes token i for what the edge names; figures in words may be longer than a token.
bool Scanner::may_go_on(const TrieEdge& edge, std::uint32_t i, const MayBe& next) const {
    const bool in_words = is_figure(edge.step) && (*at_.tokens)[i].kind != TokenKind::number;
    return edge.next(next) || in_words;
}

Scanner::Best Scanner::longest_at(Sentence& sentence, std::uint32_t i) {
    Best best;
    Captures captures;
    const MayBe token = may_be(i), next = may_be(i + 1);
    for (const TrieEdge& edge : rules_.root_by_word[(*at_.tokens)[i].entry])
        if (may_go_on(edge, i, next)) follow(sentence, edge, i, i, open_end, captures, best);
    for (std::uint64_t classes = rules_.root_classes & token.senses; classes; classes &= classes - 1)
        for (const TrieEdge& edge : rules_.root_by_class[static_cast<std::size_t>(__builtin_ctzll(classes))])
            if (may_go_on(edge, i, next)) follow(sentence, edge, i, i, open_end, captures, best);
    return best;
}

void Scanner::walk(Sentence& sentence, const TrieEdge& from, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
                   Best& best) {
    if (i >= at_.size()) return;
    MayBe token = may_be(i);
    token.words &= ~MayBe::anything;
    if (!from.next(token)) return;
    const MayBe next = may_be(i + 1);
    const TrieNode& node = rules_.trie.nodes[from.target];
    if (from.next.words & token.words) {
        const std::uint32_t word = (*at_.tokens)[i].entry;
        const std::span<const TrieEdge> words = rules_.trie.words_of(node);
        std::size_t first = 0;  // std::lower_bound without a turn at each step
        for (std::size_t left = words.size(); left > 0; left /= 2) first += (left + 1) / 2 * (words[first + (left - 1) / 2].step.symbol < word);
        for (; first < words.size() && words[first].step.symbol == word; ++first)
            if (may_go_on(words[first], i, next)) follow(sentence, words[first], i, begin, end, captures, best);
    }
    if (!(from.next.classes & token.senses)) return;
    for (const TrieEdge& edge : rules_.trie.classes_of(node))
        if (token.senses >> edge.step.symbol & 1 && may_go_on(edge, i, next)) follow(sentence, edge, i, begin, end, captures, best);
}

// Whether a doubtful word is what the class says: by the words around, and by its tag where they say nothing.
bool Scanner::is_meant(Sentence& sentence, std::uint32_t i, const WordSense& sense) const {
    const std::optional<bool> by_words = is_time_word(at_, i);
    return by_words ? *by_words : has_tag(at_.text, sentence, i, sense.tags);
}

// Token i stands where the edge does, if it is a word or of the class that the edge names.
void Scanner::follow(Sentence& sentence, const TrieEdge& edge, std::uint32_t i, std::uint32_t begin, std::uint32_t end, Captures& captures,
                     Best& best) {
    const PatternStep& step = edge.step;
    std::uint32_t length = 1;
    std::int32_t value = step.constant;
    if (is_figure(step)) {
        const Figure figure = read_figure(static_cast<FigureClass>(step.symbol), at_, i, rules_.figure_words);
        if (!figure.length) return;
        length = figure.length;
        value = figure.value;
    } else if (step.is_class) {
        const WordSense* sense = sense_of(at_.entry(i), step.symbol);
        if (!sense || (step.sure && sense->doubtful && !is_meant(sentence, i, *sense))) return;
        value = sense->value;
    }
    const std::size_t captured = captures.size;
    if (step.slot && captures.size < captures.values.size()) captures.values[captures.size++] = {step.slot, value};
    const std::uint32_t from = step.begins ? i : begin, to = step.ends ? i : end;
    if (edge.accepts()) accept(sentence, rules_.trie.nodes[edge.target], i + length, from, to, captures, best);
    walk(sentence, edge, i + length, from, to, captures, best);
    captures.size = captured;
}

void Scanner::accept(Sentence& sentence, const TrieNode& node, std::uint32_t reach, std::uint32_t begin, std::uint32_t end,
                     const Captures& captures, Best& best) {
    const std::uint32_t last = end == open_end ? reach : end;
    if (best.rule && (last < best.end || (last == best.end && reach - begin < best.reach - best.begin && begin >= best.begin))) return;
    for (const std::uint32_t index : rules_.trie.rules_at(node)) {
        const Rule& rule = rules_.rules[index];
        if (best.rule && last == best.end && reach == best.reach && begin == best.begin && best.rule <= &rule) return;
        const bool good = std::all_of(rule.checks.begin(), rule.checks.end(),
                                      [&](const RuleCheck& check) { return passes(sentence, check, begin, last) == check.wanted; });
        if (!good) continue;
        best = {begin, last, reach, &rule, captures};
        return;
    }
}

bool Scanner::passes(Sentence& sentence, const RuleCheck& check, std::uint32_t begin, std::uint32_t end) const {
    const Tokens& tokens = sentence.tokens;
    switch (check.check) {
        case Check::year_like:
            return is_year(at_, sentence, begin);
        case Check::alone:
            return begin == 0 && end == tokens.size();
        case Check::capital:
            return tokens[begin].capital;
        case Check::before_noun:
            return end < tokens.size() && tokens[end].kind == TokenKind::word && !tokens[end].capital && !is_preposition(at_.word(end)) && !goes_on_behind_day(at_, sentence, begin, end) && !(at_.word(end) == "with" && read_figure(FigureClass::count, at_, end - 1, rules_.figure_words).length > 0) &&
                   !is_determiner(at_.word(end)) && !is_no_noun(at_, end, rules_.figure_words) && !is_before_inverted(at_, end) && !begins_anew(at_.word(end)) && !(is_nth_in_figures(at_.word(end - 1)) && is_behind_a_day(at_.word(end))) && !begins_with_many(at_, begin, end);
        case Check::before_name:
            return end < tokens.size() && ((tokens[end].capital && !is_subject(at_, sentence, begin, end)) || at_.word(end) == "-" || at_.word(end) == "%");
        case Check::before_count:
            return read_figure(FigureClass::count, at_, end, rules_.figure_words).length > 0;
        case Check::line_clock:
            return begin == 0 && heads_ == LineHeads::clocks;
        case Check::line_number:
            return begin == 0 && heads_ == LineHeads::numbers && end < tokens.size() &&
                   (tokens[end].capital || (tokens[end].kind == TokenKind::word && at_.word(end).ends_with('s') && at_.word(end).size() > 3));
        case Check::before_to:
            return end < tokens.size() && at_.word(end) == "to";
        case Check::about_year_like:
            if (begin > 0 && is_talk(at_.word(begin - 1))) return false;  // "they are thinking about 2031"
            return end < begin + 2 || tokens[end - 1].kind != TokenKind::number || is_year(at_, sentence, end - 1);
        case Check::early_year_like:
            return is_early_year(at_, sentence, end - 1);
        case Check::far_year_like:
            return is_far_year(at_.word(end - 1));
        case Check::after_preposition:
            return begin > 0 && is_preposition(at_.word(begin - 1));
        case Check::sentence_start:
            return begin == 0;
        case Check::after_counted:
            return begin > 0 && tokens[begin - 1].kind == TokenKind::number;
        case Check::before_clause:
            return opens_clause(at_, sentence, end);
        case Check::after_determiner:
            return begin > 0 && is_determiner(at_.word(begin - 1));
        case Check::live_entry:
            return in_live_entry_;
    }
    return false;
}

Meaning meaning_of(const Rule& rule, std::span<const Capture> captured) {
    Meaning meaning;
    meaning.kind = rule.kind;
    for (const RuleArgument& argument : rule.arguments) {
        if (!argument.slot) meaning.*argument.part = argument.constant;
        for (const Capture& capture : captured)
            if (argument.slot && capture.slot == argument.slot) meaning.*argument.part = capture.value;
    }
    return meaning;
}

}  // namespace annals
