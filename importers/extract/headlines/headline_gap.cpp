#include "importers/extract/headlines/headline_gap.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_subject.h"
#include "importers/extract/headlines/headline_wording.h"

#include <algorithm>

namespace annals {
namespace {

/// What stands between the date before and this one, behind its comma and "and"; empty where nothing joins them or the date leads on to other words.
struct Gap {
    TokenRange words;   // "the brickworks", "again"
    TokenRange before;  // the date before
};

Gap find_gap(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, TokenRange own) {
    const Sentence& sentence = tree.sentence();
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    constexpr std::uint32_t longest = 8;
    static constexpr FixedWords reaches{"since", "until", "till", "for", "of", "from"};  // "fell by nine points, its worst day since May"
    if (own.empty() || own.first <= trigger || !is_verb(sentence.tags[trigger]) || reaches.has(word_of(text, sentence, own.first))) return {};
    if (own.last < count && sentence.tags[own.last] != Tag::punctuation && sentence.tags[own.last] != Tag::CC) return {};
    TokenRange before;
    for (const TokenRange& phrase : phrases)
        if (phrase.first > trigger && phrase.last < own.first && phrase.first > before.first) before = phrase;
    if (before.empty()) return {};
    auto first = before.last, last = own.first;
    for (auto i = trigger + 1; i < before.first; ++i)
        if (is_verb(sentence.tags[i])) return {};
    const auto comma = word_of(text, sentence, first) == ",";
    if (comma) ++first;
    const auto word = word_of(text, sentence, first);
    const bool joined = word == "and" || word == "but";
    if (joined) ++first;
    if (!comma && !joined) return {};
    if (joined && last == first + 1 && word_of(text, sentence, first) == "," && own.last + 1 < count && word_of(text, sentence, own.last) == ",") {
        first = last = own.last + 1;  // "and, two days later, [the ferry]"
        while (last < count && sentence.tags[last] != Tag::punctuation) ++last;
    }
    if (last > first && word_of(text, sentence, last - 1) == ",") --last;
    if (last <= first || last - first > longest || (!joined && last < own.first)) return {};  // ", the youngest son, in June" stands aside
    for (auto i = first; i < last; ++i)
        if (is_verb(sentence.tags[i]) || sentence.tags[i] == Tag::punctuation || sentence.tags[i] == Tag::MD || sentence.tags[i] == Tag::WDT) return {};
    return {{first, last}, before};
}

bool is_noun_phrase(const Sentence& sentence, TokenRange range) {
    const Tag lead = sentence.tags[range.first];
    const bool begins = lead == Tag::DT || lead == Tag::PRPS || lead == Tag::CD || lead == Tag::JJ || is_noun(lead);
    return begins && is_noun(sentence.tags[range.last - 1]);
}

/// "the barn [in Marn] on Monday and the mill": what stands between the object and its date is where it is, and no second thing of its kind.
bool is_where(const Sentence& sentence, TokenRange what, TokenRange gap, std::uint32_t last) {
    const Tag lead = sentence.tags[what.first];
    return (lead == Tag::DT || lead == Tag::PRPS) && sentence.tags[gap.first] == lead && is_proper(sentence.tags[last]) && last > what.last && sentence.tags[last - 1] == Tag::IN;
}

/// "its first dam in 1951 and [its third] in 1960": what is left out is the noun before.
bool is_one_more(std::string_view text, const Sentence& sentence, TokenRange range) {
    static constexpr FixedWords numbers{"first",  "second", "third", "fourth", "fifth", "sixth", "seventh",
                                        "eighth", "ninth",  "tenth", "last",   "next",  "latest"};
    const Tag lead = sentence.tags[range.first];
    return range.last == range.first + 2 && (lead == Tag::DT || lead == Tag::PRPS || word_of(text, sentence, range.first) == "her") &&
           numbers.has(word_of(text, sentence, range.first + 1));
}

/// "A first dam burst in Marn on Monday, [the latest in Orme] on Friday": what tells of another one behind the verb's own words, and where it was.
struct Another {
    TokenRange one, where;
};

Another find_another(std::string_view text, const Sentence& sentence, TokenRange gap) {
    static constexpr FixedWords numbers{"first", "second", "third", "fourth", "fifth",  "sixth", "seventh", "eighth",
                                        "ninth", "tenth",  "last",  "next",   "latest", "other", "earliest"};
    auto end = gap.first;
    if (word_of(text, sentence, end) == "another")
        ++end;
    else if (sentence.tags[end] != Tag::DT || end + 1 >= gap.last)
        return {};
    else if (numbers.has(word_of(text, sentence, end + 1)))
        end += 2;
    else if (end + 2 < gap.last && word_of(text, sentence, end + 1) == "most" && word_of(text, sentence, end + 2) == "recent")
        end += 3;
    else
        return {};
    const auto where = end;
    if (where >= gap.last || sentence.tags[where] != Tag::IN || word_of(text, sentence, where) == "of" ||
        !is_noun(sentence.tags[gap.last - 1]))
        return {};
    return {{gap.first, end}, {where, gap.last}};
}

bool helps(Relation relation) { return relation == Relation::aux || relation == Relation::aux_pass || relation == Relation::compound_prt; }

}  // namespace

std::string told_of_gap(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, TokenRange own, const ReferentBefore& before) {
    const Sentence& sentence = tree.sentence();
    const Gap gap = find_gap(text, tree, trigger, phrases, own);
    const bool one_more = !gap.words.empty() && is_one_more(text, sentence, gap.words);
    if (gap.words.empty() || (!one_more && !is_noun_phrase(sentence, gap.words))) return {};
    const Clause* clause = clause_at(sentence, trigger);
    if (clause && clause->modality != Modality::asserted && clause->modality != Modality::claimed) return {};
    const auto subject = subject_of_headline(text, tree, trigger);
    const auto object = tree.object(trigger);
    if (subject == no_token || subject > static_cast<std::int32_t>(trigger)) return {};
    TokenChoice verb(sentence);
    auto end = trigger + 1;
    for (std::uint32_t i = 0; i < sentence.tags.size(); ++i)
        if (tree.head(i) == static_cast<std::int32_t>(trigger) && helps(tree.relation(i))) {
            verb.keep({i, i + 1});
            if (i == end) ++end;
        }
    verb.keep({trigger, trigger + 1});
    TokenChoice other(sentence);
    other.keep(gap.words);
    std::string told;
    const Another another = find_another(text, sentence, gap.words);
    if (!another.one.empty() && object == no_token) {
        const auto noun = static_cast<std::uint32_t>(subject);
        const bool counted = sentence.tags[noun] == Tag::JJ || sentence.tags[noun] == Tag::CD;
        if ((sentence.tags[noun] != Tag::NN && !counted) || sentence.tokens[noun].capital) return {};
        TokenChoice one(sentence), where(sentence);
        one.keep(another.one);
        where.keep(another.where);
        told = one.words_of(text) + (counted ? std::string() : ' ' + std::string(word_of(text, sentence, noun))) + ' ' +
               verb.words_of(text) + ' ' + where.words_of(text);
    } else if (object != no_token && !(clause && clause->passive)) {
        const TokenRange what = tree.subtree(static_cast<std::uint32_t>(object));
        const auto last = gap.before.first - 1;
        if (static_cast<std::uint32_t>(object) < trigger || what.first != end || (!what.contains(last) && !is_where(sentence, what, gap.words, last))) return {};
        if (one_more && (sentence.tags[object] != Tag::NN || what.last != static_cast<std::uint32_t>(object) + 1)) return {};
        const TokenRange who = tree.subtree(static_cast<std::uint32_t>(subject));
        verb.keep({who.first, std::min(who.last, trigger)});
        drop_dates(text, tree, phrases, verb, {trigger, trigger + 1});
        told = verb.words_of(text, meanings_of_pronouns(text, tree, trigger, subject, before)) + ' ' + other.words_of(text);
        if (one_more) told += ' ' + std::string(word_of(text, sentence, static_cast<std::uint32_t>(object)));
    } else {
        if (std::none_of(phrases.begin(), phrases.end(), [&](TokenRange phrase) { return phrase.first == end; })) return {};  // "sang in Leeds on Monday and York on Tuesday"
        told = other.words_of(text) + ' ' + verb.words_of(text);
    }
    return code_points(told) <= headline_limit ? fitted(capitalised(told)) : std::string();
}

std::vector<TokenRange> phrases_with_gaps(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before) {
    std::vector<TokenRange> result = phrases;
    for (TokenRange& phrase : result) {
        if (told_of_gap(text, tree, trigger, phrases, phrase, before).empty()) continue;
        const Gap gap = find_gap(text, tree, trigger, phrases, phrase);
        phrase = {gap.before.last, std::max(phrase.last, gap.words.last)};
    }
    return result;
}

std::string_view told_again(std::string_view text, const Tree& tree, std::uint32_t trigger, const std::vector<TokenRange>& phrases, TokenRange own) {
    const Gap gap = find_gap(text, tree, trigger, phrases, own);
    if (gap.words.empty()) return {};
    const auto first = word_of(text, tree.sentence(), gap.words.first);
    const auto size = gap.words.last - gap.words.first;
    if (size == 1 && first == "again") return " again";
    return size == 2 && first == "once" && word_of(text, tree.sentence(), gap.words.first + 1) == "more" ? " once more" : std::string_view();
}

}  // namespace annals
