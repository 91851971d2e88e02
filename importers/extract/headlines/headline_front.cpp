#include "importers/extract/headlines/headline_front.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>
#include <limits>

namespace annals {
namespace {

constexpr std::uint32_t longest_front = 30, longest_bracket = 40;  // tokens

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "\u2013" || word == "\u2014"; }

/// How many tokens open (or close) a bracket here: 1, 3 for "-LRB-", 0 for none.
std::uint32_t bracket_at(std::string_view text, const Sentence& sentence, std::uint32_t i, std::string_view mark, std::string_view name) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (i >= count) return 0;
    if (word_of(text, sentence, i) == mark) return 1;
    return i + 2 < count && word_of(text, sentence, i) == "-" && word_of(text, sentence, i + 1) == name && word_of(text, sentence, i + 2) == "-" ? 3 : 0;
}

bool is_upper(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '\''; });
}

/// "[1404] Anna Holm left": the clock before an entry of a diary that is written as things happen.
bool begins_with_clock(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    if (trigger < 2 || sentence.tokens[0].kind != TokenKind::number || !sentence.tokens[1].capital || !sentence.tokens[1].space_before) return false;
    const auto clock = word_of(text, sentence, 0);
    if (clock.size() != 4 || !std::all_of(clock.begin(), clock.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    return (clock[0] - '0') * 10 + clock[1] - '0' < 24 && clock[2] < '6' && (sentence.tags.empty() || is_proper(sentence.tags[1]) || sentence.tags[1] == Tag::DT);
}

}  // namespace

Sentence part_of(const Sentence& sentence, TokenRange range) {
    Sentence part;
    part.tokens = sentence.tokens.subspan(range.first, range.last - range.first);
    part.tags.assign(sentence.tags.begin() + range.first, sentence.tags.begin() + range.last);
    return part;
}

TokenRange dateline_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const auto& tokens = sentence.tokens;
    const auto end = std::min({static_cast<std::uint32_t>(tokens.size()), trigger, longest_front});
    bool agency = false;
    for (std::uint32_t i = 0; i + 1 < end; ++i) {
        const auto word = words(text, tokens[i].span);
        if (is_dash(word) && i > 0 && tokens[i].space_before && tokens[i + 1].space_before) {
            const bool begins = tokens[i + 1].capital || tokens[i + 1].kind != TokenKind::word;
            return begins && (agency || i <= 4) ? TokenRange{0, i + 1} : TokenRange{};
        }
        if (word == "(" || word == "|" || word == "LRB") agency = true;
        const bool small = word == "am" || word == "pm" || word == "a.m" || word == "p.m" || word == "a.m." || word == "p.m.";
        if (tokens[i].kind == TokenKind::word && !tokens[i].capital && !small) return {};
    }
    return {};
}

TokenRange label_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    for (std::uint32_t i = 0; i < trigger && i < 8 && i < sentence.tokens.size(); ++i) {
        const auto word = words(text, sentence.tokens[i].span);
        if (word == ":") return i > 0 ? TokenRange{0, i + 1} : TokenRange{};
        if (sentence.tokens[i].kind == TokenKind::word && (word.size() < 2 || !is_upper(word))) return {};
        if (sentence.tokens[i].kind == TokenKind::number) return {};
    }
    return {};
}

TokenRange agency_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    constexpr std::uint32_t farthest = 120, longest = 4;  // tokens
    const auto& tokens = sentence.tokens;
    const auto count = std::min({static_cast<std::uint32_t>(tokens.size()) - 1, farthest, trigger});
    for (std::uint32_t i = 2; i + 2 < count; ++i) {
        const auto opening = bracket_at(text, sentence, i, "(", "LRB");
        if (!opening) continue;
        auto end = i + opening;
        while (end < count && end < i + opening + longest && tokens[end].kind == TokenKind::word && tokens[end].capital) ++end;
        const auto closing = end > i + opening ? bracket_at(text, sentence, end, ")", "RRB") : 0;
        const auto dash = end + closing;
        if (!closing || dash >= count || !is_dash(word_of(text, sentence, dash)) || !tokens[dash].space_before ||
            !tokens[dash + 1].space_before)
            continue;
        if (tokens[i - 1].capital && (tokens[dash + 1].capital || tokens[dash + 1].kind != TokenKind::word)) return {0, dash + 1};
    }
    return {};
}

TokenRange credit_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    static constexpr FixedWords labels{"photo", "photos", "photograph", "photographs", "picture", "image", "video"};
    const auto& tokens = sentence.tokens;
    const auto count = std::min(static_cast<std::uint32_t>(tokens.size()), trigger);
    if (count < 5 || !labels.has_in_any_case(word_of(text, sentence, 0)) || word_of(text, sentence, 1) != ":") return {};
    if (const auto agency = word_of(text, sentence, 2);
        agency.size() > 1 && is_upper(agency) && tokens[3].capital && tokens[3].kind == TokenKind::word)
        return {0, 3};
    for (std::uint32_t i = 2; i + 2 < count && i < 10; ++i) {
        if (word_of(text, sentence, i) == "/") return {0, i + 2};
        if (!tokens[i].capital && tokens[i].kind == TokenKind::word) return {};
    }
    return {};
}

TokenRange front(std::string_view text, const Sentence& sentence) {
    constexpr auto anything = std::numeric_limits<std::uint32_t>::max();
    TokenRange found{0, 0};
    if (const TokenRange agency = agency_in_front(text, sentence, anything); !agency.empty()) return agency;
    if (const TokenRange credit = credit_in_front(text, sentence, anything); !credit.empty()) return credit;
    if (const TokenRange dateline = dateline_in_front(text, sentence, anything); !dateline.empty()) found = dateline;
    else if (const TokenRange label = label_in_front(text, sentence, anything); !label.empty()) found = label;
    const auto opens = bracket_at(text, sentence, found.last, "(", "LRB");
    if (found.last >= sentence.tokens.size() || !opens) return found;
    for (const TokenRange& bracket : brackets(text, sentence, anything))
        if (bracket.first == found.last) return {0, bracket.last};
    return found;
}

/// "3 May\tFair opens": the cell before the first tab of a row that is a date.
TokenRange date_cell(std::string_view text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 6;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    bool figure = false;
    for (std::uint32_t i = 0; i + 1 < count && i < longest; ++i) {
        const Token& token = sentence.tokens[i];
        figure = figure || token.kind == TokenKind::number;
        if (token.kind == TokenKind::word && !token.capital) return {};
        if (sentence.tokens[i + 1].span.begin > token.span.end && text[token.span.end] == '\t') return figure ? TokenRange{0, i + 1} : TokenRange{};
    }
    return {};
}

void parse_behind_front(std::string_view text, Sentence& sentence) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    TokenRange range = front(text, sentence);
    const TokenRange cell = range.empty() ? date_cell(text, sentence) : TokenRange{};
    if (!cell.empty()) range = cell;
    if (range.empty() || (cell.empty() && range.last + 3 > count)) return parse(text, sentence);
    Sentence before = part_of(sentence, {0, range.last}), rest = part_of(sentence, {range.last, count});
    parse(text, before);
    parse(text, rest);
    sentence.heads = before.heads;
    sentence.relations = before.relations;
    sentence.heads.reserve(count);
    std::uint32_t root = 0, aside = 0;
    for (std::uint32_t i = 0; i < rest.heads.size(); ++i) {
        if (rest.heads[i] < 0) root = range.last + i;
        sentence.heads.push_back(rest.heads[i] < 0 ? -1 : rest.heads[i] + static_cast<std::int32_t>(range.last));
        sentence.relations.push_back(rest.relations[i]);
    }
    while (before.heads[aside] >= 0) ++aside;
    sentence.heads[aside] = static_cast<std::int32_t>(root);
    sentence.relations[aside] = Relation::parataxis;
}

std::vector<TokenRange> brackets(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    std::vector<TokenRange> result;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto opening = bracket_at(text, sentence, i, "(", "LRB");
        if (!opening) continue;
        int depth = 1;
        for (auto k = i + opening; k < count && k < i + longest_bracket; ++k) {
            const auto closing = bracket_at(text, sentence, k, ")", "RRB");
            depth += (bracket_at(text, sentence, k, "(", "LRB") ? 1 : 0) - (closing ? 1 : 0);
            if (depth > 0) continue;
            const TokenRange range{i, k + closing};
            if (!range.contains(trigger)) result.push_back(range);
            i = range.last - 1;
            break;
        }
    }
    return result;
}

void drop_opening(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice) {
    static constexpr FixedWords openers{"after", "as", "when", "while", "since", "because", "although", "though", "once"};
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    std::uint32_t first = 0;
    while (first < count && !choice.has(first)) ++first;
    static constexpr FixedWords conditions{"if", "unless", "until", "before", "without"};
    if (first >= trigger || sentence.tags.empty() || conditions.has_in_any_case(word_of(text, sentence, first)) || (sentence.tags[first] != Tag::IN && sentence.tags[first] != Tag::WRB)) return;
    auto comma = first;
    while (comma < count && word_of(text, sentence, comma) != ",") ++comma;
    if (comma < trigger) {
        bool noun = false;
        for (auto i = comma; i < trigger; ++i) noun |= is_noun(sentence.tags[i]) || sentence.tags[i] == Tag::PRP;
        if (noun) choice.drop({first, comma + 1});
    } else if (openers.has_in_any_case(word_of(text, sentence, first)) && is_verb(sentence.tags[trigger])) {
        choice.drop({first, first + 1});
        choice.drop({comma, count});
    }
}

void drop_hours(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice) {
    static constexpr FixedWords units{"hours", "minutes", "moments", "seconds"};
    static constexpr FixedWords few{",", "a", "few", "just", "only", "barely", "some", "several", "mere"};
    std::uint32_t first = 0;
    while (first < trigger && !choice.has(first)) ++first;
    auto unit = first;
    while (unit < trigger && unit < first + 3 && few.has_in_any_case(word_of(text, sentence, unit))) ++unit;
    if (unit + 1 >= trigger || !units.has_in_any_case(word_of(text, sentence, unit))) return;
    if (const auto joint = word_of(text, sentence, unit + 1); joint == "after" || joint == "before") choice.drop({first, unit + 2});
}

std::uint32_t event_behind_stamp(std::string_view text, const Tree& tree, std::uint32_t trigger) {
    static constexpr FixedWords verbs{"update", "updated", "posted", "published", "filed"};
    if (!verbs.has_in_any_case(word_of(text, tree.sentence(), trigger))) return trigger;
    const TokenRange stamp = front(text, tree.sentence());
    if (!stamp.contains(trigger)) return trigger;
    for (auto i = stamp.last; i < tree.sentence().heads.size(); ++i)
        if (tree.head(i) < 0) return i;
    return trigger;
}

void drop_shouted_place(std::string_view text, const Sentence& sentence, TokenChoice& choice) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    std::uint32_t first = 0;
    while (first < count && (!choice.has(first) || sentence.tags[first] == Tag::punctuation)) ++first;
    auto last = first;
    while (last < count && is_upper(word_of(text, sentence, last)) &&
           (word_of(text, sentence, last).size() > 1 || word_of(text, sentence, last) == "-"))
        ++last;
    if (last == first || last >= count || last > first + 5 || !choice.has(last) || !sentence.tokens[last].capital) return;
    bool place = true;
    for (auto i = first; i < last; ++i) place = place && (word_of(text, sentence, i) == "-" || word_of(text, sentence, i).size() > 3);
    constexpr int noun_place = 13;  // lexicographer file of WordNet
    place = place && word_senses(fold(word_of(text, sentence, first))).noun_class() == noun_place && sentence.tags[last] != Tag::POS;
    if (place || sentence.tags[last] == Tag::PRP || sentence.tags[last] == Tag::DT || sentence.tags[last] == Tag::PRPS)
        choice.drop({first, last});
}

void drop_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger, TokenChoice& choice) {
    if (begins_with_clock(text, sentence, trigger)) choice.drop({0, 1});
    choice.drop(dateline_in_front(text, sentence, trigger));
    choice.drop(agency_in_front(text, sentence, trigger));
    choice.drop(credit_in_front(text, sentence, trigger));
    choice.drop(label_in_front(text, sentence, trigger));
    for (const TokenRange& bracket : brackets(text, sentence, trigger)) choice.drop(bracket);
    for (std::uint32_t i = 0; i + 2 < sentence.tokens.size(); ++i)  // the marks of one that is told
        if (bracket_at(text, sentence, i, "(", "LRB") == 3 || bracket_at(text, sentence, i, ")", "RRB") == 3) choice.drop({i, i + 3});
}

}  // namespace annals
