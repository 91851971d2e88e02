#include "importers/extract/dates/said_in_block.h"

#include <algorithm>

namespace annals {

std::optional<Moment> stated_moment(std::string_view edtf) {
    const EdtfResult parsed = parse_edtf(edtf);
    if (!parsed.edtf || parsed.edtf->kind != Edtf::Kind::date) return std::nullopt;
    EdtfDate date = parsed.edtf->date;
    date.minute = date.utc_offset = std::nullopt;
    return moment_of(date);
}

std::optional<SaidOn> said_in_block(const Document& document, std::uint32_t block, const SentenceMatches& in, bool day_first) {
    const std::string& stated = document.blocks[block].stated;
    if (!stated.empty()) {
        const auto moment = stated_moment(stated);
        return moment ? std::optional(SaidOn{*moment, "entry of " + stated}) : std::nullopt;
    }
    const auto names_day = [&](const Match& match) { return full_day(match.meaning, day_first); };
    const auto found = std::find_if(in.matches.begin(), in.matches.end(), names_day);
    if (found == in.matches.end() || !is_caption(document, block)) return std::nullopt;
    const Moment day = moment_of_day(*full_day(found->meaning, day_first));
    return SaidOn{day, "caption of " + day.timex};
}

bool is_in_entry(const Block& block) { return block.stated.find('T') != std::string::npos; }

std::optional<EdtfDate> entry_clock(const Block& block) {
    if (!is_in_entry(block)) return std::nullopt;
    const EdtfResult stated = parse_edtf(block.stated);
    if (!stated.edtf || stated.edtf->kind != Edtf::Kind::date || !stated.edtf->date.minute) return std::nullopt;
    return stated.edtf->date;
}

}  // namespace annals
