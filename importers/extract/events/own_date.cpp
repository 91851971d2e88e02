#include "importers/extract/events/own_date.h"

#include "importers/extract/events/dated_event.h"
#include "importers/extract/headlines/headline_front.h"

#include <algorithm>

namespace annals {

bool is_outdone(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger, const std::vector<Resolution>& all,
                const std::vector<TokenRange>& expressions) {
    const auto found = brackets(text, tree.sentence(), trigger);
    if (found.empty() || found.front().first > 0 || !found.front().contains(expression.first)) return false;
    return std::any_of(all.begin(), all.end(), [&](const Resolution& other) {
        if (other.first < found.front().last || !other.date.dated() || other.type != TimexType::date) return false;
        const auto dated = dated_words(text, tree, {other.first, other.last}, expressions);
        return std::find(dated.begin(), dated.end(), trigger) != dated.end();
    });
}

bool is_counted_from(const std::vector<Resolution>& all, std::size_t index, const Sentence& sentence, std::uint32_t trigger) {
    return index > 0 && !all[index - 1].governed.empty() && all[index - 1].governed.contains(all[index].span) &&
           !all[index - 1].governed.contains(sentence.tokens[trigger].span);
}

const Resolution* date_behind(std::string_view text, const Sentence& sentence, std::uint32_t noun,
                              const std::vector<Resolution>& resolutions) {
    if (!is_noun(sentence.tags[noun])) return nullptr;
    for (const Resolution& resolution : resolutions) {
        if (resolution.first <= noun || !resolution.date.dated() || resolution.type == TimexType::set) continue;
        const TokenRange phrase = dating_phrase(text, sentence, {resolution.first, resolution.last});
        if (phrase.first == resolution.first) continue;
        const auto leads_on = [&](std::uint32_t i) {
            const Tag tag = sentence.tags[i];
            return is_noun(tag) || tag == Tag::DT || tag == Tag::JJ || word_of(text, sentence, i) == "of";
        };
        auto i = noun + 1;
        while (i < phrase.first && leads_on(i)) ++i;
        if (i >= phrase.first) return &resolution;
    }
    return nullptr;
}

const Resolution* tells_only_when(std::string_view text, const Sentence& sentence, const std::vector<Resolution>& resolutions) {
    if (resolutions.size() != 1 || sentence.tokens.size() < 3) return nullptr;
    const Resolution& resolution = resolutions.front();
    const TokenRange phrase = dating_phrase(text, sentence, {resolution.first, resolution.last});
    const auto last = static_cast<std::uint32_t>(sentence.tokens.size()) - 1;
    const bool whole = phrase.first == 0 && phrase.last == last && word_of(text, sentence, last) == "." && sentence.tags[0] == Tag::IN;
    const bool a_day = resolution.type != TimexType::set && resolution.type != TimexType::duration && resolution.date.dated();
    return whole && a_day ? &resolution : nullptr;
}

}  // namespace annals
