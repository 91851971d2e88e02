#include "importers/extract/events/harm_told.h"

#include "importers/extract/events/toll.h"
#include "importers/extract/grammar/tree.h"

namespace annals {
namespace {

/// "Nine people were hurt; one died two days later": the date is of what stands behind the semicolon.
bool is_parted_from(std::string_view text, const Sentence& sentence, const Resolution& resolution) {
    for (std::uint32_t i = 0; i < resolution.first; ++i)
        if (word_of(text, sentence, i) == ";") return true;
    return false;
}

}  // namespace

void HarmTold::take(const std::vector<Mention>& mentions, std::size_t first, std::uint32_t index) {
    const Mention* found = nullptr;
    bool same_day = false;  // "The last passenger was landed at 10.30pm": the story goes on
    for (auto i = first; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (may_have_toll(mention) && (!found || !mention.happenings.empty() || found->happenings.empty())) found = &mention;
        same_day = same_day || (harm_ && mention.date.start_min == harm_->date.start_min && mention.date.end_max == harm_->date.end_max);
    }
    if (found) harm_ = *found;
    else if (!same_day) harm_.reset();
    sentence_ = index;
}

bool HarmTold::may_have_toll_in(const Sentence& sentence, std::uint32_t index, const std::vector<Resolution>& resolutions) const {
    constexpr std::uint32_t reach = 2;
    if (!harm_ || index > sentence_ + reach) return false;
    if (!resolutions.empty() && !is_parted_from(document_.text, sentence, resolutions.front())) return false;
    const auto block = sentence.block, told = dated_.sentences[sentence_].block;
    const bool near = block == told || (block == told + 1 && document_.blocks[block].kind == BlockKind::paragraph);
    return near && (opens_with_count(document_.text, sentence) || (index == sentence_ + 1 && opens_with_one(document_.text, sentence)));
}

void HarmTold::date_toll(Mention& mention, std::uint32_t index) {
    if (!harm_ || !tells_toll(mention)) return;
    mention.date = point_in(edtf_of({*harm_->date.start_min, *harm_->date.start_min}));
    mention.evidence = {harm_->evidence.span, harm_->evidence.words, "toll", "the day told before it", {}};
    sentence_ = index;
}

}  // namespace annals
