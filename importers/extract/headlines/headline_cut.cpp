#include "importers/extract/headlines/headline_cut.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"

#include <algorithm>

namespace annals {
namespace {

/// Behind the "and" of a list of nouns that goes on with this comma; 0 where it does not.
std::uint32_t end_of_list(std::string_view text, const Sentence& sentence, std::uint32_t comma) {
    constexpr std::uint32_t longest = 24;  // tokens
    bool noun = false;
    for (auto i = comma + 1; i < sentence.tags.size() && i < comma + longest; ++i) {
        const Tag tag = sentence.tags[i];
        const auto word = word_of(text, sentence, i);
        if (word == "and" || word == "or") return noun || i == comma + 1 ? i + 1 : 0;
        if (word == "," && noun) {
            noun = false;
            continue;
        }
        if (!is_noun(tag) && tag != Tag::JJ && tag != Tag::CD && word != "-") return 0;
        noun = is_noun(tag);
    }
    return 0;
}

/// "[as] the crew left", "[to] raise money": what follows says why or when, and does not go on what the verb says.
bool opens_circumstance(std::string_view text, const Sentence& sentence, std::uint32_t mark) {
    const auto verb = sentence.heads[mark];
    if (verb < 0 || sentence.relations[verb] != Relation::advcl) return false;
    return word_of(text, sentence, mark) == "as" || (sentence.tags[mark] == Tag::TO && mark > 0 && is_noun(sentence.tags[mark - 1]));
}

/// As `cut`; if `whole`, the border lies behind the verb of the main clause.
std::string cut_behind(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced, std::size_t limit,
                       bool whole, TokenChoice& choice) {
    static constexpr FixedWords openers{"at",     "in",     "on",    "for",     "with",    "from",    "by",      "after",
                                        "before", "during", "amid",  "over",    "near",    "while",   "because", "following",
                                        "until",  "and",    "who",   "which",   "where",   "when",    "--",      ",",
                                        ";",      "since",  "under", "despite", "between", "through", "around",  "outside",
                                        "above",  "below",  "along", "across",  "behind",  "beneath", "beside",  "throughout"};
    static constexpr FixedWords of_clauses{"because", "while", "when", "where", "who",  "which",
                                           "that",    "if",    "as",   "how",   "what", "whether"};
    std::string now = choice.words_of(text, replaced);
    if (code_points(now) <= limit || sentence.tags.empty()) return now;
    std::size_t length = 0;
    for (const auto& [token, meaning] : replaced)
        if (choice.has(token))
            length +=
                std::max(code_points(meaning), code_points(word_of(text, sentence, token))) - code_points(word_of(text, sentence, token));
    std::uint32_t border = 0, pair = 0, list_end = 0;
    bool told = false, open = false;   // "In a speech to the crew on the quay" tells nothing yet, nor does "because the crew"
    bool leads = false, first = true;  // "After the crew had left, "
    bool helps = false;                // "should be [in Leeds]"
    Tag last = Tag::none, before_last = Tag::none;
    for (std::uint32_t i = 0; i < sentence.tokens.size() && length <= limit; ++i) {
        if (!choice.has(i)) continue;
        const auto word = word_of(text, sentence, i);
        const Tag tag = sentence.tags[i];
        const bool listed = word == "," && last == Tag::JJ &&
                            (before_last == Tag::DT || before_last == Tag::JJ || before_last == Tag::punctuation);  // "a proper, new lock"
        const bool closed = !listed && last != Tag::IN && last != Tag::TO && last != Tag::MD && last != Tag::DT && last != Tag::CC &&
                            last != Tag::PRPS && !(tag == Tag::CC && !is_noun(last) && !(last == Tag::JJ && is_verb(before_last))) &&
                            !(is_finite_verb(last) && tag != Tag::punctuation) && !(whole && helps);
        const bool opens = openers.has(word) || (i < sentence.relations.size() && sentence.relations[i] == Relation::mark &&
                                                 opens_circumstance(text, sentence, i));
        if (word == "," && is_noun(last)) list_end = end_of_list(text, sentence, i);  // "sent ropes[, oil and] bread"
        if (told && !open && closed && i > trigger + 1 && i > pair && opens && (list_end == 0 || i >= list_end)) border = i;
        const bool relative = whole && open && last != Tag::IN;
        if (is_verb(tag)) open = false;
        if (of_clauses.has(word)) open = true;
        if (first && (tag == Tag::IN || tag == Tag::WRB))
            for (auto k = i; k < trigger; ++k) leads |= choice.has(k) && word_of(text, sentence, k) == ",";
        first = false;
        told |= is_finite_verb(tag) && !leads && !relative;
        if (word == ",") leads = false;
        if (word == "between") pair = i + 4;
        length += code_points(word) + (length > 0 && sentence.tokens[i].space_before);
        helps = word == "be" || word == "been" || word == "being";
        before_last = last;
        last = last == Tag::punctuation && !sentence.tokens[i].space_before ? Tag::NN : tag;  // "the weigh-in"
    }
    if (border == 0) return now;
    choice.drop({border, static_cast<std::uint32_t>(sentence.tokens.size())});
    choice.trim_end(text);
    return choice.words_of(text, replaced);
}

}  // namespace

std::string cut(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced, std::size_t limit,
                TokenChoice& choice) {
    return cut_behind(text, sentence, trigger, replaced, limit, false, choice);
}

std::string cut_anywhere(std::string_view text, const Sentence& sentence, std::uint32_t trigger, const Replacements& replaced,
                         std::size_t limit, TokenChoice& choice) {
    std::string now = cut(text, sentence, trigger, replaced, limit, choice);
    if (code_points(now) <= limit || trigger == 0) return now;
    return cut_behind(text, sentence, 0, replaced, limit, true, choice);
}

}  // namespace annals
