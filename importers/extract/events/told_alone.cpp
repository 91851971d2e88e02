#include "importers/extract/events/told_alone.h"

#include "core/text/fixed_words.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_cut.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/headlines/headline_wording.h"
#include "importers/extract/matching/words_around.h"

#include <algorithm>

namespace annals {
namespace {

/// "Sent" of "..., and sent six sailors to hospital"; the number of words where they do not go on.
std::uint32_t second_verb(std::string_view text, const Sentence& words) {
    const auto count = static_cast<std::uint32_t>(words.tags.size());
    for (std::uint32_t i = 2; i + 1 < count; ++i) {
        if (words.tags[i - 1] != Tag::CC) continue;
        const Tag tag = words.tags[i], next = words.tags[i + 1];
        if (tag == Tag::VBD || tag == Tag::VBN || tag == Tag::VBP || tag == Tag::VB) return i;
        if (tag == Tag::JJ && (next == Tag::CD || next == Tag::DT) && is_past_form(word_of(text, words, i))) return i;  // "and injured 12 people"
    }
    return count;
}

/// "A train derailed and injured nine": not one that was derailed.
void settle_verbs(std::string_view text, Sentence& words, std::uint32_t second) {
    static constexpr FixedWords helpers{"was", "were", "had", "is", "are", "has", "have"};
    std::uint32_t first = 1, finite = 0;
    while (first < second && !is_verb(words.tags[first])) ++first;
    while (finite < second && !is_finite_verb(words.tags[finite])) ++finite;
    if (finite == second && first < second && words.tags[first] == Tag::VBN && is_noun(words.tags[first - 1])) words.tags[finite = first] = Tag::VBD;
    if (finite < second && !helpers.has(word_of(text, words, finite))) words.tags[second] = Tag::VBD;
}

bool is_relative(Tag tag) { return tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB; }

}  // namespace

ToldAlone::ToldAlone(std::string_view text, const Tree& tree, TokenRange range, std::uint32_t trigger)
    : text_(text), range_(range), triggers_{trigger} {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || !range.contains(trigger)) return;
    words_ = part_of(sentence, range);
    const auto count = range.last - range.first, second = second_verb(text, words_);
    if (second < count) settle_verbs(text, words_, second);
    parse(text, words_);
    const Tree alone(words_);
    root_ = alone.top_of({0, count});
    if (root_ == no_token) return;
    const auto told = static_cast<std::uint32_t>(root_);
    const auto is_led_by_relative = [&] {
        return is_relative(sentence.tags[range.first + told - 1]) || (told > 1 && is_relative(words_.tags[told - 2]));
    };
    if (is_finite_verb(words_.tags[told]) && !is_led_by_relative()) triggers_ = {range.first + told};
    else if (range.first + told != trigger)
        root_ = static_cast<std::int32_t>(trigger - range.first),
        torn_ = true;  // "a fire that gutted the mill", of which the parser took the gutting for what is told
    for (auto i = told + 1; !torn_ && is_verb(words_.tags[told]) && i < count; ++i)
        if (alone.relation(i) == Relation::conj && alone.head(i) == root_ && (words_.tags[i] == Tag::VBD || words_.tags[i] == Tag::VBN)) triggers_.push_back(range.first + i);
    for (auto i = told + 1; triggers_.size() > 1 && i < count; ++i)  // "and left nine passengers hurt"
        if (words_.relations[i] == Relation::xcomp && words_.heads[i] == root_ && range.first + i > triggers_.back()) words_.heads[i] = static_cast<std::int32_t>(triggers_.back() - range.first);
}

std::string ToldAlone::headline(std::uint32_t trigger, const std::vector<TokenRange>& phrases, const ReferentBefore& before) const {
    if (root_ == no_token) return {};
    std::vector<TokenRange> within;  // counted from the first of the words
    for (const TokenRange& phrase : phrases)
        if (phrase.first > range_.first && phrase.last <= range_.last)
            within.push_back({phrase.first - range_.first, phrase.last - range_.first});
    if (torn_) {
        TokenChoice choice(words_);
        choice.keep({0, range_.last - range_.first});
        if (words_.tags[0] == Tag::DT) choice.drop({0, 1});
        drop_dates(text_, Tree(words_), within, choice);
        choice.trim_end(text_);
        return fitted(capitalised(cut(text_, words_, static_cast<std::uint32_t>(root_), {}, headline_limit, choice)));
    }
    const auto next = std::upper_bound(triggers_.begin(), triggers_.end(), trigger);
    if (next == triggers_.end()) return annals::headline(text_, Tree(words_), trigger - range_.first, within, before);
    const auto end = *next - range_.first;  // the second verb has its own headline
    Sentence first = part_of(words_, {0, words_.tags[end - 1] == Tag::CC ? end - 1 : end});
    parse(text_, first);
    std::erase_if(within, [&](TokenRange phrase) { return phrase.last > first.tags.size(); });
    return annals::headline(text_, Tree(first), trigger - range_.first, within, before);
}

}  // namespace annals
