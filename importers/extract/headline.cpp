#include "importers/extract/headline.h"

#include "core/text/utf8.h"
#include "importers/extract/word_list.h"

#include <algorithm>

namespace annals {
namespace {

/// A choice of tokens, joined as they stand in the text.
class Choice {
public:
    explicit Choice(const Sentence& sentence) : sentence_(&sentence), keep_(sentence.tokens.size(), false) {}

    void keep(TokenRange range) { std::fill(keep_.begin() + range.first, keep_.begin() + range.last, true); }
    void drop(TokenRange range) { std::fill(keep_.begin() + range.first, keep_.begin() + range.last, false); }
    bool has(std::uint32_t token) const { return keep_[token]; }
    std::size_t size() const { return static_cast<std::size_t>(std::count(keep_.begin(), keep_.end(), true)); }

    std::string words_of(std::string_view text, std::uint32_t replaced, std::string_view replacement) const {
        std::string result;
        std::int64_t last = -1;
        for (std::uint32_t i = 0; i < keep_.size(); ++i) {
            if (!keep_[i]) continue;
            const auto word = words(text, sentence_->tokens[i].span);
            const bool mark = sentence_->tags[i] == Tag::punctuation;
            if (mark && (result.empty() || loose(word, i, last))) continue;
            const bool joined = last + 1 == i && !sentence_->tokens[i].space_before;
            if (!result.empty() && !joined && !(mark && last + 1 != i)) result += ' ';
            result += i == replaced && !replacement.empty() ? replacement : word;
            last = i;
        }
        return without_bidi_controls(result);
    }

private:
    /// A mark whose neighbours were dropped: a comma that parted what is gone, half of a pair of brackets or quotes.
    bool loose(std::string_view word, std::uint32_t at, std::int64_t last) const {
        const bool next = at + 1 < keep_.size() && keep_[at + 1];
        if (word == "-" || word == "/" ) return last + 1 != at || !next;
        if (word == "'" || word == "$" || word == "£" || word == "€" || word == "#" || word == "–") return !next;
        if (word == "%" ) return last + 1 != at;
        if (word == ",") return last + 1 != at || !next;
        if (word == "." ) return !(next && !sentence_->tokens[at + 1].space_before);
        return !(last + 1 == at && next);
    }

    const Sentence* sentence_;
    std::vector<bool> keep_;
};

bool is_adjunct(Relation relation) {
    switch (relation) {
        case Relation::obl:
        case Relation::obl_tmod:
        case Relation::nmod:
        case Relation::advcl:
        case Relation::acl:
        case Relation::acl_relcl:
        case Relation::appos:
        case Relation::conj:
        case Relation::advmod: return true;
        default: return false;
    }
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// Prepositions, conjunctions and articles that a dropped phrase left at the end.
void trim_end(const Sentence& sentence, Choice& choice) {
    for (std::size_t i = sentence.tokens.size(); i-- > 0;) {
        if (!choice.has(static_cast<std::uint32_t>(i))) continue;
        const auto tag = sentence.tags[i];
        const bool dangling = tag == Tag::IN || tag == Tag::TO || tag == Tag::CC || tag == Tag::DT || tag == Tag::punctuation || tag == Tag::WDT || tag == Tag::WRB;
        if (!dangling) return;
        choice.drop({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i) + 1});
    }
}

/// Conjunctions, relative pronouns and marks that a dropped phrase left in front.
void trim_start(const Sentence& sentence, Choice& choice) {
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        if (!choice.has(i)) continue;
        const auto tag = sentence.tags[i];
        if (tag != Tag::CC && tag != Tag::punctuation && tag != Tag::WDT && tag != Tag::WP && tag != Tag::WRB && tag != Tag::POS) return;
        choice.drop({i, i + 1});
    }
}

bool begins_with_preposition(const Sentence& sentence, const Choice& choice) {
    for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
        if (choice.has(i)) return sentence.tags[i] == Tag::IN;
    return true;
}

/// With the possessive mark behind them: "today's vote".
void drop_dates(const Sentence& sentence, const std::vector<TokenRange>& phrases, Choice& choice) {
    for (TokenRange phrase : phrases) {
        if (phrase.last < sentence.tags.size() && sentence.tags[phrase.last] == Tag::POS) ++phrase.last;
        choice.drop(phrase);
    }
}

std::string fitted(std::string text) {
    return code_points(text) <= headline_limit ? text : shorten(text, headline_limit);
}

/// Whole sentence without date words: for sentences that were not parsed.
std::string plain(std::string_view text, const Sentence& sentence, const std::vector<TokenRange>& phrases) {
    Choice choice(sentence);
    choice.keep({0, static_cast<std::uint32_t>(sentence.tokens.size())});
    drop_dates(sentence, phrases, choice);
    trim_start(sentence, choice);
    trim_end(sentence, choice);
    return fitted(capitalised(choice.words_of(text, ~0u, {})));
}

}  // namespace

namespace {

/// "Varndal was on the ferry when she heard of it": who the main clause before a "he" or "she" is about, if it is a name.
std::string name_in_front(std::string_view text, const Tree& tree, std::uint32_t pronoun) {
    const std::string word = fold(words(text, tree.sentence().tokens[pronoun].span));
    if (word != "he" && word != "she") return {};
    for (std::uint32_t i = 0; i < tree.sentence().heads.size(); ++i)
        if (tree.sentence().heads[i] < 0) {
            const auto subject = tree.subject(i);
            return subject != no_token && subject < static_cast<std::int32_t>(pronoun) ? subject_name(text, tree) : std::string();
        }
    return {};
}

/// "(Updated at noon) The port was closed": what stands in brackets in front is no part of it.
TokenRange bracket_in_front(std::string_view text, const Sentence& sentence) {
    if (sentence.tokens.empty() || words(text, sentence.tokens[0].span) != "(") return {};
    for (std::uint32_t i = 1; i + 1 < sentence.tokens.size() && i < 30; ++i)
        if (words(text, sentence.tokens[i].span) == ")") return {0, i + 1};
    return {};
}

}  // namespace

std::string headline(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& dating_phrases,
                     std::string_view antecedent) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed()) return plain(text, sentence, dating_phrases);
    Choice choice(sentence);
    const TokenRange clause = tree.subtree(trigger);
    choice.keep(clause);

    const bool nominal = is_nominal(tree, trigger) && !tree.has_copula(trigger);
    const auto subject = nominal ? no_token : tree.subject(trigger);
    const bool own_subject = subject != no_token && clause.contains(static_cast<std::uint32_t>(subject));
    const auto& connectives = word_list("connectives");
    for (auto i = clause.first; i < clause.last; ++i) {
        if (tree.head(i) != static_cast<std::int32_t>(trigger)) continue;
        const auto relation = tree.relation(i);
        const bool leads = relation == Relation::cc || relation == Relation::mark || relation == Relation::discourse ||
                           (relation == Relation::advmod && connectives.has(fold(words(text, sentence.tokens[i].span)))) ||
                           (nominal && (relation == Relation::case_ || relation == Relation::det));
        if (relation == Relation::conj || relation == Relation::parataxis || (leads && i < trigger && sentence.tags[i] != Tag::TO) || relation == Relation::cc) choice.drop(tree.subtree(i));
        else if (is_adjunct(relation) && i < trigger && (!own_subject || i < static_cast<std::uint32_t>(subject)) && relation != Relation::advmod)
            choice.drop(tree.subtree(i));  // "In a referendum the islands voted": it begins with who
    }
    if (!own_subject && subject != no_token) {
        const TokenRange who = tree.subtree(static_cast<std::uint32_t>(subject));
        choice.keep(who);
        if (const auto preposition = tree.child(static_cast<std::uint32_t>(subject), Relation::case_); preposition != no_token && preposition < subject)
            choice.drop(tree.subtree(static_cast<std::uint32_t>(preposition)));
        // What else is said about an antecedent is another clause's matter; the trigger's own clause stays.
        for (auto i = who.first; i < who.last; ++i)
            if (tree.head(i) == subject && (tree.relation(i) == Relation::acl_relcl || tree.relation(i) == Relation::acl) && i != trigger)
                choice.drop(tree.subtree(i));
        for (auto i = clause.first; i < trigger; ++i)
            if (sentence.tags[i] == Tag::WDT || sentence.tags[i] == Tag::WP || (sentence.tags[i] == Tag::WRB && tree.head(i) == static_cast<std::int32_t>(trigger)))
                choice.drop({i, i + 1});
    }
    for (auto i = clause.first; i < trigger; ++i)
        if (sentence.tags[i] == Tag::WRB && tree.head(i) == static_cast<std::int32_t>(trigger)) choice.drop({i, i + 1});
    if (const TokenRange bracket = bracket_in_front(text, sentence); !bracket.contains(trigger)) choice.drop(bracket);
    const Choice with_dates = choice;
    drop_dates(sentence, dating_phrases, choice);
    if (nominal && choice.size() < 3) choice = with_dates;  // "the war of 2020" without its year says nothing

    const bool pronoun = subject != no_token && sentence.tags[subject] == Tag::PRP;
    const auto replaced = pronoun ? static_cast<std::uint32_t>(subject) : ~0u;
    const std::string in_front = pronoun ? name_in_front(text, tree, replaced) : std::string();
    auto result = [&] {
        trim_start(sentence, choice);
        trim_end(sentence, choice);
        return choice.words_of(text, replaced, in_front.empty() ? antecedent : std::string_view(in_front));
    };
    std::string made = result();
    // Too long: phrases from the end, as few as it takes; what the event needs to be one stays.
    for (auto i = static_cast<std::uint32_t>(sentence.tokens.size()); i-- > trigger + 1 && code_points(made) > headline_limit;) {
        if (!choice.has(i) || !is_adjunct(tree.relation(i))) continue;
        const TokenRange part = tree.subtree(i);
        if (part.contains(trigger) || part.first <= trigger) continue;
        choice.drop({part.first, static_cast<std::uint32_t>(sentence.tokens.size())});
        made = result();
    }
    if (std::count(made.begin(), made.end(), ' ') < 1 || begins_with_preposition(sentence, choice)) return plain(text, sentence, dating_phrases);
    return fitted(capitalised(made));
}

std::string subject_name(std::string_view text, const Tree& tree) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed()) return {};
    for (std::uint32_t i = 0; i < sentence.heads.size(); ++i) {
        if (sentence.heads[i] >= 0) continue;
        const auto subject = tree.subject(i);
        if (subject == no_token || !is_proper(sentence.tags[subject])) return {};
        TokenRange range = tree.subtree(static_cast<std::uint32_t>(subject));
        for (auto at = range.first; at < range.last; ++at)
            if (!is_proper(sentence.tags[at])) {
                if (at > static_cast<std::uint32_t>(subject)) range.last = at;
                else range.first = at + 1;
            }
        if (range.empty() || range.last - range.first > 4) return {};
        return std::string(text.substr(sentence.tokens[range.first].span.begin, sentence.tokens[range.last - 1].span.end - sentence.tokens[range.first].span.begin));
    }
    return {};
}

}  // namespace annals
