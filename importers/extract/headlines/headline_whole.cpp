#include "importers/extract/headlines/headline_whole.h"

namespace annals {
namespace {

bool is_helped(const Tree& tree, std::uint32_t verb) {
    return tree.child(verb, Relation::aux) != no_token || tree.child(verb, Relation::aux_pass) != no_token;
}

}  // namespace

bool is_left_hanging(std::string_view text, const Tree& tree, std::uint32_t trigger, const TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    auto end = count;
    while (end > 0 && (!choice.has(end - 1) || sentence.tags[end - 1] == Tag::punctuation)) --end;
    for (std::uint32_t i = trigger; i < count; ++i) {
        const auto up = tree.head(i);
        if (choice.has(i) || up < static_cast<std::int32_t>(trigger) || up >= static_cast<std::int32_t>(i) ||
            !choice.has(static_cast<std::uint32_t>(up)) || !is_verb(sentence.tags[up]))
            continue;
        if (tree.subtree(i).first < end && end <= i) return true;  // cut within
        const Relation relation = tree.relation(i);
        const bool said = (relation == Relation::xcomp && !is_finite_verb(sentence.tags[i])) ||
                          (relation == Relation::ccomp && tree.object(static_cast<std::uint32_t>(up)) == no_token);
        if ((relation == Relation::obj || said) && i >= end && tree.subtree(i).first <= end + 2) return true;
        const auto opener = relation == Relation::obl     ? tree.child(i, Relation::case_)
                            : relation == Relation::advcl ? tree.child(i, Relation::mark)
                                                          : no_token;
        if (i >= end && opener != no_token) {
            if (word_of(text, sentence, static_cast<std::uint32_t>(opener)) == "of") return true;
            if (up + 1 == static_cast<std::int32_t>(end) && sentence.tags[up] == Tag::VBN &&
                tree.child(static_cast<std::uint32_t>(up), Relation::aux_pass) == no_token)
                return true;
        }
    }
    if (end > 0 && end < count && !choice.has(end)) {
        if (word_of(text, sentence, end) == "of") return true;
        const auto what = tree.head(end);  // "in response [to the flood]"
        if (word_of(text, sentence, end) == "to" && what >= 0 && tree.relation(end) == Relation::case_ &&
            tree.head(static_cast<std::uint32_t>(what)) + 1 == static_cast<std::int32_t>(end))
            return true;
    }
    for (std::uint32_t i = trigger; i < end; ++i) {
        if (word_of(text, sentence, i) != "from" || !choice.has(i)) continue;
        for (auto k = i + 1; k < count && k < i + 12 && sentence.tags[k] != Tag::punctuation && !is_verb(sentence.tags[k]); ++k)
            if (word_of(text, sentence, k) == "to" && k >= end) return true;
    }
    return end > 0 && end + 1 < count && word_of(text, sentence, end) == "-" && !choice.has(end) &&
           !sentence.tokens[end].space_before;  // "pro-"
}

bool is_torn(std::string_view text, const Tree& tree, const TokenChoice& choice) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    int open = 0;  // clauses without their verb yet
    bool helper = false, pair = false, owner = false;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (!choice.has(i) || sentence.tags[i] == Tag::punctuation) continue;
        if (word_of(text, sentence, i) == "between")
            pair = sentence.tags[tree.head(i) < 0 ? i : static_cast<std::uint32_t>(tree.head(i))] != Tag::NNS;
        if (sentence.tags[i] == Tag::CC) pair = false;
        if (owner && (is_finite_verb(sentence.tags[i]) || sentence.tags[i] == Tag::IN)) return true;  // "the mayor's says"
        owner = sentence.tags[i] == Tag::POS;
        const Relation relation = tree.relation(i);
        helper = relation == Relation::aux || relation == Relation::aux_pass || sentence.tags[i] == Tag::MD;
        if ((sentence.tags[i] == Tag::IN && word_of(text, sentence, i) == "that") ||
            (sentence.tags[i] == Tag::WRB && relation == Relation::advmod))
            open = 1;
        else if (open > 0 && sentence.tags[i] == Tag::IN && relation == Relation::mark && i > 0 && word_of(text, sentence, i - 1) == "that")
            ++open;  // "that while the crew"
        else if (open > 0 && sentence.tags[i] == Tag::VB)
            open = 0;  // "how to open it"
        else if (open > 0 &&
                 (is_finite_verb(sentence.tags[i]) || (sentence.tags[i] == Tag::VBN && relation != Relation::acl && !is_helped(tree, i))))
            --open;
    }
    return open > 0 || helper || pair;
}

}  // namespace annals
