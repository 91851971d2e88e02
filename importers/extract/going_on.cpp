#include "importers/extract/going_on.h"

#include "core/text/fixed_words.h"
#include "importers/extract/distances.h"
#include "importers/extract/flashbacks.h"
#include "importers/extract/table_rows.h"

#include <algorithm>

namespace annals {
namespace {

bool is_close(const NamedLast& last, std::uint32_t sentences) { return last.here <= last.sentence + sentences; }

template <typename List>
bool names_any(std::string_view text, const Sentence& sentence, const List& list) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return list.has(words(text, token.span)); });
}

}  // namespace

std::optional<Moment> stepped_on(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Setting& setting, const NamedLast& last) {
    constexpr Day long_ago = 60;
    constexpr std::uint32_t close = 2;
    constexpr std::size_t most = 8;  // expressions of a sentence that tells so
    if (reads.size() > most || !last.moment || !is_close(last, close) || !is_step(at, reads, i)) return std::nullopt;
    const bool another = at.word(reads[i].match.first) == "another";  // nothing else can be meant
    // "set out on 3 May and came home after ten days"
    const bool joined = i > 0 && last.here == last.sentence && reads[i - 1].reading.moment && last.moment->grain <= unit::day && !last.looks_back;
    if (setting.said && !joined && ((!last.narrative && !another) || last.moment->days.last > setting.said->days.first - long_ago)) return std::nullopt;
    auto moment = counted_on(*last.moment, reads[i].match.meaning, setting);
    if (moment && setting.said && moment->days.last > setting.said->days.last) return std::nullopt;
    return moment;
}

std::optional<DayRange> lasted_on(const LookedUp& at, const std::vector<Read>& reads, std::size_t i, const Setting& setting, const NamedLast& last) {
    if (last.looks_back || !last.moment || last.block != last.block_here || last.moment->grain != unit::day) return std::nullopt;
    if (last.moment->edtf.kind != Edtf::Kind::date) return std::nullopt;
    const bool joined = last.sentence == last.here && i > 0 && i + 1 == reads.size();
    if (!joined && (last.sentence + 1 != last.here || reads.size() > 1)) return std::nullopt;
    if (!lasts_from_day_told(at, reads[i], joined)) return std::nullopt;
    const Meaning& m = reads[i].match.meaning;
    const Day from = last.moment->days.first, to = from + m.n * (m.unit == unit::week ? 7 : 1) - 1;
    if (to > max_day || (setting.said && to >= setting.said->days.first)) return std::nullopt;
    return DayRange{from, to};
}

std::optional<DayRange> went_on_for(const LookedUp& at, const Read& read, const Setting& setting, const NamedLast& last) {
    if (last.looks_back || !last.moment || last.sentence + 1 != last.here || last.block != last.block_here || last.with_had) return std::nullopt;
    return days_from(at, *last.moment, setting, read);
}

std::optional<Day> day_by_distance(const LookedUp& at, const Read& read) {
    static constexpr FixedWords parting{"who", "which", "that", "whose", "where", "said", "\u201c", "\u201d", "\""};
    const Date& date = read.date;
    if (read.governed.begin == read.governed.end || read.other.start_min || read.aside || read.direction > 0) return std::nullopt;
    if (!date.start_min || date.start_min != date.end_max) return std::nullopt;
    for (std::uint32_t i = read.match.first; i-- > 0;)
        if (parting.has(at.word(i))) return std::nullopt;
    return *date.start_min;
}

bool tells_death(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords ends{"died", "dies", "retired", "resigned", "killed", "dead", "ended", "murdered", "executed", "buried"};
    return names_any(text, sentence, ends);
}

bool tells_end(std::string_view text, const Sentence& sentence) {
    static constexpr FixedWords ends{"died",   "dies",      "retired", "resigned", "killed",   "dead", "ended",
                                     "closed", "abdicated", "buried",  "murdered", "executed", "left", "stepped"};
    return names_any(text, sentence, ends);
}

}  // namespace annals
