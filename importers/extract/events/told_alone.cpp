#include "importers/extract/events/told_alone.h"

#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_cut.h"
#include "importers/extract/headlines/headline_dates.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/headlines/headline_wording.h"

namespace annals {
namespace {

bool is_relative(Tag tag) { return tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB; }

}  // namespace

ToldAlone::ToldAlone(std::string_view text, const Tree& tree, TokenRange range, std::uint32_t trigger)
    : text_(text), range_(range), trigger_(trigger) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || !range.contains(trigger) || !is_noun(sentence.tags[trigger])) return;
    words_ = part_of(sentence, range);
    parse(text, words_);
    root_ = Tree(words_).top_of({0, range.last - range.first});
    if (root_ == no_token) return;
    const auto told = range.first + static_cast<std::uint32_t>(root_);
    if (is_finite_verb(sentence.tags[told]) &&
        !(is_relative(sentence.tags[told - 1]) || (told > range.first + 1 && is_relative(sentence.tags[told - 2]))))
        trigger_ = told;
    else if (told != trigger)
        root_ = static_cast<std::int32_t>(trigger - range.first),
        torn_ = true;  // "a fire that gutted the mill", of which the parser took the gutting for what is told
}

std::string ToldAlone::headline(const std::vector<TokenRange>& phrases, const ReferentBefore& before) const {
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
    return annals::headline(text_, Tree(words_), static_cast<std::uint32_t>(root_), within, before);
}

}  // namespace annals
