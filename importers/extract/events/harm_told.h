// The accident that a toll is of: "A bus overturned on Monday. Nine people were hurt."
#pragma once

#include "core/model/mention.h"
#include "importers/extract/dates/dated_text.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace annals {

/// What the last sentence with a date tells that may have a toll.
class HarmTold {
public:
    HarmTold(const Document& document, const DatedText& dated) : document_(document), dated_(dated) {}
    /// Takes what a sentence with a date tells: the mentions from `first` on.
    void take(const std::vector<Mention>& mentions, std::size_t first, std::uint32_t index);
    /// "Nine people were hurt.": no further behind it than the second sentence, or the paragraph below, "The driver was killed." than the next. Not
    /// "Nine people came on Tuesday".
    bool may_have_toll_in(const Sentence& sentence, std::uint32_t index, const std::vector<Resolution>& resolutions) const;
    /// Puts the mention of such a sentence on the day of the harm if it tells of deaths, injuries or rescues; more may stand behind it.
    void date_toll(Mention& mention, std::uint32_t index);

private:
    const Document& document_;
    const DatedText& dated_;
    std::optional<Mention> harm_;
    std::uint32_t sentence_ = 0;  // its number
};

}  // namespace annals
