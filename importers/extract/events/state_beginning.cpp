#include "importers/extract/events/state_beginning.h"

#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace annals {
namespace {

struct Beginnings {
    std::unordered_map<std::string_view, std::string_view> by_predicate;  // to a list of happenings
    std::vector<std::pair<const WordList*, std::string_view>> of_lists;   // "be @posts"

    Beginnings() {
        for (const std::string_view line : word_list("state_beginnings").words()) {
            const auto equals = line.find(" = ");
            if (equals == line.npos) continue;
            constexpr std::string_view of_list = "be @";
            for_each(line.substr(equals + 3), [&](std::string_view predicate) {
                if (predicate.starts_with(of_list)) of_lists.emplace_back(&word_list(predicate.substr(of_list.size())), line.substr(0, equals));
                else by_predicate.emplace(predicate, line.substr(0, equals));
            });
        }
    }

    static void for_each(std::string_view list, const auto& with) {
        constexpr std::string_view comma = ", ";
        for (auto end = list.find(comma); end != list.npos; end = list.find(comma)) {
            with(list.substr(0, end));
            list.remove_prefix(end + comma.size());
        }
        with(list);
    }

    /// Empty: none.
    std::string_view of(const std::string& predicate) const {
        const auto found = by_predicate.find(predicate);
        return found == by_predicate.end() ? std::string_view() : found->second;
    }
};

const Beginnings& beginnings() {
    static const Beginnings all;
    return all;
}

/// "closed", "shut": the verb; empty for what only looks like one ("close to the coast").
std::string base_of_participle(std::string_view word) {
    std::string base = lemma(word, Tag::VBD);
    return base == word && base.ends_with('e') ? std::string() : base;
}

std::string_view of_participle(const std::string& base, const std::string& next) {
    for (const std::string& said : {"been " + base + next, "been " + base})
        if (const auto found = beginnings().of(said); !found.empty()) return found;
    return beginnings().of(base + " ..");
}

std::string_view of_noun(const std::string& base) {
    if (const auto found = beginnings().of("be " + base); !found.empty()) return found;
    const auto list = std::find_if(beginnings().of_lists.begin(), beginnings().of_lists.end(), [&](const auto& entry) { return entry.first->has(base); });
    return list == beginnings().of_lists.end() ? std::string_view() : list->second;
}

std::string_view of_verb(std::string_view text, const Tree& tree, std::uint32_t verb, const std::string& base) {
    const bool passive = tree.child(verb, Relation::nsubj_pass) != no_token || tree.child(verb, Relation::aux_pass) != no_token ||
                         (tree.relation(verb) == Relation::acl && tree.sentence().tags[verb] == Tag::VBN);
    const auto next = verb + 1 < tree.sentence().tags.size() ? " " + std::string(word_of(text, tree.sentence(), verb + 1)) : std::string();
    if (!passive && tree.object(verb) == no_token) {
        const auto with_next = beginnings().of(base + next);
        return with_next.empty() ? beginnings().of(base) : with_next;  // "stand empty"
    }
    return passive ? of_participle(base, next) : beginnings().of(base + " ..");
}

/// "has been in force", "has been mayor", "has been open".
std::string_view of_predicate(std::string_view text, const Tree& tree, std::uint32_t word, const std::string& base) {
    if (const auto preposition = tree.child(word, Relation::case_); preposition != no_token)
        return beginnings().of(std::string(word_of(text, tree.sentence(), static_cast<std::uint32_t>(preposition))) + " " + base);
    return is_noun(tree.sentence().tags[word]) || tree.has_copula(word) ? of_noun(base) : std::string_view();
}

/// "shut" of ", shut since May 2012".
TokenRange set_apart(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 6;
    const auto word = [&](std::uint32_t token) { return token < sentence.tags.size() ? word_of(text, sentence, token) : std::string_view(); };
    auto since = expression.first;
    while (since > 0 && since + 3 > expression.first && word(since) != "since") --since;
    auto first = since;
    while (first > 0 && first + longest > since && word(first - 1) != ",") --first;
    if (word(since) != "since" || first == since || first < 2 || word(first - 1) != ",") return {};
    for (auto i = first; i < since; ++i)
        if (is_finite_verb(sentence.tags[i]) && sentence.tags[i] != Tag::VBD) return {};
    return {first, since};
}

}  // namespace

void add_beginning(Mention& mention, std::string_view text, const Tree& tree, std::uint32_t trigger) {
    if (mention.kind != EventKind::state || !mention.date.open_end || !mention.date.start_min || !mention.date.start_max || !tree.parsed()) return;
    const Tag tag = tree.sentence().tags[trigger];
    const std::string base = lemma_of(text, tree.sentence(), trigger);
    auto began = of_predicate(text, tree, trigger, base);
    if (began.empty() && tag == Tag::JJ) began = of_participle(base_of_participle(word_of(text, tree.sentence(), trigger)), {});  // "the gate, shut since May"
    if (began.empty() && is_verb(tag)) began = of_verb(text, tree, trigger, base);
    if (began.empty()) return;
    auto& names = mention.happenings;
    Beginnings::for_each(began, [&](std::string_view name) { names.emplace_back(name); });
    names.emplace_back(beginning_mark);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

std::int32_t state_set_apart(std::string_view text, const Tree& tree, TokenRange expression) {
    const Sentence& sentence = tree.sentence();
    const TokenRange apart = set_apart(text, sentence, expression);
    if (apart.empty()) return no_token;
    const auto first = apart.first;
    const std::string said(word_of(text, sentence, first)), base = base_of_participle(said);
    const std::string next = first + 1 < apart.last ? " " + std::string(word_of(text, sentence, first + 1)) : std::string();
    const Tag tag = sentence.tags[first];
    if (tag == Tag::VBN || tag == Tag::VBD || tag == Tag::JJ) return of_participle(base, next).empty() && of_noun(said).empty() ? no_token : static_cast<std::int32_t>(first);
    if (tag == Tag::IN && first + 2 == apart.last) return beginnings().of(said + next).empty() ? no_token : static_cast<std::int32_t>(first) + 1;
    return is_noun(tag) && !of_noun(lemma_of(text, sentence, first)).empty() ? static_cast<std::int32_t>(first) : no_token;
}

std::string told_set_apart(std::string_view text, const Tree& tree, TokenRange expression) {
    if (state_set_apart(text, tree, expression) == no_token) return {};
    const Sentence& sentence = tree.sentence();
    const TokenRange apart = set_apart(text, sentence, expression);
    const auto last = apart.first - 2;  // before the comma
    if (!is_noun(sentence.tags[last]) || sentence.tags[apart.first] == Tag::VBN) return {};  // the headline of a participle has it all
    auto first = last;
    const auto goes_on = [&](std::uint32_t token) {
        const Tag tag = sentence.tags[token];
        return is_noun(tag) || tag == Tag::JJ || tag == Tag::JJR || tag == Tag::DT || tag == Tag::PRPS || tag == Tag::POS || word_of(text, sentence, token) == "of";
    };
    while (first > 0 && goes_on(first - 1)) --first;
    if (!is_proper(sentence.tags[first]) && sentence.tags[first] != Tag::DT && sentence.tags[first] != Tag::PRPS) return {};
    auto head = first;  // "the chair of the boards"
    while (head < last && word_of(text, sentence, head + 1) != "of") ++head;
    std::string told(words(text, {sentence.tokens[first].span.begin, sentence.tokens[last].span.end}));
    told += sentence.tags[head] == Tag::NNS ? " were " : " was ";
    told += words(text, {sentence.tokens[apart.first].span.begin, sentence.tokens[apart.last - 1].span.end});
    if (told.size() > 100) return {};
    if (told[0] >= 'a' && told[0] <= 'z') told[0] = static_cast<char>(told[0] - 'a' + 'A');
    return told;
}

}  // namespace annals
