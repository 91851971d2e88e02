// On which day the words of a block were written, where that is not the document's: in an entry of a live page, in a caption.
#pragma once

#include "importers/extract/dates/anchors.h"
#include "importers/extract/dates/moment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// "2021-03-02", "2021-03": the day, the month; none for what is no date.
std::optional<Moment> stated_moment(std::string_view edtf);

/// A day of writing with what says so, for a person: "entry of 2021-03-02T11:10".
struct SaidOn {
    Moment moment;
    std::string by;
};

/// A live entry's own, a dated caption's own; none for a block that has none. `in`: the first matches in the block.
std::optional<SaidOn> said_in_block(const Document& document, std::uint32_t block, const SentenceMatches& in, bool day_first);

/// Whether a block stands in an entry of a live page.
bool is_in_entry(const Block& block);
/// The entry's own moment, with its minute; none without one.
std::optional<EdtfDate> entry_clock(const Block& block);

}  // namespace annals
