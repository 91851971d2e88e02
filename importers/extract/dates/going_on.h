// What goes on from the moment that a text named last: "They turned back after three weeks", "For two weeks a raft did its work."
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// The moment that was named last, and where the text is now.
struct NamedLast {
    const std::optional<Moment>& moment;
    std::uint32_t sentence = 0, block = 0;  // where it was named; sentence 0xffffffff: nowhere
    bool with_had = false;                  // it was told with "had"
    std::uint32_t here = 0, block_here = 0;
    bool looks_back = false;                // the sentence here says "had"
    bool narrative = false;                 // the text is a history
};

/// Dates the lengths that do so: "They turned back after three weeks", in a story of long ago, that far from what was told last; "The bridge fell on 4 May. For
/// two weeks a raft did its work.", which fills those days. `ended`: the sentence before tells a death or an end. Gives the moment from which the text goes on.
std::optional<Moment> date_lengths(const LookedUp& at, std::vector<Read>& reads, const Setting& setting, const NamedLast& last, bool ended);
/// "Nine days after the vote he resigned. The next day he left.": the day that a distance gives and from which the text goes on.
std::optional<Day> day_by_distance(const LookedUp& at, const Read& read);

/// "Was held four days after the raid and freed on the Monday", "they met on the Friday before the raid and fled two days later": what counts on in
/// the sentence of such a day does so from it.
void settle_behind_distances(const LookedUp& at, std::vector<Read>& reads, const Setting& setting, const Before& before);

/// "On 3 May he was found dead. For a month nobody missed him": before that.
bool tells_death(std::string_view text, const Sentence& sentence);
/// "She retired in 1950. She taught there for eight years": before that.
bool tells_end(std::string_view text, const Sentence& sentence);

}  // namespace annals
